"""Make lines of the pieces of text in which a PDF is extracted."""

import math
from dataclasses import dataclass
from typing import Any

from knowledge.parsing.pdf_graphics import Matrix, times


@dataclass(frozen=True)
class Line:
    """A line of text: its height on the page, the size of its letters, both in points."""

    text: str
    height: float
    size: float
    bold: bool


class LineCollector:
    """Takes pieces of text as they are extracted, and makes lines of them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[tuple[str, float, float, bool]] = []

    def take(self, text: str, matrix: Matrix, text_matrix: Matrix, font: Any, size: Any) -> None:
        """Take a piece, which may end its line."""
        if text.strip():
            whole = times(text_matrix, matrix)
            points = abs(float(size or 0)) * math.hypot(whole[2], whole[3])
            self._pieces.append((text, whole[5], round(points * 2) / 2, _is_bold(font)))
        elif text and self._pieces:
            self._pieces.append((text, *self._pieces[-1][1:]))
        if text.endswith("\n"):
            self.end()

    def end(self) -> None:
        """End the line."""
        text = "".join(piece[0] for piece in self._pieces)
        for part in text.split("\n"):
            if part.strip():
                widest = max(self._pieces, key=lambda piece: len(piece[0].strip()))
                self.lines.append(Line(part.strip(), *widest[1:]))
        self._pieces.clear()


def _is_bold(font: Any) -> bool:
    name = str(font.get("/BaseFont", "")) if isinstance(font, dict) else ""
    return any(word in name.lower() for word in ("bold", "black", "heavy", "semibold"))
