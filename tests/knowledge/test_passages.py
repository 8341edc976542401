"""Passages say where they come from, and when they are out of date."""

import datetime as dt

from knowledge.cards import Library
from knowledge.passages import Passage, passages_of

REVIEW = dt.date(2027, 2, 1)


def by_id(library: Library, today: dt.date = REVIEW) -> dict[str, Passage]:
    """The library's passages on a day."""
    return {passage.id: passage for passage in passages_of(library, today)}


def test_every_card_is_one_passage_under_its_own_id(small_library: Library) -> None:
    """A citation of a passage is the id of its card."""
    assert list(by_id(small_library)) == [card.id for card in small_library]


def test_a_guidance_passage_is_the_whole_card(small_library: Library) -> None:
    """What a manager opens is what the card says, with its sources in words and its first address."""
    passage = by_id(small_library)["show-pay"]
    assert passage.text == small_library.guidance["show-pay"].body
    assert passage.source == "Common practice; A handbook"
    assert passage.url == "https://example.org/handbook"
    assert (passage.topics, passage.engagement, passage.card) == (
        ("pay-transparency",),
        "employee",
        "guidance",
    )


def test_an_overdue_law_card_says_so(small_library: Library) -> None:
    """From the day after its review date a law passage is marked, in title and text, as overdue."""
    fresh, late = (by_id(small_library, REVIEW + dt.timedelta(days=days))["pay-law-gb"] for days in (0, 1))
    assert not fresh.overdue
    assert "verdue" not in fresh.title + fresh.text
    assert late.overdue
    assert "overdue for review" in late.title
    assert late.text.startswith("Overdue for review")
    assert "2027-02-01" in late.text
    assert late.text.endswith(fresh.text)


def test_a_role_passage_is_prose_with_every_field(small_library: Library) -> None:
    """A manager who opens a role reads all that the card says of it."""
    text, card = by_id(small_library)["network-engineer"].text, small_library.roles["network-engineer"]
    told = (*card.aliases, card.summary, card.body, *card.outcomes, *card.indicators, *card.responsibilities)
    more = (*card.artefacts, *card.access, *card.hazards, *card.adjacent, *card.learnable)
    assert [
        piece for piece in (*told, *more, "Network design: It outlives the person.") if piece not in text
    ] == []


def test_a_competency_passage_is_prose_with_every_field(small_library: Library) -> None:
    """A manager who opens a competency reads questions, levels, signs and tests."""
    text, card = by_id(small_library)["network-design"].text, small_library.competencies["network-design"]
    asked = [question.ask for question in (*card.behavioural, *card.situational)]
    told = (card.definition, card.body, *card.covers, *asked, *card.anchors.values())
    more = (*card.strong, *card.weak, *card.evidence, *card.tests)
    assert [piece for piece in (*told, *more) if piece not in text] == []
