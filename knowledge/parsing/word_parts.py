"""Paragraphs and table rows of a Word document while they are open."""

from dataclasses import dataclass, field

from knowledge.parsing.colour import Colour, of_hex
from knowledge.parsing.parsed import Block
from knowledge.parsing.reading import LeftOut
from knowledge.parsing.word_look import LOOKS, look_value
from knowledge.parsing.word_names import attribute

SPACES = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass
class Paragraph:
    """A paragraph that is open; `run` holds the look of its open run."""

    style: str | None = None
    level: int | None = None
    listed: bool | None = None
    fill: Colour | None = None
    run: dict[str, str] | None = None
    written: list[str] = field(default_factory=list)
    parts: list[tuple[LeftOut | None, str]] = field(default_factory=list)


@dataclass
class Row:
    """A table row that is open, with the colour behind each of its cells."""

    cells: list[list[Block]] = field(default_factory=list)
    fills: list[Colour | None] = field(default_factory=list)
    hidden: bool = False


def take_run_property(paragraph: Paragraph, tag: str, attributes: dict[str, str]) -> None:
    """Take an element inside a run: a part of its look, or white space."""
    assert paragraph.run is not None
    if tag in LOOKS:
        paragraph.run[tag] = look_value(tag, attributes)
    elif tag == "rStyle":
        paragraph.run[tag] = attribute(attributes, "val") or ""
    elif tag in SPACES:
        paragraph.written.append(SPACES[tag])


def take_property(paragraph: Paragraph, tag: str, attributes: dict[str, str]) -> None:
    """Take one of a paragraph's properties."""
    value = attribute(attributes, "val") or ""
    if tag == "pStyle":
        paragraph.style = value
    elif tag == "numId":
        paragraph.listed = value != "0"
    elif tag == "outlineLvl" and value.isdigit():
        paragraph.level = int(value) + 2 if int(value) < 9 else 0
    elif tag == "shd":
        paragraph.fill = of_hex(look_value(tag, attributes))
