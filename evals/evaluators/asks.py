"""What is unknown is asked for, and what is known is not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evals.evaluators.check import Check

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class Asks(Check):
    """These facts are asked for, each shown as a TBD, and nothing is asked that the brief gives.

    `never` are facts that must not be asked for; lists below their usual number may be asked for again.
    """

    facts: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield each question that is missing or out of place."""
        yield from (f"'{name}' is not asked for" for name in self.facts if name not in outcome.questions)
        yield from (f"'{name}' is asked for" for name in self.never if name in outcome.questions)
        known = {name for name, fact in outcome.brief.facts.items() if isinstance(fact.value, str)}
        yield from (
            f"'{name}' is asked for although it is given" for name in outcome.questions if name in known
        )
        marked = any(line.unknown for _, line in outcome.lines())
        if self.facts and outcome.drafts and not marked:
            yield "nothing in the document is marked as unknown"

    def holds(self, outcome: "Outcome") -> str:
        """What is asked for."""
        return f"asked: {', '.join(outcome.questions) or 'nothing'}"
