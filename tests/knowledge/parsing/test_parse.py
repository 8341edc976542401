"""Hostile files are refused in words, whatever they do to the process that reads them."""

import io
import os
import struct
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from knowledge.errors import DocumentError, DocumentSizeError, DocumentTypeError
from knowledge.parsing import limits
from knowledge.parsing.parse import parse
from tests.knowledge.parsing.files import archive, document, paragraph, pdf, run, shown, stream, word

PARSED = {"title": "t", "pieces": [["", "p"]], "left_out": [], "warnings": []}


def worker(code: str) -> tuple[str, ...]:
    """A worker that runs some Python instead."""
    return (sys.executable, "-B", "-c", f"import json, os, sys, time\n{code}")


def bomb(size: int) -> bytes:
    """A Word file whose text unpacks to so many bytes."""
    return word("", whole=document(paragraph(run("x" * size))))


def test_each_type_comes_back_in_pieces() -> None:
    """All four types are read in a process of their own; a file without a title has its own name."""
    assert parse(b"# Pay\n\nBy day.\n", "rules.md").title == "Pay"
    assert parse(b"By day, always.\n", "house rules.TXT").title == "house rules"
    assert parse(word(paragraph(run("By day."))), "rules.docx").pieces == (("", "By day."),)
    assert parse(pdf(shown("By day.")), "rules.pdf").pieces == (("", "By day."),)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (word(paragraph(run("x"))), "renamed.pdf"),
        (pdf(shown("x")), "renamed.docx"),
        (b"just text", "renamed.pdf"),
        (b"just text", "renamed.docx"),
        (pdf(shown("x")), "renamed.txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.docx"),
        (b"{\\rtf1 hello}", "rich.txt"),
        (b"<!DOCTYPE html><p>hello", "page.md"),
        (b"\x89PNG\r\n\x1a\n", "picture.md"),
        (b"zebra\0crossing", "binary.txt"),
        (b"hello", "sheet.xlsx"),
        (b"hello", "noending"),
        (b"hello", "odd.\0md"),
        (archive([("a.txt", "hello")]), "archive.docx"),
    ],
)
def test_other_types_are_refused(data: bytes, name: str) -> None:
    """The content decides; a name that says otherwise is a refusal, and so is what is never read."""
    with pytest.raises(DocumentTypeError) as refused:
        parse(data, name)
    assert refused.value.advice
    assert name not in str(refused.value)


def test_a_file_over_ten_megabytes_is_refused_unread() -> None:
    """No process is started for it."""
    with pytest.raises(DocumentSizeError, match="10 MB"):
        parse(b"x" * 11_000_000, "large.txt", worker=("/does/not/exist",))


def test_zip_bombs_are_refused() -> None:
    """What unpacks to far more than it is packed is refused by the archive's directory."""
    with pytest.raises(DocumentSizeError, match="unpacks"):
        parse(bomb(5_000_000), "bomb.docx")
    beside = word(paragraph(run("x")), parts={"word/media/zeros.bin": b"\0" * 5_000_000})
    with pytest.raises(DocumentSizeError, match="unpacks"):
        parse(beside, "bomb.docx")


def test_an_archive_of_many_entries_is_refused() -> None:
    """A directory of thousands is not even read."""
    parts = ((f"word/{number}.xml", "") for number in range(limits.ZIP_ENTRIES + 1))
    with pytest.raises(DocumentSizeError, match="unpacks"):
        parse(archive(parts), "many.docx")


def test_a_directory_that_lies_about_sizes_gains_nothing() -> None:
    """A part that is larger than its entry says is damaged, and never unpacked beyond that."""
    data = bytearray(bomb(900_000))
    start = data.index(b"PK\x01\x02")
    while data[start : start + 4] == b"PK\x01\x02":
        name, extra, comment = struct.unpack_from("<3H", data, start + 28)
        if data[start + 46 : start + 46 + name] == b"word/document.xml":
            struct.pack_into("<L", data, start + 24, 1000)
        start += 46 + name + extra + comment
    with pytest.raises(DocumentError, match="damaged"):
        parse(bytes(data), "lies.docx")


def test_two_parts_of_one_name_are_refused() -> None:
    """A file that one program reads so and another otherwise is not read."""
    file = io.BytesIO(word(paragraph(run("one"))))
    with zipfile.ZipFile(file, "a") as zipped, pytest.warns(UserWarning, match="Duplicate"):
        zipped.writestr("word/document.xml", document(paragraph(run("two"))))
    with pytest.raises(DocumentError, match="damaged"):
        parse(file.getvalue(), "two.docx")


def test_a_pdf_that_unpacks_to_too_much_is_refused() -> None:
    """A page's content has its limit, too."""
    packed = zlib.compress(b"0 g " * 10_000_000).decode("latin-1")
    data = pdf("").replace(stream("").encode(), stream(packed, "/Filter /FlateDecode").encode("latin-1"))
    with pytest.raises(DocumentError):
        parse(data, "bomb.pdf")


def test_more_text_than_the_limit_is_refused() -> None:
    """A million characters are told as the limit."""
    with pytest.raises(DocumentSizeError, match="1,000,000 characters"):
        parse(b"all work and no play " * 60_000, "long.txt")


def test_a_worker_that_hangs_is_killed_at_the_limit(tmp_path: Path) -> None:
    """A file that cannot be read in time is refused, and its process is gone."""
    note = tmp_path / "pid"
    code = f"open({str(note)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)"
    with pytest.raises(DocumentSizeError, match="time"):
        parse(b"x" * 1_000_000, "slow.txt", worker=worker(code), seconds=1.0)
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


def test_a_worker_that_floods_is_killed_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """More output than a document may hold is not collected."""
    monkeypatch.setattr(limits, "OUTPUT_BYTES", 100_000)
    with pytest.raises(DocumentSizeError, match="text"):
        parse(b"x", "flood.txt", worker=worker("while True: sys.stdout.write('x' * 10_000)"))


@pytest.mark.parametrize("code", ["os.abort()", "os._exit(3)", "raise SystemExit('no')", "print('[]x')"])
def test_a_worker_that_dies_is_a_clear_refusal(code: str) -> None:
    """A crash says that the file is damaged; what was sent to the worker in vain does no harm."""
    with pytest.raises(DocumentError, match="damaged"):
        parse(b"x" * 5_000_000, "crash.txt", worker=worker(code))


def test_no_secret_is_within_a_workers_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment, with its token and keys, does not come along."""
    monkeypatch.setenv("HIRING_TOKEN", "secret")
    code = f"found = {PARSED!r}\nfound['title'] = ' '.join(os.environ)\nprint(json.dumps(found))"
    assert "HIRING_TOKEN" not in parse(b"x", "x.txt", worker=worker(code)).title


@pytest.mark.parametrize(
    "harm", ["os.write(os.open('{path}', os.O_CREAT | os.O_WRONLY), b'x')", "bytearray(2_000_000_000)"]
)
def test_a_worker_can_neither_write_nor_take_all_memory(harm: str, tmp_path: Path) -> None:
    """The limits that the worker sets itself hold."""
    code = (
        "from knowledge.parsing.worker import limit_itself\nlimit_itself()\n"
        f"try: {harm.format(path=tmp_path / 'file')}\n"
        f"except (OSError, MemoryError): print(json.dumps({PARSED!r}))"
    )
    assert parse(b"x", "harm.txt", worker=worker(code)).title == "t"
