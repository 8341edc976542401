"""Plain words: what goes out can be read without effort (Gunning Fog index over pyphen's syllables)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from evals.evaluators.check import Check

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]

    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome

WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
END = re.compile(r"[.!?:;|\n]+")
FEWEST_WORDS = 30


@dataclass(repr=False)
class ReadingLevel(Check):
    """A Fog index of at most `most`; above 14 a text wants rewriting.

    `sections` are those that are prose; without any, everything is read. Words of the brief are the manager's
    own terms and count as easy, however long.
    """

    most: float = 14.0
    sections: list[str] = field(default_factory=list)

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield the index when it is over."""
        level = self._level(outcome)
        if level > self.most:
            yield f"Fog {level:.1f}, more than {self.most:g}"

    def get_default_evaluation_name(self) -> str:
        """The evaluator's name alone."""
        return "ReadingLevel"

    def holds(self, outcome: "Outcome") -> str:
        """The index."""
        return f"Fog {self._level(outcome):.1f}"

    def _level(self, outcome: "Outcome") -> float:
        parts = [outcome.text(name) for name in self.sections] if self.sections else [outcome.text()]
        own = {
            word.casefold() for fact in outcome.brief.facts.values() for word in _words(" ".join(fact.items))
        }
        return fog("\n".join(parts), frozenset(own))


def fog(text: str, easy: frozenset[str] = frozenset()) -> float:
    """The Gunning Fog index; nought for a text too short to tell."""
    found = _words(text)
    if len(found) < FEWEST_WORDS:
        return 0.0
    sentences = [part for part in END.split(text) if WORD.search(part)]
    hard = [word for word in found if word.casefold() not in easy and _syllables(word) >= 3]
    return 0.4 * (len(found) / len(sentences) + 100 * len(hard) / len(found))


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def _syllables(word: str) -> int:
    """Syllables without the endings that make no word harder ("-ed", "-es", "-ing")."""
    stem = re.sub(r"(?:ed|es|ing|s)$", "", word.lower())
    return len(_hyphens().positions(stem)) + 1


@cache
def _hyphens() -> "Pyphen":
    from pyphen import Pyphen

    return Pyphen(lang="en_US")
