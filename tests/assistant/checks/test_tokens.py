"""Tokens, clauses and sentences, with spans in code points of the text as received."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.text.tokens import LONGEST_SENTENCE, read
from assistant.checks.text.words import names


def sentences(text: str) -> list[str]:
    """The sentences of a text, as written."""
    reading = read(text)
    return [reading.sentence_text(number) for number in range(len(reading.sentences))]


@given(st.text())
def test_every_token_is_where_it_says(text: str) -> None:
    """Spans rise, do not overlap and hold at least one character, whatever the text."""
    reading = read(text)
    spans = [reading.span(at, at + 1) for at in range(len(reading))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert [stop for _, stop in reading.sentences][-1:] == ([len(reading)] if spans else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We run it. You fix it!", ["We run it.", "You fix it!"]),
        ("U.S. citizens, e.g. in the U.S. Army", ["U.S. citizens, e.g. in the U.S. Army"]),
        ("Node.js and version 3.11.", ["Node.js and version 3.11."]),
        ("- Native English\n- Under 35", ["Native English", "Under 35"]),
        ("Requirements\nNative English", ["Requirements", "Native English"]),
        (f"{'x' * 50} native\nEnglish speakers", [f"{'x' * 50} native\nEnglish speakers"]),
        ("One | two; three • four", ["One", "two", "three", "four"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, found: list[str]) -> None:
    """Full stops, bullets, cells and short lines end a sentence; abbreviations and wrapped lines do not."""
    assert sentences(text) == found


def test_a_row_of_words_without_a_stop_is_cut() -> None:
    """No sentence is longer than a page, so that no match can cost more than that."""
    assert [stop - first for first, stop in read("word " * 1_000).sentences] == [400, 400, 200]
    assert LONGEST_SENTENCE == 400


def test_a_comma_ends_a_clause_and_no_sentence() -> None:
    """What is denied in one clause is not denied in the next."""
    reading = read("No, we mean it (really)")
    assert reading.clause_of == (0, 1, 1, 1, 2)
    assert len(reading.sentences) == 1


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("Drivers’", {"drivers", "driver"}),
        ("didn't", {"did", "do", "not"}),
        ("CANNOT", {"can", "not"}),
        ("na\u00adtive", {"native"}),
        ("ﬁt", {"fit"}),
        ("rockstars", {"rockstar"}),
    ],
)
def test_a_word_is_known_by_its_names(word: str, known: set[str]) -> None:
    """Clitics, plurals, lemmas, ligatures and invisible characters make no difference."""
    assert known <= set(names(read(word).surface(0)))


def test_a_long_text_comes_in_parts_of_whole_sentences() -> None:
    """Parts keep each token's place in the text and each sentence whole; together they are the text."""
    reading = read("We run it. You fix it! Who pays? They do, I hear.")
    parts = list(reading.parts(size=4))
    assert [[part.sentence_text(n) for n in range(len(part.sentences))] for part in parts] == [
        ["We run it.", "You fix it!"],
        ["Who pays?", "They do, I hear."],
    ]
    assert [start for part in parts for start in part.starts] == list(reading.starts)
    assert [len(part) for part in parts] == [part.stops[-1] for part in parts]
    assert list(reading.parts()) == [reading]
