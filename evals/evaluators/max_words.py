"""Disciplined and short: a document, a section or an answer keeps to its length."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.evaluators.check import Check
from knowledge.names import words

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class MaxWords(Check):
    """At most so many words, in all or in one section."""

    most: int
    section: str | None = None

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield the count when it is over."""
        count = self._count(outcome)
        if count > self.most:
            yield f"{count} words, more than {self.most}"

    def holds(self, outcome: "Outcome") -> str:
        """The count."""
        return f"{self._count(outcome)} words of {self.most}"

    def _count(self, outcome: "Outcome") -> int:
        return len(words(outcome.text(self.section)))
