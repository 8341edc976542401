/** The conversation: messages, answers with their sources, questions with likely answers, what was left out. */

import { openDraft } from "./draft.js";
import { answerInBrief } from "./brief.js";
import { disclosure } from "./disclosure.js";
import { button, el, refill } from "./dom.js";
import { send } from "./exchange.js";
import { spec, spoken } from "./facts.js";
import { keepPassages, passageBox } from "./passage.js";
import { kindTitle, onChange, state } from "./state.js";
import { moment } from "./when.js";

const log = document.getElementById("log");
const box = document.getElementById("log-box");
const welcome = document.getElementById("welcome");
const stage = document.getElementById("stage");
let drawn = 0;

onChange(["conversation"], draw);

function draw() {
  const { messages, pending } = state;
  const waiting = pending && !pending.shown;
  welcome.hidden = messages.length > 0 || Boolean(pending) || Boolean(state.id && state.title);
  refill(log, messages.map((message, at) => messageItem(message, at === messages.length - 1)), waiting && sent(pending));
  stage.hidden = !state.stage;
  stage.textContent = state.stage ? `${state.stage} …` : "";
  const total = messages.length + (waiting ? 1 : 0);
  if (total !== drawn) toNewest();
  drawn = total;
}

/** The newest reply from its beginning, or all of it when it fits. */
function toNewest() {
  const newest = log.querySelector(":scope > li:nth-last-child(2)") ?? log.lastElementChild;
  box.scrollTop = newest ? newest.offsetTop - log.offsetTop : 0;
}

function sent(pending) {
  return el("li", { class: "message manager waiting" }, who("You", pending.sent), el("p", { class: "said", dir: "auto" }, pending.text));
}

function messageItem(message, newest) {
  const id = `message-${message.id}`;
  if (message.role === "manager") {
    return el("li", { class: "message manager", id }, who("You", message.created_at), el("p", { class: "said", dir: "auto" }, message.text));
  }
  const { turn } = message;
  return el(
    "li",
    { class: "message assistant", id },
    who("Assistant", message.created_at, turn?.writer),
    turn ? turnParts(turn, id, newest) : el("p", { class: "said", dir: "auto" }, message.text),
  );
}

function who(name, at, writer) {
  const how = { outline: "without a model", model: "with a model" }[writer];
  return el("p", { class: "who" }, el("strong", {}, name), " ", moment(at), how && ` · ${how}`);
}

function turnParts(turn, id, newest) {
  const { answer, declined } = turn;
  const said = reply(turn);
  return [
    said && el("p", { class: "said", dir: "auto" }, said),
    declined && declinedBox(declined),
    answer && answerBox(answer, id),
    turn.drafts.length > 0 && el("p", { class: "made" }, turn.drafts.map(draftButton)),
    turn.questions.length > 0 && questionsBox(turn.questions, id, newest),
  ];
}

/** The reply repeats what was left out; on the page that stands once, in a box of its own. */
function reply({ reply: text, declined }) {
  if (!declined) return text;
  const repeated = `Left out: ${declined.what}. ${declined.why} ${declined.instead}`;
  return text.replace(repeated, "").trim();
}

function declinedBox({ what, why, instead }) {
  return el(
    "div",
    { class: "declined" },
    el("p", { dir: "auto" }, el("strong", {}, "Left out: "), what),
    el("p", { dir: "auto" }, why),
    el("p", { dir: "auto" }, el("strong", {}, "Instead: "), instead),
  );
}

function answerBox(answer, id) {
  keepPassages(answer.passages);
  const titles = new Map(answer.passages.map((passage) => [passage.id, passage.title]));
  const groups = new Map();
  for (const line of answer.lines) {
    const key = line.citations.join(" ");
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return el("div", { class: "answer" }, [...groups].map(([key, lines]) => [
    el("blockquote", { dir: "auto" }, lines.map((line) => el("p", {}, line.text))),
    lines[0].citations.map((cited) =>
      disclosure(`${id}-${key}-${cited}`, `Source: ${titles.get(cited) ?? cited}`, () => passageBox(cited), { class: "source" })),
  ]));
}

function draftButton(draft) {
  return button(`Open: ${kindTitle(draft.kind)}, version ${draft.version}`, () => openDraft(draft.id), { class: "chip", dir: "auto" });
}

function questionsBox(questions, id, newest) {
  return el(
    "div",
    { class: "questions" },
    el("h3", {}, questions.length > 1 ? "To make it better, tell me" : "To make it better, tell me one thing"),
    el("ol", {}, questions.map((question, at) => questionItem(question, `${id}-question-${at}`, newest))),
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
    newest && el(
      "div",
      { class: "choices", role: "group", "aria-labelledby": id },
      choices.map((choice, at) => button(choiceWords(choice, question.fact), () => choose(choice), { class: "chip", id: `${id}-${at}`, dir: "auto", disabled: Boolean(state.pending) })),
      button("Type the answer", () => answerInBrief(question.fact), { class: "quiet", id: `${id}-own` }),
    ),
  );
}
