"""List the texts by which a card can be found: its claim, its steps, and how a manager would ask."""

import re

from knowledge.cards import Card, CompetencyCard, GuidanceCard, RoleCard


def facets_of(card: Card) -> tuple[str, ...]:
    """The texts to embed for one card; the best of them decides how well the card fits a question."""
    if isinstance(card, RoleCard):
        parts = _role(card)
    elif isinstance(card, CompetencyCard):
        parts = _competency(card)
    elif isinstance(card, GuidanceCard):
        parts = _guidance(card)
    else:
        raise TypeError(f"No facets are known for a {type(card).__name__}.")
    return (*parts, *card.questions)


def _guidance(card: GuidanceCard) -> tuple[str, ...]:
    # Exceptions and notices are left out: they name what the card is not about.
    return (f"{card.title}. {_claim(card.body)}", " ".join(card.steps))


def _role(card: RoleCard) -> tuple[str, ...]:
    return (
        f"{card.title}, {', '.join(card.aliases)}",
        f"{card.title}. {card.summary}",
    )


def _competency(card: CompetencyCard) -> tuple[str, ...]:
    return (
        f"{card.title}. {card.definition}",
        f"{card.title}: {', '.join(card.covers)}",
        *(question.ask for question in (*card.behavioural, *card.situational)),
    )


def _claim(body: str) -> str:
    """The first sentence."""
    first = body.partition("\n## ")[0]
    return re.split(r"(?<=[.!?])\s+", " ".join(first.split()), maxsplit=1)[0]
