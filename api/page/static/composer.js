/** The message box: what is typed is kept until it has been answered. */

import { refill } from "./dom.js";
import { send } from "./exchange.js";
import { onChange, state } from "./state.js";

const form = document.getElementById("composer");
const box = document.getElementById("message");
const button = document.getElementById("send");
const hint = document.getElementById("message-hint");
const usual = hint.textContent;
const most = Number(box.dataset.most);
const NEAR = 2_000;

/** Put a text into the box, ready to be changed or sent. */
export function propose(text) {
  box.value = text;
  noted();
  box.focus();
  box.setSelectionRange(text.length, text.length);
}

/** Bring back what was typed and not sent before the page was left. */
export function restore() {
  box.value = sessionStorage.getItem("unsent") ?? "";
  noted();
}

/** Forget what was typed when the page was left while it was being answered, and it has arrived all the same. */
export function forgetArrived() {
  const last = state.messages.findLast((message) => message.role === "manager");
  if (!last || last.text !== box.value) return;
  box.value = "";
  noted();
}

async function submit(event) {
  event?.preventDefault();
  const text = box.value;
  if (!text.trim() || state.pending || length(text) > most) {
    box.focus();
    return;
  }
  box.value = "";
  const taken = await send(text);
  if (!taken) box.value = box.value ? `${text}\n${box.value}` : text;
  noted();
}

/** Keep what is typed for the case that the page goes away, and say how much room is left. */
function noted() {
  sessionStorage.setItem("unsent", box.value);
  const left = most - length(box.value);
  if (left >= NEAR) refill(hint, usual);
  else if (left >= 0) refill(hint, `${left.toLocaleString()} characters left.`);
  else refill(hint, `Too long by ${(-left).toLocaleString()}: send it in parts, the facts first.`);
  hint.classList.toggle("over", left < 0);
}

/** Length as the server counts it: in code points. */
function length(text) {
  return text.length > most / 2 ? [...text].length : text.length;
}

form.addEventListener("submit", submit);
box.addEventListener("input", noted);
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
});
onChange(["conversation"], () => {
  button.disabled = Boolean(state.pending);
  button.textContent = state.pending ? "Working …" : "Send";
});
