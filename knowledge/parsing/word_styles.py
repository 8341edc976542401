"""The styles of a Word document: what text in them looks like, and which of them are headings."""

import re
from dataclasses import dataclass, field

from knowledge.parsing.word_look import LOOKS, Look, look_value
from knowledge.parsing.word_names import PASSED_NAMES, TAGS, attribute
from knowledge.parsing.xml_events import read_xml

HEADING = re.compile(r"heading ?([1-9])")
DEEPEST = 20  # styles based on one another; more is a circle


@dataclass
class Style:
    """A style as it stands in the file."""

    name: str = ""
    based_on: str | None = None
    look: dict[str, str] = field(default_factory=dict)
    level: int | None = None
    listed: bool = False


class Styles:
    """The styles of a document, each with what it is based on."""

    def __init__(self, data: bytes) -> None:
        self._styles: dict[str, Style] = {}
        self._default = Style()  # of the whole document
        self._plain = ""  # the style of paragraphs that name none
        self._current: Style | None = None
        self._passed = 0
        self._in_run = False
        self._looks: dict[tuple[str | None, str | None], Look] = {}
        if data:
            read_xml(data, self._start, self._end)

    def look(self, paragraph: str | None, run: str | None) -> Look:
        """The look of text in a paragraph style and a run style."""
        key = (paragraph, run)
        if key not in self._looks:
            look = dict(self._default.look)
            for name in (paragraph or self._plain, run):
                for style in reversed(self._line_of(name)):
                    look |= style.look
            self._looks[key] = look
        return self._looks[key]

    def level(self, paragraph: str | None) -> int:
        """The heading level of a paragraph style: 1 for the document's title, 0 for none."""
        for style in self._line_of(paragraph):
            if style.name == "title":
                return 1
            found = HEADING.fullmatch(style.name)
            if found or style.level is not None:
                return int(found[1]) + 1 if found else (style.level or 0) + 2
        found = HEADING.fullmatch((paragraph or "").lower())
        return int(found[1]) + 1 if found else 0

    def is_list(self, paragraph: str | None) -> bool:
        """Say whether paragraphs of the style are items of a list."""
        return any(style.listed for style in self._line_of(paragraph))

    def is_contents(self, paragraph: str | None) -> bool:
        """Say whether the style is one of a table of contents."""
        return any(style.name.startswith("toc ") for style in self._line_of(paragraph))

    def _line_of(self, name: str | None) -> list[Style]:
        """A style and what it is based on, nearest first."""
        line: list[Style] = []
        while name in self._styles and len(line) < DEEPEST:
            line.append(self._styles[name])
            name = line[-1].based_on
        return line

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._passed or name in PASSED_NAMES:
            self._passed += 1
            return
        tag = TAGS.get(name)
        value = attribute(attributes, "val")
        if tag == "style":
            self._begin(attributes)
        elif tag == "docDefaults":
            self._current = self._default
        elif tag == "rPr":
            self._in_run = True
        elif self._current is None:
            return
        elif tag == "name":
            self._current.name = (value or "").lower()
        elif tag == "basedOn":
            self._current.based_on = value
        elif tag == "outlineLvl" and (value or "").isdigit() and int(value or 9) < 9:
            self._current.level = int(value or 0)
        elif tag == "numId":
            self._current.listed = value != "0"
        elif tag in LOOKS and (self._in_run or tag == "shd"):
            self._current.look[tag] = look_value(tag, attributes)

    def _begin(self, attributes: dict[str, str]) -> None:
        id = attribute(attributes, "styleId") or ""
        self._current = self._styles.setdefault(id, Style())
        if attribute(attributes, "type") == "paragraph" and attribute(attributes, "default") in ("1", "true"):
            self._plain = id

    def _end(self, name: str) -> None:
        if self._passed:
            self._passed -= 1
        elif TAGS.get(name) == "rPr":
            self._in_run = False
        elif TAGS.get(name) in ("style", "docDefaults"):
            self._current = None
