"""A revision changes what was asked and nothing else, letter by letter."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.draft import Draft, Line
from evals.evaluators.check import Check
from evals.evaluators.wording import excerpt

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class Untouched(Check):
    """Outside `within`, sections or line ids, every line is as before; inside, something has changed.

    `keeps` are line ids that stay even there: the manager's own words. `nothing` says that nothing at all
    may change.
    """

    within: list[str] = field(default_factory=list)
    keeps: list[str] = field(default_factory=list)
    nothing: bool = False

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield each line that changed though it should not, and that nothing changed though it should."""
        if outcome.before is None:
            yield "there was no draft before"
            return
        if not outcome.drafts:
            if not self.nothing:
                yield "nothing changed"
            return
        old, new = _lines(outcome.before), _lines(outcome.drafts[-1])
        changed = {id_ for id_ in {*old, *new} if _said(old.get(id_)) != _said(new.get(id_))}
        for id_ in sorted(changed):
            if self.nothing or id_ in self.keeps or not self._is_within(id_):
                now = new.get(id_)
                yield f"{id_} changed: {excerpt(now.text) if now else 'it is gone'}"
        if not self.nothing and not changed:
            yield "nothing changed"

    def _is_within(self, id_: str) -> bool:
        return id_ in self.within or id_.partition(".")[0] in self.within


def _lines(draft: Draft) -> dict[str, Line]:
    return {line.id: line for _, line in draft.lines()}


def _said(line: Line | None) -> tuple[object, ...] | None:
    return (line.text, line.cells, line.basis, line.facts, line.citations) if line else None
