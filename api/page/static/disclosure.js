/** Parts that open and close, and stay as they were when what surrounds them is drawn again. */

import { el } from "./dom.js";

const open = new Set();

/** Say whether a part is open. */
export function isOpen(id) {
  return open.has(id);
}

/** Open or close a part by its id; true when it is open now. */
export function toggle(id) {
  if (!open.delete(id)) open.add(id);
  return open.has(id);
}

/**
 * A `<details>` that remembers itself.
 * @param {string} id
 * @param {import("./dom.js").Child} summary
 * @param {() => import("./dom.js").Child} body made when it is first opened
 */
export function disclosure(id, summary, body, props = {}) {
  const inside = el("div", { class: "inside" });
  const fill = () => inside.childNodes.length || inside.append(...[body()].flat());
  const node = el("details", { ...props, open: open.has(id) }, el("summary", { id }, summary), inside);
  if (node.open) fill();
  node.addEventListener("toggle", () => {
    if (node.open) {
      open.add(id);
      fill();
    } else {
      open.delete(id);
    }
  });
  return node;
}
