/** A reply: what was said and left out, the answer with its sources, the drafts made, the questions. */

import { disclosure } from "./disclosure.js";
import { button, el } from "./dom.js";
import { openDraft } from "./draft.js";
import { cost } from "./model.js";
import { keepPassages, passageBox } from "./passage.js";
import { proposalsBox } from "./proposals.js";
import { questionsBox } from "./questions.js";
import { kindTitle } from "./state.js";

/**
 * What the assistant said in one turn.
 * @param {object} turn
 * @param {string} id of the message's element
 * @param {boolean} newest whether it is the last message
 */
export function replyParts(turn, id, newest) {
  const { answer, declined } = turn;
  const said = reply(turn);
  return [
    said && el("p", { class: "said", dir: "auto" }, said),
    declined && declinedBox(declined),
    answer?.lines.length > 0 && answerBox(answer, id),
    turn.drafts.length > 0 && el("p", { class: "made" }, turn.drafts.map(draftButton)),
    turn.proposals.length > 0 && proposalsBox(turn.proposals, id, newest),
    turn.questions.length > 0 && questionsBox(turn.questions, id, newest),
    cost(turn) && el("p", { class: "hint" }, `Language model: ${cost(turn)}`),
  ];
}

/** The reply repeats what was left out; on the page that stands once, in a box of its own. */
function reply({ reply: text, declined }) {
  if (!declined) return text;
  const repeated = `Left out: ${declined.what}. ${declined.why} ${declined.instead}`;
  return text.replace(repeated, "").trim();
}

function declinedBox({ what, why, instead }) {
  return el(
    "div",
    { class: "declined" },
    el("p", { dir: "auto" }, el("strong", {}, "Left out: "), what),
    el("p", { dir: "auto" }, why),
    el("p", { dir: "auto" }, el("strong", {}, "Instead: "), instead),
  );
}

function answerBox(answer, id) {
  keepPassages(answer.passages);
  const titles = new Map(answer.passages.map((passage) => [passage.id, passage.title]));
  const groups = new Map();
  for (const line of answer.lines) {
    const key = line.citations.join(" ");
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return el(
    "div",
    { class: "answer" },
    [...groups].map(([key, lines]) => [
      el(
        "blockquote",
        { dir: "auto" },
        lines.map((line) => el("p", {}, line.text)),
      ),
      lines[0].citations.map((cited) =>
        disclosure(
          `${id}-${key}-${cited}`,
          `Source: ${titles.get(cited) ?? cited}`,
          () => passageBox(cited),
          { class: "source" },
        ),
      ),
    ]),
  );
}

function draftButton(draft) {
  return button(`Open: ${kindTitle(draft.kind)}, version ${draft.version}`, () => openDraft(draft.id), {
    class: "chip",
    dir: "auto",
  });
}
