"""What an extractor found for one fact, before it is decided what becomes of it."""

from dataclasses import dataclass, replace
from typing import Literal

from assistant.brief import Change
from assistant.reading.text import NOWHERE, Span, Text

Op = Literal["set", "correct", "add", "remove", "clear"]
MOST = 300


@dataclass(frozen=True)
class Found:
    """A value for a fact and the span of the message that says it.

    `reach` is everything the words belong to, cue included, so that nothing else is read from there.
    """

    fact: str
    value: str
    span: Span
    op: Op = "set"
    reach: Span = NOWHERE

    @property
    def whole(self) -> Span:
        """The span with its cue."""
        return (
            Span(min(self.span.start, self.reach.start), max(self.span.end, self.reach.end))
            if self.reach
            else self.span
        )

    def change(self, text: Text) -> Change:
        """The change to the brief, its quote verbatim."""
        return Change(self.fact, self.op, self.value, text.quote(self.span))

    def as_op(self, op: Op) -> "Found":
        """The same with another operation."""
        return replace(self, op=op)


def found(
    fact: str, text: Text, span: Span, *, value: str | None = None, reach: Span | None = None
) -> Found | None:
    """A find whose value is the span's own words, or none when they are empty or too long for a value."""
    trimmed = text.trim(span)
    words = text.value(trimmed) if value is None else value
    if not trimmed or not words or len(words) > MOST:
        return None
    return Found(fact, words, trimmed, reach=reach or span)
