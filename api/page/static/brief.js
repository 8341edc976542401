/** The brief: every fact with its basis and its quote, contradictions first, what is open last. */

import { disclosure } from "./disclosure.js";
import { button, el, refill, show } from "./dom.js";
import { editBrief, tried } from "./edits.js";
import { factRow } from "./fact.js";
import { closeEditor, editing, editor, openEditor } from "./fact_editor.js";
import { names, spec, spoken } from "./facts.js";
import { onChange, state } from "./state.js";
import { count, view } from "./views.js";

const body = document.getElementById("brief-body");

onChange(["brief"], draw);

/** Go to a fact's field in the brief, to answer a question there. */
export function answerInBrief(name) {
  view("brief");
  openEditor(name);
  draw();
  show(document.getElementById("fact-field"));
}

function draw() {
  const { facts, open, conflicts } = state.brief;
  const known = names.filter((name) => name in facts);
  count("brief", known.length || "");
  const fresh = editing() && !known.includes(editing());
  refill(
    body,
    conflicts.length > 0 && el("div", { class: "conflicts" }, conflicts.map(conflictBox)),
    known.length === 0 && conflicts.length === 0 && empty(),
    fresh && el("ul", { class: "fact-list" }, el("li", { class: "fact" }, editor(editing(), null, draw))),
    el(
      "ul",
      { class: "fact-list" },
      known.map((name) => row(name, facts[name])),
    ),
    openFacts(open),
  );
}

function row(name, fact) {
  if (editing() === name) return el("li", { class: "fact", id: `fact-${name}` }, editor(name, fact, draw));
  return factRow(name, fact, {
    edit: () => answerInBrief(name),
    remove: async () => {
      closeEditor();
      await tried(() => editBrief({ [name]: null }));
      show(body);
    },
  });
}

function empty() {
  return el(
    "p",
    { class: "empty" },
    "The facts of your messages appear here, each with the words that it was read from. You can also fill them in yourself, below.",
  );
}

function conflictBox({ fact, values }) {
  const { title } = spec(fact);
  return el(
    "div",
    { class: "conflict", role: "group", "aria-label": `Contradiction: ${title}` },
    el("h3", {}, `${title}: you said it in ${values.length === 2 ? "two" : values.length} ways`),
    el(
      "ul",
      {},
      values.map((claim) =>
        el(
          "li",
          {},
          el("strong", { dir: "auto" }, spoken(claim.value)),
          el("q", { dir: "auto" }, claim.quote),
          button("This one holds", () => tried(() => editBrief({ [fact]: claim.value })), {
            "aria-label": `This one holds: ${spoken(claim.value)}`,
          }),
        ),
      ),
    ),
  );
}

function openFacts(open) {
  const missing = open.length
    ? open
    : names.filter((name) => spec(name).scope === "engagement" && !(name in state.brief.facts));
  if (!missing.length) return null;
  return disclosure("open-facts", `${missing.length} facts not given yet`, () =>
    el(
      "ul",
      { class: "open-facts" },
      missing.map((name) =>
        el(
          "li",
          {},
          el("span", {}, spec(name).title),
          button("Add", () => answerInBrief(name), {
            class: "quiet",
            id: `add-${name}`,
            "aria-label": `Add: ${spec(name).title}`,
          }),
        ),
      ),
    ),
  );
}
