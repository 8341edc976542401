"""A model's line in the form of its section: clean cells, empty where a person fills them by hand."""

import unicodedata
from collections.abc import Sequence

from assistant.checks.exits import visible
from assistant.draft import Line, Section
from assistant.writing.answer_schema import WrittenLine


def worded(outline: Section, answer: WrittenLine, id: str) -> Line:
    """The line that a model's answer makes; its text is its cells joined."""
    cells = tuple(clean(cell) for cell in answer.cells)
    if outline.columns:
        blank = blank_columns(outline)
        cells = tuple("" if place in blank else cell for place, cell in enumerate(cells))
    else:
        cells = (" ".join(cell for cell in cells if cell),)
    return Line(
        id=id,
        text=" | ".join(cells),
        cells=cells if outline.columns else None,
        basis=answer.basis,
        facts=tuple(dict.fromkeys(answer.facts)),
        citations=tuple(dict.fromkeys(answer.citations)),
    )


def blank_columns(outline: Section) -> frozenset[int]:
    """The columns that are empty in every line of the outline: unknown, or for a hand to fill."""
    rows: Sequence[Sequence[str]] = [line.cells for line in outline.lines if line.cells]
    return frozenset(
        place for place in range(len(outline.columns or ())) if not any(row[place] for row in rows)
    )


def clean(cell: str) -> str:
    """A cell on one line, composed, without what a reader cannot see."""
    return " ".join(visible(unicodedata.normalize("NFC", cell)).split())


def left_out(count: int) -> str:
    """What to say of a model's lines that could not stand."""
    lines, were = ("line", "was") if count == 1 else ("lines", "were")
    return f"{count} {lines} of the model's could not stand and {were} left out."
