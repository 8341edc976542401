"""The shape of a message: its lines as own words, bullets, headings or other people's mail."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.reading.patterns import pattern
from assistant.reading.text import Span, Text

BULLET = re.compile(r"[ ]*(?:[-*•‣▪+o·]|\d{1,2}[.)]|\([a-z0-9]\)|\[[ x]?\])(?=[ ])[ ]*(?:\[[ x]?\][ ]+)?")
HEADING = re.compile(r"[ ]*#{1,6}[ ]+")
FORWARD = pattern(r"""
    -{2,}[ ]*(?:original message|forwarded message|forwarded by)|begin forwarded message|
    on .{4,80} wrote:[ ]*$|from:[ ].{1,120}$
""")
HEADER = re.compile(r"(?:from|to|cc|bcc|sent|date|subject|betreff):[ ]")
# The manager's own words that send us to the mail below.
ENDORSED = pattern(r"""
    \b(?:see|as|read|use|based on|from|per|in)\b[^\n]{0,30}\b(?:below|forwarded|attached mail|
    this (?:mail|email|e-mail))\b|\bforwarding\b|\b(?:mail|email|e-mail|thread|note) below\b|^\s*(?:fyi\b|
    below\b)
""")
# A line at least this long may simply have been wrapped; a shorter one when the next begins small.
WRAPPED = 55
WRAPPED_SMALL = 30


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
    """Every line, blank ones too; a mail below is quoted unless the manager's own words send us to it."""
    found: list[Line] = []
    mail = False
    at = 0
    for part in text.low.split("\n"):
        mail = mail or FORWARD.match(part.strip()[:200]) is not None
        line = _line(part, at)
        found.append(replace(line, quoted=line.quoted or mail))
        at += len(part) + 1
    own = "\n".join(text.folded(line.span) for line in found if not line.quoted)
    if all(line.quoted for line in found) or ENDORSED.search(own):
        return [_endorsed(text, line) if line.quoted else line for line in found]
    return found


def _line(part: str, at: int) -> Line:
    quoted = part.lstrip().startswith(">")
    heading = HEADING.match(part)
    bullet = None if heading or quoted else BULLET.match(part)
    mark = heading or bullet
    return Line(Span(at + (mark.end() if mark else 0), at + len(part)), bool(bullet), bool(heading), quoted)


def _endorsed(text: Text, line: Line) -> Line:
    """A line of a mail that is to be read, without its '>'; the mail's headers are not."""
    words = text.folded(line.span)
    if FORWARD.match(words.strip()[:200]) or HEADER.match(words.strip()):
        return line
    start = line.span.start + len(words) - len(words.lstrip(" >"))
    return replace(_line(text.low[start : line.span.end], start), foreign=True)


def blocks(text: Text, own: Sequence[Line]) -> Iterator[tuple[Span, Line]]:
    """Runs of prose as spans, wrapped lines joined, each with its first line."""
    first: Line | None = None
    last: Line | None = None
    for line in own:
        blank = not text.folded(line.span).strip() or line.quoted
        if first and last and (blank or not _wraps(text, last, line)):
            yield Span(first.span.start, last.span.end), first
            first = last = None
        if not blank:
            first, last = first or line, line
    if first and last:
        yield Span(first.span.start, last.span.end), first


def _wraps(text: Text, last: Line, line: Line) -> bool:
    """Say whether a line runs on into the next: it is long, or the next begins small."""
    between = text.low[last.span.end + 1 : line.span.start].strip()
    if last.heading or line.bullet or line.heading or between:
        return False
    before, after = text.quote(last.span).rstrip(), text.quote(line.span).lstrip()
    if before.endswith((".", "!", "?", ":")):
        return False
    return len(before) >= (WRAPPED_SMALL if after[:1].islower() else WRAPPED)
