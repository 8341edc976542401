"""Narrow a search to some topics, one place, or one kind of engagement."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.passages import Engagement, Passage

_OTHER_NAMES = {"UK": "GB"}
EU_MEMBERS = frozenset(
    ("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
     "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK")
)  # fmt: skip
# How a question names a place that has law cards.
_NAMED = {
    "US": r"us|u\.s\.|usa|america|american|united states|federal",
    "US-CA": r"california|californian|san francisco|los angeles",
    "US-CO": r"colorado|denver",
    "US-IL": r"illinois|chicago",
    "US-NY": r"new york|nyc",
    "US-NY-NYC": r"new york|nyc",
    "US-WA": r"washington|seattle",
    "GB": r"uk|u\.k\.|gb|britain|british|england|english|scotland|wales|london|ir35",
    "EU": r"eu|europe|european|brussels|gdpr|germany|france|spain|italy|netherlands|poland|ireland",
}
# The law of one place comes after general guidance that fits as well, unless the question names the place.
ELSEWHERE = 0.94


@dataclass(frozen=True)
class Scope:
    """What a passage must fit; what is None does not narrow."""

    topics: frozenset[str] | None = None
    places: frozenset[str] | None = None
    engagement: Engagement | None = None

    def holds(self, passage: Passage) -> bool:
        """Whether the passage fits; one that names no place, or any engagement, always does."""
        return (
            (self.topics is None or not self.topics.isdisjoint(passage.topics))
            and (self.places is None or passage.jurisdiction is None or passage.jurisdiction in self.places)
            and (self.engagement in (None, "any") or passage.engagement in ("any", self.engagement))
        )


def scope_of(
    topics: Iterable[str] | None = None, jurisdiction: str | None = None, engagement: Engagement | None = None
) -> Scope:
    """The scope of a request; a place brings those that it lies in (`US-CA` brings `US`, `DE` the `EU`)."""
    return Scope(
        topics=None if topics is None else frozenset(topics),
        places=None if jurisdiction is None else _around(jurisdiction),
        engagement=engagement,
    )


def weight_of_place(passage: Passage, question: str) -> float:
    """What a passage's score weighs when nobody said which place the question is about."""
    if passage.jurisdiction is None:
        return 1.0
    named = _NAMED.get(passage.jurisdiction)
    return 1.0 if named and re.search(rf"\b(?:{named})(?!\w)", question.casefold()) else ELSEWHERE


def _around(jurisdiction: str) -> frozenset[str]:
    country, *parts = jurisdiction.upper().split("-")
    parts = [_OTHER_NAMES.get(country, country), *parts]
    places = frozenset("-".join(parts[: size + 1]) for size in range(len(parts)))
    return places | {"EU"} if parts[0] in EU_MEMBERS else places
