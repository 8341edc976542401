"""The wording of a draft: a family of text checks over its lines, with spans within each line."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.subject import Options, Subject, column
from assistant.checks.text.check import check_wording
from assistant.checks.text.family import FamilyName
from assistant.checks.text.hits import Asked
from assistant.checks.text.table import Audience
from assistant.draft import Finding, Line, Section

# Between two lines; no sentence goes on over it.
APART = "\n\n"
# Between two cells of a table's line, as its text joins them.
BETWEEN_CELLS = " | "
# A draft is checked before its repair and at its end, and again when something else of it is edited.
MOST_KNOWN = 64
AUDIENCES: dict[str | None, Audience] = {"contractor": "contractor", "employee": "employee"}


@dataclass(frozen=True)
class Piece:
    """What is checked of one line, and where it starts: in the line's text, and in all that is checked."""

    section: Section
    line: Line
    text: str
    in_line: int
    at: int


def wording(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report what a family finds: `{as, sections, columns?}`; `sections` is a list, or `public` or `all`.

    A line that waits for a fact is left alone. In a table only `columns` are checked, where they are named.
    """
    pieces = list(_pieces(subject, options))
    text = APART.join(piece.text for piece in pieces)
    asked = Asked(subject.brief.text("jurisdiction"), AUDIENCES.get(subject.brief.text("engagement")))
    for finding in _found(text, options["as"], asked):
        yield _in_its_line(finding, pieces)


@lru_cache(maxsize=MOST_KNOWN)
def _found(text: str, as_: FamilyName, asked: Asked) -> tuple[Finding, ...]:
    return check_wording(text, as_, asked, whole=False)


def _pieces(subject: Subject, options: Options) -> Iterator[Piece]:
    at = 0
    for section in subject.sections:
        if not _is_chosen(section, options["sections"]):
            continue
        places = [column(section, name) for name in options.get("columns", ())]
        for line in section.lines:
            for in_line, text in _parts(line, [place for place in places if place is not None]):
                if text.strip() and not line.unknown:
                    yield Piece(section, line, text, in_line, at)
                    at += len(text) + len(APART)


def _is_chosen(section: Section, chosen: str | Sequence[str]) -> bool:
    if isinstance(chosen, str):
        return chosen in ("all", section.audience)
    return section.id in chosen


def _parts(line: Line, places: Sequence[int]) -> Iterator[tuple[int, str]]:
    """What of a line is checked, each part with where it starts in the line's text."""
    if not places or line.cells is None:
        yield 0, line.text
        return
    for place in places:
        start = sum(len(cell) + len(BETWEEN_CELLS) for cell in line.cells[:place])
        if line.text.startswith(line.cells[place], start):
            yield start, line.cells[place]


def _in_its_line(finding: Finding, pieces: Sequence[Piece]) -> Finding:
    start, end = finding.span
    piece = pieces[bisect_right(pieces, start, key=lambda piece: piece.at) - 1]
    moved = piece.in_line - piece.at
    return finding.model_copy(
        update={"section": piece.section.id, "line": piece.line.id, "span": (start + moved, end + moved)}
    )
