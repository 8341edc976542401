"""Read labelled lines: the value beside the label, or the bullets below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.facts import FACTS, LISTS
from assistant.reading.found import Found, found
from assistant.reading.geography import place_code
from assistant.reading.labels import INLINE_LABEL, LINE_LABEL, NOTHING, fact_of, fits_only
from assistant.reading.layout import HEADER, Line
from assistant.reading.lists import enumerated, items
from assistant.reading.patterns import pattern, words
from assistant.reading.prose import ProseReader
from assistant.reading.sentences import sentences
from assistant.reading.text import Span, Text
from assistant.reading.valued import valued

_GOES_ON = ("responsibilities", "outcomes", "kpis")
_SUBJECT = pattern(r"""
    (?:we|i|it|he|she|they|the|our|there|please|can|could|you|this|that|a|an|my|budget|rate|would|let|also we|
    remote)\b
""")
_OF_FORM = words(
    "engagement|duration|start|rate_or_budget|schedule|location|overlap|time_zone",
    "jurisdiction",
)
MOST_ROLE_WORDS = 12
_NAMES = ("must_haves", "nice_to_haves", "tools")
_ONLY = re.compile(r"\s*(?:just|only|simply) ")
# Labels that are sure at the start of a sentence within a line.
_SURE_INSIDE = words("why|reason|needs|needed|success|results|targets")
_NONE = re.compile(r"none|no|nothing|n/a")


@dataclass(frozen=True)
class _Labelled:
    """A label's fact and words, and the span beside it; `inline` stands within a line."""

    fact: str
    label: str
    start: int
    value: Span
    inline: bool = False


