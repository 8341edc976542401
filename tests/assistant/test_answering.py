"""Answers quote what answers, and no more."""

import pytest

from assistant.answering import Asked, QuotingAnswerer
from assistant.brief import Brief
from knowledge.search import Search


@pytest.fixture
def answerer(search: Search) -> QuotingAnswerer:
    """An answerer over the real library."""
    return QuotingAnswerer(search)


def test_the_claim_comes_first_then_what_to_do(answerer: QuotingAnswerer) -> None:
    """The first line is the best passage's claim, the next ones are its steps, word for word."""
    answer = answerer.answer(Asked("what should an NDA contain", "local", Brief())).answer
    best = answer.passages[0]
    assert best.id == "nda-before-disclosure"
    flat = " ".join(best.text.split())
    own = [line for line in answer.lines if line.citations == (best.id,)]
    assert len(own) > 1
    assert all(line.text in flat for line in own)


def test_what_is_far_from_the_best_is_not_quoted(answerer: QuotingAnswerer) -> None:
    """A question that one card answers is not padded with cards that merely come next."""
    answer = answerer.answer(Asked("is it ok to track keystrokes", "local", Brief())).answer
    assert [passage.id for passage in answer.passages] == ["no-activity-surveillance"]


def test_a_management_question_is_not_answered_with_competency_cards(answerer: QuotingAnswerer) -> None:
    """Where guidance answers best, cards of roles and competencies stay out."""
    asked = Asked("what if two directors both give the contractor tasks?", "local", Brief())
    assert "stakeholder-management" not in {item.id for item in answerer.answer(asked).answer.passages}


def test_what_is_not_covered_quotes_nothing(answerer: QuotingAnswerer) -> None:
    """A question outside the library is told so, with no passage beside it."""
    answer = answerer.answer(Asked("a good recipe for pancakes", "local", Brief())).answer
    assert not answer.answered
    assert not answer.lines
    assert not answer.passages
