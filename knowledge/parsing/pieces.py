"""Split a document into pieces that an embedding can hold, each under the headings it stood under."""

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.errors import DocumentError, DocumentSizeError
from knowledge.parsing.limits import PIECES
from knowledge.parsing.parsed import Block

WORDS = 180  # the model reads 256 tokens, headings included
LETTERS = 8  # a word longer than this counts for several
HEADING = 160  # characters; what is longer is a paragraph in a heading's dress
PATH = 240
BETWEEN = " > "

SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+")


def titled(blocks: Sequence[Block]) -> tuple[str, Sequence[Block]]:
    """The document's title and the rest: a first heading that stands above all others, or ""."""
    first = blocks[0] if blocks else None
    if first is None or not _is_heading(first):
        return "", blocks
    if any(_is_heading(block) and block.level <= first.level for block in blocks[1:]):
        return "", blocks
    if not any(not _is_heading(block) for block in blocks[1:]):
        return "", blocks
    return _shortened(_line(first.text), HEADING), blocks[1:]


def pieces_of(blocks: Iterable[Block]) -> tuple[tuple[str, str], ...]:
    """The (heading path, text) pieces; raises `DocumentError` when there are none or too many."""
    pieces = []
    for path, section in _sections(blocks):
        heading = _shortened(BETWEEN.join(path), PATH)
        pieces += [(heading, text) for text in _passages(section)]
        if len(pieces) > PIECES:
            raise DocumentSizeError(
                f"The document falls into more than {PIECES:,} pieces.",
                advice="Split it into several documents, or use fewer headings.",
            )
    if not pieces:
        raise DocumentError("The file holds no text that can be seen.", advice="Upload one that does.")
    return tuple(pieces)


def _is_heading(block: Block) -> bool:
    return block.level > 0 and len(block.text) <= HEADING


def _sections(blocks: Iterable[Block]) -> Iterator[tuple[tuple[str, ...], list[Block]]]:
    """Runs of text with the headings above them; a heading with nothing under it is text itself."""
    path: list[Block] = []
    section: list[Block] = []
    bare = False  # whether the last heading has had nothing under it
    for block in blocks:
        if not _is_heading(block):
            section.append(block)
            bare = False
            continue
        if section:
            yield _texts(path), section
            section = []
        elif bare and block.level <= path[-1].level:
            yield _texts(path[:-1]), [path[-1]]
        path = [*(above for above in path if above.level < block.level), block]
        bare = True
    if section:
        yield _texts(path), section
    elif bare:
        yield _texts(path[:-1]), [path[-1]]


def _texts(path: Iterable[Block]) -> tuple[str, ...]:
    return tuple(_line(block.text) for block in path)


def _passages(section: Iterable[Block]) -> Iterator[str]:
    """Neighbouring blocks together, up to the size of a piece."""
    text, item = "", False
    for block in section:
        for part in _parts(block.text):
            joined = text + ("\n" if item and block.item else "\n\n") + part
            if text and _size(joined) > WORDS:
                yield text
                text = part
            else:
                text = joined if text else part
            item = block.item
    if text:
        yield text


def _parts(text: str) -> Iterator[str]:
    """A text in parts of at most the size of a piece, cut between lines, sentences, words or letters."""
    if _size(text) <= WORDS:
        yield text
        return
    for cut, glue in (("\n", "\n"), (SENTENCE_END, " "), (" ", " ")):
        pieces = cut.split(text) if isinstance(cut, re.Pattern) else text.split(cut)
        if len(pieces) > 1:
            yield from _packed((part for piece in pieces for part in _parts(piece)), glue)
            return
    most = WORDS * LETTERS
    yield from (text[start : start + most] for start in range(0, len(text), most))


def _packed(parts: Iterable[str], glue: str) -> Iterator[str]:
    """Parts joined while they fit."""
    held: list[str] = []
    size = 0
    for part in parts:
        if held and size + _size(part) > WORDS:
            yield glue.join(held)
            held, size = [], 0
        held.append(part)
        size += _size(part)
    if held:
        yield glue.join(held)


def _size(text: str) -> int:
    """The number of words, or of the words that so many letters would make."""
    return max(len(text.split()), -(-len(text) // LETTERS))


def _line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
