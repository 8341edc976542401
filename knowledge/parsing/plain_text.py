"""Read plain text: find its encoding, then its paragraphs and headings."""

import codecs
import re
from collections.abc import Iterator

from knowledge.errors import DocumentTypeError
from knowledge.parsing.parsed import Block
from knowledge.parsing.reading import Notes

# The longer marks first: UTF-32 begins like UTF-16.
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
ITEM = re.compile(r"\s*(?:[-*•·–]|\d{1,3}[.)])\s+\S")
HEADING_WORDS = 8
SENTENCE_ENDS = (".", ",", ";", ":", "?", "!")


def decoded(data: bytes, notes: Notes) -> str:
    """The text of a file; raises `DocumentTypeError` when it is none."""
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), None)
    try:
        text = _decode(data, encoding, notes)
    except UnicodeDecodeError:
        raise _binary() from None
    if "\0" in text:
        raise _binary()
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, encoding: str | None, notes: Notes) -> str:
    if encoding:
        return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    notes.warn("The file is not UTF-8 and was read as Windows-1252: look whether accents came out right.")
    return text


def _binary() -> DocumentTypeError:
    return DocumentTypeError(
        "The file holds bytes that are no text.", advice="Save it as text in UTF-8, then upload it again."
    )


def text_blocks(data: bytes, notes: Notes) -> Iterator[Block]:
    """Paragraphs between empty lines, and short lines of their own as headings."""
    for paragraph in notes.weighed(BLANK.split(decoded(data, notes))):
        lines = paragraph.strip("\n").split("\n")
        if len(lines) == 1 and _is_heading(lines[0]):
            yield Block(lines[0], level=1)
        else:
            yield from _items(lines)


def _items(lines: list[str]) -> Iterator[Block]:
    """The items of a list, each with the lines that go on with it, or one paragraph."""
    held: list[str] = []
    item = False
    for line in lines:
        if ITEM.match(line):
            if held:
                yield Block("\n".join(held), item=item)
            held, item = [], True
        held.append(line)
    yield Block("\n".join(held), item=item)


def _is_heading(line: str) -> bool:
    words = line.split()
    return (
        0 < len(words) <= HEADING_WORDS
        and not line.rstrip().endswith(SENTENCE_ENDS)
        and line.lstrip()[0].isupper()
        and not ITEM.match(line)
    )
