/** The manager's own documents: upload, replace, delete, and what of each was left out. */

import { call } from "./api.js";
import { confirmed } from "./confirm.js";
import { el, refill } from "./dom.js";

const dialog = document.getElementById("guidance");
const form = document.getElementById("guidance-form");
const file = document.getElementById("guidance-file");
const instead = document.getElementById("guidance-instead");
const send = document.getElementById("guidance-send");
const said = document.getElementById("guidance-said");
const trouble = document.getElementById("guidance-trouble");
const body = document.getElementById("guidance-body");
const LARGEST = 10_000_000;

/** Do something with the documents; what goes wrong is told here, since the page behind cannot be seen. */
async function tried(words, action) {
  trouble.textContent = "";
  said.textContent = words;
  try {
    said.textContent = (await action()) ?? "";
    await list();
  } catch (problem) {
    said.textContent = "";
    trouble.textContent = problem.message;
  }
}

async function list() {
  const { items } = await call("GET", "/api/documents");
  instead.replaceChildren(
    el("option", { value: "" }, "A new document"),
    ...items.map((item) => el("option", { value: item.id }, `Instead of: ${item.title}`)),
  );
  refill(
    body,
    items.length
      ? el("ul", { class: "conversation-list" }, items.map(row))
      : el("p", { class: "empty" }, "Nothing is uploaded yet."),
  );
}

function row(item) {
  const pending = item.pending_passages ? `, ${item.pending_passages} of them still being indexed` : "";
  const passages = `${item.passage_count} passage${item.passage_count === 1 ? "" : "s"}${pending}`;
  const words = {
    text: "Delete",
    label: `Delete ${item.title}`,
    question: "Delete it from the search, too?",
    yes: "Delete",
    no: "Keep",
  };
  return el(
    "li",
    {},
    el(
      "div",
      { class: "conversation-row" },
      el("p", { class: "own-title", dir: "auto" }, item.title),
      el("p", { class: "hint", dir: "auto" }, `${item.file_name} · ${item.as_of} · ${passages}`),
      report("Left out, since a reader would not see it or need it:", item.left_out),
      report("Note:", item.warnings),
    ),
    confirmed(`forget-${item.id}`, words, () => remove(item)),
  );
}

function report(title, sentences) {
  if (!sentences.length) return null;
  return el(
    "div",
    { class: "own-report" },
    el("p", {}, title),
    el("ul", {}, sentences.map((sentence) => el("li", {}, sentence))),
  );
}

async function remove(item) {
  await tried(`Deleting ${item.title} …`, async () => {
    await call("DELETE", `/api/documents/${encodeURIComponent(item.id)}`);
    return `${item.title} is deleted, and found no more.`;
  });
  file.focus();
}

async function upload(chosen) {
  if (chosen.size > LARGEST) throw new Error("The file is larger than 10 MB. Upload its text alone.");
  const name = `name=${encodeURIComponent(chosen.name)}`;
  const kept = instead.value
    ? await call("PUT", `/api/documents/${encodeURIComponent(instead.value)}?${name}`, chosen)
    : await call("POST", `/api/documents?${name}`, chosen);
  form.reset();
  if (kept.pending_passages) return `${kept.title} is kept, and found passage by passage in the next minutes.`;
  return `${kept.title} is kept, and found from now on.`;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const [chosen] = file.files;
  if (!chosen || send.disabled) return;
  send.disabled = true;
  await tried(`Reading ${chosen.name} … A long document takes a minute.`, () => upload(chosen));
  send.disabled = false;
});
document.getElementById("guidance-close").addEventListener("click", () => dialog.close());
document.getElementById("own").addEventListener("click", () => {
  dialog.showModal();
  tried("", async () => null);
});
