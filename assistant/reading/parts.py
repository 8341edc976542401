"""A message taken apart: its labelled lines read, the rest as sentences with their doubts."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.found import Found
from assistant.reading.labelled import LabelReader
from assistant.reading.layout import HEADER, blocks, lines
from assistant.reading.moods import Sentence, sentence
from assistant.reading.prose import ProseReader
from assistant.reading.sentences import sentences
from assistant.reading.text import Span, Text

# Beyond this many sentences nobody writes a brief; what follows is not read.
MOST = 400
_WORDS = re.compile(r"[^\W_]{2}")


@dataclass(frozen=True)
class Parts:
    """What stands in labelled lines, each find with the doubts of its words, and every other sentence.

    `text` marks where the sentences start.
    """

    text: Text
    labelled: Sequence[tuple[Found, Sentence]]
    sentences: Sequence[Sentence]

    @property
    def own(self) -> list[Sentence]:
        """The sentences that are the manager's own, and no mail pasted below them."""
        return [item for item in self.sentences if not item.foreign]


def parts(message: str, prose: ProseReader, known: frozenset[str], choices: frozenset[str]) -> Parts:
    """Take a message apart: lines as they were received, sentences over wrapped lines."""
    as_received, flat = Text(message), Text(message, frozenset())
    own = lines(as_received)
    finds, read = LabelReader(flat, prose, known, choices).read(own)
    labelled = [(item, sentence(flat, _with_mark(flat, item.span))) for item in finds]
    rest = [
        (span, first.foreign)
        for block, first in blocks(as_received, own)
        for part in without(block, read)
        for span in sentences(flat, part)
        if _WORDS.search(flat.low, span.start, span.end) and not HEADER.match(flat.low, block.start)
    ][:MOST]
    text = Text(message, frozenset(span.start for span, _ in rest))
    before = [None, *(span for span, _ in rest)]
    told = [sentence(text, span, foreign, last) for (span, foreign), last in zip(rest, before, strict=False)]
    return Parts(text, labelled, told)


def _with_mark(text: Text, span: Span) -> Span:
    """The span with a question mark that follows it."""
    return Span(span.start, span.end + 1) if text.low[span.end : span.end + 1] == "?" else span


def without(block: Span, read: Sequence[Span]) -> list[Span]:
    """What is left of a block beside the spans already read, which are in order and apart."""
    left, start = [], block.start
    at = bisect_right(read, block.start, key=lambda span: span.end)
    while at < len(read) and read[at].start < block.end:
        if read[at].start > start:
            left.append(Span(start, read[at].start))
        start = max(start, read[at].end)
        at += 1
    if start < block.end:
        left.append(Span(start, block.end))
    return left
