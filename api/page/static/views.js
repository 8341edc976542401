/** Which part is on view where the window is too narrow for all three. */

const buttons = [...document.querySelectorAll(".views button")];

/** Show one part: `conversation`, `brief` or `draft`. */
export function view(name) {
  document.body.dataset.view = name;
  for (const each of buttons) each.setAttribute("aria-pressed", String(each.dataset.for === name));
}

/** Say on a part's button how much waits there. */
export function count(name, text) {
  document.getElementById(`count-${name}`).textContent = text;
}

for (const each of buttons) each.addEventListener("click", () => view(each.dataset.for));
