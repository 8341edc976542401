"""A message was read: these facts with these quotes, and none that it does not state."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.brief import Change
from assistant.checks.claims import Support, claims
from assistant.facts import FACTS
from evals.evaluators.check import Check
from evals.evaluators.wording import excerpt, share

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome

Expected = str | list[str]
# A day that was said in words may be written out beside them: "11 January (2027-01-11)".
DATED = re.compile(r"\(?\b\d{4}-\d{2}-\d{2}\b\)?")
CODED = ("jurisdiction", "engagement", "team_setup")


@dataclass(repr=False)
class FactsRead(Check):
    """The reading holds these facts; every quote is in the message, letter by letter.

    `facts` gives for each fact what its value must say (a list: one of its items for each), `quotes` words
    that its quote must hold, `ops` how it changes the brief, `never` facts that must not be read. `exactly`
    allows a list no item beyond those expected.
    """

    facts: dict[str, Expected] = field(default_factory=dict)
    quotes: dict[str, str] = field(default_factory=dict)
    ops: dict[str, str] = field(default_factory=dict)
    never: list[str] = field(default_factory=list)
    exactly: list[str] = field(default_factory=list)

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield what was not read, read wrongly, or read although it was not said."""
        if outcome.reading is None:
            yield "nothing was read"
            return
        changes = outcome.reading.changes
        for name, expected in self.facts.items():
            yield from _missing(name, expected, [item for item in changes if item.fact == name])
        for name, words in self.quotes.items():
            if not any(item.fact == name and words in item.quote for item in changes):
                yield f"{name} is not quoted from {excerpt(words)}"
        for name, op in self.ops.items():
            found = {item.op for item in changes if item.fact == name}
            if op not in found:
                yield f"{name} is {' and '.join(sorted(found)) or 'nothing'}, not {op}"
        for name in self.exactly:
            given = [item for item in changes if item.fact == name and item.op != "remove"]
            if len(given) > len(self.facts.get(name, ())):
                yield f"{name} has {len(given)} items"
        yield from (
            f"{item.fact} is read: {excerpt(item.value)}" for item in changes if item.fact in self.never
        )
        yield from _unquoted(changes, inputs.message)

    def holds(self, outcome: "Outcome") -> str:
        """How many facts were read."""
        return f"{len(outcome.reading.changes) if outcome.reading else 0} changes, every quote in the message"


def _missing(name: str, expected: Expected, changes: list[Change]) -> Iterator[str]:
    for wanted in expected if isinstance(expected, list) else [expected]:
        if FACTS[name].shape == "choice" or name == "jurisdiction":
            found = any(item.value == wanted for item in changes)
        else:
            found = any(share(wanted, item.value) == 1.0 for item in changes)
        if not found:
            said = ", ".join(excerpt(item.value, 30) for item in changes) or "nothing"
            yield f"{name} says {said}, not {excerpt(wanted)}"


def _unquoted(changes: tuple[Change, ...], message: str) -> Iterator[str]:
    """What rests on no words of the message, or says more than they do; looked at anew."""
    for item in changes:
        if not item.quote.strip() or item.quote not in message:
            yield f"the quote of {item.fact} is not in the message"
        elif item.fact not in CODED:
            support = Support.of(item.quote)
            beyond = [claim for claim in claims(DATED.sub("", item.value)) if not support.bears(claim)]
            if beyond:
                yield f"{item.fact} says more than its quote: {excerpt(item.value)}"
