/** One line of a draft: its mark, its words, and what the manager can do with it. */

import { basisPanel, markButton } from "./basis.js";
import { isOpen } from "./disclosure.js";
import { button, el } from "./dom.js";
import { editDraft, tried } from "./edits.js";
import { isEdited, lineForm, startEdit } from "./line_editor.js";
import { marked } from "./tbd.js";

/**
 * @typedef {Object} Placed a line with where it stands
 * @property {object} draft
 * @property {object} section
 * @property {object} line
 * @property {boolean} editable
 * @property {boolean[]} byHand which columns only a person fills
 */

/** The id of a line's element. */
export function lineId(draft, line) {
  return `line-${draft.id}-${line.id}`;
}

/** A line of text or a bullet. @param {Placed} placed */
export function lineItem(placed) {
  const { draft, line, editable } = placed;
  const id = lineId(draft, line);
  if (editable && isEdited(id)) return el("li", { class: "line", id }, lineForm(placed, id));
  return el(
    "li",
    { class: `line ${line.basis}`, id },
    el(
      "div",
      { class: "line-main" },
      markButton(line, id),
      el("p", { class: "line-text", dir: "auto" }, marked(line.text)),
      editable && editButton(line, id),
    ),
    editable && decision(placed, id),
    isOpen(`${id}-basis`) && basisPanel(draft, line, `${id}-basis`),
  );
}

/** A line of a table, with a row beneath it for what opens. @param {Placed} placed */
export function lineRow(placed) {
  const { draft, line, editable, byHand } = placed;
  const id = lineId(draft, line);
  const span = byHand.length + 1;
  if (editable && isEdited(id))
    return el(
      "tr",
      { id },
      el("td", { colspan: span }, el("div", { class: "beneath" }, lineForm(placed, id))),
    );
  const under = [
    editable && decision(placed, id),
    isOpen(`${id}-basis`) && basisPanel(draft, line, `${id}-basis`),
  ].filter(Boolean);
  return [
    el(
      "tr",
      { class: `line ${line.basis}`, id },
      el("td", { class: "mark-column" }, markButton(line, id), editable && editButton(line, id)),
      (line.cells ?? [line.text]).map((cell, at) => cellOf(cell, at, byHand[at])),
    ),
    under.length > 0 &&
      el("tr", { class: "under" }, el("td", { colspan: span }, el("div", { class: "beneath" }, under))),
  ];
}

function cellOf(text, at, hand) {
  if (hand)
    return el(
      "td",
      { class: "by-hand" },
      el("span", { class: "hidden-text" }, "Left blank for the interviewer"),
    );
  return el(at === 0 ? "th" : "td", { scope: at === 0 ? "row" : null, dir: "auto" }, marked(text));
}

function editButton(line, id) {
  return button("Edit", () => startEdit(id), {
    class: "quiet edit",
    id: `${id}-edit`,
    "aria-label": `Edit: ${short(line.text)}`,
  });
}

/** An assumption waits for a yes or a no. */
function decision({ draft, section, line }, id) {
  if (line.basis !== "assumption") return null;
  const inSection = `section-${draft.id}-${section.id}`;
  return el(
    "div",
    { class: "decision", role: "group", "aria-label": `Assumption: ${short(line.text)}` },
    el("span", { class: "decision-word" }, "Assumption"),
    button("Accept", () => decide({ accept: [line.id] }, `${id}-mark`, inSection), { id: `${id}-accept` }),
    button("Strike", () => decide({ strike: [line.id] }, inSection), { id: `${id}-strike` }),
  );
}

/** Make the change; the focus goes to the first of the places that is still there. */
async function decide(change, ...places) {
  if (!(await tried(() => editDraft(change)))) return;
  const next = places.map((id) => document.getElementById(id)).find(Boolean);
  next?.focus({ preventScroll: true });
}

function short(text) {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
