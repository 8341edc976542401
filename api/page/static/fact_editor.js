/** The field in which one fact of the brief is typed; what is typed stays when the brief is drawn again. */

import { button, el, show } from "./dom.js";
import { editBrief, tried } from "./edits.js";
import { items, question, spec, spoken } from "./facts.js";
import { state } from "./state.js";

let name = null;
let typed = null;

/** The fact whose field is open, or null. */
export function editing() {
  return name;
}

/** Open the field of a fact. */
export function openEditor(fact) {
  if (name !== fact) typed = null;
  name = fact;
}

/** Close the field, keeping nothing. */
export function closeEditor() {
  name = typed = null;
}

/** The open field, with its question, and the buttons to keep or leave it. */
export function editor(fact, known, redraw) {
  const { title, shape } = spec(fact);
  const box = field(fact, known);
  const leave = () => {
    closeEditor();
    redraw();
    show(document.getElementById(`fact-${fact}-edit`) ?? document.getElementById("open-facts"));
  };
  const keep = async (event) => {
    event.preventDefault();
    if (!(await tried(() => editBrief({ [fact]: read(box, shape) })))) return;
    leave();
  };
  box.addEventListener("input", () => (typed = box.value));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && !event.isComposing && (shape !== "list" || event.ctrlKey || event.metaKey))
      keep(event);
  });
  return el(
    "form",
    { class: "fact-form", on: { submit: keep } },
    el("label", { for: "fact-field" }, el("strong", {}, title), " ", question(fact, engagement())),
    box,
    shape === "list" && el("p", { class: "hint" }, "One on each line."),
    el(
      "div",
      { class: "form-foot" },
      el("button", { type: "submit", class: "primary" }, "Keep"),
      button("Cancel", leave),
    ),
  );
}

function field(fact, known) {
  const { shape, choices } = spec(fact);
  const value = typed ?? items(known?.value).join("\n");
  if (shape !== "choice") {
    const box = el("textarea", { id: "fact-field", rows: shape === "list" ? 4 : 2, dir: "auto" });
    box.value = value;
    return box;
  }
  const options = choices.map((choice) =>
    el("option", { value: choice, selected: choice === value }, spoken(choice)),
  );
  return el("select", { id: "fact-field" }, !value && el("option", { value: "" }, "Choose …"), options);
}

/** What was typed as the API takes it; an empty field forgets the fact. */
function read(box, shape) {
  const lines = box.value
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (!lines.length) return null;
  return shape === "list" ? lines : lines.join(" ");
}

function engagement() {
  return items(state.brief.facts.engagement?.value)[0];
}
