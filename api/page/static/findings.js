/** What the checks found: how grave it is in a word, where it stands, what to write instead. */

import { disclosure } from "./disclosure.js";
import { button, el, show } from "./dom.js";

const WORDS = { risk: "Risk", advice: "Advice", info: "Note" };

/** The findings of a draft; those with a risk among them lie open. */
export function findingsList(draft) {
  const { findings } = draft;
  if (!findings.length) return null;
  const list = el(
    "ul",
    { class: "findings" },
    findings.map((finding) => item(draft, finding)),
  );
  if (findings.some((finding) => finding.severity === "risk")) {
    return el("div", { class: "waiting" }, el("h4", { class: "waiting-title" }, summary(findings)), list);
  }
  return disclosure(`findings-${draft.id}`, summary(findings), () => list, { class: "waiting" });
}

function summary(findings) {
  const counts = Object.entries(WORDS).map(([severity, word]) => [
    word,
    findings.filter((finding) => finding.severity === severity).length,
  ]);
  const told = counts
    .filter(([, number]) => number)
    .map(([word, number]) => `${number} ${plural(word.toLowerCase(), number)}`);
  return `Checks: ${told.join(", ")}`;
}

function plural(word, number) {
  return number === 1 ? word : ({ risk: "risks", note: "notes" }[word] ?? word);
}

function item(draft, finding) {
  const place = target(draft, finding);
  return el(
    "li",
    { class: `finding ${finding.severity}` },
    el(
      "p",
      { dir: "auto" },
      el("strong", { class: "severity" }, WORDS[finding.severity]),
      " ",
      finding.message,
    ),
    finding.quote && el("p", {}, el("q", { dir: "auto" }, finding.quote)),
    finding.suggestion && el("p", { class: "suggestion", dir: "auto" }, finding.suggestion),
    finding.source && el("p", { class: "hint", dir: "auto" }, finding.source),
    place &&
      button("Show the place", () => point(place), {
        class: "quiet",
        "aria-label": `Show the place: ${finding.message}`,
      }),
  );
}

function target(draft, { line, section }) {
  if (line) return `line-${draft.id}-${line}`;
  return section ? `section-${draft.id}-${section}` : null;
}

function point(id) {
  const node = document.getElementById(id);
  for (const other of document.querySelectorAll(".pointed")) other.classList.remove("pointed");
  node?.classList.add("pointed");
  show(node);
}
