"""Which card of the library says that adverts in a place must state the pay."""

from functools import cache

from assistant.checks.text.hits import covers
from knowledge.cards import CARDS, LawCard, read_card

TOPICS = frozenset(("pay-transparency",))


def pay_law(place: str | None) -> LawCard | None:
    """The card on pay in adverts for a place, the narrowest that covers it."""
    laws = [law for law in _pay_laws() if covers([law.jurisdiction], place)]
    return max(laws, key=lambda law: len(law.jurisdiction), default=None)


@cache
def _pay_laws() -> tuple[LawCard, ...]:
    """Law cards whose first topic is what adverts must say about pay."""
    cards = (read_card(path, LawCard) for path in sorted((CARDS / "law").glob("*.md")))
    return tuple(card for card in cards if card.topics[0] in TOPICS)
