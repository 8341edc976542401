"""Filters keep what applies to the asker, and what applies everywhere."""

import dataclasses
import datetime as dt

import pytest

from knowledge.cards import Library
from knowledge.passages import Passage, passages_of
from knowledge.scope import Scope, scope_of, weight_of_place

PASSAGE = Passage(
    id="pay",
    title="Pay",
    text="Say what you pay.",
    topics=("pay-transparency",),
    source="Common practice",
    url=None,
    as_of="2026-08",
    jurisdiction=None,
    engagement="any",
    card="law",
)

ALL = {
    "one-boss",
    "show-pay",
    "thank-them",
    "pay-law-us-ca",
    "pay-law-gb",
    "network-engineer",
    "network-design",
}


@pytest.mark.parametrize(
    ("scope", "left_out"),
    [
        (scope_of(), set()),
        (scope_of(jurisdiction="US-CA"), {"pay-law-gb"}),
        (scope_of(jurisdiction="US-CA-SF"), {"pay-law-gb"}),
        (scope_of(jurisdiction="US"), {"pay-law-gb", "pay-law-us-ca"}),
        (scope_of(jurisdiction="uk"), {"pay-law-us-ca"}),
        (scope_of(engagement="contractor"), {"show-pay"}),
        (scope_of(engagement="employee"), {"thank-them"}),
        (scope_of(engagement="any"), set()),
        (scope_of(topics=["recognition"]), ALL - {"thank-them"}),
        (scope_of(topics=[]), ALL),
    ],
)
def test_a_scope_leaves_out_what_does_not_apply(
    scope: Scope, left_out: set[str], small_library: Library
) -> None:
    """A place brings the places around it; no place, and any engagement, always stay."""
    passages = passages_of(small_library, dt.date(2026, 11, 1))
    assert {passage.id for passage in passages if not scope.holds(passage)} == left_out


@pytest.mark.parametrize(
    ("question", "weighs_less"),
    [
        ("must I publish the pay range", True),
        ("must I publish the pay range in California", False),
        ("does a Californian ad need pay", False),
        ("is pay for candidates in Los Angeles shown", False),
        ("what does the UK want", True),
    ],
)
def test_the_law_of_a_place_that_nobody_named_weighs_less(question: str, weighs_less: bool) -> None:
    """A law card keeps its full weight only when the question names its place."""
    passage = dataclasses.replace(PASSAGE, jurisdiction="US-CA")
    assert (weight_of_place(passage, question) < 1) is weighs_less
    assert weight_of_place(PASSAGE, question) == 1


def test_a_member_state_brings_the_law_of_the_union() -> None:
    """Germany keeps EU cards, and Great Britain does not."""
    card = dataclasses.replace(PASSAGE, jurisdiction="EU")
    assert scope_of(jurisdiction="DE").holds(card)
    assert not scope_of(jurisdiction="GB").holds(card)
