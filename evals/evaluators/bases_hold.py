"""Every line's basis holds: brief says what the brief says, guidance cites, assumptions are listed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.draft import Draft, Line
from assistant.spoken import spoken
from evals.evaluators.check import Check
from evals.evaluators.wording import content, excerpt, share

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class BasesHold(Check):
    """Bases are what they claim to be; `least` is the share of a brief's line that its facts must hold."""

    least: float = 0.34

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield each line whose basis does not hold."""
        for draft in outcome.drafts:
            for section, line in draft.lines():
                where = f"{section.id}: {excerpt(line.text)}"
                for fault in self._of_line(draft, line, outcome):
                    yield f"{fault}: {where}"

    def _of_line(self, draft: Draft, line: Line, outcome: "Outcome") -> Iterator[str]:
        if set(line.facts) - set(outcome.brief.facts):
            yield "names a fact that the brief lacks"
        if line.basis == "guidance" and not line.citations:
            yield "guidance without a citation"
        if line.basis == "assumption" and line.id not in draft.added:
            yield "an assumption that is not listed"
        if line.basis == "brief" and not (line.unknown or line.edited):
            given = " ".join(
                (
                    *(_said(name, text) for name in line.facts for text in outcome.brief.items(name)),
                    *(text for part in _templates(draft, line, outcome) for text in part),
                )
            )
            if line.facts and len(content(line.text)) > 3 and share(line.text, given) < self.least:
                yield "says more than the facts that it names"


def _said(fact: str, text: str) -> str:
    return f"{text} {spoken(fact, text)}"


def _templates(draft: Draft, line: Line, outcome: "Outcome") -> Iterator[tuple[str, ...]]:
    """The title and the labels of the line's section, which stand in the kind's file and make no claim."""
    for rule in outcome.forms[draft.kind].sections:
        if rule.id == line.id.partition(".")[0]:
            yield (rule.title,)
            yield from (part.templates for part in rule.lines)
