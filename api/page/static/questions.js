/** The questions of a turn, with likely answers that are sent as they are clicked. */

import { answerInBrief } from "./brief.js";
import { button, el } from "./dom.js";
import { send } from "./exchange.js";
import { spec, spoken } from "./facts.js";
import { state } from "./state.js";

/** The questions of a turn. */
export function questionsBox(questions, id, newest) {
  return el(
    "div",
    { class: "questions" },
    el(
      "h3",
      {},
      questions.length > 1 ? "To make it better, tell me" : "To make it better, tell me one thing",
    ),
    el(
      "ol",
      {},
      questions.map((question, at) => questionItem(question, `${id}-question-${at}`, newest)),
    ),
  );
}

/** A choice names its fact for the reader of the message; under the question that would be said twice. */
function choiceWords(choice, fact) {
  return spoken(choice.replace(`${spec(fact).title}: `, ""));
}

function choose(choice) {
  document.getElementById("message").focus();
  send(choice);
}

/** Likely answers are there to click while a question is the newest; later the brief is the place. */
function questionItem(question, id, newest) {
  const choices = newest ? question.choices : [];
  return el(
    "li",
    {},
    el("p", { id, dir: "auto" }, question.text),
    newest &&
      el(
        "div",
        { class: "choices", role: "group", "aria-labelledby": id },
        choices.map((choice, at) =>
          button(choiceWords(choice, question.fact), () => choose(choice), {
            class: "chip",
            id: `${id}-${at}`,
            dir: "auto",
            disabled: Boolean(state.pending),
          }),
        ),
        button("Type the answer", () => answerInBrief(question.fact), { class: "quiet", id: `${id}-own` }),
      ),
  );
}
