"""Plain text is read in the encoding it has, and anything else is refused."""

import pytest

from knowledge.errors import DocumentError, DocumentTypeError
from knowledge.parsing.file_type import FileType
from knowledge.parsing.worker import read_document

TEXT = "Café rules\n\nWe pay by the day.\nAlways.\n\n- be kind\n  to all\n- be early\n"
PIECES = (("", "We pay by the day.\nAlways.\n\n- be kind\nto all\n- be early"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_encoding_gives_the_same_text(encoding: str, end: str) -> None:
    """The encoding and the line ends leave no mark; a short line above all is the title."""
    parsed = read_document(TEXT.replace("\n", end).encode(encoding), FileType.TEXT)
    assert parsed.title == "Café rules"
    assert parsed.pieces == PIECES
    assert bool(parsed.warnings) == (encoding == "cp1252")


@pytest.mark.parametrize(
    "data", [b"zebra\0crossing", b"\x81\x8d\x8f\x90", b"\xff\xfe\x00", "a\0b".encode("utf-16")]
)
def test_binary_is_refused(data: bytes) -> None:
    """Bytes that are no text are not read as some."""
    with pytest.raises(DocumentTypeError, match="no text"):
        read_document(data, FileType.TEXT)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\u200b\u200b".encode()])
def test_a_file_without_text_is_refused(data: bytes) -> None:
    """An empty file says so."""
    with pytest.raises(DocumentError, match=r"empty|no text"):
        read_document(data, FileType.TEXT)


def test_control_characters_go() -> None:
    """What no record can hold is taken out and counted."""
    parsed = read_document(b"be \x1b[1mkind\x07\n", FileType.TEXT)
    assert parsed.pieces == (("", "be [1mkind"),)
    assert parsed.left_out == ("Invisible characters: 2 characters.",)


def test_half_a_character_pair_goes() -> None:
    """A lone surrogate, which no encoding can write, does not get through."""
    with pytest.raises(DocumentTypeError):
        read_document(b"\xff\xfe\x00\xd8a\x00", FileType.TEXT)
