"""Sentences of a span, cut at closing marks but not inside abbreviations or numbers."""

import re
from collections.abc import Iterator

from assistant.reading.patterns import words
from assistant.reading.text import Span, Text

_CLOSE = re.compile(r"[.!?]+[\"')\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[\w.&]+$")
# After these a full stop ends nothing, or only before a capital.
_NEVER = words(
    "e.g|i.e|eg|ie|vs|mr|mrs|ms|dr|prof|approx|st|incl|excl|cf|ca",
)
_UNLESS_CAPITAL = words(
    "etc|inc|ltd|corp|co|a.m|p.m|max|min|dept|yrs|mo|hrs|hr|exp|est|p.a|u.s",
    "u.k",
)
# "Candidates A and B." ends with a letter that is no initial.
_COUNTED = re.compile(r"(?:and|or|&|candidates?|options?|plan|team|variant)[ ]$")
# "One (1) no. Network Administrator".
_COUNT = re.compile(r"(?:\d\)?|\bone|\btwo)[ ]$")
LONGEST = 600


def sentences(text: Text, span: Span) -> Iterator[Span]:
    """The sentences of a span, each with its closing mark; an endless one in pieces."""
    start = span.start
    for match in _CLOSE.finditer(text.low, span.start, span.end):
        if match[0][0] == "." and _abbreviation(text, start, match):
            continue
        yield from _cut(text, Span(start, match.end()))
        start = match.end()
    yield from _cut(text, Span(start, span.end))


def _abbreviation(text: Text, start: int, match: re.Match[str]) -> bool:
    """Say whether a full stop belongs to a short form or an initial, and ends nothing."""
    word = _LAST_WORD.search(text.low, max(start, match.start() - 12), match.start())
    if word is None:
        return False
    if word[0] in _NEVER:
        return True
    if word[0] == "no" and _COUNT.search(text.low, max(start, word.start() - 12), word.start()):
        return True
    capital = text.raw[match.end() : match.end() + 3].strip()[:1].isupper()
    if len(word[0]) == 1 and word[0].isalpha() and text.raw[word.start()].isupper() and word[0] != "i":
        return capital and not _COUNTED.search(text.low, max(start, word.start() - 14), word.start())
    return word[0] in _UNLESS_CAPITAL and not capital


def _cut(text: Text, span: Span) -> Iterator[Span]:
    """The sentence without leading space; an endless one in pieces."""
    start = span.start
    while start < span.end and text.low[start].isspace():
        start += 1
    while span.end - start > LONGEST:
        space = text.low.rfind(" ", start + 1, start + LONGEST)
        end = space if space > start else start + LONGEST
        yield Span(start, end)
        start = end
    if text.low[start : span.end].strip():
        yield Span(start, span.end)
