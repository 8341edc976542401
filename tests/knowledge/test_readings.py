"""Whom a question is about does not decide what it asks."""

import pytest

from knowledge.readings import readings_of


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Our freelancer vanishes for days", "the person vanishes for days"),
        ("How do I thank the remote contractor?", "How do I thank the person?"),
        ("what may an outside developer see", "what may the person see"),
        ("Consultants who leave early", "the person who leave early"),
    ],
)
def test_a_question_on_a_contractor_is_also_read_without(question: str, plain: str) -> None:
    """Both readings count, the question's own first."""
    assert readings_of(question) == (question, plain)


@pytest.mark.parametrize(
    "question",
    [
        "How long should an advert be?",
        "freelancing platforms",
        "An employee or a contractor?",
        "Put our freelancer on the payroll",
        "x" * 2000,
        "",
    ],
)
def test_any_other_question_has_one_reading(question: str) -> None:
    """Nothing is taken from a question that names no contractor, or tells one from staff."""
    assert readings_of(question) == (question,)
