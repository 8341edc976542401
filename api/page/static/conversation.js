/** The conversation: its messages, what is under way, and the welcome while there is none. */

import { el, refill } from "./dom.js";
import { replyParts } from "./reply.js";
import { onChange, state } from "./state.js";
import { moment } from "./when.js";

const log = document.getElementById("log");
const box = document.getElementById("log-box");
const welcome = document.getElementById("welcome");
const stage = document.getElementById("stage");
let drawn = "";

onChange(["conversation"], draw);

function draw() {
  const { messages, pending } = state;
  const waiting = pending && !pending.shown;
  welcome.hidden = messages.length > 0 || Boolean(pending) || Boolean(state.id && state.title);
  refill(
    log,
    messages.map((message, at) => messageItem(message, at === messages.length - 1)),
    waiting && sent(pending),
  );
  stage.hidden = !state.stage;
  stage.textContent = state.stage ? `${state.stage} …` : "";
  const showing = `${state.id} ${messages.length + (waiting ? 1 : 0)}`;
  if (showing !== drawn) toNewest();
  drawn = showing;
}

/** The newest reply from its beginning, or all of it when it fits. */
function toNewest() {
  const newest = log.querySelector(":scope > li:nth-last-child(2)") ?? log.lastElementChild;
  box.scrollTop = newest ? newest.offsetTop - log.offsetTop : 0;
}

function sent(pending) {
  return el(
    "li",
    { class: "message manager waiting" },
    who("You", pending.sent),
    el("p", { class: "said", dir: "auto" }, pending.text),
  );
}

function messageItem(message, newest) {
  const id = `message-${message.id}`;
  if (message.role === "manager") {
    return el(
      "li",
      { class: "message manager", id },
      who("You", message.created_at),
      el("p", { class: "said", dir: "auto" }, message.text),
    );
  }
  const { turn } = message;
  return el(
    "li",
    { class: "message assistant", id },
    who("Assistant", message.created_at, turn?.writer),
    turn ? replyParts(turn, id, newest) : el("p", { class: "said", dir: "auto" }, message.text),
  );
}

function who(name, at, writer) {
  const how = { outline: "without a model", model: "with a model" }[writer];
  return el("p", { class: "who" }, el("strong", {}, name), " ", moment(at), how && ` · ${how}`);
}
