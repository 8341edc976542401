"""Follow the HTML in a Markdown file, to tell the text that a browser would show from what it would not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

from knowledge.parsing.colour import WHITE, Colour, is_seen, of_hex
from knowledge.parsing.reading import LeftOut, Notes

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
NEVER_SHOWN = frozenset(("script", "style", "template", "head", "title", "noscript", "iframe", "object"))
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
ENDS_PARAGRAPH = frozenset(("p", "div", "section", "table", "ul", "ol", "pre", "blockquote", "details"))
NAMED = {"white": "ffffff", "snow": "fffafa", "ivory": "fffff0", "whitesmoke": "f5f5f5", "black": "000000"}
SIZE = re.compile(r"(-?[\d.]+)(px|pt|em|rem|%)?")
SMALLEST = {"px": 3.0, "pt": 2.0, "em": 0.2, "rem": 0.2, "%": 20.0, None: 3.0}
MOVES = ("left", "top", "text-indent", "margin-left")
FAR = -400.0  # pixels by which text is moved out of sight


@dataclass(frozen=True)
class _Open:
    """An element that is not closed yet: why its text is not seen, if so, and its colours."""

    tag: str
    unseen: LeftOut | None = None
    colour: Colour | None = None
    behind: Colour = WHITE


class HtmlSight(HTMLParser):
    """Takes HTML and text in the order of the file; what is hidden goes into the notes."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(convert_charrefs=True)
        self._notes = notes
        self._open = [_Open("")]
        self._shown: list[str] = []

    def html(self, markup: str) -> str:
        """The text of some markup that is seen."""
        self._shown = []
        self.feed(COMMENT.sub(self._commented, markup))
        # What the parser still waits with never gets its end: each piece of HTML stands for itself.
        rest, self.rawdata = self.rawdata, ""
        if rest.startswith("<") or self.cdata_elem:
            self._notes.leave_out(LeftOut.HIDDEN, rest)
        else:
            self._shown.append(self.text(unescape(rest)))
        return "".join(self._shown)

    def text(self, text: str) -> str:
        """The text if it is seen where it stands, else nothing."""
        unseen = self._open[-1].unseen
        if unseen is None:
            return text
        self._notes.leave_out(unseen, text)
        return ""

    def begin_block(self) -> int:
        """Begin a block of Markdown; give what this returns to `end_block`."""
        self._close("p")
        return len(self._open)

    def end_block(self, depth: int) -> None:
        """End a block, which closes what it left open."""
        del self._open[max(depth, 1) :]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag == "br":
            self._shown.append(self.text("\n"))
        if tag in ENDS_PARAGRAPH:
            self._close("p")
        if tag not in VOID:
            self._open.append(_opened(tag, dict(attrs), self._open[-1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take `<p/>` as browsers do: as an opening tag."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, with whatever is open inside it."""
        self._close(tag)
        if tag in ("td", "th", "li", "tr", "p", "div", "summary"):
            self._shown.append(" | " if tag in ("td", "th") else "\n")

    def handle_data(self, data: str) -> None:
        """Take text between tags."""
        self._shown.append(self.text(data))

    def handle_pi(self, data: str) -> None:
        """Count a processing instruction as a comment."""
        self._notes.leave_out(LeftOut.COMMENT, data)

    def unknown_decl(self, data: str) -> None:
        """Count a marked section as a comment, as browsers do."""
        self._notes.leave_out(LeftOut.COMMENT, data)

    def _commented(self, comment: re.Match[str]) -> str:
        self._notes.leave_out(LeftOut.COMMENT, comment[0].removeprefix("<!--").removesuffix("-->"))
        return ""

    def _close(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return


def _opened(tag: str, attrs: dict[str, str | None], outer: _Open) -> _Open:
    """An element inside another: what hides the outer one hides it too."""
    style = dict(_declarations(attrs.get("style") or ""))
    behind = _colour(style.get("background-color") or style.get("background")) or outer.behind
    colour = _colour(style.get("color") or attrs.get("color")) or outer.colour
    unseen = outer.unseen
    if unseen in (None, LeftOut.FAINT):
        unseen = LeftOut.FAINT if colour is not None and not is_seen(colour, behind) else None
    if unseen is None and _is_tiny(style):
        unseen = LeftOut.TINY
    if tag in NEVER_SHOWN or "hidden" in attrs or _is_hidden(style):
        unseen = LeftOut.HIDDEN
    return _Open(tag, unseen, colour, behind)


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style.lower().split(";"):
        name, _, value = declaration.partition(":")
        yield name.strip(), value.replace("!important", "").strip()


def _colour(value: str | None) -> Colour | None:
    return of_hex(NAMED.get(value.lower(), value)) if value else None


def _is_hidden(style: dict[str, str]) -> bool:
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or _number(style.get("opacity", "1"))[0] <= 0.1
        or any(_number(style.get(side, "0"))[0] <= FAR for side in MOVES)
    )


def _is_tiny(style: dict[str, str]) -> bool:
    number, unit = _number(style.get("font-size", "16px"))
    return number < SMALLEST[unit]


def _number(value: str) -> tuple[float, str | None]:
    found = SIZE.match(value)
    try:
        return (float(found[1]), found[2]) if found else (1000.0, None)
    except ValueError:
        return 1000.0, None
