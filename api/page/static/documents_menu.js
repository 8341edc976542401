/** The kinds of document that can be drafted, each with what it is for. */

import { disclosure } from "./disclosure.js";
import { button, el, show } from "./dom.js";
import { draftDocument, tried } from "./edits.js";
import { state } from "./state.js";

/** The menu; where there is no draft yet it lies open and says what will stand here. */
export function documentsMenu(first) {
  if (!state.kinds.length) return null;
  const list = () => el("ul", { class: "kinds" }, state.kinds.map(kindItem));
  if (!first) return disclosure("documents", "Draft another document", list, { class: "documents" });
  return el(
    "div",
    { class: "documents" },
    el(
      "p",
      { class: "empty" },
      "Your documents appear here. Send a message, or draft one from the brief as it stands: what is not known yet is marked and asked.",
    ),
    list(),
  );
}

function kindItem(kind) {
  const made = state.drafts.some((draft) => draft.kind === kind.id);
  return el(
    "li",
    {},
    button(made ? `${kind.title}: draft again` : kind.title, () => draft(kind.id), {
      class: "kind",
      id: `kind-${kind.id}`,
      disabled: Boolean(state.stage),
    }),
    el("p", { class: "hint" }, kind.summary),
  );
}

async function draft(id) {
  if (await tried(() => draftDocument(id))) show(document.getElementById("draft-body"));
}
