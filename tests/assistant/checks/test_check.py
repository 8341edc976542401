"""Checking any text: exact spans, one finding a place, bounded answers, honest refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checks.text.check import LARGEST, MOST, check_text
from assistant.errors import InvalidError, TooLargeError

WORDS = [
    "young",
    "team",
    "rockstar",
    "he",
    "she",
    "/",
    "native",
    "English",
    "😀",
    "\u00ad",
    "é",
    ".",
    "\n",
    "must",
    "35",
]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_a_quote_is_the_text_at_its_span(text: str) -> None:
    """Spans count code points of the text as received; findings come in its order, the same each time."""
    text = f"We. {text}"
    findings = check_text(text, "job_ad")
    assert all(text[slice(*finding.span)] == finding.quote != "" for finding in findings)
    assert [finding.span for finding in findings] == sorted(finding.span for finding in findings)
    assert check_text(text, "job_ad") == findings


def test_hits_that_overlap_in_a_category_are_told_once() -> None:
    """Of overlapping hits of a category the longest is told."""
    (finding,) = check_text("A young, dynamic, motivated team.", "job_ad")
    assert finding.quote == "young, dynamic, motivated team"


@pytest.mark.parametrize(
    "word",
    [
        "rock\u200bstar",
        "rock\u00adstar",
        "r\u2060o\u200dck star",
        "rock\u202fstar",
        "rock\u3000star",
        "rock\u2011star",
        "ROCK\u200e STAR",
        "\uff52\uff4f\uff43\uff4b\uff53\uff54\uff41\uff52",
    ],
)
def test_how_a_word_is_set_makes_no_difference(word: str) -> None:
    """Invisible characters, any spaces and hyphens and wide letters hide no word and count in spans."""
    text = f"Zu\u0308rich 👩‍💻\r\nWe want one {word} here."
    quotes = {finding.quote for finding in check_text(text, "job_ad")}
    assert word in quotes
    assert all(text[slice(*each.span)] == each.quote for each in check_text(text, "job_ad"))


@pytest.mark.parametrize("sign", ["'", "\u2019", "\u2018", "\u02bc", "\uff07", "\u2032", "\u00b4"])
def test_any_apostrophe_denies(sign: str) -> None:
    """What is typed for an apostrophe makes no difference to a denial."""
    assert check_text(f"You don{sign}t need to be a rockstar.", "job_ad") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kill child processes, abort the job and disable the host.",
        "Invalid input, disabled nodes, orphan records, race conditions.",
        "You build native apps in React Native and manage master data.",
        "You stop man-in-the-middle attacks and read the man pages.",
    ],
)
def test_words_of_the_trade_are_not_found_fault_with(text: str) -> None:
    """IT wording is not a hit in an advert."""
    assert check_text(text, "job_ad") == ()


def test_employees_may_be_managed() -> None:
    """What points to employment is no finding where somebody is employed."""
    text = "You work fixed hours in our office and report to a line manager."
    assert check_text(text, "contractor_terms", audience="employee") == ()
    assert check_text(text, "contractor_terms") != ()


def test_only_so_many_findings_are_listed() -> None:
    """A text that repeats a word without end gets a bounded answer that says so."""
    findings = check_text("rockstar. " * (MOST + 50), "job_ad")
    listed = [finding for finding in findings if finding.severity != "info"]
    (rest,) = (finding for finding in findings if "listed" in finding.message)
    assert len(listed) == MOST
    assert rest.span == listed[-1].span


def test_what_stands_far_down_a_long_text_is_found_where_it_stands() -> None:
    """A text of many parts is checked to its end, and spans still count from its start."""
    text = "The report covers 😀 ten services.\r\n" * 6_000 + "We want a rockstar."
    findings = check_text(text, "job_ad")
    assert [text[slice(*each.span)] for each in findings if each.severity != "info"] == ["rockstar"]
    assert findings[-1].span[0] > 36_000


def test_too_much_text_and_no_text_are_refused() -> None:
    """Over 2 MB, half a character pair, and a place that nobody knows are the caller's to mend."""
    with pytest.raises(TooLargeError):
        check_text("é" * (LARGEST // 2 + 1), "job_ad")
    with pytest.raises(InvalidError, match="Unicode"):
        check_text("young \ud800 team", "job_ad")
    for nothing in ("", " \r\n", "\u200b"):
        with pytest.raises(InvalidError, match="empty"):
            check_text(nothing, "job_ad")
    with pytest.raises(InvalidError, match="NUL"):
        check_text("young\0team", "job_ad")
    with pytest.raises(InvalidError, match="jurisdiction"):
        check_text("text", "job_ad", "Atlantis")
