"""The product's own checks find nothing of this weight."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from evals.evaluators.check import Check

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome

ORDER = ("info", "advice", "risk")


@dataclass(repr=False)
class NoFindings(Check):
    """No finding of this severity or above, but for the categories that the case provokes."""

    severity: Literal["risk", "advice", "info"] = "risk"
    but: list[str] = field(default_factory=list)

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield each finding."""
        for draft in outcome.drafts:
            for item in draft.findings:
                if ORDER.index(item.severity) >= ORDER.index(self.severity) and item.category not in self.but:
                    yield f"{item.category} in {item.line or 'the document'}: {item.message}"

    def holds(self, outcome: "Outcome") -> str:
        """How many lighter ones there are."""
        count = sum(len(draft.findings) for draft in outcome.drafts)
        return f"{count} findings, none of {self.severity}"


@dataclass(repr=False)
class Finds(Check):
    """The product's checks find this: the category of a finding, as the case provokes it."""

    category: str

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield that it is not found."""
        if not any(item.category == self.category for draft in outcome.drafts for item in draft.findings):
            yield f"no finding of '{self.category}'"
