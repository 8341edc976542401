"""Cut a text into tokens and sentences; every span counts code points of the text as received."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.text.words import CURLY, INVISIBLE

_LETTER = r"[^\W\d_]"
_INSIDE = rf"(?:[^\W_]|[\u0300-\u036f]|[{INVISIBLE}]++(?=[^\W_])|['{CURLY}](?={_LETTER}))"
TOKEN = re.compile(rf"(?:{_LETTER}\.){{2,}}|\d++(?:[.,]\d++)*|{_LETTER}{_INSIDE}*+")
# Between two words of one clause; everything else is looked at.
PLAIN = frozenset(
    (" ", "  ", "-", "/", "'", "\N{NO-BREAK SPACE}", "\N{EN DASH}", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}")
)
CLAUSE = frozenset(",:()[]\N{EN DASH}\N{EM DASH}")
NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
STOP = re.compile(r"[!?…。]|\.(?=[)\]\"'’”*_]*\s)|[;|•·●▪◦‣\t]")
QUOTED = re.compile(r'["\u201c\u201e\u00ab][^"\u201c-\u201f\u00ab\u00bb\n]{1,400}["\u201c\u201d\u00bb]')
ABBREVIATIONS = frozenset((
    "e.g.", "i.e.", "eg", "ie", "etc", "incl", "excl", "approx", "ca", "vs", "no", "nr", "min", "max",
    "mr", "mrs", "ms", "dr", "st", "dept", "inc", "ltd", "co",
))  # fmt: skip
# A row of words this long without a stop is no sentence; it is cut, so that no match costs more than a page.
LONGEST_SENTENCE = 400
# A long text is checked in parts of about so many tokens: one full of findings need not be read to its end.
PART = 20_000
# A line this long was wrapped by a program, so the sentence goes on in the next.
WRAPPED = 45


@dataclass(frozen=True)
class Reading:
    """A text as tokens: where each starts and ends, and the numbers of its sentence and clause."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentence_of: tuple[int, ...]
    clause_of: tuple[int, ...]
    stops: tuple[int, ...]

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.starts)

    def surface(self, at: int) -> str:
        """A token as it is written."""
        return self.text[self.starts[at] : self.ends[at]]

    @cached_property
    def surfaces(self) -> tuple[str, ...]:
        """Every token as it is written."""
        return tuple(self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True))

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """The characters from one token up to, not including, another."""
        return self.starts[first], self.ends[stop - 1]

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The tokens of each sentence, half-open."""
        return tuple(zip((0, *self.stops[:-1]), self.stops, strict=True)) if self.stops else ()

    @property
    def extent(self) -> tuple[int, int]:
        """The characters from the first token to the last."""
        return self.span(0, len(self)) if self.starts else (0, 0)

    def parts(self, size: int = PART) -> "Iterator[Reading]":
        """The same in parts of whole sentences, each of about so many tokens; any page is one part."""
        first = sentence = 0
        for number, stop in enumerate(self.stops):
            if stop - first >= size or stop == len(self):
                yield self._part(first, stop, sentence)
                first, sentence = stop, number + 1

    def _part(self, first: int, stop: int, sentence: int) -> "Reading":
        if stop - first == len(self):
            return self
        return Reading(
            self.text,
            self.starts[first:stop],
            self.ends[first:stop],
            tuple(number - sentence for number in self.sentence_of[first:stop]),
            self.clause_of[first:stop],
            tuple(each - first for each in self.stops[bisect_right(self.stops, first) :] if each <= stop),
        )

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens between quotation marks: somebody's words."""
        start, end = self.extent
        return frozenset(
            token
            for match in QUOTED.finditer(self.text, max(0, start - 2), end + 2)  # with the outermost marks
            for token in range(bisect_left(self.starts, match.start()), bisect_left(self.starts, match.end()))
        )

    def sentence_text(self, number: int) -> str:
        """A sentence as it is written, with the sign that closes it."""
        first, stop = self.sentences[number]
        start, end = self.span(first, stop)
        return self.text[start:end] + re.match(r"[)\]\"'’”]?[.!?…]?", self.text[end : end + 2])[0]  # type: ignore[index]


def read(text: str) -> Reading:
    """Cut a text into tokens, clauses and sentences, in one pass."""
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[int] = []
    clauses: list[int] = []
    stops: list[int] = []
    gaps: dict[str, tuple[bool, str, bool]] = {}
    end, sentence, clause, row = 0, 0, 0, 0
    for match in TOKEN.finditer(text):
        start, after = match.span()
        gap = text[end:start]
        if row and (gap not in PLAIN or row >= LONGEST_SENTENCE):
            if gap not in gaps:
                gaps[gap] = _signs(gap)
            newline, mark, joins = gaps[gap]
            if row >= LONGEST_SENTENCE or (
                not _wrapped(text, gap, end) if newline else mark and _parts(text, starts[-1], end, gap, mark)
            ):
                stops.append(len(starts))
                sentence += 1
                clause += 1
                row = 0
            elif joins:
                clause += 1
        starts.append(start)
        ends.append(after)
        sentences.append(sentence)
        clauses.append(clause)
        end = after
        row += 1
    if starts:
        stops.append(len(starts))
    return Reading(text, tuple(starts), tuple(ends), tuple(sentences), tuple(clauses), tuple(stops))


def _signs(gap: str) -> tuple[bool, str, bool]:
    """Whether a gap breaks the line, the mark in it that stops a sentence, and whether it parts clauses."""
    mark = STOP.search(gap)
    return NEWLINE.search(gap) is not None, mark[0] if mark else "", not CLAUSE.isdisjoint(gap)


def _parts(text: str, last_start: int, end: int, gap: str, mark: str) -> bool:
    """Say whether a sentence ends with a mark between two tokens of a line."""
    # "U.S. Citizens" goes on; "in the U.S. You will" is read as going on too.
    return mark != "." or text[last_start:end].casefold() not in ABBREVIATIONS or not gap.startswith(".")


def _wrapped(text: str, gap: str, end: int) -> bool:
    """Say whether a program broke the line inside a sentence: it is long, and only space follows."""
    if end < WRAPPED or "\n" in text[end - WRAPPED : end]:
        return False
    return not gap.strip(" ,\r\n\u00a0") and len(NEWLINE.findall(gap)) == 1
