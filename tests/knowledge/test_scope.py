"""Filters keep what applies to the asker, and what applies everywhere."""

import datetime as dt

import pytest

from knowledge.cards import Library
from knowledge.passages import passages_of
from knowledge.scope import Scope, scope_of

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
