"""Follow the graphics state of a PDF page: colours, transparency, and what was painted where."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from knowledge.parsing.colour import BLACK, WHITE, Colour

Matrix = Sequence[float]
Box = tuple[float, float, float, float]  # left, bottom, right, top

SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
UNIT: Box = (0.0, 0.0, 1.0, 1.0)
SMALL = 4.0  # points; a line or a dot is no background
PAINTED = 400  # boxes remembered
FILLS = frozenset((b"f", b"F", b"f*", b"b", b"b*", b"B", b"B*"))
STROKES = frozenset((b"n", b"S", b"s"))
INVISIBLE = frozenset((3, 7))  # rendering modes that paint nothing
GREY, INK = "grey", "ink"  # what one number means in a colour space: brightness, or amount of ink


@dataclass
class State:
    """What `q` saves and `Q` brings back; a colour of None is one that cannot be told."""

    mode: int = 0
    size: float = 12.0
    colour: Colour | None = BLACK
    space: str | None = GREY
    alpha: float = 1.0


@dataclass
class Graphics:
    """The state while the operators of a page go by, and those of the forms that it draws."""

    spaces: Mapping[str, str | None]  # the page's named colour spaces
    alphas: Mapping[str, float]  # the page's named graphics states
    images: frozenset[str]  # the names of pictures
    state: State = field(default_factory=State)
    outer: Matrix = SAME  # from the open form to the page
    _saved: list[State] = field(default_factory=list)
    _forms: list[tuple[State, Matrix, int]] = field(default_factory=list)
    _path: list[tuple[float, float]] = field(default_factory=list)
    _painted: list[tuple[Box, Colour | None]] = field(default_factory=list)

    def take(self, operator: bytes, operands: Sequence[Any], matrix: Matrix) -> None:
        """Take an operator before it is carried out; malformed operands change nothing."""
        act = _ACTS.get(operator)
        try:
            if act is not None:
                act(self, operands)
            elif operator in (b"re", b"m", b"l", b"c"):
                self._extend(operator, [float(number) for number in operands], matrix)
            elif operator in FILLS:
                self._paint(self.state.colour)
            elif operator in STROKES:
                self._path.clear()
            elif operator == b"Do":
                self._draw(str(operands[0]), matrix)
        except (TypeError, ValueError, IndexError, ArithmeticError):
            return

    def leave(self) -> None:
        """End a form or a picture: all is as it was before."""
        if self._forms:
            self.state, self.outer, depth = self._forms.pop()
            del self._saved[depth:]

    def behind(self, x: float, y: float) -> Colour | None:
        """The colour that was last painted at a point of the page; None: a picture, or unknown."""
        for (left, bottom, right, top), colour in reversed(self._painted):
            if left <= x <= right and bottom <= y <= top:
                return colour
        return WHITE

    def save(self) -> None:
        """Save the state."""
        self._saved.append(replace(self.state))

    def restore(self) -> None:
        """Bring the saved state back."""
        if self._saved:
            self.state = self._saved.pop()

    def paint_with(self, numbers: Sequence[Any]) -> None:
        """Set the fill colour in the current colour space."""
        if len(numbers) == 1 and self.state.space is None:
            self.state.colour = None
        else:
            self.state.colour = _colour(numbers, self.state.space)

    def choose_space(self, name: str) -> None:
        """Change the colour space, which starts in black."""
        self.state.space = GREY if name == "/DeviceGray" else self.spaces.get(name)
        self.state.colour = BLACK

    def _extend(self, operator: bytes, numbers: list[float], matrix: Matrix) -> None:
        points = list(zip(numbers[::2], numbers[1::2], strict=False))
        if operator == b"re":
            (x, y), (width, height) = points[:2]
            points = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
        whole = times(matrix, self.outer)
        self._path += [moved(point, whole) for point in points]

    def _paint(self, colour: Colour | None) -> None:
        if self._path:
            self._cover(self._path, colour)
        self._path.clear()

    def _cover(self, points: Sequence[tuple[float, float]], colour: Colour | None) -> None:
        across, along = [point[0] for point in points], [point[1] for point in points]
        box = (min(across), min(along), max(across), max(along))
        if box[2] - box[0] > SMALL and box[3] - box[1] > SMALL:
            self._painted.append((box, colour if self.state.alpha > 0.9 else None))
            del self._painted[:-PAINTED]

    def _draw(self, name: str, matrix: Matrix) -> None:
        self._forms.append((replace(self.state), self.outer, len(self._saved)))
        self.outer = times(matrix, self.outer)
        if name in self.images and len(self._forms) == 1:
            corners = [(x, y) for x in UNIT[::2] for y in UNIT[1::2]]
            self._cover([moved(corner, self.outer) for corner in corners], None)


def times(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does one, then the other."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    """A point under a matrix."""
    x, y = point
    a, b, c, d, e, f = matrix
    return (x * a + y * c + e, x * b + y * d + f)


def _colour(numbers: Sequence[Any], space: str | None = GREY) -> Colour | None:
    """The colour of one number (grey or ink), three (red, green, blue) or four (inks)."""
    parts = [float(number) for number in numbers]
    if len(parts) == 1:
        grey = parts[0] if space == GREY else 1.0 - parts[0]
        return (grey, grey, grey)
    if len(parts) == 3:
        return (parts[0], parts[1], parts[2])
    if len(parts) == 4:
        light = 1.0 - parts[3]
        return ((1.0 - parts[0]) * light, (1.0 - parts[1]) * light, (1.0 - parts[2]) * light)
    return None


def _set_mode(graphics: Graphics, operands: Sequence[Any]) -> None:
    graphics.state.mode = int(operands[0])


def _set_font(graphics: Graphics, operands: Sequence[Any]) -> None:
    graphics.state.size = float(operands[1])


def _set_colour(graphics: Graphics, operands: Sequence[Any]) -> None:
    graphics.state.space = GREY
    graphics.state.colour = _colour(operands)


def _set_alpha(graphics: Graphics, operands: Sequence[Any]) -> None:
    graphics.state.alpha = graphics.alphas.get(str(operands[0]), graphics.state.alpha)


_ACTS: Mapping[bytes, Callable[[Graphics, Sequence[Any]], None]] = {
    b"q": lambda graphics, _: graphics.save(),
    b"Q": lambda graphics, _: graphics.restore(),
    b"Tr": _set_mode,
    b"Tf": _set_font,
    b"g": _set_colour,
    b"rg": _set_colour,
    b"k": _set_colour,
    b"cs": lambda graphics, operands: graphics.choose_space(str(operands[0])),
    b"sc": lambda graphics, operands: graphics.paint_with(operands),
    b"scn": lambda graphics, operands: graphics.paint_with(operands),
    b"gs": _set_alpha,
}
