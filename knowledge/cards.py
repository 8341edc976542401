"""Read the library's cards: Markdown files with strict front matter (format: docs/cards.md)."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from knowledge.errors import CardError
from knowledge.yaml_text import read_yaml

CARDS = Path(__file__).parent / "cards"
TOPICS = Path(__file__).parent / "topics.yaml"

Text = Annotated[str, Field(min_length=1, max_length=600)]
Confidence = Literal["primary", "secondary", "vendor", "practice"]


class Strict(BaseModel):
    """Front matter as it must be: unknown fields refused, values stripped."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Topic(Strict):
    """Something the library must answer; `stage` is the step of the hire or engagement."""

    id: str
    title: str
    stage: str
    statement: str


class Source(Strict):
    """Where a card's content was read, and how surely."""

    name: Text
    url: str | None = Field(default=None, pattern=r"^https://\S+$")
    confidence: Confidence


class Card(Strict):
    """What every card has; `id` is the file's stem."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Text
    as_of: str = Field(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")
    sources: tuple[Source, ...] = Field(min_length=1)
    questions: tuple[Text, ...] = Field(min_length=3)
    body: str = Field(min_length=1)


class GuidanceCard(Card):
    """One practice: a claim, what to do, and when it does not apply."""

    topics: tuple[str, ...] = Field(min_length=1, max_length=3)
    engagement: Literal["any", "contractor", "employee"] = "any"

    @field_validator("body")
    @classmethod
    def _has_steps(cls, body: str) -> str:
        if "\n## What to do\n" not in body or "\n## When it does not apply\n" not in body:
            raise ValueError("the body needs the sections 'What to do' and 'When it does not apply'")
        return body

    @property
    def steps(self) -> tuple[str, ...]:
        """The bullets under 'What to do', each a sentence that stands alone."""
        return bullets(self.body, "What to do")


class LawCard(GuidanceCard):
    """Guidance on a law of one place, with the date by which it must be read again."""

    jurisdiction: str = Field(pattern=r"^[A-Z]{2}(-[A-Z]{2,3}){0,2}$")
    review_by: dt.date

    @field_validator("body")
    @classmethod
    def _has_notice(cls, body: str) -> str:
        if "\n## Not legal advice\n" not in body:
            raise ValueError("the body needs the section 'Not legal advice'")
        return body


class Question(Strict):
    """A main interview question and its prepared probes."""

    ask: Text
    probes: tuple[Text, ...] = Field(min_length=1, max_length=4)


class CompetencyCard(Card):
    """What to look for, how to ask for it, and what each level of answer contains."""

    kind: Literal["technical", "working"]
    definition: Text
    covers: tuple[Text, ...] = Field(min_length=1)
    behavioural: tuple[Question, ...] = Field(min_length=2)
    situational: tuple[Question, ...] = Field(min_length=2)
    anchors: Mapping[int, Text]
    strong: tuple[Text, ...] = Field(min_length=2)
    weak: tuple[Text, ...] = Field(min_length=2)
    evidence: tuple[Text, ...] = Field(min_length=1)
    tests: tuple[Text, ...] = Field(min_length=1)

    @field_validator("anchors")
    @classmethod
    def _four_levels(cls, anchors: Mapping[int, str]) -> Mapping[int, str]:
        if sorted(anchors) != [1, 2, 3, 4] or len(set(anchors.values())) != 4:
            raise ValueError("anchors need four distinct levels, 1 to 4")
        return anchors


class RoleCompetency(Strict):
    """A competency as one role needs it; the questions replace the competency card's own."""

    id: str
    why: Text
    behavioural: Text | None = None
    situational: Text | None = None


