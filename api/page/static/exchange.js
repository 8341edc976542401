/** One message and what comes back for it, event by event; nothing that was typed is lost on the way. */

import { Problem, lost, open, words } from "./api.js";
import { announce } from "./dom.js";
import { begun, listConversations, nameInAddress, reread } from "./session.js";
import { changed, keepDraft, kindTitle, state } from "./state.js";
import { events } from "./stream.js";

const STAGES = {
  sending: () => "Sending your message",
  reading: () => "Reading your message",
  searching: () => "Searching the library",
  drafting: (data) => `Drafting: ${kindTitle(data.kind ?? "")}`,
};

/** Send a message; false when it was not taken, with `state.problem` saying why. */
export async function send(text) {
  if (state.pending) return false;
  Object.assign(state, { pending: { text, sent: new Date().toISOString() }, problem: null });
  stage("sending", {});
  let id = state.id;
  try {
    id = await begun();
    await follow(id, text);
  } catch (problem) {
    return await settled(id, text, problem);
  }
  await settle(id);
  return true;
}

async function follow(id, text) {
  const path = `/api/conversations/${encodeURIComponent(id)}/messages`;
  const response = await open("POST", path, { text }, "text/event-stream");
  let done = false;
  for await (const { name, data } of events(response)) {
    if (name === "error") throw new Problem(data.status ?? 500, words(data));
    done ||= name === "done";
    if (state.id === id) apply(name, data);
  }
  if (!done) throw lost();
}

/** The line may have broken after the turn was kept: look before saying that it failed. */
async function settled(id, text, problem) {
  const before = state.messages.length;
  if (problem.status === 0 && state.id && state.id === id) {
    await reread().catch(() => {});
    const last = state.messages.slice(before).find((message) => message.role === "manager");
    if (last?.text === text) {
      await settle(id);
      return true;
    }
  }
  finish(id, problem);
  return false;
}

async function settle(id) {
  if (state.id === id) await reread().catch(() => {});
  finish(id, null);
  await listConversations().catch(() => {});
}

function finish(id, problem) {
  if (state.id === id || !state.id) {
    Object.assign(state, { pending: null, stage: "", writing: null, problem });
    nameInAddress();
  }
  changed("conversation", "brief", "draft");
}

function apply(name, data) {
  if (name === "status") stage(data.stage, data);
  if (name === "brief") state.brief = data;
  if (name === "section") addSection(data);
  if (name === "draft") addDraft(data);
  if (name === "done") addTurn(data);
  if (name === "brief" || name === "done") changed("brief");
}

function stage(name, data) {
  state.stage = STAGES[name]?.(data) ?? "Working";
  if (name === "drafting") {
    const kind = data.kind ?? "";
    state.writing = { id: null, kind, title: kindTitle(kind), sections: [] };
  }
  announce(state.stage);
  changed("conversation", "draft");
}

/** A section with an id that is there already replaces it; what comes later may stand before. */
function addSection({ draft_id: id, section }) {
  const writing = state.writing ?? { id, title: "", sections: [] };
  const kept = writing.id === id || !writing.id ? writing.sections : [];
  const at = kept.findIndex((item) => item.id === section.id);
  const sections = at < 0 ? [...kept, section] : kept.with(at, section);
  state.writing = { ...writing, id, sections: inOrder(writing.kind, sections) };
  announce(`Section ready: ${section.title}`);
  changed("draft");
}

function inOrder(kind, sections) {
  const ids = state.kinds.find((item) => item.id === kind)?.sections.map((section) => section.id) ?? [];
  return sections.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

function addDraft(draft) {
  keepDraft(draft);
  Object.assign(state, { writing: null, shown: draft.id, older: null });
  changed("draft");
}

function addTurn(turn) {
  const { pending } = state;
  state.messages = [
    ...state.messages,
    { id: `${turn.id}-message`, role: "manager", text: pending.text, created_at: pending.sent },
    { id: turn.id, role: "assistant", text: turn.reply, created_at: new Date().toISOString(), turn },
  ];
  state.brief = turn.brief;
  state.stage = "";
  state.pending = { ...pending, shown: true };
  announce(`Answered: ${turn.reply}`);
  changed("conversation");
}
