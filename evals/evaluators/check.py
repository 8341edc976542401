"""The base of every evaluator: it says what is wrong, and holds when nothing is."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext

if TYPE_CHECKING:
    from evals.gate.cases import About, Inputs
    from evals.gate.outcome import Outcome

MOST_SHOWN = 4


@dataclass(repr=False)
class Check(Evaluator["Inputs", "Outcome", "About"]):
    """An evaluator with a reason beside its verdict, whichever it is."""

    def get_default_evaluation_name(self) -> str:
        """The evaluator with its first argument, so that two of a kind can be told apart."""
        values = [getattr(self, field.name) for field in fields(self)]
        first = next((value for value in values if value), None)
        name = type(self).__name__
        return f"{name}({_short(first)})" if first and not isinstance(first, bool) else name

    def evaluate(self, ctx: "EvaluatorContext[Inputs, Outcome, About]") -> EvaluationReason:
        """Hold when no fault is found."""
        faults = list(self.faults(ctx.inputs, ctx.output))
        more = f" (and {len(faults) - MOST_SHOWN} more)" if len(faults) > MOST_SHOWN else ""
        return EvaluationReason(not faults, "; ".join(faults[:MOST_SHOWN]) + more or self.holds(ctx.output))

    @abstractmethod
    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield what is wrong, in words."""

    def holds(self, outcome: "Outcome") -> str:
        """What was looked at, for the reason of a verdict that holds."""
        lines = sum(1 for _ in outcome.lines())
        return f"nothing wrong in {lines} lines" if lines else "nothing wrong"


def _short(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(map(str, value))[:40]
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))[:40]
    return str(value)[:40]
