"""Narrow a search to some topics, one place, or one kind of engagement."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.passages import Engagement, Passage

_OTHER_NAMES = {"UK": "GB"}


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
    """The scope of a request; a place brings the places that it lies in (`US-CA` brings `US`)."""
    return Scope(
        topics=None if topics is None else frozenset(topics),
        places=None if jurisdiction is None else _around(jurisdiction),
        engagement=engagement,
    )


def _around(jurisdiction: str) -> frozenset[str]:
    country, *parts = jurisdiction.upper().split("-")
    parts = [_OTHER_NAMES.get(country, country), *parts]
    return frozenset("-".join(parts[: size + 1]) for size in range(len(parts)))
