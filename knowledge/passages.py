"""Turn cards into passages: what a search finds, a draft cites and a manager opens."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.cards import CompetencyCard, GuidanceCard, LawCard, Library, Question, RoleCard, Source

CardKind = Literal["guidance", "law", "role", "competency", "document"]
Engagement = Literal["any", "contractor", "employee"]


@dataclass(frozen=True)
class Passage:
    """A retrievable piece of a card or of an uploaded document; `score` is text similarity alone."""

    id: str
    title: str
    text: str
    topics: tuple[str, ...]
    source: str
    url: str | None
    as_of: str
    jurisdiction: str | None
    engagement: Engagement
    card: CardKind
    score: float | None = None
    owner: str | None = None
    overdue: bool = False


def passages_of(library: Library, today: dt.date) -> tuple[Passage, ...]:
    """One passage a card, in the library's order; `today` decides which law cards are overdue."""
    return (
        *(_guidance(card) for card in library.guidance.values()),
        *(_law(card, today) for card in library.law.values()),
        *(_role(card, library) for card in library.roles.values()),
        *(_competency(card) for card in library.competencies.values()),
    )


def _guidance(card: GuidanceCard) -> Passage:
    return Passage(
        id=card.id,
        title=card.title,
        text=card.body,
        topics=card.topics,
        source=_named(card.sources),
        url=_address(card.sources),
        as_of=card.as_of,
        jurisdiction=None,
        engagement=card.engagement,
        card="guidance",
    )


def _law(card: LawCard, today: dt.date) -> Passage:
    overdue = today > card.review_by
    notice = (
        f"Overdue for review: this was to be read again by {card.review_by.isoformat()}. "
        "Check the law as it stands before relying on it.\n\n"
    )
    return Passage(
        id=card.id,
        title=f"{card.title} (overdue for review)" if overdue else card.title,
        text=f"{notice}{card.body}" if overdue else card.body,
        topics=card.topics,
        source=_named(card.sources),
        url=_address(card.sources),
        as_of=card.as_of,
        jurisdiction=card.jurisdiction,
        engagement=card.engagement,
        card="law",
        overdue=overdue,
    )


def _role(card: RoleCard, library: Library) -> Passage:
    competencies = (
        " ".join(
            part
            for part in (
                f"{library.competencies[need.id].title}: {need.why}",
                need.behavioural,
                need.situational,
            )
            if part
        )
        for need in card.competencies
    )
    text = _joined(
        f"{card.summary} Also called {_listed(card.aliases)}.",
        card.body,
        _section("Typical results", card.outcomes),
        _section("How they can be measured", card.indicators),
        _section("Typical responsibilities", card.responsibilities),
        _section("What to look at", card.artefacts),
        _section("Access the work needs", card.access),
        _section("What goes wrong", card.hazards),
        _section("Neighbouring backgrounds that also fit", card.adjacent),
        _section("Can be learnt on the job", card.learnable),
        _section("Competencies, in order of weight", competencies),
    )
    return _general(card, text, "role")


def _competency(card: CompetencyCard) -> Passage:
    text = _joined(
        card.definition,
        card.body,
        f"It covers {_listed(card.covers)}.",
        _section("Questions about the past", map(_asked, card.behavioural)),
        _section("Questions about a situation", map(_asked, card.situational)),
        _section("Levels of answer", (f"{level}: {card.anchors[level]}" for level in sorted(card.anchors))),
        _section("A strong answer", card.strong),
        _section("A weak answer", card.weak),
        _section("Evidence in past work", card.evidence),
        _section("How to test it", card.tests),
    )
    return _general(card, text, "competency")


def _general(card: RoleCard | CompetencyCard, text: str, kind: CardKind) -> Passage:
    return Passage(
        id=card.id,
        title=card.title,
        text=text,
        topics=(),
        source=_named(card.sources),
        url=_address(card.sources),
        as_of=card.as_of,
        jurisdiction=None,
        engagement="any",
        card=kind,
    )


def _asked(question: Question) -> str:
    return f"{question.ask} Then: {' '.join(question.probes)}"


def _section(heading: str, items: Iterable[str]) -> str:
    return f"## {heading}\n\n" + "\n".join(f"- {item}" for item in items)


def _joined(*parts: str) -> str:
    return "\n\n".join(parts)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + f" or {words[-1]}" if len(words) > 1 else words[0]


def _named(sources: Sequence[Source]) -> str:
    return "; ".join(dict.fromkeys(source.name for source in sources))


def _address(sources: Sequence[Source]) -> str | None:
    return next((source.url for source in sources if source.url), None)
