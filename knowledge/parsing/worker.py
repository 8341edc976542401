"""Read one document in a process of its own: file on standard input, JSON on standard output."""

import json
import resource
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from knowledge.errors import DocumentError, DocumentSizeError
from knowledge.parsing import limits
from knowledge.parsing.characters import cleaned
from knowledge.parsing.file_type import FileType, refuse_other
from knowledge.parsing.markdown import markdown_blocks
from knowledge.parsing.parsed import Block, Parsed
from knowledge.parsing.pdf import pdf_blocks
from knowledge.parsing.pieces import pieces_of, titled
from knowledge.parsing.plain_text import text_blocks
from knowledge.parsing.reading import Notes
from knowledge.parsing.word import word_blocks
from knowledge.parsing.xml_events import damaged

READERS: dict[FileType, Callable[[bytes, Notes], Iterable[Block]]] = {
    FileType.MARKDOWN: markdown_blocks,
    FileType.TEXT: text_blocks,
    FileType.WORD: word_blocks,
    FileType.PDF: pdf_blocks,
}
# Files are not written, processes not started; time and memory are given in the limits.
ALLOWED = {
    resource.RLIMIT_CPU: limits.CPU_SECONDS,
    resource.RLIMIT_AS: limits.MEMORY_BYTES,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NPROC: 0,
    resource.RLIMIT_CORE: 0,
}


def read_document(data: bytes, named: FileType) -> Parsed:
    """The document in pieces, its title "" when it has none; raises `DocumentError`.

    Only `main` guards against what this may cost.
    """
    refuse_other(data, named)
    notes = Notes()
    blocks = [
        Block(text, block.level, block.item)
        for block in READERS[named](data, notes)
        if (text := cleaned(block.text, notes))
    ]
    title, rest = titled(blocks)
    return Parsed(title, pieces_of(rest), notes.left_out, notes.warnings)


def main(named: str) -> None:
    """Read, and write either what was found or the refusal."""
    limit_itself()
    json.dump(_answer(FileType(named)), sys.stdout)


def limit_itself() -> None:
    """Give up all that reading a document does not need; a system that knows a limit not goes without it."""
    for limit, amount in ALLOWED.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (amount, amount))


def _answer(named: FileType) -> dict[str, Any]:
    try:
        return asdict(read_document(sys.stdin.buffer.read(), named))
    except DocumentError as error:
        refusal = error
    except (MemoryError, RecursionError):
        refusal = DocumentSizeError(
            "The file takes too much memory to read.", advice="Split it, or upload its text alone."
        )
    except Exception:
        refusal = damaged()
    return {"refusal": type(refusal).__name__, "message": refusal.message, "advice": refusal.advice}


if __name__ == "__main__":
    main(sys.argv[1])
