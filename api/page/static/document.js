/** A draft's sections, each in its shape: text, bullets or a table that scrolls in a box of its own. */

import { el } from "./dom.js";
import { lineItem, lineRow } from "./line.js";
import { state } from "./state.js";

const AUDIENCES = { public: "Goes out", internal: "Internal" };

/**
 * @param {{id: string, kind?: string, sections: object[]}} draft
 * @param {{editable: boolean}} how
 */
export function documentBody(draft, { editable }) {
  return draft.sections.map((section) => part(draft, section, editable));
}

function part(draft, section, editable) {
  const id = `section-${draft.id}-${section.id}`;
  return el(
    "div",
    { class: `part ${section.shape}` },
    el(
      "div",
      { class: "part-head" },
      el("h4", { id, tabindex: "-1", dir: "auto" }, section.title),
      el("span", { class: `audience ${section.audience}` }, AUDIENCES[section.audience]),
    ),
    section.shape === "table" ? table(draft, section, editable, id) : lines(draft, section, editable),
  );
}

function lines(draft, section, editable) {
  return el(
    "ul",
    { class: "lines" },
    section.lines.map((line) => lineItem({ draft, section, line, editable, byHand: [] })),
  );
}

function table(draft, section, editable, id) {
  const byHand = section.columns.map((column) => handColumns(draft, section).includes(column));
  const head = section.columns.map((column, at) =>
    el(
      "th",
      { scope: "col", class: byHand[at] && "by-hand" },
      column,
      byHand[at] && el("span", { class: "hand-note" }, "by hand, on paper or your own copy"),
    ),
  );
  return el(
    "div",
    { class: "table-box", role: "region", tabindex: "0", "aria-labelledby": id },
    el(
      "table",
      { class: section.columns.length > 4 ? "wide" : null },
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          el("th", { scope: "col", class: "mark-column" }, el("span", { class: "hidden-text" }, "Basis")),
          head,
        ),
      ),
      el(
        "tbody",
        {},
        section.lines.map((line) => lineRow({ draft, section, line, editable, byHand })),
      ),
    ),
  );
}

/** The columns that only a person fills: this assistant holds no ratings. */
function handColumns(draft, section) {
  const kind = state.kinds.find((item) => item.id === draft.kind);
  return kind?.sections.find((item) => item.id === section.id)?.blank ?? [];
}
