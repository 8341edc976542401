/** New words for lines that the manager edited by hand: shown, and taken only when they say so. */

import { button, el } from "./dom.js";
import { openDraft } from "./draft.js";
import { editDraft, tried } from "./edits.js";
import { state } from "./state.js";

/** The proposals of a turn; later on the line itself is the place to edit. */
export function proposalsBox(proposals, id, newest) {
  return el(
    "div",
    { class: "proposals" },
    el("h3", {}, "Lines that you wrote yourself are as you left them. New words for them"),
    el(
      "ul",
      {},
      proposals.map((proposal, at) =>
        el(
          "li",
          {},
          el("p", { id: `${id}-proposal-${at}`, dir: "auto" }, proposal.text),
          newest &&
            button("Use these words", () => take(proposal), {
              class: "chip",
              "aria-describedby": `${id}-proposal-${at}`,
              disabled: Boolean(state.pending),
            }),
        ),
      ),
    ),
  );
}

async function take({ draft_id: id, line, text }) {
  openDraft(id);
  const sections = state.drafts.find((draft) => draft.id === id)?.sections ?? [];
  const old = sections.flatMap((section) => section.lines).find((item) => item.id === line);
  const words = old?.cells ? { cells: text.split(" | ") } : { text };
  await tried(() => editDraft({ lines: { [line]: words } }));
}
