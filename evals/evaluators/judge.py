"""One yes-or-no question to the model, where no rule can decide; off the menu is no verdict."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext

from assistant.model.prompt import Prompt
from assistant.prompting import Prompts
from assistant.writing.answer_schema import object_schema

if TYPE_CHECKING:
    from evals.gate.cases import About, Inputs
    from evals.gate.outcome import Outcome

TEMPLATE = "judge"
UNSCORED = "unscored"
VERDICTS = ("yes", "no")


@dataclass(repr=False)
class Judge(Evaluator["Inputs", "Outcome", "About"]):
    """The model answers one question on the text with yes; recorded beside the case's own answers."""

    question: str

    def get_default_evaluation_name(self) -> str:
        """The question."""
        return f"Judge({self.question[:60]})"

    def evaluate(self, ctx: "EvaluatorContext[Inputs, Outcome, About]") -> EvaluationReason:
        """Hold on yes, fail on no; anything else, or no model to ask, is unscored."""
        if ctx.output.ask is None:
            return EvaluationReason(UNSCORED, "there is no model to ask")
        return verdict(ctx.output.ask(self.prompt(ctx.output)))

    def prompt(self, outcome: "Outcome") -> Prompt:
        """The question with the text before and after."""
        prompts = Prompts(Path(__file__).parent)
        before = "\n".join(line.text for _, line in outcome.before.lines()) if outcome.before else ""
        system, user = prompts.render(TEMPLATE, question=self.question, before=before, text=outcome.text())
        text = {"type": "string"}
        schema = object_schema({"reason": text, "verdict": {"type": "string", "enum": list(VERDICTS)}})
        return Prompt(system, user, TEMPLATE, schema, prompts.digest(TEMPLATE))


def verdict(answer: str) -> EvaluationReason:
    """The verdict of an answer; what is neither yes nor no is none."""
    try:
        given = json.loads(answer)
        said, reason = given["verdict"], str(given["reason"])
    except (ValueError, KeyError, TypeError):
        return EvaluationReason(UNSCORED, "the answer is not of the form asked for")
    if said not in VERDICTS:
        return EvaluationReason(UNSCORED, "the answer is neither yes nor no")
    return EvaluationReason(said == "yes", reason)
