"""Read a PDF: the text that its pages show."""

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from knowledge.errors import DocumentError, DocumentSizeError
from knowledge.parsing import limits
from knowledge.parsing.parsed import Block
from knowledge.parsing.pdf_lines import Line, LineCollector
from knowledge.parsing.pdf_paragraphs import blocks_of
from knowledge.parsing.pdf_sight import PdfSight
from knowledge.parsing.reading import Notes
from knowledge.parsing.xml_events import damaged

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

UNREADABLE = 0.2  # share of letters whose meaning the file does not tell


def pdf_blocks(data: bytes, notes: Notes) -> Iterator[Block]:
    """The blocks of a PDF; raises `DocumentError` when it is protected, scanned, damaged or too large."""
    from pypdf import apply_configuration
    from pypdf.errors import LimitReachedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with apply_configuration(zlib_maximum_output_length=limits.PDF_STREAM_BYTES):
            pages = [_lines_of(page, notes) for page in _pages_of(data)]
    except LimitReachedError as error:
        raise DocumentSizeError(
            "The PDF unpacks to more than a document needs.", advice="Print it to a new PDF, and upload that."
        ) from error
    _look_at(pages, notes)
    return blocks_of(pages, notes)


def _pages_of(data: bytes) -> Iterator["PageObject"]:
    reader = _opened(data)
    count = len(reader.pages)
    if count > limits.PAGES:
        raise DocumentSizeError(
            f"The PDF has more than {limits.PAGES} pages.", advice="Upload the parts that matter."
        )
    for number in range(count):
        yield reader.pages[number]


def _opened(data: bytes) -> "PdfReader":
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, LimitReachedError, PdfReadError

    try:
        reader = PdfReader(io.BytesIO(data))
        encrypted = reader.is_encrypted
    except DependencyError:
        encrypted = True
    except LimitReachedError:
        raise
    except (PdfReadError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        # What is encrypted in an unknown way fails before it can be asked.
        if b"/Encrypt" not in data:
            raise damaged() from error
        encrypted = True
    if encrypted:
        raise DocumentError(
            "The PDF is protected by encryption.", advice="Save a copy without a password or restrictions."
        )
    return reader


def _lines_of(page: "PageObject", notes: Notes) -> list[Line]:
    """The lines that a page shows; what it does not show is counted by a second look at it."""
    sight, lines = PdfSight(page), LineCollector()
    page.extract_text(
        visitor_operand_before=sight.before, visitor_operand_after=sight.after, visitor_text=lines.take
    )
    lines.end()
    for line in lines.lines:
        notes.weigh(line.text)
    for what in sorted(sight.unseen):
        other = PdfSight(page, only=what)
        notes.leave_out(
            what, page.extract_text(visitor_operand_before=other.before, visitor_operand_after=other.after)
        )
    return lines.lines


def _look_at(pages: list[list[Line]], notes: Notes) -> None:
    """Refuse a PDF without text; warn of pages without."""
    empty = sum(1 for lines in pages if not lines)
    if empty == len(pages):
        raise DocumentError(
            "The PDF shows no text: it looks scanned.", advice="Upload it as text, or after text recognition."
        )
    text = "".join(line.text for lines in pages for line in lines)
    unknown = sum(1 for letter in text if letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff")
    if unknown > UNREADABLE * len(text):
        raise DocumentError(
            "The PDF does not tell which letters it shows.", advice="Upload the document it was made from."
        )
    if empty:
        notes.warn(f"Pages without text, such as pictures or scans: {empty} of {len(pages)}.")
