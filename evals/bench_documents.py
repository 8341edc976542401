"""Measure managers' own documents: how long one takes to be read, found, and refused."""

import datetime as dt
import io
import itertools
import os
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from assistant.data_folder import DataFolder
from assistant.errors import DocumentError
from assistant.settings import Settings
from evals.table import Table
from knowledge.cards import load_library
from knowledge.parsing.parse import parse

PAGES = 200
LINES = 45  # a page
WORDS = 13  # a line
WORD_PARAGRAPHS = 1_400
PICTURE = 650_000  # bytes, which no archive makes smaller
RUNS = 5


def measure() -> Iterator[Table]:
    """The figures of documents, each beside its goal."""
    words = _words()
    pdf, word = _pdf(words, PAGES), _word(words)
    markdown = _markdown(words)
    rows = [
        (f"reading a PDF of {PAGES} pages, {_megabytes(pdf)}", _seconds(lambda: parse(pdf, "a.pdf")), ""),
        (f"reading a Word file of {_megabytes(word)}", _seconds(lambda: parse(word, "a.docx")), ""),
        ("reading Markdown of ten pages", _seconds(lambda: parse(markdown, "a.md")), ""),
        *_uploads(markdown, pdf),
        *_refusals(words),
    ]
    yield Table("documents", ("what", "measured", "at most"), rows)


def _uploads(markdown: bytes, pdf: bytes) -> Iterator[tuple[str, str, str]]:
    """Uploads into an empty data folder, until their owner finds them."""
    clock = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    numbers = itertools.count()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        with DataFolder(settings, lambda: clock, lambda: f"d{next(numbers)}", lambda _: None) as data:
            for name, file in (("a.md", markdown), ("b.pdf", pdf)):
                start = time.perf_counter()
                kept = data.uploads.add("owner", name, file)
                found = data.search.search("Who reports to whom?", owner="owner", k=50)
                seconds = time.perf_counter() - start
                assert any(passage.owner == "owner" for passage in found.passages)
                yield f"from upload to found, {kept.passage_count} passages", f"{seconds:.1f} s", ""


def _refusals(words: Iterator[str]) -> Iterator[tuple[str, str, str]]:
    bomb = _archive({"word/document.xml": b" " * 9_000_000})
    entities = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    scan = _pdf(iter(()), 3)
    for what, data, name in (
        ("a zip bomb", bomb, "a.docx"),
        ("entities", _archive({"word/document.xml": entities}), "a.docx"),
        ("a PDF without text", scan, "a.pdf"),
        ("a renamed file", scan, "a.docx"),
    ):
        yield f"refusing {what}", _seconds(partial(_refused, data, name)), "1 s"


def _refused(data: bytes, name: str) -> None:
    try:
        parse(data, name)
    except DocumentError:
        return
    raise AssertionError(f"{name} was not refused")


def _seconds(act: Callable[[], object]) -> str:
    """The median of a few runs."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return f"{sorted(times)[RUNS // 2]:.2f} s"


def _words() -> Iterator[str]:
    """The words of the library's guidance, over and over."""
    return itertools.cycle(" ".join(card.body for card in load_library().guidance.values()).split())


def _line(words: Iterator[str]) -> str:
    return " ".join(itertools.islice(words, WORDS))


def _markdown(words: Iterator[str]) -> bytes:
    headings = (f"## Section {number}\n\n" for number in range(10))
    sections = (heading + "\n".join(_line(words) for _ in range(LINES)) for heading in headings)
    return "\n\n".join(sections).encode()


def _pdf(words: Iterator[str], pages: int) -> bytes:
    """A PDF with a heading and lines on every page, in two sizes of one font."""
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, StreamObject

    writer, file = PdfWriter(), io.BytesIO()
    font = DictionaryObject({NameObject(name): NameObject(value) for name, value in FONT.items()})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    for number in range(pages):
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        content = StreamObject()
        content.set_data(_operators(words, number))
        page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    writer.write(file)
    return file.getvalue()


FONT = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}


def _operators(words: Iterator[str], number: int) -> bytes:
    lines = [line for _ in range(LINES) if (line := _line(words))]
    if not lines:
        return b"0 0 100 100 re f"
    shown = "".join(f"({_escaped(line)}) Tj 0 -14 Td\n" for line in lines)
    return f"BT /F1 16 Tf 50 790 Td (Section {number}) Tj ET\nBT /F1 10 Tf 50 750 Td\n{shown}ET".encode(
        "cp1252", "replace"
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _word(words: Iterator[str]) -> bytes:
    """A Word file with headings, paragraphs and a picture's worth of bytes."""
    from docx import Document

    document, file = Document(), io.BytesIO()
    for number in range(WORD_PARAGRAPHS):
        if number % 20 == 0:
            document.add_heading(f"Section {number // 20}", 2)
        document.add_paragraph(" ".join(_line(words) for _ in range(7)))
    document.save(file)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/media/picture.jpeg", os.urandom(PICTURE))
    return file.getvalue()


def _archive(parts: dict[str, bytes]) -> bytes:
    """A Word file of nothing but these parts and the relation to its document."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"_rels/.rels": relations.encode(), **parts}.items():
            archive.writestr(name, content)
    return file.getvalue()


def _megabytes(data: bytes) -> str:
    return f"{len(data) / 1e6:.1f} MB"
