"""Only what was there is cited, and what is cited has to do with the line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.draft import Line
from evals.evaluators.check import Check
from evals.evaluators.wording import content, excerpt, is_foreign

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class CitesOnly(Check):
    """Citations name passages that exist and that were in a prompt, and each shares words with its line.

    A text in another language than the library shares no words with it: there the first two are asked.
    `some_of` are passages of which at least one must be cited.
    """

    some_of: list[str] = field(default_factory=list)

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield each citation that does not stand."""
        answer = list(outcome.answer.lines) if outcome.answer else []
        yield from (f"no citation: {excerpt(line.text)}" for line in answer if not line.citations)
        lines = [line for _, line in outcome.lines()] + answer
        for line in lines:
            for id_ in line.citations:
                yield from self._of(id_, line, outcome)
        cited = {id_ for line in lines for id_ in line.citations}
        if self.some_of and not cited & set(self.some_of):
            yield f"none of {', '.join(self.some_of)} is cited"

    def _of(self, id_: str, line: Line, outcome: "Outcome") -> Iterator[str]:
        if id_ not in outcome.shown:
            yield f"'{id_}' is no passage here"
        elif outcome.answer and outcome.sent and not any(id_ in text for text in outcome.sent):
            yield f"'{id_}' was in no prompt"
        elif len(content(line.text)) > 2 and not self._shares(id_, line, outcome):
            yield f"'{id_}' has nothing to do with {excerpt(line.text)}"

    def _shares(self, id_: str, line: Line, outcome: "Outcome") -> bool:
        return is_foreign(outcome.text()) or bool(content(line.text) & content(outcome.shown[id_]))
