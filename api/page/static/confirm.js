/** Ask before something is gone for good, in place and without a pop-up. */

import { button, el } from "./dom.js";

/**
 * A button that asks first.
 * @param {string} id unique on the page
 * @param {{text: string, label: string, question: string, yes: string, no: string}} words
 * @param {() => void} action
 */
export function confirmed(id, words, action) {
  const box = el("span", { class: "confirm" });
  const ask = button(
    words.text,
    () => {
      const no = button(words.no, rest, { id: `${id}-no` });
      const yes = button(words.yes, action, { class: "danger" });
      box.replaceChildren(el("span", { class: "confirm-question" }, words.question), yes, no);
      no.focus();
    },
    { id, class: "quiet", "aria-label": words.label },
  );
  function rest() {
    box.replaceChildren(ask);
    ask.focus();
  }
  box.append(ask);
  return box;
}
