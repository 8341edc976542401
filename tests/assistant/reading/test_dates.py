"""A day in brackets stands only where the words name one without doubt."""

import datetime as dt

import pytest

from assistant.reading.dates import with_day

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1 February", "1 February (2027-02-01)"),
        ("1st of Feb 2028", "1st of Feb 2028 (2028-02-01)"),
        ("December 3", "December 3 (2026-12-03)"),
        ("25/01/2027", "25/01/2027 (2027-01-25)"),
        ("01/25/2027", "01/25/2027 (2027-01-25)"),
        ("2027-02-03", "2027-02-03"),
        ("03/04/2027", "03/04/2027"),
        ("31 February", "31 February"),
        ("mid January", "mid January"),
        ("next Monday", "next Monday"),
        ("may", "may"),
    ],
)
def test_the_day_that_words_name(words: str, value: str) -> None:
    """Months alone, weekdays, and days that could be two stay as they were said."""
    assert with_day(words, TODAY) == value
