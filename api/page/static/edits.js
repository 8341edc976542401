/** What a manager changes by hand: facts of the brief, lines of a draft, a new document. */

import { Problem, call } from "./api.js";
import { announce } from "./dom.js";
import { begun, nameInAddress, reread } from "./session.js";
import { changed, keepDraft, kindTitle, shownDraft, state } from "./state.js";

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
  if (state.id !== id) return;
  state.brief = brief;
  await reread();
  announce("The brief is changed.");
}

/** Change lines of the draft on view: `{lines, strike, accept}`; what is accepted joins the brief. */
export async function editDraft(change) {
  const draft = shownDraft();
  const path = `/api/drafts/${encodeURIComponent(draft.id)}`;
  const next = await call("PATCH", path, { ...change, version: draft.version }).catch(readAgain);
  if (!state.drafts.some((item) => item.id === next.id)) return;
  keepDraft(next);
  if (change.accept) await reread();
  announce(`Kept as version ${next.version}.`);
}

/** Somebody else, or another window, was faster: show what stands now and say so. */
async function readAgain(problem) {
  if (problem.status === 409) {
    await reread();
    throw new Problem(
      409,
      "The draft had changed meanwhile. You see it as it stands now: make your change again.",
    );
  }
  throw problem;
}

/** Draft a document of a kind from the brief as it stands; one at a time. */
export async function draftDocument(kind) {
  if (state.stage) return;
  const title = kindTitle(kind);
  Object.assign(state, { stage: `Drafting: ${title}`, writing: { id: null, title, sections: [] } });
  announce(state.stage);
  changed("conversation", "draft");
  let id, draft;
  try {
    id = await begun();
    draft = await call("POST", "/api/drafts", { kind, conversation_id: id });
  } finally {
    Object.assign(state, { stage: "", writing: null });
  }
  if (state.id !== id) return;
  keepDraft(draft);
  Object.assign(state, { shown: draft.id, older: null });
  nameInAddress();
  announce(`Drafted: ${draft.title}, version ${draft.version}.`);
}

/** Look at an earlier version of the draft on view, or at the newest again. */
export async function lookAt(number) {
  const draft = shownDraft();
  const newest = number === draft.version;
  state.older = newest
    ? null
    : await call("GET", `/api/drafts/${encodeURIComponent(draft.id)}/versions/${number}`);
}
