"""A card can be found by its claim, by each section and by each question."""

from knowledge.cards import Library
from knowledge.facets import facets_of


def test_guidance_is_found_by_claim_sections_and_questions(small_library: Library) -> None:
    """Each part of a guidance card is a text of its own, so that the best one decides."""
    card = small_library.guidance["one-boss"]
    assert facets_of(card) == (
        "Name one boss. One person decides.",
        "Name one boss. Do the first thing.",
        "Name one boss. Never mind.",
        *card.questions,
    )


def test_the_legal_notice_finds_nothing(small_library: Library) -> None:
    """The sentence that is the same on every law card is left out."""
    assert not any("lawyer" in text for text in facets_of(small_library.law["pay-law-gb"]))


def test_roles_and_competencies_are_found_by_their_names(small_library: Library) -> None:
    """A manager's word for a role, or for a skill, is among the texts."""
    assert "network specialist" in facets_of(small_library.roles["network-engineer"])[0]
    assert any("segmentation" in text for text in facets_of(small_library.competencies["network-design"]))
