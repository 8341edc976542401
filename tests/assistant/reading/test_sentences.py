"""Sentences end where a reader would end them."""

import pytest

from assistant.reading.sentences import LONGEST, sentences
from assistant.reading.text import Text


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Tools, e.g. Jira. Next.", ["Tools, e.g. Jira.", "Next."]),
        ("Ask J. Smith about v1.2 of Node.js. Now.", ["Ask J. Smith about v1.2 of Node.js.", "Now."]),
        ("Candidates A and B. Also this.", ["Candidates A and B.", "Also this."]),
        ("5 p.m. works etc. We start.", ["5 p.m. works etc.", "We start."]),
        ("$1.5k a day. Good.", ["$1.5k a day.", "Good."]),
    ],
)
def test_where_sentences_end(said: str, wanted: list[str]) -> None:
    """A full stop in a short form, an initial or a number ends nothing."""
    text = Text(said)
    assert [text.quote(span) for span in sentences(text, text.whole)] == wanted


def test_an_endless_sentence_comes_in_pieces() -> None:
    """No piece is longer than what can be read at once, and nothing is lost."""
    text = Text("word " * 1000)
    pieces = list(sentences(text, text.whole))
    assert max(span.end - span.start for span in pieces) <= LONGEST
    assert "".join(text.quote(span) for span in pieces).replace(" ", "") == "word" * 1000
