"""Tell by the look of a run of text in Word whether anybody sees it."""

from collections.abc import Mapping

from knowledge.parsing.colour import Colour, is_seen, of_hex
from knowledge.parsing.reading import LeftOut
from knowledge.parsing.word_names import attribute

# A look is what a run's properties say, by tag; what it does not name comes from its styles.
Look = Mapping[str, str]

LOOKS = frozenset(("vanish", "color", "sz", "shd", "highlight"))
OFF = frozenset(("0", "false", "off"))
TINY = 4.0  # half-points
HIGHLIGHTS = {
    "black": "000000", "blue": "0000ff", "cyan": "00ffff", "darkBlue": "00008b", "darkCyan": "008b8b",
    "darkGray": "a9a9a9", "darkGreen": "006400", "darkMagenta": "800080", "darkRed": "8b0000",
    "darkYellow": "808000", "green": "00ff00", "lightGray": "d3d3d3", "magenta": "ff00ff", "red": "ff0000",
    "white": "ffffff", "yellow": "ffff00",
}  # fmt: skip


def look_value(tag: str, attributes: dict[str, str]) -> str:
    """What an element among run properties says."""
    if tag == "shd":
        solid = attribute(attributes, "val") == "solid"
        return attribute(attributes, "color" if solid else "fill") or "auto"
    return attribute(attributes, "val") or "on"


def unseen(look: Look, behind: Colour) -> LeftOut | None:
    """Why text of this look is not seen on what lies behind it, or None."""
    if look.get("vanish", "off") not in OFF:
        return LeftOut.HIDDEN
    if _number(look.get("sz")) <= TINY:
        return LeftOut.TINY
    colour = of_hex(look.get("color", ""))
    behind = of_hex(HIGHLIGHTS.get(look.get("highlight", ""), look.get("shd", ""))) or behind
    if colour is not None and not is_seen(colour, behind):
        return LeftOut.FAINT
    return None


def _number(text: str | None) -> float:
    try:
        return float(text) if text else 100.0
    except ValueError:
        return 100.0
