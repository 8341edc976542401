/** Edit a line in place; what is typed stays when the draft is drawn again. */

import { button, el, show } from "./dom.js";
import { editDraft, tried } from "./edits.js";
import { changed } from "./state.js";

let edited = null;
let typed = null;

/** Say whether a line's form is open. */
export function isEdited(id) {
  return edited === id;
}

/** Open a line's form. */
export function startEdit(id) {
  edited = id;
  typed = null;
  changed("draft");
  show(document.getElementById(`${id}-field-0`));
}

function stop(id) {
  edited = typed = null;
  changed("draft");
  show(document.getElementById(`${id}-edit`));
}

/**
 * The form of a line: one field, or one for each cell that is not left for filling by hand.
 * @param {import("./line.js").Placed} placed
 * @param {string} id of the line's element
 */
export function lineForm({ section, line, byHand }, id) {
  typed ??= [...(line.cells ?? [line.text])];
  const names = section.columns ?? ["Line"];
  const keep = async (event) => {
    event.preventDefault();
    const change = { lines: { [line.id]: line.cells ? { cells: typed } : { text: typed[0] } } };
    if (await tried(() => editDraft(change))) stop(id);
  };
  return el(
    "form",
    { class: "line-form", on: { submit: keep, keydown: (event) => keys(event, id, keep) } },
    names.map((name, at) => (byHand[at] ? handNote(name) : field(name, at, id))),
    el(
      "p",
      { class: "hint" },
      "What you write counts as your own words. Ctrl+Enter keeps it, Escape leaves it.",
    ),
    el(
      "div",
      { class: "form-foot" },
      el("button", { type: "submit", class: "primary" }, "Keep"),
      button("Cancel", () => stop(id)),
    ),
  );
}

function keys(event, id, keep) {
  if (event.key === "Escape") stop(id);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep(event);
}

function field(name, at, id) {
  const rows = Math.min(6, Math.max(2, Math.ceil(typed[at].length / 60)));
  const box = el("textarea", {
    id: `${id}-field-${at}`,
    rows,
    dir: "auto",
    on: { input: () => (typed[at] = box.value) },
  });
  box.value = typed[at];
  return el("div", { class: "field" }, el("label", { for: box.id }, name), box);
}

function handNote(name) {
  return el("p", { class: "hint" }, `${name}: only the interviewer fills this, on their own copy.`);
}
