/** The list of conversations: begin a new one, switch, delete. */

import { confirmed } from "./confirm.js";
import { button, el, refill } from "./dom.js";
import { tried } from "./edits.js";
import { deleteConversation, listConversations, openConversation } from "./session.js";
import { onChange, state } from "./state.js";
import { view } from "./views.js";
import { moment } from "./when.js";

const dialog = document.getElementById("conversations");
const body = document.getElementById("conversations-body");
const current = document.getElementById("current");
const message = document.getElementById("message");

function draw() {
  current.textContent = state.title || "";
  const rows = state.conversations.map(row);
  refill(
    body,
    rows.length
      ? el("ul", { class: "conversation-list" }, rows)
      : el("p", {}, "There is no conversation yet."),
  );
}

function row({ id, title, updated_at: at }) {
  const name = title || "Untitled conversation";
  const open = button(name, () => switchTo(id), {
    id: `conversation-${id}`,
    class: "conversation-name",
    dir: "auto",
    "aria-current": id === state.id && "true",
  });
  const words = {
    text: "Delete",
    label: `Delete ${name}`,
    question: "Delete it with its brief and drafts?",
    yes: "Delete",
    no: "Keep",
  };
  return el(
    "li",
    {},
    el("div", { class: "conversation-row" }, open, at && el("span", { class: "hint" }, moment(at))),
    confirmed(`delete-${id}`, words, () => remove(id)),
  );
}

async function remove(id) {
  const gone = await tried(() => deleteConversation(id));
  if (!gone) dialog.close();
  else document.getElementById("conversations-close").focus();
}

async function switchTo(id) {
  dialog.close();
  await openConversation(id);
  view("conversation");
  message.focus();
}

document.getElementById("new").addEventListener("click", () => switchTo(null));
document.getElementById("conversations-close").addEventListener("click", () => dialog.close());
document.getElementById("list").addEventListener("click", async () => {
  dialog.showModal();
  const listed = await tried(listConversations);
  if (!listed) dialog.close();
});
onChange(["list", "conversation"], draw);
