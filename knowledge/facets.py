"""List the texts by which a card can be found: its claim, its sections, and how a manager would ask."""

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
    claim, *sections = _sections(card.body)
    # A notice is the same on every law card, and finds nothing.
    kept = [text for heading, text in sections if heading != "Not legal advice"]
    return (f"{card.title}. {claim[1]}", *(f"{card.title}. {text}" for text in kept))


def _role(card: RoleCard) -> tuple[str, ...]:
    return (
        f"{card.title}, {', '.join(card.aliases)}",
        f"{card.title}. {card.summary}",
        f"{card.title}. {' '.join(card.responsibilities)}",
        card.body,
    )


def _competency(card: CompetencyCard) -> tuple[str, ...]:
    return (
        f"{card.title}. {card.definition}",
        f"{card.title}: {', '.join(card.covers)}",
        card.body,
        *(question.ask for question in (*card.behavioural, *card.situational)),
    )


def _sections(body: str) -> list[tuple[str, str]]:
    """The body as (heading, one line of text), what stands above the first heading under ''."""
    first, *rest = f"\n{body}".split("\n## ")
    pairs = [("", first), *(tuple(part.split("\n", 1)) for part in rest if "\n" in part)]
    return [(heading.strip(), _plain(text)) for heading, text in pairs]


def _plain(markdown: str) -> str:
    return " ".join(re.sub(r"(?m)^\s*[-*] ", "", markdown).split())