class LabelReader:
    """Reads the labelled parts of one message, their values with the help of `prose`.

    A line that is one of `choices`, the answers offered, is one value however many commas it has.
    """

    def __init__(
        self, text: Text, prose: ProseReader, known: frozenset[str], choices: frozenset[str]
    ) -> None:
        self._text = text
        self._choices = choices
        self._prose = prose
        self._known = known

    def read(self, lines: Sequence[Line]) -> tuple[list[Found], list[Span]]:
        """The finds, and the spans that are read and need no second look, in order."""
        finds: list[Found] = []
        read: list[Span] = []
        at = 0
        while at < len(lines):
            below = 0
            for part in self._labels(lines, at) if not lines[at].quoted else ():
                spans, below = self._values(part, lines, at)
                made = [item for span in spans for item in self._finds(part, span)]
                if made or (spans and all(self._empty(span) for span in spans)):
                    finds += made
                    read.append(Span(part.start, max(span.end for span in spans)))
                else:
                    below = 0
            at += 1 + below
        return finds, read

    def _labels(self, lines: Sequence[Line], at: int) -> Iterator[_Labelled]:
        """The labels of a line, each with its value up to the next."""
        low, span = self._text.low, lines[at].span
        if HEADER.match(low, span.start, span.end):
            return
        marks: list[tuple[int, int, str, str, bool]] = []
        first = LINE_LABEL.match(low, span.start, span.end)
        fact = fact_of(first["label"]) if first else None
        if first and fact:
            marks.append((span.start, first.end(), fact, first["label"], False))
        for match in INLINE_LABEL.finditer(low, span.start, span.end):
            fact = fact_of(match["label"])
            if (
                fact
                and (not fits_only(match["label"]) or self._is_sure(match, span))
                and match.start() >= (marks[-1][1] if marks else 0)
            ):
                marks.append((match.start(), match.end(), fact, match["label"], True))
        if not marks:
            yield from self._heading(lines, at)
            return
        ends = [mark[0] for mark in marks[1:]] + [span.end]
        for (start, value_at, fact, label, inline), end in zip(marks, ends, strict=True):
            # Between terms that semicolons part, a value ends at the next of them.
            cut = low.find(";", value_at, end) if low[:start].rstrip().endswith(";") else -1
            yield _Labelled(fact, label, start, Span(value_at, cut if cut > 0 else end), inline)

    def _is_sure(self, match: re.Match[str], line: Span) -> bool:
        """Say whether a label that may mean other things opens a sentence of its own, and asks nothing."""
        opens = self._text.low[: match.start()].rstrip()[-1:] in (".", ";", "|")
        end = self._text.low.find(".", match.end(), line.end)
        value = self._text.low[match.end() : end if end > 0 else line.end]
        return opens and match["label"].strip() in _SURE_INSIDE and "?" not in value

    def _heading(self, lines: Sequence[Line], at: int) -> Iterator[_Labelled]:
        """A line that is nothing but a label, with bullets under it."""
        line = lines[at]
        words = self._text.folded(line.span).strip(" *_:#-")
        fact = fact_of(words) if 0 < len(words) < 45 else None
        later = (lines[place] for place in range(at + 1, len(lines) if fact else 0))
        follows = next((other for other in later if self._text.folded(other.span).strip()), None)
        if fact and follows and (follows.bullet or line.heading):
            yield _Labelled(fact, words, line.span.start, Span(line.span.end, line.span.end))

    def _values(self, part: _Labelled, lines: Sequence[Line], at: int) -> tuple[list[Span], int]:
        """The spans that hold the value: on the line, or the lines below; and how many lines those are."""
        beside = self._text.trim(part.value, " \t\n\r*_")
        if beside:
            return list(self._beside(part, beside)), 0
        below: list[Span] = []
        count = 0
        for place in range(at + 1, len(lines)):
            line = lines[place]
            blank = not self._text.folded(line.span).strip()
            if (blank and below) or (not blank and self._ends(line, lines[place - 1], begun=bool(below))):
                break
            count += 1
            if not blank:
                below.append(line.span)
                if part.fact not in LISTS:
                    break
        return below, count if below else 0

    def _ends(self, line: Line, last: Line, *, begun: bool) -> bool:
        """Say whether a line is no more part of the list above it."""
        label = LINE_LABEL.match(self._text.low, line.span.start, line.span.end)
        named = label is not None and fact_of(label["label"]) is not None
        return line.quoted or line.heading or named or (begun and last.bullet and not line.bullet)

    def _beside(self, part: _Labelled, value: Span) -> Iterator[Span]:
        """The first sentence; of duties and outcomes those that go on without a subject of their own."""
        all_ = list(sentences(self._text, value))
        if part.fact not in LISTS:
            marks = r";| \| |, | - | \(" if part.fact == "role_title" else r";| \| "
            cut = re.search(marks, self._text.folded(all_[0]))
            yield self._first(part, Span(all_[0].start, all_[0].start + cut.start()) if cut else all_[0])
            return
        for place, sentence in enumerate(all_):
            if place and (part.fact not in _GOES_ON or self._is_other(sentence)):
                break
            yield sentence

    def _is_other(self, sentence: Span) -> bool:
        """Say whether a sentence has a subject of its own, or opens with a value of another fact."""
        opens = any(item.span.start == sentence.start for item in self._closed(sentence))
        opens = opens or LINE_LABEL.match(self._text.low, sentence.start, sentence.end) is not None
        return opens or _SUBJECT.match(self._text.folded(sentence)) is not None

    def _first(self, part: _Labelled, span: Span) -> Span:
        """The first of two roles: 'backend dev and QA tester'; any other span as it is."""
        cut = re.search(r" (?:and|or) ", self._text.folded(span)) if part.fact == "role_title" else None
        sides = (
            [Span(span.start, span.start + cut.start()), Span(span.start + cut.end(), span.end)]
            if cut
            else []
        )
        return sides[0] if sides and all(self._prose.role(self._text, side) for side in sides) else span

    def _empty(self, span: Span) -> bool:
        return NOTHING.fullmatch(self._text.folded(span).strip(" .,;")) is not None

    def _finds(self, part: _Labelled, span: Span) -> Iterator[Found]:
        trimmed = self._text.trim(span)
        if not trimmed or self._empty(span) or (fits_only(part.label) and not self._fits(part, trimmed)):
            return
        if part.fact == "role_title":
            yield from self._role(trimmed)
        elif part.fact == "duration":
            yield from self._duration(trimmed)
        elif part.fact not in LISTS:
            yield from valued(self._text, part.fact, trimmed, self._closed)
        elif not _NONE.fullmatch(self._text.folded(trimmed)):
            only = _ONLY.match(self._text.folded(trimmed)) if part.fact in _NAMES else None
            trimmed = Span(trimmed.start + only.end(), trimmed.end) if only else trimmed
            for item in self._items(part, trimmed):
                made = found(part.fact, self._text, item, reach=span)
                if made:
                    yield made

    def _role(self, span: Span) -> Iterator[Found]:
        """The role without words that are no part of its name, or the words as they are."""
        made = self._prose.role(self._text, span) or found("role_title", self._text, span)
        if made and len(made.value.split()) <= MOST_ROLE_WORDS:
            yield made

    def _duration(self, span: Span) -> Iterator[Found]:
        """The length, and beside it whether it can be extended."""
        extension = next((item for item in self._closed(span) if item.fact == "extension"), None)
        if extension:
            span = self._text.trim(Span(span.start, extension.span.start), " ,;(+-")
            yield extension
        yield from valued(self._text, "duration", span, self._closed)

    def _items(self, part: _Labelled, span: Span) -> list[Span]:
        """The items of a list value; a bullet, an answer that was offered and a sentence stay whole."""
        cut = items(self._text, span, self._known, loose=part.fact == "kpis")
        offered = self._text.raw.strip() in self._choices
        spoken = part.fact == "outcomes" and any(len(self._text.folded(item).split()) < 2 for item in cut)
        whole = offered or (spoken and not enumerated(self._text, span)) or not part.value
        return [span] if whole else cut

    def _closed(self, span: Span) -> list[Found]:
        return self._prose.closed(self._text, span)

    def _fits(self, part: _Labelled, span: Span) -> bool:
        """Say whether a value is what its ambiguous label promises."""
        words, plain = self._text.folded(span), self._text.quote(span)
        if part.fact == "jurisdiction" and place_code(words, plain):
            return True
        if part.fact == "role_title":
            return self._prose.role(self._text, span) is not None
        if part.fact == "engagement":
            return any(valued(self._text, part.fact, span, self._closed))
        if part.fact in _OF_FORM:
            return any(item.fact == part.fact for item in self._closed(span))
        sure = not part.inline or part.label.strip() in _SURE_INSIDE
        return sure and FACTS[part.fact].scope != "note"
