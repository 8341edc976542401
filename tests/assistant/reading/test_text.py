"""The folded text agrees with the message, character for character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.text import Span, Text


@given(st.text(min_size=3))
def test_the_folded_text_is_as_long_as_the_message(message: str) -> None:
    """A span found in the folded text is the same span of the message, whatever its letters."""
    assert len(Text(message).low) == len(message)
    assert len(Text(message, frozenset({1, 3})).low) == len(message)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (" .NET, ", ".NET"),
        ("“Docker”.", "Docker"),
        ("Lambda (S3)", "Lambda (S3)"),
        ("S3).", "S3"),
        (" ,. ", ""),
    ],
)
def test_trimming_keeps_what_belongs_to_a_name(raw: str, kept: str) -> None:
    """Punctuation goes from the ends, but not the dot of .NET nor a bracket that has its partner."""
    text = Text(raw)
    assert text.quote(text.trim(text.whole)) == kept


def test_starts_are_marked_by_line_ends() -> None:
    """In a text with starts a line ends before each sentence and nowhere else."""
    assert Text("One.\nTwo\nthree", frozenset({5})).low == "one.\ntwo three"
    assert Text("a b").quote(Span(2, 3)) == "b"
