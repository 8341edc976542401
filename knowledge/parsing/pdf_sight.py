"""Blank out what a PDF page does not show, before it is extracted."""

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from knowledge.parsing.colour import is_seen
from knowledge.parsing.pdf_graphics import GREY, INK, INVISIBLE, Box, Graphics, Matrix, times
from knowledge.parsing.reading import LeftOut

if TYPE_CHECKING:
    from pypdf import PageObject

TINY = 2.0  # points
FAINT_ALPHA = 0.1
EDGE = 2.0  # points beyond the page that are still taken for it
SHOWS = {b"Tj": 0, b"TJ": 0, b"'": 0, b'"': 2}  # operators that show text, and which operand holds it
GREYS = frozenset(("/CalGray", "/DeviceGray"))
INKS = frozenset(("/Separation", "/DeviceN"))


class PdfSight:
    """Goes along with one extraction of a page; `only` keeps one kind of what is unseen, and nothing else."""

    def __init__(self, page: "PageObject", only: LeftOut | None = None) -> None:
        resources = _dictionary(page.get("/Resources"))
        self._graphics = Graphics(
            spaces={name: _meaning(space) for name, space in _entries(resources, "/ColorSpace")},
            alphas={name: _alpha(state) for name, state in _entries(resources, "/ExtGState")},
            images=frozenset(
                name for name, item in _entries(resources, "/XObject") if item.get("/Subtype") == "/Image"
            ),
        )
        self._page = _box_of(page)
        self._only = only
        self.unseen: set[LeftOut] = set()

    def before(self, operator: bytes, operands: list[Any], matrix: Matrix, text_matrix: Matrix) -> None:
        """Follow an operator; when it shows text that is not to be read, take the text out of it."""
        place = SHOWS.get(operator)
        if place is None:
            self._graphics.take(operator, operands, matrix)
        elif len(operands) > place:
            unseen = self._unseen(matrix, text_matrix)
            if unseen is not None:
                self.unseen.add(unseen)
            if unseen is not self._only and isinstance(operands[place], (str, bytes, list)):
                operands[place] = type(operands[place])()

    def after(self, operator: bytes, *_: object) -> None:
        """Follow the end of a form."""
        if operator == b"Do":
            self._graphics.leave()

    def _unseen(self, matrix: Matrix, text_matrix: Matrix) -> LeftOut | None:
        """Why text that is shown now is not seen, or None."""
        state = self._graphics.state
        if state.mode in INVISIBLE or state.alpha < FAINT_ALPHA:
            return LeftOut.HIDDEN
        whole = times(times(text_matrix, matrix), self._graphics.outer)
        if abs(state.size) * math.hypot(whole[2], whole[3]) <= TINY:
            return LeftOut.TINY
        x, y = whole[4], whole[5]
        left, bottom, right, top = self._page
        # A line may begin left of the page and run into it.
        if not (bottom - EDGE <= y <= top + EDGE and 2 * left - right <= x <= right + EDGE):
            return LeftOut.OUTSIDE
        if state.colour is not None and min(state.colour) > 0.8:
            behind = self._graphics.behind(x + 1, y + 1)
            if behind is not None and not is_seen(state.colour, behind):
                return LeftOut.FAINT
        return None


def _dictionary(item: Any) -> Mapping[str, Any]:
    """What an object refers to, if it is a dictionary."""
    found = item.get_object() if hasattr(item, "get_object") else item
    return found if isinstance(found, dict) else {}


def _entries(resources: Mapping[str, Any], kind: str) -> Iterator[tuple[str, Any]]:
    for name, item in _dictionary(resources.get(kind)).items():
        found = item.get_object()
        if isinstance(found, (dict, list)):
            yield name, found


def _meaning(space: Any) -> str | None:
    """What one number means in a colour space."""
    family = space[0] if isinstance(space, list) and space else None
    if family == "/ICCBased" and len(space) > 1 and _dictionary(space[1]).get("/N") == 1:
        return GREY
    return GREY if family in GREYS else INK if family in INKS else None


def _alpha(state: Any) -> float:
    alpha = state.get("/ca") if isinstance(state, dict) else None
    return float(alpha) if isinstance(alpha, (int, float)) else 1.0


def _box_of(page: "PageObject") -> Box:
    """The part of the page that is shown."""
    try:
        box = page.cropbox
        left, right = sorted((float(box.left), float(box.right)))
        bottom, top = sorted((float(box.bottom), float(box.top)))
    except Exception:
        return (-math.inf, -math.inf, math.inf, math.inf)
    return (left, bottom, right, top)