class RoleCard(Card):
    """An IT role in general: nothing here is a requirement of anybody's job."""

    aliases: tuple[Text, ...] = Field(min_length=1)
    summary: Text
    outcomes: tuple[Text, ...] = Field(min_length=3)
    indicators: tuple[Text, ...] = Field(min_length=3)
    responsibilities: tuple[Text, ...] = Field(min_length=6)
    artefacts: tuple[Text, ...] = Field(min_length=3)
    access: tuple[Text, ...] = Field(min_length=2)
    hazards: tuple[Text, ...] = Field(min_length=2)
    adjacent: tuple[Text, ...] = Field(min_length=2)
    learnable: tuple[Text, ...] = Field(min_length=2)
    competencies: tuple[RoleCompetency, ...] = Field(min_length=4, max_length=6)


@dataclass(frozen=True)
class Library:
    """Every card by id, and the topics."""

    topics: Mapping[str, Topic]
    guidance: Mapping[str, GuidanceCard]
    law: Mapping[str, LawCard]
    roles: Mapping[str, RoleCard]
    competencies: Mapping[str, CompetencyCard]

    def __iter__(self) -> Iterator[Card]:
        """Every card, in a stable order."""
        for shelf in (self.guidance, self.law, self.roles, self.competencies):
            yield from shelf.values()


AnyCard = TypeVar("AnyCard", bound=Card)


def bullets(body: str, heading: str) -> tuple[str, ...]:
    """The list items under one `## heading` of a card's body, each as one line."""
    _, _, rest = f"\n{body}".partition(f"\n## {heading}\n")
    section = rest.split("\n## ")[0]
    items = [" ".join(item.split()) for item in f"\n{section}".split("\n- ")[1:]]
    return tuple(item for item in items if item)


def read_card(path: Path, shape: type[AnyCard]) -> AnyCard:
    """One card from its file; raises `CardError` naming the card and what is wrong with it."""
    head, mark, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    if not mark:
        raise CardError(f"Card {path.name!r} has no front matter.", advice="Start it with a '---' block.")
    try:
        fields: Any = read_yaml(head)
        return shape.model_validate({**fields, "id": path.stem, "body": body.strip()})
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise CardError(f"Card {path.name!r}: {_first(error)}.", advice="See docs/cards.md.") from error


def _first(error: Exception) -> str:
    if isinstance(error, ValidationError):
        item = error.errors()[0]
        return f"{'.'.join(str(part) for part in item['loc'])}: {item['msg']}"
    return str(error).splitlines()[0] if str(error) else "is not a mapping"


def load_topics(path: Path = TOPICS) -> dict[str, Topic]:
    """The topics by id, in the order of the file."""
    try:
        topics = [Topic.model_validate(item) for item in read_yaml(path.read_text(encoding="utf-8"))]
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise CardError(f"Topic list {path.name!r}: {_first(error)}.") from error
    return {topic.id: topic for topic in topics}


def _shelf(folder: Path, shape: type[AnyCard]) -> dict[str, AnyCard]:
    return {path.stem: read_card(path, shape) for path in sorted(folder.glob("*.md"))}


def load_library(folder: Path = CARDS, topics: Path = TOPICS) -> Library:
    """Every card, checked by itself and against the others; raises `CardError` on the first fault."""
    library = Library(
        topics=load_topics(topics),
        guidance=_shelf(folder / "guidance", GuidanceCard),
        law=_shelf(folder / "law", LawCard),
        roles=_shelf(folder / "roles", RoleCard),
        competencies=_shelf(folder / "competencies", CompetencyCard),
    )
    _check_references(library)
    return library


def _check_references(library: Library) -> None:
    for card in (*library.guidance.values(), *library.law.values()):
        for topic in card.topics:
            if topic not in library.topics:
                raise CardError(f"Card {card.id!r} names the unknown topic {topic!r}.")
    for role in library.roles.values():
        for competency in role.competencies:
            if competency.id not in library.competencies:
                raise CardError(f"Role card {role.id!r} names the unknown competency {competency.id!r}.")
    seen: set[str] = set()
    for each in library:
        if each.id in seen:
            raise CardError(f"Two cards share the id {each.id!r}.", advice="Rename one of the files.")
        seen.add(each.id)
