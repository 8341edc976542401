/** What a manager changes by hand: facts of the brief, lines of a draft, a new document. */

import { call } from "./api.js";
import { announce } from "./dom.js";
import { begun, nameInAddress, reread } from "./session.js";
import { changed, keepDraft, shownDraft, state } from "./state.js";

/** Run an edit; what goes wrong is shown above the message box and said aloud. True when it went well. */
export async function tried(action) {
  try {
    state.problem = null;
    await action();
    return true;
  } catch (problem) {
    state.problem = problem;
    return false;
  } finally {
    changed("conversation", "brief", "draft");
  }
}

/** Set facts of the brief, or forget those that are null. */
export async function editBrief(facts) {
  const id = await begun();
  const brief = await call("PATCH", `/api/conversations/${encodeURIComponent(id)}/brief`, { facts });
  state.brief = { ...state.brief, ...brief };
  await reread();
  announce("The brief is changed.");
}

/** Change lines of the draft on view: `{lines, strike, accept}`. */
export async function editDraft(change) {
  const draft = shownDraft();
  const next = await call("PATCH", `/api/drafts/${encodeURIComponent(draft.id)}`, { ...change, version: draft.version });
  keepDraft(next);
  announce(`Kept as version ${next.version}.`);
}

/** Draft a document of a kind from the brief as it stands. */
export async function draftDocument(kind) {
  const id = await begun();
  const draft = await call("POST", "/api/drafts", { kind, conversation_id: id });
  keepDraft(draft);
  Object.assign(state, { shown: draft.id, older: null });
  nameInAddress();
  announce(`Drafted: ${draft.title}, version ${draft.version}.`);
}

/** Look at an earlier version of the draft on view, or at the newest again. */
export async function lookAt(number) {
  const draft = shownDraft();
  const newest = number === draft.version;
  state.older = newest ? null : await call("GET", `/api/drafts/${encodeURIComponent(draft.id)}/versions/${number}`);
}
