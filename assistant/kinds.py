"""Kinds of document, read from one folder each under prompts/: `kind.yaml`, strict."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from assistant.draft import Shape
from assistant.errors import KindError
from assistant.facts import FACTS, LISTS
from knowledge.cards import Library, RoleCard
from knowledge.yaml_text import read_yaml

PROMPTS = Path(__file__).parent.parent / "prompts"
PLACE = re.compile(r"\{([a-z_][a-z0-9_.]*)\}")
SLUG = r"^[a-z][a-z0-9_]*$"

ROLE_FIELDS = frozenset(RoleCard.model_fields) - {
    "id",
    "as_of",
    "sources",
    "questions",
    "body",
    "competencies",
}
PLAN_FIELDS = frozenset(
    ("title", "definition", "why", "question", "form", "probes", "strong", "weak", "evidence", "test",
     "level_1", "level_2", "level_3", "level_4", "minutes", "must_have")
)  # fmt: skip
AGENDA_FIELDS = frozenset(("minutes", "part", "what"))

OneLine = Annotated[str, Field(max_length=400, pattern=r"^[^\n]+$")]


class Strict(BaseModel):
    """A part of kind.yaml: unknown fields refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class LineRule(Strict):
    """Where some lines of a section come from.

    `source` is one of a closed set: `fact`, `role.FIELD`, `competencies.FIELD`, `must_haves`, `uncovered`,
    `agenda`, `guidance:TOPIC`, `draft:KIND.SECTION`. `each` names the list fact to repeat over, `when`
    the condition (`NAME`, `not NAME`, or `engagement=contractor`), `card` the one guidance card to quote.
    """

    source: str = Field(alias="from")
    text: OneLine | None = None
    cells: tuple[str, ...] | None = None
    each: str | None = None
    most: int | None = Field(default=None, alias="max", ge=1, le=20)
    when: str | None = Field(default=None, alias="if", pattern=r"^(not )?[a-z_]+(=[a-z_]+)?$")
    card: str | None = None

    @property
    def templates(self) -> tuple[str, ...]:
        """The line's templates: its cells, or its text, or the item alone."""
        return self.cells or (self.text or "{item}",)

    @property
    def places(self) -> tuple[str, ...]:
        """Every placeholder of the line's templates, in order."""
        return tuple(name for template in self.templates for name in PLACE.findall(template))


class Usual(Strict):
    """The usual number of items of one fact in this section; fewer shows a TBD and asks, never fills."""

    fact: str
    least: int = Field(ge=1)
    most: int | None = None


class SectionRule(Strict):
    """One section: its shape, who may read it, where its lines come from; `prose`: a model may word it."""

    id: str = Field(pattern=SLUG)
    title: str
    shape: Shape
    audience: Literal["internal", "public"] = "internal"
    columns: tuple[str, ...] | None = None
    blank: tuple[str, ...] = ()
    usual: Usual | None = None
    optional: bool = False
    prose: bool = False
    lines: tuple[LineRule, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _table_fits(self) -> "SectionRule":
        if (self.shape == "table") != bool(self.columns):
            raise ValueError("columns belong to a table, and a table needs them")
        for rule in self.lines:
            foreign = rule.source.startswith("draft:") and rule.cells is None
            if self.columns and not foreign and len(rule.cells or ()) != len(self.columns):
                raise ValueError("a table's lines need one cell a column")
        if set(self.blank) - set(self.columns or ()):
            raise ValueError("blank names a column that is not there")
        return self


class CheckRule(Strict):
    """A check by name, with its options."""

    name: str = Field(pattern=SLUG)
    options: Mapping[str, Any] = {}

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"name": value}
        if isinstance(value, dict) and len(value) == 1 and "name" not in value:
            name, options = next(iter(value.items()))
            return {"name": name, "options": options}
        return value


