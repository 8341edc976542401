/** The draft on view: tabs by document, its head, and the document itself. */

import { documentBody } from "./document.js";
import { headOf } from "./draft_head.js";
import { documentsMenu } from "./documents_menu.js";
import { el, refill, show } from "./dom.js";
import { nameInAddress } from "./session.js";
import { changed, kindTitle, onChange, shownDraft, state } from "./state.js";
import { count, view } from "./views.js";

const body = document.getElementById("draft-body");

onChange(["draft"], draw);

/** Put a draft on view. */
export function openDraft(id) {
  Object.assign(state, { shown: id, older: null });
  view("draft");
  nameInAddress();
  changed("draft");
  show(body);
}

function draw() {
  const { drafts, writing } = state;
  const draft = shownDraft();
  count("draft", drafts.length || "");
  const key = writing ? "writing" : `${draft?.id} ${state.older?.version ?? ""}`;
  const moved = body.dataset.key !== key;
  body.dataset.key = key;
  refill(
    body,
    drafts.length > 0 && tabs(drafts, draft),
    writing ? beingWritten(writing) : draft && page(draft),
    !writing && documentsMenu(drafts.length === 0),
  );
  if (moved) body.scrollTop = 0;
}

function tabs(drafts, shown) {
  const labels = drafts.map((draft) => label(draft, drafts));
  const nodes = drafts.map((draft, at) =>
    el(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${draft.id}`,
        "aria-selected": String(draft === shown),
        "aria-controls": "document",
        tabindex: draft === shown ? "0" : "-1",
        on: { click: () => pick(draft.id), keydown: (event) => move(event, at) },
      },
      labels[at],
      draft.stale.length > 0 && el("span", { class: "hidden-text" }, " (the brief changed)"),
      draft.stale.length > 0 && el("span", { class: "stale-dot", "aria-hidden": "true" }, "•"),
    ),
  );
  return el("div", { role: "tablist", class: "tabs", "aria-label": "Documents" }, nodes);
}

/** The kind's name, numbered where there are several of a kind. */
function label(draft, drafts) {
  const alike = drafts.filter((other) => other.kind === draft.kind);
  return kindTitle(draft.kind) + (alike.length > 1 ? ` ${alike.indexOf(draft) + 1}` : "");
}

function pick(id) {
  Object.assign(state, { shown: id, older: null });
  nameInAddress();
  changed("draft");
}

function move(event, at) {
  const { drafts } = state;
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: drafts.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = drafts.at(to % drafts.length);
  pick(next.id);
  document.getElementById(`tab-${next.id}`).focus();
}

function page(draft) {
  const seen = state.older ?? draft;
  return el(
    "div",
    { class: "document", id: "document", role: "tabpanel", "aria-labelledby": `tab-${draft.id}` },
    headOf(seen, draft),
    documentBody(seen, { editable: seen === draft }),
    el(
      "p",
      { class: "notice" },
      "Read it before you send it. Nothing here is legal advice. Nobody is scored.",
    ),
  );
}

function beingWritten({ title, sections }) {
  return el(
    "article",
    { class: "document", "aria-busy": "true" },
    el("h3", { class: "document-title" }, title || "Draft"),
    el("p", { class: "hint" }, progress(sections.length)),
    documentBody({ id: "writing", sections }, { editable: false }),
  );
}

function progress(done) {
  if (!done) return "Being written …";
  return `Being written: ${done} section${done === 1 ? "" : "s"} so far …`;
}
