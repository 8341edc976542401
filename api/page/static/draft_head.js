/** The head of a draft: who wrote it and when, its versions, what to do with it, what waits for the manager. */

import { button, el } from "./dom.js";
import { draftDocument, lookAt, tried } from "./edits.js";
import { copyMarkdown, exportLink } from "./export.js";
import { answerInBrief } from "./brief.js";
import { changesOf } from "./changes.js";
import { disclosure } from "./disclosure.js";
import { spec } from "./facts.js";
import { findingsList } from "./findings.js";
import { legend } from "./basis.js";
import { state } from "./state.js";
import { moment } from "./when.js";

/**
 * @param {object} seen the version on view
 * @param {object} newest the newest version of the same draft
 */
export function headOf(seen, newest) {
  const old = seen !== newest;
  return el(
    "header",
    { class: "document-head" },
    el("h3", { class: "document-title", dir: "auto" }, seen.title),
    el(
      "div",
      { class: "document-meta" },
      versions(seen, newest),
      el("span", {}, written(seen.provenance), ", ", moment(seen.provenance.created_at)),
    ),
    old && backTo(newest),
    el("div", { class: "toolbar" }, exportLink(seen), copyMarkdown(seen)),
    !old && staleBanner(newest),
    !old && waiting(newest),
    !old && findingsList(newest),
    changesOf(seen),
    legend(),
  );
}

/** Who wrote a version. */
function written({ writer, model }) {
  if (writer === "model") return `Written by the model ${model ?? ""}, checked by code`;
  return "Composed from your brief and the library, without a model";
}

function versions(seen, newest) {
  if (newest.version === 1) return el("span", {}, "Version 1");
  const numbers = Array.from({ length: newest.version }, (_, at) => newest.version - at);
  const options = numbers.map((number) =>
    el(
      "option",
      { value: number, selected: number === seen.version },
      number === newest.version ? `${number} (newest)` : number,
    ),
  );
  const pick = (event) => tried(() => lookAt(Number(event.target.value)));
  return el(
    "label",
    { class: "versions" },
    "Version ",
    el("select", { id: "version", on: { change: pick } }, options),
  );
}

function backTo(newest) {
  const back = () => tried(() => lookAt(newest.version));
  return el(
    "div",
    { class: "banner" },
    el("p", {}, "This is an earlier version, to read only."),
    button("Back to the newest", back),
  );
}

function staleBanner({ stale, kind }) {
  if (!stale.length) return null;
  const titles = stale.map((name) => spec(name).title).join(", ");
  return el(
    "div",
    { class: "banner", id: "stale", role: "group", "aria-label": "The brief changed" },
    el("p", {}, `The brief changed since this was written: ${titles}.`),
    button("Draft again", () => tried(() => draftDocument(kind)), {
      class: "primary",
      id: "draft-again",
      disabled: Boolean(state.stage),
    }),
  );
}

function waiting(draft) {
  const questions = draft.open_questions;
  if (!questions.length) return null;
  const summary = questions.length === 1 ? "1 open question" : `${questions.length} open questions`;
  return disclosure(
    `open-${draft.id}`,
    summary,
    () =>
      el(
        "ol",
        { class: "open-questions" },
        questions.map((item) =>
          el(
            "li",
            {},
            el("span", { dir: "auto" }, item.text),
            button("Answer", () => answerInBrief(item.fact), {
              class: "quiet",
              "aria-label": `Answer: ${item.text}`,
            }),
          ),
        ),
      ),
    { class: "waiting" },
  );
}
