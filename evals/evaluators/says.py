"""What a text must say, and what it must never say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evals.evaluators.check import Check

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class Says(Check):
    """The text holds every one of `all`, one of `any`, and none of `none`; case does not matter.

    Whole words are meant. `section` keeps to one section, `public` to what may leave the organisation. With
    `unless_found`, one of `none` may stand in a line that a finding names: shown to the manager, not hidden.
    """

    all: list[str] = field(default_factory=list)
    any: list[str] = field(default_factory=list)
    none: list[str] = field(default_factory=list)
    section: str | None = None
    public: bool = False
    unless_found: bool = False

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield what is missing and what should not be there."""
        text = self._text(outcome)
        yield from (f"'{word}' is not said" for word in self.all if not _holds(text, word))
        if self.any and not any(_holds(text, word) for word in self.any):
            yield f"none of {', '.join(self.any)} is said"
        quotes = " ".join(item.quote for draft in outcome.drafts for item in draft.findings)
        for word in self.none:
            if _holds(text, word) and not (self.unless_found and _holds(quotes, word)):
                yield f"'{word}' is said"

    def _text(self, outcome: "Outcome") -> str:
        if not self.public:
            return "\n".join((outcome.text(self.section), outcome.said if self.section is None else ""))
        return "\n".join(line.text for section, line in outcome.lines() if section.audience == "public")


def _holds(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None
