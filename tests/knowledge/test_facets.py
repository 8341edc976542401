"""A card can be found by its claim, by its steps and by each question."""

from knowledge.cards import Library
from knowledge.facets import facets_of


def test_guidance_is_found_by_claim_steps_and_questions(small_library: Library) -> None:
    """Each part of a guidance card is a text of its own, so that the best one decides."""
    card = small_library.guidance["one-boss"]
    assert facets_of(card) == (
        "Name one boss. One person decides.",
        "Do the first thing.",
        *card.questions,
    )


def test_exceptions_and_notices_find_nothing(small_library: Library) -> None:
    """What a card is not about, and the notice that all law cards share, are left out."""
    found = " ".join(facets_of(small_library.law["pay-law-gb"]))
    assert "Never mind" not in found
    assert "lawyer" not in found


def test_roles_and_competencies_are_found_by_their_names(small_library: Library) -> None:
    """A manager's word for a role, or for a skill, is among the texts."""
    assert "network specialist" in facets_of(small_library.roles["network-engineer"])[0]
    assert any("segmentation" in text for text in facets_of(small_library.competencies["network-design"]))
