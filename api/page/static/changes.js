/** What a version changed against the one before it, section by section. */

import { call } from "./api.js";
import { disclosure } from "./disclosure.js";
import { el } from "./dom.js";

const WORDS = { added: "Added", removed: "Removed", changed: "Changed" };

/** The changes of a version, read when they are opened; nothing for the first. */
export function changesOf({ id, version }) {
  if (version < 2) return null;
  return disclosure(
    `changes-${id}-${version}`,
    `What changed since version ${version - 1}`,
    () => filled(id, version),
    { class: "waiting" },
  );
}

function filled(id, version) {
  const box = el("div", { class: "changes" }, "Comparing …");
  const path = `/api/drafts/${encodeURIComponent(id)}/diff?from=${version - 1}&to=${version}`;
  call("GET", path).then(
    ({ sections }) => {
      const different = sections.filter((section) => section.change !== "same");
      box.replaceChildren(...(different.length ? different.map(sectionBox) : ["No line differs."]));
    },
    (problem) => {
      box.textContent = problem.message;
    },
  );
  return box;
}

function sectionBox({ title, lines }) {
  return el(
    "div",
    { class: "change" },
    el("p", { class: "change-title", dir: "auto" }, title),
    el("ul", {}, lines.map(lineBox)),
  );
}

function lineBox({ change, before, after }) {
  return el(
    "li",
    {},
    el("strong", {}, `${WORDS[change] ?? change}: `),
    before && el("del", { dir: "auto" }, before.text),
    before && after && " → ",
    after && el("ins", { dir: "auto" }, after.text),
    before &&
      after &&
      before.text === after.text &&
      ` (${after.basis === "brief" ? "accepted" : "other basis"})`,
  );
}
