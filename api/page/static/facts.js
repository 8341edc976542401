/** What the facts of a brief are called and how they are asked for; the server wrote them into the page. */

const specs = new Map();
for (const node of document.getElementById("facts").content.querySelectorAll("[data-name]")) {
  const { name, shape, title, label, question, scope } = node.dataset;
  const choices = [...node.querySelectorAll("[data-choice]")].map((item) => item.dataset.choice);
  specs.set(name, { name, shape, title, label, question, scope, choices });
}

// Values of closed sets as a person says them.
const SPOKEN = { standalone: "stand-alone", joins_team: "part of a team" };

/** The names of all facts, in the order in which a brief shows them. */
export const names = [...specs.keys()];

/** How a fact is called, its shape (`text`, `list` or `choice`) and its choices. */
export function spec(name) {
  return (
    specs.get(name) ?? { name, shape: "text", title: name, label: "", question: "", scope: "", choices: [] }
  );
}

/** A value of a fact as it is shown. */
export function spoken(value) {
  return SPOKEN[value] ?? value;
}

/** A fact's value, or its quote, as a list. */
export function items(value) {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The question about a fact, with the right noun in it. */
export function question(name, engagement) {
  return words(spec(name).question, engagement);
}

/** The fact that a `[TBD: ...]` label waits for, if one can be told. */
export function factOfLabel(label) {
  for (const each of specs.values()) {
    for (const noun of ["person", "contractor", "employee"]) {
      const full = words(each.label, noun);
      if (full && (label === full || label.startsWith(`${full};`) || label.startsWith(`${full},`)))
        return each.name;
    }
  }
  return null;
}

function words(text, engagement) {
  const noun = engagement === "contractor" || engagement === "employee" ? engagement : "person";
  return text.replaceAll("{person}", noun);
}
