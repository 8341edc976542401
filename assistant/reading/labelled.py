"""Read labelled lines: the value beside the label, or the bullets below it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.facts import FACTS, LISTS
from assistant.reading.dates import dated
from assistant.reading.engagement import engagements
from assistant.reading.found import Found, found
from assistant.reading.labels import INLINE_LABEL, LINE_LABEL, NOTHING, fact_of, fits_only
from assistant.reading.layout import HEADER, Line
from assistant.reading.lists import items
from assistant.reading.people import named
from assistant.reading.sentences import sentences
from assistant.reading.text import Span, Text
from assistant.reading.where import place_code

Closed = Callable[[Span], Sequence[Found]]
_GOES_ON = ("responsibilities", "outcomes", "kpis")
_SUBJECT = re.compile(
    r"(?:we|i|it|he|she|they|the|our|there|please|can|could|you|this|that|a|an|my|budget|rate|would|let|also we|remote)\b"
)
_NAMED = ("reports_to", "in_charge", "feedback_for")
_ALONE = re.compile(
    r"stand-?\s?alone|alone|solo|on (?:his|her|their) own|by (?:him|her|them)sel(?:f|ves)|standalone role"
)
_JOINS = re.compile(
    r"(?:joins?|joining|part of|in|member of|joins_team|within)\b.*team|joins_team|team(?: member)?|part of (?:a|the|our) team"
)


@dataclass(frozen=True)
class _Labelled:
    fact: str
    label: str
    start: int
    value: Span
    inline: bool = False


class LabelReader:
    """Reads the labelled parts of one message; `closed` finds values of fixed form in a span.

    A line that is one of `choices`, the answers offered, is one value however many commas it has.
    """

    def __init__(
        self, text: Text, closed: Closed, known: frozenset[str], choices: frozenset[str]
    ) -> None:
        self._text = text
        self._choices = choices
        self._closed = closed
        self._known = known

    def read(self, lines: Sequence[Line]) -> tuple[list[Found], list[Span]]:
        """The finds, and the spans that are read and need no second look."""
        finds: list[Found] = []
        read: list[Span] = []
        at = 0
        while at < len(lines):
            line, below = lines[at], 0
            if not line.quoted:
                for part in self._labels(lines, at):
                    spans, below_here = self._values(part, lines, at)
                    made = [item for span in spans for item in self._finds(part, span)]
                    if made or self._nothing(part, spans):
                        finds += made
                        read.append(Span(part.start, max([part.value.end, *(span.end for span in spans)])))
                        below = max(below, below_here)
            at += 1 + below
        return finds, read

    def _labels(self, lines: Sequence[Line], at: int) -> Iterator[_Labelled]:
        """The labels of a line, each with its value up to the next."""
        low, span = self._text.low, lines[at].span
        if HEADER.match(low, span.start, span.end):
            return
        marks: list[tuple[int, int, str, str, bool]] = []
        first = LINE_LABEL.match(low, span.start, span.end)
        if first:
            fact = fact_of(first["label"])
            if fact:
                marks.append((span.start, first.end(), fact, first["label"], False))
        for match in INLINE_LABEL.finditer(low, span.start, span.end):
            fact = fact_of(match["label"])
            if fact and not fits_only(match["label"]) and match.start() >= (marks[-1][1] if marks else 0):
                marks.append((match.start(), match.end(), fact, match["label"], True))
        if not marks:
            yield from self._heading(lines, at)
        for place, (start, value_at, fact, label, inline) in enumerate(marks):
            end = marks[place + 1][0] if place + 1 < len(marks) else span.end
            yield _Labelled(fact, label, start, Span(value_at, end), inline)

    def _heading(self, lines: Sequence[Line], at: int) -> Iterator[_Labelled]:
        line = lines[at]
        words = self._text.folded(line.span).strip(" *_:#-")
        fact = fact_of(words) if 0 < len(words) < 45 else None
        later = (lines[place] for place in range(at + 1, len(lines)))
        follows = next((other for other in later if self._text.folded(other.span).strip()), None) if fact else None
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
            words = self._text.folded(line.span).strip()
            if not words and not below:
                count += 1
                continue
            label = LINE_LABEL.match(self._text.low, line.span.start, line.span.end)
            if not words or line.quoted or line.heading or (label and fact_of(label["label"])):
                break
            if below and not line.bullet and lines[at + count].bullet:
                break
            count += 1
            below.append(line.span)
            if part.fact not in LISTS:
                break
        return below, count if below else 0

    def _beside(self, part: _Labelled, value: Span) -> Iterator[Span]:
        """The first sentence; of duties and outcomes the sentences that go on without a subject of their own."""
        all_ = list(sentences(self._text, value))
        if part.fact not in LISTS:
            first = all_[0] if all_ else value
            cut = re.search(r";| \| ", self._text.folded(first))
            yield Span(first.start, first.start + cut.start()) if cut else first
            return
        for place, sentence in enumerate(all_):
            if place and (part.fact not in _GOES_ON or _SUBJECT.match(self._text.folded(sentence))):
                break
            yield sentence

    def _nothing(self, part: _Labelled, spans: Sequence[Span]) -> bool:
        return bool(spans) and all(
            NOTHING.fullmatch(self._text.folded(self._text.trim(span, " .,;"))) for span in spans
        )

    def _finds(self, part: _Labelled, span: Span) -> Iterator[Found]:
        trimmed = self._text.trim(span)
        words = self._text.folded(trimmed)
        if (
            not trimmed
            or NOTHING.fullmatch(words)
            or NOTHING.fullmatch(self._text.folded(span).strip(" .,;"))
        ):
            return
        if fits_only(part.label) and not self._fits(part, trimmed):
            return
        if part.fact in LISTS:
            if not re.fullmatch(r"none|no|nothing|n/a", words):
                whole = (
                    [trimmed] if part.value.end <= part.value.start or not self._listed(part, trimmed) else []
                )
                for item in whole or items(self._text, span, self._known):
                    made = found(part.fact, self._text, item, reach=span)
                    if made:
                        yield made
            return
        yield from self._single(part, trimmed)

    def _listed(self, part: _Labelled, span: Span) -> bool:
        """Say whether a value beside its label is an enumeration; a sentence about duties stays whole."""
        if self._text.raw.strip() in self._choices:
            return False
        cut = items(self._text, span, self._known)
        return not (
            part.fact in ("outcomes",)
            and any(len(self._text.folded(item).split()) < 2 for item in cut)
            and len(cut) > 1
        )

    def _fits(self, part: _Labelled, span: Span) -> bool:
        """Say whether a value is what its ambiguous label promises."""
        if part.fact in (
            "engagement",
            "duration",
            "start",
            "rate_or_budget",
            "schedule",
            "location",
            "overlap",
            "time_zone",
            "jurisdiction",
        ):
            return any(item.fact == part.fact for item in self._closed(span)) or (
                part.fact == "jurisdiction"
                and place_code(self._text.folded(span), self._text.quote(span)) is not None
            )
        return not part.inline and FACTS[part.fact].scope != "note"

    def _single(self, part: _Labelled, span: Span) -> Iterator[Found]:
        text, fact = self._text, part.fact
        words = text.folded(span)
        if fact == "engagement":
            said = {item.value for item in engagements(text, span)}
            if len(said) == 1:
                yield Found(fact, said.pop(), span, reach=span)
        elif fact == "team_setup":
            value = "standalone" if _ALONE.match(words) else "joins_team" if _JOINS.match(words) else None
            if value:
                yield Found(fact, value, span, reach=span)
        elif fact == "jurisdiction":
            code = place_code(
                re.sub(r" (?:law|laws)$", "", words), re.sub(r" (?:law|laws)$", "", text.quote(span))
            )
            if code:
                yield Found(fact, code, span, reach=span)
        elif fact in ("start", "deadline", "follow_up"):
            yield dated(fact, text, span, reach=span)
        elif fact in _NAMED:
            yield Found(fact, named(text.value(span)), span, reach=span)
        else:
            same = [item for item in self._closed(span) if item.fact == fact and item.span == span]
            made = same[0] if same else found(fact, text, span)
            if made:
                yield made
