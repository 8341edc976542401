"""Scores grow with every kind of likeness, and refusals weigh what speaks against an answer."""

import dataclasses

import numpy as np
import pytest

from knowledge.ranking import Evidence, Likeness, upload_answers

NEAR = Evidence(card=0.7, topic=0.6, outside=0.3, strange=0.0)


def likeness(**changed: float) -> Likeness:
    """One passage that is somewhat like the question."""
    values = {"nearest": 0.5, "topic_nearest": 0.5, "pair": 0.5, "topic": 0.5, "words": 3.0, **changed}
    return Likeness(**{name: np.array([value]) for name, value in values.items()})


@pytest.mark.parametrize("more", [{"pair": 0.6}, {"topic": 0.6}, {"words": 4.0}])
def test_more_likeness_is_a_higher_score(more: dict[str, float]) -> None:
    """Meaning, topic and shared words each lift a passage."""
    assert likeness(**more).scores()[0] > likeness().scores()[0]


def test_scores_stay_between_nought_and_one() -> None:
    """The likest and the least like passage are within the scale that readers are told of."""
    assert likeness(pair=1.0, topic=1.5, words=1e9).scores()[0] <= 1.0
    assert likeness(pair=-1.0, topic=0.0, words=0.0).scores()[0] == 0.0


@pytest.mark.parametrize("less", [{"card": 0.2, "topic": 0.2}, {"outside": 0.95}])
def test_what_is_far_or_nearer_to_another_subject_is_not_answered(less: dict[str, float]) -> None:
    """A question must be near, and nearer than to what the library does not hold."""
    assert NEAR.answers()
    assert not dataclasses.replace(NEAR, **less).answers()


def test_unknown_words_speak_against_an_answer() -> None:
    """Of two questions as near, the one in words that no card has is refused first."""
    doubtful = Evidence(card=0.55, topic=0.4, outside=0.45, strange=0.0)
    assert doubtful.answers()
    assert not dataclasses.replace(doubtful, strange=1.0).answers()


def test_uploads_answer_by_their_own_nearness() -> None:
    """An upload may be on a subject that the library leaves out."""
    assert upload_answers(0.6, 0.2)
    assert not upload_answers(0.1, 0.0)
