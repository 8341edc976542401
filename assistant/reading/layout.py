"""The shape of a message: its lines as own words, bullets, headings or other people's mail."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.reading.text import Span, Text

BULLET = re.compile(r"[ ]*(?:[-*•‣▪+o·]|\d{1,2}[.)]|\([a-z0-9]\)|\[[ x]?\])(?=[ ])[ ]*(?:\[[ x]?\][ ]+)?")
HEADING = re.compile(r"[ ]*#{1,6}[ ]+")
FORWARD = re.compile(
    r"-{2,}[ ]*(?:original message|forwarded message|forwarded by)|begin forwarded message|"
    r"on .{4,80} wrote:[ ]*$|from:[ ].{1,120}$"
)
HEADER = re.compile(r"(?:from|to|cc|bcc|sent|date|subject|betreff):[ ]")
ENDORSED = re.compile(
    r"\b(?:see|as|read|use|based on|from|per|in)\b[^\n]{0,30}\b(?:below|forwarded|attached mail|this (?:mail|email|e-mail))\b|"
    r"\bforwarding\b|\b(?:mail|email|e-mail|thread|note) below\b|^\s*(?:fyi\b|below\b)"
)
SOFT = 55  # A line at least this long may simply have been wrapped.


@dataclass(frozen=True)
class Line:
    """One line's content; `bullet` and `heading` tell its mark.

    `foreign` words are another's, from a mail; `quoted` ones are not even to be read for facts.
    """

    span: Span
    bullet: bool = False
    heading: bool = False
    quoted: bool = False
    foreign: bool = False


def lines(text: Text) -> list[Line]:
    """Every line with something on it, and a line without content for each blank one."""
    found: list[Line] = []
    foreign = False
    at = 0
    for part in text.low.split("\n"):
        line = _line(part, at)
        foreign = foreign or bool(FORWARD.match(part.strip()[:200]))
        found.append(Line(line.span, line.bullet, line.heading, line.quoted or foreign))
        at += len(part) + 1
    if any(line.quoted for line in found) and _endorsed(text, found):
        return [_own(text, line) for line in found]
    return found


def _line(part: str, at: int) -> Line:
    quoted = part.lstrip().startswith(">")
    heading = HEADING.match(part)
    bullet = None if heading or quoted else BULLET.match(part)
    skip = heading.end() if heading else bullet.end() if bullet else 0
    return Line(Span(at + skip, at + len(part)), bool(bullet), bool(heading), quoted)


def _endorsed(text: Text, found: list[Line]) -> bool:
    """Say whether the manager's own words send us to the mail below."""
    own = "\n".join(text.folded(line.span) for line in found if not line.quoted)
    return bool(ENDORSED.search(own)) or not own.strip()


def _own(text: Text, line: Line) -> Line:
    words = text.folded(line.span).strip()
    if FORWARD.match(words[:200]) or HEADER.match(words):
        return line
    lead = len(text.folded(line.span)) - len(text.folded(line.span).lstrip(" >"))
    inner = _line(text.low[line.span.start + lead : line.span.end], line.span.start + lead)
    return Line(inner.span, inner.bullet, inner.heading, foreign=line.quoted)


def blocks(text: Text, own: Sequence[Line]) -> Iterator[tuple[Span, Line]]:
    """Runs of prose as spans, wrapped lines joined, each with its first line."""
    start: Line | None = None
    last: Line | None = None
    for line in own:
        blank = not text.folded(line.span).strip()
        joins = (
            last is not None
            and not blank
            and not line.bullet
            and not line.heading
            and _wraps(text, last, line)
        )
        if start is not None and last is not None and not joins:
            yield Span(start.span.start, last.span.end), start
            start = last = None
        if not blank and not line.quoted:
            start, last = start or line, line
    if start is not None and last is not None:
        yield Span(start.span.start, last.span.end), start


def _wraps(text: Text, last: Line, line: Line) -> bool:
    """Say whether a line runs on into the next: it is long, or the next begins small, and no sentence ended."""
    if last.heading or line.quoted or text.low[last.span.end + 1 : line.span.start].strip():
        return False
    before, after = text.quote(last.span).rstrip(), text.quote(line.span).lstrip()
    if before.endswith((".", "!", "?", ":")) or not after:
        return False
    small = after[0].islower() and len(before) >= 30
    return small or len(before) >= SOFT
