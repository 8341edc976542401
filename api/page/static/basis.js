/** What a line rests on: a mark beside it, and behind the mark the facts, quotes and sources. */

import { isOpen, toggle } from "./disclosure.js";
import { el } from "./dom.js";
import { quotes } from "./fact.js";
import { items, spec, spoken } from "./facts.js";
import { citedBox } from "./passage.js";
import { changed, state } from "./state.js";

const BASES = {
  brief: { sign: "B", name: "Your brief", says: "Says what your brief says, nothing more." },
  guidance: { sign: "G", name: "Guidance", says: "Method from the library: how to go about it." },
  assumption: { sign: "A", name: "Assumption", says: "Not in your brief: yours to accept or strike." },
  edited: { sign: "B", name: "Your words", says: "You wrote or accepted this line yourself." },
  unknown: { sign: "?", name: "Unknown", says: "Nobody has given this yet." },
};
const UNKNOWN = /\[TBD: /;

/** The button beside a line: a letter in a shape of its own for each basis. */
export function markButton(line, id) {
  const basis = BASES[basisOf(line)];
  const panel = `${id}-basis`;
  const open = isOpen(panel);
  const flip = () => {
    toggle(panel);
    changed("draft");
  };
  return el(
    "button",
    {
      type: "button",
      id: `${id}-mark`,
      class: `mark ${basisOf(line)}`,
      title: basis.name,
      "aria-expanded": String(open),
      "aria-controls": open && panel,
      on: { click: flip },
    },
    el("span", { "aria-hidden": "true" }, basis.sign),
    el("span", { class: "hidden-text" }, `Basis: ${basis.name}`),
  );
}

/** What a line rests on, opened. */
export function basisPanel(draft, line, id) {
  const basis = BASES[basisOf(line)];
  const known = line.facts.filter((name) => name in state.brief.facts);
  return el(
    "div",
    { class: "basis-panel", id },
    el("p", { class: "basis-head" }, el("strong", {}, basis.name), `: ${basis.says}`),
    line.edited &&
      line.composed &&
      line.composed !== line.text &&
      el("p", { class: "before", dir: "auto" }, `Before your edit: ${line.composed}`),
    known.map((name) => factBox(name, line)),
    line.facts.length > known.length &&
      el("p", { class: "hint" }, "It used a fact that the brief no longer holds."),
    line.citations.map((id) => citedBox(id, draft)),
  );
}

/** The three marks and what they mean. */
export function legend() {
  return el(
    "ul",
    { class: "legend", "aria-label": "What the marks mean" },
    ["brief", "guidance", "assumption"].map((name) =>
      el(
        "li",
        {},
        el("span", { class: `mark ${name}`, "aria-hidden": "true" }, BASES[name].sign),
        `${BASES[name].name}`,
      ),
    ),
  );
}

function basisOf(line) {
  if (line.edited) return "edited";
  return line.basis === "brief" && UNKNOWN.test(line.text) && !line.facts.length ? "unknown" : line.basis;
}

/** A fact, and of a list the items that the line repeats, each with its quote. */
function factBox(name, line) {
  const fact = state.brief.facts[name];
  const all = items(fact.value);
  const said = items(fact.quote);
  const ids = fact.message_ids ?? all.map(() => fact.message_id);
  const used = all.map((_, at) => at).filter((at) => line.text.includes(all[at]));
  const places = Array.isArray(fact.value) && used.length ? used : all.map((_, at) => at);
  return el(
    "div",
    { class: "basis-fact" },
    el(
      "p",
      { dir: "auto" },
      el("strong", {}, `${spec(name).title}: `),
      places.map((at) => spoken(all[at])).join("; "),
    ),
    quotes({ quote: places.map((at) => said[at]).filter(Boolean), message_ids: places.map((at) => ids[at]) }),
  );
}
