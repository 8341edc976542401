"""Read Markdown: what a reader of the rendered page sees, with its headings."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from knowledge.parsing.html_sight import HtmlSight
from knowledge.parsing.parsed import Block
from knowledge.parsing.plain_text import decoded
from knowledge.parsing.reading import LeftOut, Notes

if TYPE_CHECKING:
    from markdown_it.token import Token

# Settings between two lines of dashes, which begin with a name; a mere ruler is none.
FRONT_MATTER = re.compile(
    r"\A(-{3}|\+{3})[ \t]*\n[\w\"'-]+\s*[:=].*?\n(?:\1|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL
)
# Definitions of links that lead nowhere are how Markdown writers leave notes: [//]: # (like this)
NOWHERE = frozenset(("", "#"))


def markdown_blocks(data: bytes, notes: Notes) -> Iterator[Block]:
    """Headings, paragraphs, list items and table rows."""
    text = decoded(data, notes)
    front = FRONT_MATTER.match(text)
    if front:
        notes.leave_out(LeftOut.FRONT_MATTER, front[0].replace("---", ""))
        text = text[front.end() :]
    notes.weigh(text)
    return _Walk(HtmlSight(notes), notes).blocks(text)


class _Walk:
    """One pass over the tokens of a file."""

    def __init__(self, sight: HtmlSight, notes: Notes) -> None:
        self._sight = sight
        self._notes = notes
        self._level = 0  # of the heading that is open
        self._lists = 0  # how many lists are open
        self._mark = ""  # what the next paragraph of a list begins with
        self._cells: list[str] | None = None  # of the table row that is open

    def blocks(self, text: str) -> Iterator[Block]:
        """The blocks of the text."""
        from markdown_it import MarkdownIt

        environment: dict[str, Any] = {}
        for token in MarkdownIt("commonmark").enable("table").parse(text, environment):
            yield from self._of(token)
        for definition in environment.get("references", {}).values():
            if definition["href"] in NOWHERE:
                self._notes.leave_out(LeftOut.COMMENT, definition["title"])

    def _of(self, token: "Token") -> Iterator[Block]:
        if token.type == "inline":
            yield from self._inline(token)
        elif token.type == "html_block":
            yield Block(self._sight.html(token.content))
        elif token.type in ("fence", "code_block"):
            self._sight.begin_block()
            yield Block(self._sight.text(token.content))
        elif token.type == "tr_close" and self._cells is not None:
            yield Block(" | ".join(self._cells), item=True)
            self._cells = None
        else:
            self._follow(token)

    def _follow(self, token: "Token") -> None:
        """Note where in the document the next text stands."""
        if token.type == "heading_open":
            self._level = int(token.tag[1])
        elif token.type == "heading_close":
            self._level = 0
        elif token.type == "tr_open":
            self._cells = []
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists -= 1
        elif token.type == "list_item_open":
            self._mark = f"{token.info}. " if token.info else "- "

    def _inline(self, token: "Token") -> Iterator[Block]:
        depth = self._sight.begin_block()
        text = "".join(self._seen(child) for child in token.children or ())
        self._sight.end_block(depth)
        mark, self._mark = self._mark, ""
        if self._cells is not None:
            self._cells.append(text)
        elif text.strip():
            yield Block(mark + text, level=self._level, item=self._lists > 0)

    def _seen(self, token: "Token") -> str:
        if token.type == "html_inline":
            return self._sight.html(token.content)
        if token.type == "image":
            self._notes.leave_out(LeftOut.PICTURE, token.content)
            return ""
        if token.type in ("softbreak", "hardbreak"):
            return "\n" if token.type == "hardbreak" else " "
        return self._sight.text(token.content) if token.content else ""
