"""Put a PDF's lines together to headings, paragraphs and list items."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.parsing.parsed import Block
from knowledge.parsing.pdf_lines import Line
from knowledge.parsing.plain_text import SENTENCE_ENDS
from knowledge.parsing.reading import LeftOut, Notes

LARGER = 1.12  # how much a heading is larger than the text
LONGEST_HEADING = 150
BOLD_HEADING_WORDS = 12
WIDEST = 2.2  # sizes from line to line; what is wider is a gap
LOOSE = 1.35  # how much wider than usual the gap before a paragraph is
ITEM = re.compile(r"(?:[•▪◦●‣·\uf0b7\uf0a7o*–-]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
EDGE_LINES = 2  # at the top and at the bottom, where running headers stand
RUNNING_PAGES = 3
DIGITS = re.compile(r"\d+")
LEADERS = re.compile(r"(?:\. ?){5}|…{2}")  # what leads the eye to a page number


def blocks_of(pages: Sequence[Sequence[Line]], notes: Notes) -> Iterator[Block]:
    """The blocks of all pages, without what runs along at their edges."""
    size = _usual_size([line for page in pages for line in page])
    running = _running(pages, size)
    kept: list[Line] = []
    for page in pages:
        edges = {*range(EDGE_LINES), *range(len(page) - EDGE_LINES, len(page))}
        for place, line in enumerate(page):
            if place in edges and _pattern(line, size) in running:
                notes.leave_out(LeftOut.RUNNING, line.text)
            elif LEADERS.search(line.text) and line.text[-1].isdigit():
                notes.leave_out(LeftOut.CONTENTS, LEADERS.sub(" ", line.text))
            else:
                kept.append(line)
    yield from _Paragraphs(kept, size).blocks()


def _usual_size(lines: Sequence[Line]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _running(pages: Sequence[Sequence[Line]], size: float) -> frozenset[str]:
    """Lines that stand at the edge of half of the pages, but for their numbers."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_pattern(line, size) for line in (*page[:EDGE_LINES], *page[-EDGE_LINES:])})
    least = max(RUNNING_PAGES, len(pages) / 2)
    return frozenset(pattern for pattern, count in counts.items() if count >= least)


def _pattern(line: Line, size: float) -> str:
    """What stays the same from page to page; a heading's number is part of it."""
    return line.text if line.size > size else DIGITS.sub("0", line.text)


class _Paragraphs:
    """Joins lines, knowing the sizes and gaps that are usual in the document."""

    def __init__(self, lines: Sequence[Line], size: float) -> None:
        self._lines = lines
        self._size = size
        gaps = Counter(
            round(one.height - other.height)
            for one, other in itertools.pairwise(lines)
            if one.size == other.size == size and 0 < one.height - other.height < WIDEST * size
        )
        self._gap = gaps.most_common(1)[0][0] if gaps else 0.0
        larger = sorted({line.size for line in lines if self._is_large(line)}, reverse=True)
        self._levels = {size: level for level, size in enumerate(larger, start=1)}

    def blocks(self) -> Iterator[Block]:
        """Runs of lines that belong together, as blocks."""
        run: list[Line] = []
        for line in self._lines:
            if run and self._begins(run[-1], line):
                yield self._block(run)
                run = []
            run.append(line)
        if run:
            yield self._block(run)

    def _block(self, run: Sequence[Line]) -> Block:
        text = _joined([line.text for line in run])
        level = self._level(run, text)
        if level:
            return Block(text, level)
        return Block(text, item=bool(ITEM.match(text)))

    def _begins(self, before: Line, line: Line) -> bool:
        """Say whether a line begins something new."""
        if before.size != line.size or (before.bold != line.bold and self._may_head(before, line)):
            return abs(before.size - line.size) > 1 or before.bold != line.bold
        gap = before.height - line.height
        if gap <= 0:  # another column or page
            return before.text.endswith(SENTENCE_ENDS) or bool(ITEM.match(line.text))
        return gap > LOOSE * max(self._gap, line.size) or bool(ITEM.match(line.text))

    def _may_head(self, before: Line, line: Line) -> bool:
        """Say whether a change of weight may be a heading's begin or end, and not a bold word's."""
        return any(len(each.text.split()) <= BOLD_HEADING_WORDS for each in (before, line) if each.bold)

    def _is_large(self, line: Line) -> bool:
        return line.size >= self._size * LARGER and len(line.text) <= LONGEST_HEADING

    def _level(self, run: Sequence[Line], text: str) -> int:
        """The level of a heading by its size, or below all of those when it is only bold; 0 for none."""
        if len(text) > LONGEST_HEADING or not any(letter.isalpha() for letter in text):
            return 0
        if all(self._is_large(line) for line in run):
            return self._levels[run[0].size]
        is_bold = all(line.bold for line in run) and run[0].size >= self._size
        if is_bold and len(text.split()) <= BOLD_HEADING_WORDS and not text.endswith(SENTENCE_ENDS):
            return len(self._levels) + 1
        return 0


def _joined(lines: Sequence[str]) -> str:
    """Lines as one text; a word that was divided at the end of a line is whole again."""
    text = lines[0]
    for line in lines[1:]:
        divided = text.endswith("-") and text[-2:-1].isalpha() and line[0].islower()
        text = text[:-1] + line if divided else f"{text} {line}"
    return text
