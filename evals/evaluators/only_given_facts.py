"""Nothing invented: no figure, name or degree that neither the brief nor a cited passage holds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.checks.claims import Claim, Support, claims
from assistant.draft import Line
from assistant.facts import FACTS
from assistant.spoken import spoken
from evals.evaluators.check import Check
from evals.evaluators.wording import excerpt, is_foreign

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class OnlyGivenFacts(Check):
    """Every claim of every line stands in the brief, in what the manager said, or in a passage that it cites.

    Stricter than the product, which lets an assumption hold a figure because it is shown as an assumption:
    a model has no reason to invent one at all. `allow` are words that may stand anywhere. Of an answer in
    another language than the library only the figures are compared; its names and degrees are other words.
    """

    allow: list[str] = field(default_factory=list)

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield each claim without support."""
        given = Support.of(*_said(inputs, outcome), *self.allow)
        labels = Support.of(_own_words(outcome))
        for section, line in outcome.lines():
            cited = _cited(line, outcome)
            for claim in claims(line.text):
                if not (given.bears(claim) or cited.bears(claim) or _label(claim, labels)):
                    word = line.text[claim.start : claim.end]
                    yield f"{section.id}: {claim.kind} '{word}' is given nowhere: {excerpt(line.text)}"
        foreign = is_foreign(outcome.text())
        for line in outcome.answer.lines if outcome.answer else ():
            cited = _cited(line, outcome)
            for claim in claims(line.text):
                if not cited.bears(claim) and (claim.kind == "number" or not foreign):
                    word = line.text[claim.start : claim.end]
                    yield f"answer: {claim.kind} '{word}' is in no cited passage"


def _said(inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
    for name in outcome.brief.facts:
        yield from (part for text in outcome.brief.items(name) for part in (text, spoken(name, text)))
    yield from (claim.value for item in outcome.brief.conflicts for claim in item.values)
    yield inputs.message
    yield from inputs.by_hand.values()


def _cited(line: Line, outcome: "Outcome") -> Support:
    return Support.of(*(outcome.shown[id_] for id_ in line.citations if id_ in outcome.shown))


def _label(claim: Claim, labels: Support) -> bool:
    return claim.kind == "name" and labels.bears(claim)


def _own_words(outcome: "Outcome") -> str:
    """The words of forms: the kinds' own titles and templates, and the names of the facts."""
    rules = [rule for kind in outcome.forms.values() for rule in kind.sections]
    forms = [text for rule in rules for part in rule.lines for text in (rule.title, *part.templates)]
    return "\n".join((*forms, *(f"{spec.title} {spec.label}" for spec in FACTS.values())))
