"""A message as received, and folded so that patterns and spans agree."""

from dataclasses import dataclass
from functools import cached_property

# One character for one: a span found in the folded text is the same span of the message.
_FOLD = {
    **dict.fromkeys(map(ord, "’‘\u201b\u00b4`"), "'"),
    **dict.fromkeys(map(ord, "“”„"), '"'),
    **dict.fromkeys(map(ord, "–—\u2011\u2012\u2212"), "-"),
    **dict.fromkeys((*range(10), *range(11, 32), 0xA0, 0x2009, 0x200B, 0x202F, 0xFEFF), " "),
    0xD7: "x",
}
_EDGES = " \t\n\r,;:.!?*_-–—•|\"“”„'‘’`"


@dataclass(frozen=True, order=True)
class Span:
    """A half-open range of a message, in code points."""

    start: int
    end: int

    def __bool__(self) -> bool:
        return self.end > self.start

    def holds(self, other: "Span") -> bool:
        """Say whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Text:
    """A message; `low` is folded: lower case, plain quotes and dashes, control characters as spaces.

    `starts` are the places of sentences: in their `low` a line ends before each of these and nowhere else.
    """

    raw: str
    starts: frozenset[int] | None = None

    @cached_property
    def low(self) -> str:
        """The folded text, as long as the message."""
        plain = self.raw.translate(_FOLD)
        if self.starts is not None:
            plain = plain.replace("\n", " ")
        lower = plain.lower()
        if len(lower) != len(plain):
            lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
        return _with_line_ends(lower, self.starts) if self.starts else lower

    @property
    def whole(self) -> Span:
        """The span of everything."""
        return Span(0, len(self.raw))

    def quote(self, span: Span) -> str:
        """The verbatim words of a span."""
        return self.raw[span.start : span.end]

    def value(self, span: Span) -> str:
        """The words of a span on one line."""
        return " ".join("".join(char if ord(char) >= 32 else " " for char in self.quote(span)).split())

    def folded(self, span: Span) -> str:
        """The folded words of a span."""
        return self.low[span.start : span.end]

    def trim(self, span: Span, edges: str = _EDGES) -> Span:
        """The span without space and punctuation at its ends; a bracket stays with its partner."""
        start, end = span.start, span.end
        while start < end and (self.raw[start] in edges or self.raw[start] < " "):
            if self.raw[start] == "." and self.raw[start + 1 : start + 2].isalnum():
                break  # .NET
            start += 1
        while end > start and (self.raw[end - 1] in edges or self.raw[end - 1] < " "):
            end -= 1
        inside = self.raw[start:end]
        if inside.endswith(")") and "(" not in inside:
            return self.trim(Span(start, end - 1), edges)
        if inside.startswith("(") and ")" not in inside:
            return self.trim(Span(start + 1, end), edges)
        return Span(start, end)


def _with_line_ends(low: str, starts: frozenset[int]) -> str:
    """The text with a line end in place of the space before each start."""
    letters = list(low)
    for start in starts:
        if start and letters[start - 1] == " ":
            letters[start - 1] = "\n"
    return "".join(letters)
