/** Make what is unknown stand out: each `[TBD: ...]` becomes a button to the fact that it waits for. */

import { answerInBrief } from "./brief.js";
import { button, el } from "./dom.js";
import { factOfLabel } from "./facts.js";

const MARK = /(\[TBD: [^\]]*\])/;

/** A text with its marks. */
export function marked(text) {
  return text.split(MARK).map((piece) => (MARK.test(piece) ? mark(piece) : piece));
}

function mark(piece) {
  const fact = factOfLabel(piece.slice("[TBD: ".length, -1));
  if (!fact) return el("mark", { class: "tbd" }, piece);
  return button(piece, () => answerInBrief(fact), { class: "tbd", title: "Fill this in" });
}
