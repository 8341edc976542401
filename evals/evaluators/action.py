"""What was done: the intent, the documents, what was declined, whether it was answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.evaluators.check import Check

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class Action(Check):
    """The case ended in this; what is not named is not looked at.

    `intents` are the intents of which one will do, `kinds` the documents asked for or drafted, `declined`
    whether a part was left out, `answered` whether an answer was given, `done` whether anything was drafted
    or answered at all.
    """

    intents: list[str] | None = None
    kinds: list[str] | None = None
    declined: bool | None = None
    answered: bool | None = None
    done: bool | None = None

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield each thing that ended otherwise."""
        if self.intents is not None and outcome.intent not in self.intents:
            yield f"the intent is {outcome.intent}, not {' or '.join(self.intents)}"
        if self.kinds is not None and sorted(outcome.kinds) != sorted(self.kinds):
            yield f"documents: {', '.join(outcome.kinds) or 'none'}, not {', '.join(self.kinds) or 'none'}"
        if self.declined is not None and (outcome.declined is not None) != self.declined:
            yield "nothing was declined" if self.declined else f"declined: {outcome.declined}"
        answered = outcome.answer is not None and outcome.answer.answered
        if self.answered is not None and answered != self.answered:
            yield "it was not answered" if self.answered else "it was answered"
        if self.done is not None and bool(outcome.drafts or answered) != self.done:
            yield "nothing was done" if self.done else "something was done"

    def get_default_evaluation_name(self) -> str:
        """The evaluator's name alone."""
        return "Action"

    def holds(self, outcome: "Outcome") -> str:
        """What was done."""
        did = [f"intent {outcome.intent}"] if outcome.intent else []
        did += [f"drafted {', '.join(outcome.kinds)}"] if outcome.kinds else []
        did += [f"left out {outcome.declined}"] if outcome.declined else []
        return "; ".join(did) or "as expected"
