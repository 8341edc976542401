"""A list of passages shows several topics without losing the best."""

import dataclasses
import datetime as dt

import pytest

from knowledge.cards import Library
from knowledge.passages import Passage, passages_of
from knowledge.variety import REPEATED, varied


@pytest.fixture
def passage(small_library: Library) -> Passage:
    """Any passage, to be varied."""
    return passages_of(small_library, dt.date(2026, 11, 1))[0]


def on(passage: Passage, id: str, *topics: str) -> Passage:
    """A passage like another, under its own id and topics."""
    return dataclasses.replace(passage, id=id, topics=topics)


def test_another_topic_comes_before_the_third_of_the_same(passage: Passage) -> None:
    """What is nearly as good on another topic gets a place near the top."""
    same = [(on(passage, f"pay-{number}", "pay"), 0.8) for number in range(3)]
    other = (on(passage, "ad", "job-ad"), 0.8 - 1.5 * REPEATED)
    assert [one.id for one, _ in varied([*same, other], 4)] == ["pay-0", "pay-1", "ad", "pay-2"]


def test_a_topic_that_fits_far_better_keeps_its_places(passage: Passage) -> None:
    """Variety never brings up what fits badly."""
    same = [(on(passage, f"pay-{number}", "pay"), 0.8) for number in range(3)]
    other = (on(passage, "ad", "job-ad"), 0.3)
    assert [one.id for one, _ in varied([*same, other], 4)][-1] == "ad"


def test_scores_never_rise_and_ties_go_by_id(passage: Passage) -> None:
    """The list reads best first, the same way every time."""
    scored = [
        (on(passage, id, id[0]), score) for id, score in [("b1", 0.5), ("a1", 0.5), ("a2", 0.5), ("b2", 0.01)]
    ]
    found = varied(scored, 9)
    assert [one.id for one, _ in found] == ["a1", "b1", "a2", "b2"]
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert varied(list(reversed(scored)), 9) == found


def test_a_shorter_list_is_the_start_of_a_longer_one(passage: Passage) -> None:
    """Asking for more never changes what came first."""
    scored = [(on(passage, f"{number:02}", f"topic-{number % 4}"), 0.9 - number / 50) for number in range(20)]
    assert varied(scored, 5) == varied(scored, 20)[:5]


def test_pieces_of_an_upload_yield_nothing(passage: Passage) -> None:
    """A manager's own document may fill the list."""
    upload = dataclasses.replace(passage, card="document", topics=())
    scored = [(dataclasses.replace(upload, id=f"d.{number}"), 0.5) for number in range(3)]
    assert [score for _, score in varied([*scored, (on(passage, "x", "pay"), 0.49)], 3)] == [0.5] * 3
