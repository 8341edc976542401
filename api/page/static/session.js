/** Which conversation is open: opened from the address, begun, switched, deleted and read again. */

import { Problem, call } from "./api.js";
import { changed, clear, state } from "./state.js";

const ALL = ["conversation", "brief", "draft", "list"];

/** The conversation and the draft that the address names. */
export function named() {
  const [id, draft] = location.hash.slice(1).split("/").map(decoded);
  return { id: id || null, draft: draft || null };
}

/** A part of the address; one that is garbled names nothing, and is told like any other that is not there. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Write into the address what is on view, so that a reload or a bookmark comes back to it. */
export function nameInAddress() {
  const parts = [state.id, state.shown].filter(Boolean).map(encodeURIComponent);
  const hash = parts.length ? `#${parts.join("/")}` : "";
  if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname);
}

/** Show a conversation, or the start when there is none. */
export async function openConversation(id, draft = null) {
  clear();
  if (id) {
    state.id = id;
    state.shown = draft;
    try {
      await reread();
    } catch (problem) {
      clear();
      state.problem = gone(problem);
    }
  }
  changed(...ALL);
  nameInAddress();
}

/** Read the open conversation again; raises `Problem` and changes nothing when that fails. */
export async function reread() {
  const id = state.id;
  const kept = await call("GET", `/api/conversations/${encodeURIComponent(id)}`);
  if (state.id !== id) return;
  const { messages, brief, title, drafts, tokens_in, tokens_out } = kept;
  Object.assign(state, { messages, brief, title, drafts, tokens: { tokens_in, tokens_out } });
  if (!drafts.some((draft) => draft.id === state.shown)) state.shown = drafts.at(-1)?.id ?? null;
}

/** Make sure that there is a conversation to write into; returns its id. */
export async function begun() {
  if (!state.id) {
    const made = await call("POST", "/api/conversations", {});
    state.id = made.id;
    nameInAddress();
  }
  return state.id;
}

/** Read the list of conversations. */
export async function listConversations() {
  state.conversations = (await call("GET", "/api/conversations")).items;
  changed("list");
}

/** Delete a conversation with its brief and its drafts. */
export async function deleteConversation(id) {
  await call("DELETE", `/api/conversations/${encodeURIComponent(id)}`);
  if (state.id === id) await openConversation(null);
  await listConversations();
}

function gone(problem) {
  if (problem.status !== 404) return problem;
  return new Problem(
    404,
    "This conversation is not there any more. Start a new one, or open another from the list.",
  );
}
