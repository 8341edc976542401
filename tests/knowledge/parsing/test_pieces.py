"""Documents are split where a reader would pause, into what an embedding can hold."""

import pytest

from knowledge.errors import DocumentSizeError
from knowledge.parsing import pieces
from knowledge.parsing.parsed import Block
from knowledge.parsing.pieces import pieces_of, titled


def test_neighbours_share_a_piece_while_they_fit() -> None:
    """Short paragraphs stand together, and none is cut to fill a piece up."""
    blocks = [Block(f"{'word ' * 69}end{number}.") for number in range(5)]
    texts = [text for _, text in pieces_of(blocks)]
    assert [text.count("end") for text in texts] == [2, 2, 1]
    assert "\n\n".join(texts) == "\n\n".join(block.text for block in blocks)


def test_a_huge_paragraph_is_cut_between_sentences() -> None:
    """No piece is over the size, no word is lost, and each ends with a sentence."""
    text = " ".join(f"Sentence number {number} says little." for number in range(2000))
    texts = [text for _, text in pieces_of([Block(text)])]
    assert " ".join(texts) == text
    assert all(len(each.split()) <= pieces.WORDS and each.endswith(".") for each in texts)


@pytest.mark.parametrize("text", ["word " * 20_000, "x" * 100_000, "字" * 5_000])
def test_text_without_sentences_is_cut_too(text: str) -> None:
    """Neither a paragraph without an end nor a word without an end breaks the size."""
    texts = [text for _, text in pieces_of([Block(text.strip())])]
    assert "".join(texts).replace(" ", "") == text.replace(" ", "")
    assert all(len(each) <= pieces.WORDS * pieces.LETTERS for each in texts)


def test_a_heading_is_never_parted_from_its_text() -> None:
    """Text under two headings never shares a piece."""
    blocks = [Block("One", 1), Block("a"), Block("Two", 1), Block("b"), Block("Three", 2), Block("c")]
    assert pieces_of(blocks) == (("One", "a"), ("Two", "b"), ("Two > Three", "c"))


def test_a_paragraph_in_a_headings_dress_is_text() -> None:
    """A heading of a whole paragraph's length is read as text."""
    long = "word " * 100
    assert pieces_of([Block(long.strip(), 1)]) == (("", long.strip()),)
    assert titled([Block(long.strip(), 1)])[0] == ""


def test_too_many_pieces_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of headings alone cannot keep the embedding busy for hours."""
    monkeypatch.setattr(pieces, "PIECES", 10)
    with pytest.raises(DocumentSizeError, match="10 pieces"):
        pieces_of(Block(f"Heading {number}", 1) for number in range(20))
