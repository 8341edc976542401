/** What the page knows, and who wants to hear when it changes. */

const NOTHING = { facts: {}, open: [], conflicts: [] };

/**
 * `drafts` are the newest versions in the order of their creation; `shown` is the id of the one on view and
 * `older` an earlier version of it; `writing` is the draft that is being streamed, section by section.
 */
export const state = {
  kinds: [],
  conversations: [],
  ...blank(),
};

const listeners = new Map();

/** Call `listener` whenever one of the topics (`conversation`, `brief`, `draft`, `list`) has changed. */
export function onChange(topics, listener) {
  for (const topic of topics) listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

/** Draw again whatever shows these topics. */
export function changed(...topics) {
  const due = new Set(topics.flatMap((topic) => listeners.get(topic) ?? []));
  for (const listener of due) listener();
}

/** Forget the conversation that was on view. */
export function clear() {
  Object.assign(state, blank());
}

/** The newest version of the draft on view. */
export function shownDraft() {
  return state.drafts.find((draft) => draft.id === state.shown) ?? state.drafts.at(-1) ?? null;
}

/** Put a version in the place of the one before it. */
export function keepDraft(draft) {
  const at = state.drafts.findIndex((item) => item.id === draft.id);
  if (at < 0) state.drafts.push(draft);
  else state.drafts[at] = draft;
}

/** How a kind is called. */
export function kindTitle(id) {
  return state.kinds.find((kind) => kind.id === id)?.title ?? id.replaceAll("_", " ");
}

function blank() {
  return {
    id: null,
    title: "",
    messages: [],
    brief: NOTHING,
    drafts: [],
    tokens: { tokens_in: 0, tokens_out: 0 },
    shown: null,
    older: null,
    writing: null,
    pending: null,
    stage: "",
    problem: null,
  };
}
