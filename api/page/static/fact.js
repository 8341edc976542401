/** One fact of the brief: its value, whether it was given or assumed, and the words that it was read from. */

import { confirmed } from "./confirm.js";
import { disclosure } from "./disclosure.js";
import { button, el, show } from "./dom.js";
import { items, spec, spoken } from "./facts.js";
import { state } from "./state.js";
import { view } from "./views.js";

const BASIS = { given: "Given", assumed: "Assumed" };

/**
 * A fact with its evidence and what can be done about it.
 * @param {string} name
 * @param {{value: string|string[], basis: string, quote: string|string[], message_id: string|null}} fact
 * @param {{edit: () => void, remove: () => void}} actions
 */
export function factRow(name, fact, { edit, remove }) {
  const { title } = spec(name);
  const id = `fact-${name}`;
  const words = {
    text: "Remove",
    label: `Remove: ${title}`,
    question: "Forget it?",
    yes: "Remove",
    no: "Keep",
  };
  return el(
    "li",
    { class: "fact", id },
    el(
      "div",
      { class: "fact-head" },
      el("h3", {}, title),
      el("span", { class: `basis-word ${fact.basis}` }, BASIS[fact.basis] ?? fact.basis),
    ),
    value(fact.value),
    el(
      "div",
      { class: "fact-foot" },
      disclosure(`${id}-quote`, "Quote", () => quotes(fact), { class: "quotes" }),
      el(
        "span",
        { class: "fact-actions" },
        button("Edit", edit, { class: "quiet", id: `${id}-edit`, "aria-label": `Edit: ${title}` }),
        confirmed(`${id}-remove`, words, remove),
      ),
    ),
  );
}

function value(given) {
  if (!Array.isArray(given)) return el("p", { class: "fact-value", dir: "auto" }, spoken(given));
  return el(
    "ul",
    { class: "fact-value" },
    given.map((item) => el("li", { dir: "auto" }, item)),
  );
}

/** Each quote once, with the way to the message that it stands in. */
export function quotes(fact) {
  const ids = fact.message_ids ?? items(fact.quote).map(() => fact.message_id);
  const pairs = items(fact.quote).map((quote, at) => ({ quote, id: ids[at] ?? null }));
  const once = pairs.filter(
    (pair, at) => pairs.findIndex((other) => other.quote === pair.quote && other.id === pair.id) === at,
  );
  if (!once.length) return [el("p", {}, "Assumed; nobody said it.")];
  return once.map(({ quote, id }) =>
    el("div", { class: "quote" }, el("q", { dir: "auto" }, quote), origin(id)),
  );
}

function origin(id) {
  if (!id) return el("span", { class: "hint" }, "typed into the brief");
  if (!state.messages.some((message) => message.id === id))
    return el("span", { class: "hint" }, "from a message");
  return button(
    "Show the message",
    () => {
      view("conversation");
      show(document.getElementById(`message-${id}`));
    },
    { class: "quiet" },
  );
}
