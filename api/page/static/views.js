/** Which part is on view where the window is too narrow for all three. */

const buttons = [...document.querySelectorAll(".views button")];
const two = matchMedia("(min-width: 720px) and (max-width: 1179px)");

/** Show one part: `conversation`, `brief` or `draft`. */
export function view(name) {
  document.body.dataset.view = name;
  mark();
}

/** Say on a part's button how much waits there. */
export function count(name, text) {
  document.getElementById(`count-${name}`).textContent = text;
}

/** Beside the conversation stands the draft, unless it is the brief. */
function mark() {
  const { view: name } = document.body.dataset;
  const seen = two.matches && name === "conversation" ? "draft" : name;
  for (const each of buttons) each.setAttribute("aria-pressed", String(each.dataset.for === seen));
}

for (const each of buttons) each.addEventListener("click", () => view(each.dataset.for));
two.addEventListener("change", mark);
mark();
