"""Everything was finished: the model did what it was asked, and nothing fell back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.writing.wording import left_out
from evals.evaluators.check import Check

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class Finished(Check):
    """Nothing is said to have gone wrong; where prompts went out, a model's words are in the document.

    So many lines of the model's `may_go`: where the model must lose a line, its loss is the guard at work.
    """

    may_go: int = 0

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield what went wrong."""
        yield from (fault for fault in outcome.faults if fault != left_out(self.may_go))
        if outcome.refused:
            yield f"refused: {outcome.refused}"
        writers = {draft.provenance.writer for draft in outcome.drafts}
        drafted = any('"sections"' in text for text in outcome.sent)
        if drafted and "model" not in writers:
            yield "no document is the model's"

    def holds(self, outcome: "Outcome") -> str:
        """How many prompts it took."""
        return f"finished, {len(outcome.sent)} prompts"
