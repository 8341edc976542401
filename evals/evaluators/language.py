"""The manager is answered in the language in which they wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.reading.language import language
from evals.evaluators.check import Check
from evals.evaluators.wording import excerpt

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class Language(Check):
    """What is said is in this language, and a reading names it."""

    code: str

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield what is in another language."""
        if outcome.reading and outcome.reading.language != self.code:
            yield f"read as '{outcome.reading.language}', not '{self.code}'"
        text = outcome.said if outcome.reading else outcome.text()
        if not text.strip():
            # Without a model a reading says nothing of its own.
            yield from ["nothing is said"] if outcome.sent else []
        elif language(text) != self.code:
            yield f"said in '{language(text)}', not '{self.code}': {excerpt(text)}"
