"""Findings on a text as a person reads them: the line, the words underlined, the reason, the rewording."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.draft import Finding

# A long line is shown from this many characters before the words to so many after them.
BEFORE, AFTER = 40, 60
ORDER = ("risk", "advice", "info")


def show_findings(text: str, findings: Sequence[Finding]) -> str:
    """The findings, the gravest first, and how many there are of each severity."""
    ranked = sorted(findings, key=lambda finding: ORDER.index(finding.severity))
    counts = Counter[str](finding.severity for finding in findings)
    total = " · ".join(f"{counts[name]} {name}" for name in ORDER if counts[name]) or "Nothing found"
    return "\n\n".join((*("\n".join(_block(text, finding)) for finding in ranked), f"{total}."))


def _block(text: str, finding: Finding) -> Iterator[str]:
    start, end = finding.span
    number = text.count("\n", 0, start) + 1
    yield f"{finding.severity.upper()} {finding.category}, line {number}"
    first, last = _line(text, start, end)
    shown, words = _plain(text[first:last]), _plain(text[start : min(end, last)])
    yield f"  {shown}"
    yield f"  {' ' * _width(_plain(text[first:start]))}{'~' * max(_width(words), 1)}"
    yield f"  Why: {finding.message}"
    if finding.suggestion:
        yield f"  Instead: {finding.suggestion}"
    if finding.source:
        yield f"  Source: {finding.source}"


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of the line around the words: on one line, and not too long."""
    opening = max(text.rfind("\n", 0, start) + 1, start - BEFORE)
    closing = text.find("\n", start)
    stop = len(text) if closing == -1 else closing
    return opening, min(stop, max(end, start) + AFTER)


def _plain(part: str) -> str:
    """Nothing that moves the cursor or hides what stands there: one column for each such character."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in part)


def _width(part: str) -> int:
    """The columns that a text takes in a terminal."""
    return sum(_columns(char) for char in part)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
