"""Sentences of a span, cut at closing marks but not inside abbreviations or numbers."""

import re
from collections.abc import Iterator

from assistant.reading.text import Span, Text

_CLOSE = re.compile(r"[.!?]+[\"')\]]*(?=\s|$)|\n[ ]*\n")
_LAST_WORD = re.compile(r"[\w.&]+$")
# After these a full stop ends nothing, or only before a capital.
_NEVER = frozenset(
    [
        "e.g",
        "i.e",
        "eg",
        "ie",
        "vs",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "approx",
        "st",
        "incl",
        "resp",
        "cf",
        "ca",
    ]
)
_UNLESS_CAPITAL = frozenset(
    [
        "etc",
        "inc",
        "ltd",
        "corp",
        "co",
        "a.m",
        "p.m",
        "max",
        "min",
        "dept",
        "yrs",
        "mo",
        "hrs",
        "hr",
        "exp",
        "est",
        "p.a",
        "excl",
        "u.s",
        "u.k",
        "no",
    ]
)
LONGEST = 600


def sentences(text: Text, span: Span) -> Iterator[Span]:
    """The sentences of a span, each with its closing mark."""
    start = span.start
    for match in _CLOSE.finditer(text.low, span.start, span.end):
        if match[0][0] == "." and _abbreviation(text, start, match):
            continue
        yield from _cut(text, Span(start, match.end()))
        start = match.end()
    yield from _cut(text, Span(start, span.end))


def _abbreviation(text: Text, start: int, match: re.Match[str]) -> bool:
    word = _LAST_WORD.search(text.low, max(start, match.start() - 12), match.start())
    if word is None:
        return False
    after = text.raw[match.end() : match.end() + 3].strip()
    if word[0] in _NEVER or (len(word[0]) == 1 and text.raw[word.start()].isupper() and word[0] != "i"):
        return True
    return word[0] in _UNLESS_CAPITAL - {"no"} and not after[:1].isupper()


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
