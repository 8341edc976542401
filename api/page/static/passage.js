/** A passage of the library or of an uploaded document: its words, its source, its address and its date. */

import { call } from "./api.js";
import { el, sourceLink } from "./dom.js";

const read = new Map();
const cited = new Map();

/** Keep passages that came with an answer, so that opening them asks for nothing. */
export function keepPassages(passages) {
  for (const passage of passages) read.set(passage.id, passage);
}

/** A box that shows a passage of the library as it stands today. */
export function passageBox(id) {
  return filled(id, read.get(id) ?? fetched(id));
}

/** A box that shows a passage as it stood when a version of a draft was written from it. */
export function citedBox(id, { id: draft, version }) {
  const key = `${draft} ${version}`;
  if (!cited.has(key))
    cited.set(key, call("GET", `/api/drafts/${encodeURIComponent(draft)}/versions/${version}/passages`));
  const found = cited.get(key).then(({ items }) => items.find((item) => item.id === id) ?? fetched(id));
  return filled(
    id,
    found.catch((problem) => {
      cited.delete(key);
      throw problem;
    }),
  );
}

function filled(id, found) {
  const box = el("div", { class: "passage" }, "Opening the source …");
  if (!(found instanceof Promise)) {
    box.replaceChildren(...parts(found));
    return box;
  }
  found.then(
    (passage) => box.replaceChildren(...parts(passage)),
    (problem) => {
      box.textContent =
        problem.status === 404 ? "This source is not in the library any more." : problem.message;
    },
  );
  return box;
}

async function fetched(id) {
  const passage = await call("GET", `/api/passages/${encodeURIComponent(id)}`);
  read.set(id, passage);
  return passage;
}

function parts(passage) {
  const place = passage.jurisdiction ? ` · law of ${passage.jurisdiction}` : "";
  const whose = passage.owner ? "Your own document: " : "";
  return [
    el("p", { class: "passage-title", dir: "auto" }, passage.title),
    el("p", { class: "passage-source" }, `${whose}${passage.source} · as of ${passage.as_of}${place}`),
    passage.url && el("p", { class: "passage-source" }, sourceLink(passage.url, passage.url)),
    el(
      "div",
      {
        class: "passage-text",
        tabindex: "0",
        role: "group",
        "aria-label": `Text: ${passage.title}`,
        dir: "auto",
      },
      blocks(passage.text),
    ),
  ].filter(Boolean);
}

/** The headings, lists and paragraphs of a card's plain Markdown. */
function blocks(text) {
  return text.split(/\n{2,}/).map((block) => {
    if (block.startsWith("## ")) return el("p", { class: "passage-heading" }, block.slice(3));
    if (block.startsWith("- "))
      return el(
        "ul",
        {},
        block
          .slice(2)
          .split(/\n- /)
          .map((item) => el("li", {}, item)),
      );
    return el("p", {}, block);
  });
}
