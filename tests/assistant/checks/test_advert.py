"""What is said of an advert as a whole, and kept back from a passage."""

import pytest

from assistant.checks.text.balance import balance
from assistant.checks.text.check import check_text
from assistant.checks.text.readability import syllables
from assistant.checks.text.tokens import read
from assistant.draft import Finding

BODY = (
    "You map the current release with the two people who run it. You replace the manual steps with a "
    "pipeline that the team can read. You write the runbook and watch three people follow it. "
) * 4
WHOLE = f"DevOps engineer\nWe look for somebody who knows pipelines. {BODY}Send us a few lines to apply."


def found(text: str, category: str, **asked: str) -> list[Finding]:
    """The findings of one category."""
    return [finding for finding in check_text(text, "job_ad", **asked) if finding.category == category]  # type: ignore[arg-type]


def test_a_missing_pay_is_told_with_the_law_that_asks_for_it() -> None:
    """Where a card says that adverts must state the pay, it is the source; for a contractor it is not law."""
    (plain,) = found(WHOLE, "pay")
    (law,) = found(WHOLE, "pay", jurisdiction="US-CA")
    (eu,) = found(WHOLE, "pay", jurisdiction="Germany")
    (contractor,) = found(WHOLE, "pay", jurisdiction="US-CA", audience="contractor")
    assert (law.source, eu.source) == ("us-ca-pay-scale-in-postings", "eu-pay-transparency-directive")
    assert contractor.source == plain.source
    assert {plain.severity, law.severity} == {"advice"}


@pytest.mark.parametrize("pay", ["£450 to £500 a day", "USD 90k", "Salary: 52.000-58.000", "45 EUR per hour"])
def test_an_amount_is_pay(pay: str) -> None:
    """Any usual way to write an amount counts."""
    assert found(f"{WHOLE} {pay}.", "pay") == []


@pytest.mark.parametrize(
    "pay", ["Salary band 7 (NHS)", "Pay: TVöD E13", "Agenda for Change band 8a", "GS-12"]
)
def test_a_grade_is_pay(pay: str) -> None:
    """What can be looked up in a public table is named."""
    assert found(f"{WHOLE} {pay}.", "pay") == []


@pytest.mark.parametrize(
    "other",
    [
        "We raised $20,000,000 in 2024",
        "Our revenue is £900,000",
        "A training budget of €2,000 a year is yours",
    ],
)
@pytest.mark.parametrize("place", ["US-CA", "DE", "GB"])
def test_other_money_is_no_pay(other: str, place: str) -> None:
    """What a firm takes in or spends says nothing about pay, and does not hide it either."""
    assert found(f"{WHOLE} {other}.", "pay", jurisdiction=place)
    assert found(f"{WHOLE} {other}. The salary is £50,000.", "pay", jurisdiction=place) == []


@pytest.mark.parametrize(
    ("pay", "quotes"),
    [
        ("Up to $150k", ["Up to $150k"]),
        ("Salary: up to $150,000 a year", ["up to $150,000"]),
        ("Salary from $90k to $110k", []),
        ("$90k to $110k", []),
        ("The pay is $90,000", []),
    ],
)
def test_a_range_has_both_ends(pay: str, quotes: list[str]) -> None:
    """Where a law asks for a range, one end of it is not enough."""
    assert [finding.quote for finding in found(f"{WHOLE} {pay}.", "pay", jurisdiction="US-CA")] == quotes
    assert found(f"{WHOLE} {pay}.", "pay") == []


def test_a_turnover_is_no_pay_and_a_vague_promise_is_shown() -> None:
    """Millions are not pay; words that promise it without an amount are what is underlined."""
    (finding,) = found(f"{WHOLE} We turn over $40 million. We offer a competitive salary.", "pay")
    assert finding.quote == "competitive salary"


@pytest.mark.parametrize(
    "place", ["Remote within the EU.", "You join us in Leeds.", "Our office is by the sea."]
)
def test_a_place_is_found_or_missed(place: str) -> None:
    """An advert that says nowhere where the work is done is told so."""
    assert found(WHOLE, "location")
    assert found(f"{WHOLE} {place}", "location") == []


def test_tools_months_and_languages_are_no_places() -> None:
    """A capital after "in" is not always a place."""
    assert found(f"{WHOLE} We work in Kotlin. Start in September. Notes in English.", "location")


def test_length_and_hard_reading_are_told() -> None:
    """An advert of a thousand words, and one in long words and endless sentences, get advice."""
    assert found(WHOLE + BODY * 6, "length")
    assert found(WHOLE, "length") == found(WHOLE, "readability") == []
    hard = (
        "Accountability for organisational operationalisation necessitates interdisciplinary collaboration "
        * 30
    )
    assert [finding.severity for finding in found(f"We look for you. {hard}", "readability")] == ["advice"]


def test_a_passage_is_not_told_what_it_lacks() -> None:
    """A paragraph of an advert gets none of it; a short advert is held to the law alone."""
    short = (
        "We look for a tester for our clinic software. You plan and run tests. Send your CV to apply by May."
    )
    assert check_text(short, "job_ad") == ()
    assert [finding.category for finding in check_text(short, "job_ad", "US-CO")] == ["pay"]


def test_coded_words_are_counted_but_not_in_titles_nor_in_words_of_the_trade() -> None:
    """The balance is information; "lead analyst" in a title and "Active Directory" do not count."""
    counted = balance(
        read("Lead analyst, independent\nYou run Active Directory. You are confident, loyal and kind.")
    )
    assert (counted.masculine, counted.feminine) == (1, 2)
    infos = [finding for finding in found(f"{WHOLE} You are confident.", "gender")]
    assert [finding.severity for finding in infos] == ["info"]


@pytest.mark.parametrize(("word", "count"), [("cat", 1), ("network", 2), ("organisation", 5), ("tested", 1)])
def test_syllables(word: str, count: int) -> None:
    """Close enough to speech for an index of reading."""
    assert syllables(word) == count