class KindFile(Strict):
    """kind.yaml as it stands; `place` orders the kinds, `fresh` starts a new document each time."""

    title: str
    summary: str
    asks_for: tuple[str, ...] = Field(min_length=1)
    place: int = 100
    query: OneLine
    facts: tuple[str, ...] = Field(min_length=1)
    asks: tuple[str, ...] = ()
    fresh: bool = False
    words: tuple[int, int]
    sections: tuple[SectionRule, ...] = Field(min_length=1)
    checks: tuple[CheckRule, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Kind:
    """A kind of document: its id is the folder's name.

    `asks_for` are the words by which a manager asks for it; `facts` what it uses; `asks` what it is worth
    asking for first; `words` the usual least and most words.
    """

    id: str
    rules: KindFile

    @property
    def title(self) -> str:
        """Its name on the page."""
        return self.rules.title

    @property
    def summary(self) -> str:
        """What it is for, in a sentence."""
        return self.rules.summary

    @property
    def fresh(self) -> bool:
        """Say whether each request starts a new document."""
        return self.rules.fresh

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that it uses."""
        return self.rules.facts

    @property
    def sections(self) -> tuple[SectionRule, ...]:
        """Its sections, in order."""
        return self.rules.sections


def load_kinds(library: Library, check_names: frozenset[str], folder: Path = PROMPTS) -> dict[str, Kind]:
    """Every kind by id, checked against the library and the checks; raises `KindError`."""
    found = [_read(path) for path in sorted(folder.glob("*/kind.yaml"))]
    kinds = {kind.id: kind for kind in sorted(found, key=lambda kind: kind.rules.place)}
    if not kinds:
        raise KindError("There is no kind under prompts/.", advice="Restore the folder from the repository.")
    for kind in kinds.values():
        for fault in _faults(kind, kinds, library, check_names):
            raise KindError(f"Kind {kind.id!r}: {fault}.", advice="See CONTRIBUTING.md, 'Add a kind'.")
    return kinds


def _read(path: Path) -> Kind:
    name = path.parent.name
    try:
        if not re.fullmatch(SLUG, name):
            raise KindError(f"The folder name of kind {name!r} must be lower case with underscores.")
        return Kind(name, KindFile.model_validate(read_yaml(path.read_text(encoding="utf-8"))))
    except ValidationError as error:
        item = error.errors()[0]
        where = ".".join(str(part) for part in item["loc"])
        raise KindError(f"Kind {name!r}: {where}: {item['msg']}.", advice="Correct its kind.yaml.") from error
    except yaml.YAMLError as error:
        raise KindError(f"Kind {name!r} is not valid YAML.", advice="Correct its kind.yaml.") from error


def _faults(kind: Kind, kinds: Mapping[str, Kind], library: Library, checks: frozenset[str]) -> list[str]:
    """What is wrong with a kind that its own file cannot show."""
    faults = [f"unknown fact {name!r}" for name in (*kind.facts, *kind.rules.asks) if name not in FACTS]
    faults += [f"unknown check {rule.name!r}" for rule in kind.rules.checks if rule.name not in checks]
    faults += [
        f"query names the unknown fact {n!r}" for n in PLACE.findall(kind.rules.query) if n not in FACTS
    ]
    ids = [section.id for section in kind.sections]
    faults += [f"section {name!r} stands twice" for name in set(ids) if ids.count(name) > 1]
    for section in kind.sections:
        if section.usual and section.usual.fact not in LISTS:
            faults.append(f"section {section.id!r} counts {section.usual.fact!r}, which is not a list")
        for rule in section.lines:
            faults += [f"section {section.id!r} {text}" for text in _rule_faults(rule, kinds, library)]
    return faults


def _rule_faults(rule: LineRule, kinds: Mapping[str, Kind], library: Library) -> list[str]:
    name, _, rest = re.sub(r"[.:]", " ", rule.source, count=1).partition(" ")
    known = {"item", "n", *FACTS}
    if rule.each and rule.each not in LISTS:
        return [f"repeats over {rule.each!r}, which is not a list fact"]
    if name == "role":
        known.add("role")
        if rest not in ROLE_FIELDS:
            return [f"names the unknown role field {rest!r}"]
    elif name in ("competencies", "must_haves"):
        known |= PLAN_FIELDS
        if name == "competencies" and rest not in PLAN_FIELDS:
            return [f"names the unknown competency field {rest!r}"]
    elif name == "agenda":
        known |= AGENDA_FIELDS
    elif name == "guidance":
        if rest not in library.topics:
            return [f"names the unknown topic {rest!r}"]
        if rule.card and (
            rule.card not in library.guidance or rest not in library.guidance[rule.card].topics
        ):
            return [f"names the card {rule.card!r}, which the topic {rest!r} does not have"]
        if not rule.card and not any(rest in card.topics for card in library.guidance.values()):
            return [f"names the topic {rest!r}, which has no card yet"]
    elif name == "draft":
        other, _, section = rest.partition(".")
        if other not in kinds or section not in {item.id for item in kinds[other].sections}:
            return [f"names {rest!r}, which is no section of a kind"]
    elif rule.source not in ("fact", "uncovered"):
        return [f"has the unknown source {rule.source!r}"]
    return [f"has the unknown placeholder {place!r}" for place in rule.places if place not in known]
