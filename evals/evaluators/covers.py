"""What was given is in the document: each item in its section, and on through the chain."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.draft import Line
from evals.evaluators.check import Check
from evals.evaluators.wording import excerpt, share

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome

MOST = 6


@dataclass(repr=False)
class Covers(Check):
    """Each of the first six items of a list fact has a line in a section, which holds most of its words.

    With `then`, that line's first cell opens a row in each of these sections too: must-have to competency,
    to question, to scorecard. With `once`, the section has no line beyond the items.
    """

    fact: str
    section: str
    then: list[str] = field(default_factory=list)
    once: bool = False
    least: float = 0.6

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield each item without its line, and each line without its row."""
        items = outcome.brief.items(self.fact)
        if not items:
            yield f"the brief gives no {self.fact}"
        lines = [line for _, line in outcome.lines(self.section)]
        for item in items[:MOST]:
            found = [line for line in lines if share(item, line.text) >= self.least]
            if not found:
                yield f"{excerpt(item)} has no line in '{self.section}'"
            else:
                yield from self._chain(item, found, outcome)
        known = [line for line in lines if not line.unknown and self.fact in line.facts]
        if self.once and len(known) > len(items):
            yield f"'{self.section}' has {len(known)} lines for {len(items)} items"

    def _chain(self, item: str, lines: list[Line], outcome: "Outcome") -> Iterator[str]:
        heads = {line.cells[0] for line in lines if line.cells}
        for name in self.then:
            rows = {line.cells[0] for _, line in outcome.lines(name) if line.cells}
            if not heads & rows:
                yield f"{excerpt(item)} has no row in '{name}'"
