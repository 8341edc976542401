"""Follow the body of a Word document as a reader sees it, with headings, lists and table rows."""

from knowledge.parsing.colour import WHITE, Colour, of_hex
from knowledge.parsing.parsed import Block
from knowledge.parsing.reading import LeftOut, Notes
from knowledge.parsing.word_look import look_value, unseen
from knowledge.parsing.word_names import PASSED_NAMES, TAGS, attribute
from knowledge.parsing.word_parts import Paragraph, Row, take_property, take_run_property
from knowledge.parsing.word_styles import Styles

CELL_WORDS = 60  # a row with more in one cell is there for the layout
GONE = ("del", "moveFrom")


class WordBody:
    """One pass over the document part."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self.blocks: list[Block] = []
        self.is_word = False
        self._styles = styles
        self._notes = notes
        self._page = WHITE
        self._paragraphs: list[Paragraph] = []  # one inside another: text boxes
        self._rows: list[Row] = []  # one inside another: nested tables
        self._passed = 0
        self._gone = 0  # how many deletions are open
        self._properties: str | None = None
        self._in_text = False
        self._verdicts: dict[tuple[object, ...], LeftOut | None] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        if self._passed or name in PASSED_NAMES:
            self._passed += 1
            return
        tag = TAGS.get(name)
        if tag is None:
            return
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        if tag in ("t", "delText"):
            self._in_text = True
        elif tag == "txbxContent":
            self._paragraphs.append(Paragraph())  # a text box stands inside a run, which waits for it
        elif tag == "r" and paragraph:
            paragraph.run = {}
        elif tag == "rPr" and (paragraph is None or paragraph.run is None):
            self._passed = 1  # of the paragraph's mark, or of a frame: nothing is written in it
        elif paragraph and paragraph.run is not None:
            take_run_property(paragraph, tag, attributes)
        else:
            self._outside_runs(tag, attributes, paragraph)
        if tag in GONE:
            self._gone += 1

    def end(self, name: str) -> None:
        """Close an element."""
        if self._passed:
            self._passed -= 1
            return
        tag = TAGS.get(name)
        if tag in ("t", "delText"):
            self._in_text = False
        elif tag == "r" and self._paragraphs:
            self._end_run(self._paragraphs[-1])
        elif tag == "p" and self._paragraphs:
            self._end_paragraph(self._paragraphs.pop())
        elif tag == "txbxContent" and self._paragraphs:
            self._paragraphs.pop()
        elif tag == "tr" and self._rows:
            self._end_row(self._rows.pop())
        elif tag in ("pPr", "tcPr", "trPr"):
            self._properties = None
        elif tag in GONE:
            self._gone -= 1

    def text(self, text: str) -> None:
        """Take text."""
        if self._in_text and self._paragraphs and not self._passed:
            self._paragraphs[-1].written.append(text)

    def _outside_runs(self, tag: str, attributes: dict[str, str], paragraph: Paragraph | None) -> None:
        if tag == "p":
            self._paragraphs.append(Paragraph())
        elif tag == "tr":
            self._rows.append(Row())
        elif tag == "tc" and self._rows:
            self._rows[-1].cells.append([])
            self._rows[-1].fills.append(None)
        elif tag in ("pPr", "tcPr", "trPr"):
            self._properties = tag
        elif tag == "document":
            self.is_word = True
        elif tag == "background":
            self._page = of_hex(attribute(attributes, "color") or "") or WHITE
        elif self._properties == "pPr" and paragraph:
            take_property(paragraph, tag, attributes)
        elif self._properties == "tcPr" and tag == "shd" and self._rows and self._rows[-1].fills:
            self._rows[-1].fills[-1] = of_hex(look_value(tag, attributes))
        elif self._properties == "trPr" and tag == "hidden" and self._rows:
            self._rows[-1].hidden = True

    def _end_run(self, paragraph: Paragraph) -> None:
        text = "".join(paragraph.written)
        if text:
            paragraph.parts.append((self._unseen(paragraph), text))
        paragraph.run = None
        paragraph.written.clear()

    def _unseen(self, paragraph: Paragraph) -> LeftOut | None:
        """Why the run that ends is not read, or None."""
        if self._gone:
            return LeftOut.DELETED
        run = paragraph.run or {}
        behind = paragraph.fill or self._behind()
        key = (paragraph.style, behind, *run.items())
        if key not in self._verdicts:
            look = self._styles.look(paragraph.style, run.get("rStyle"))
            self._verdicts[key] = unseen({**look, **run}, behind)
        return self._verdicts[key]

    def _behind(self) -> Colour:
        fills = (row.fills[-1] for row in reversed(self._rows) if row.fills)
        return next((fill for fill in fills if fill is not None), self._page)

    def _end_paragraph(self, paragraph: Paragraph) -> None:
        for what in {what for what, _ in paragraph.parts if what is not None}:
            self._notes.leave_out(what, "".join(text for kind, text in paragraph.parts if kind is what))
        text = "".join(text for what, text in paragraph.parts if what is None)
        if not text.strip():
            return
        if self._styles.is_contents(paragraph.style):
            self._notes.leave_out(LeftOut.CONTENTS, text)
            return
        self._notes.weigh(text)
        level = self._styles.level(paragraph.style) if paragraph.level is None else paragraph.level
        listed = self._styles.is_list(paragraph.style) if paragraph.listed is None else paragraph.listed
        if listed and not level:
            self._put(Block(f"- {text}", item=True))
        else:
            self._put(Block(text, level))

    def _end_row(self, row: Row) -> None:
        cells = [cell for cell in row.cells if cell]
        if row.hidden:
            self._notes.leave_out(LeftOut.HIDDEN, " ".join(block.text for cell in cells for block in cell))
        elif _is_layout(cells):
            self._put(*(block for cell in cells for block in cell))
        else:
            texts = (" ".join(block.text.removeprefix("- ") for block in cell) for cell in cells)
            self._put(Block(" | ".join(texts), item=True))

    def _put(self, *blocks: Block) -> None:
        """Add blocks to the cell that is open, or to the document."""
        (self._rows[-1].cells[-1] if self._rows and self._rows[-1].cells else self.blocks).extend(blocks)


def _is_layout(cells: list[list[Block]]) -> bool:
    """Say whether a row only places text: one cell, or some with headings or with much in them."""
    return len(cells) <= 1 or any(
        any(block.level for block in cell) or sum(len(block.text.split()) for block in cell) > CELL_WORDS
        for cell in cells
    )
