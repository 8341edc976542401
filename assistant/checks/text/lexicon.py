"""The word tables of one family: strict YAML under knowledge/lexicon/<family>/ (docs/lexicon.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

import knowledge
from assistant.checks.text.pattern import Node, PatternError, joined, parse
from assistant.checks.text.scan import Pattern, Vocabulary
from assistant.draft import Severity
from assistant.errors import CardError

LEXICON = Path(knowledge.__file__).parent / "lexicon"
ADVICE = "See docs/lexicon.md."
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Audience = Literal["contractor", "employee"]
Line = Annotated[str, Field(min_length=1, max_length=400, pattern=r"^[^\n]+$")]
Lines = Annotated[tuple[Line, ...], Field(min_length=1)]
Place = Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z]{2,3}){0,2}$")]


class Strict(BaseModel):
    """A part of a word table: unknown fields refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Examples(Strict):
    """Sentences that the entry must find, and sentences that it must leave alone; each is run as a test."""

    hit: tuple[Line, ...] = Field(min_length=2)
    miss: tuple[Line, ...] = Field(min_length=2)


class Entry(Strict):
    """What to find, what makes it fine, and what to say."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    category: str = Field(pattern=r"^[a-z][a-z_]*$")
    severity: Severity
    risk_in: tuple[Place, ...] = ()
    match: Lines
    unless: tuple[Line, ...] = ()
    unless_near: tuple[Line, ...] = ()
    unless_sentence: tuple[Line, ...] = ()
    needs: tuple[Line, ...] = ()
    jurisdictions: tuple[Place, ...] = ()
    audience: Audience | None = None
    message: Line
    suggestion: Line
    source: Line
    examples: Examples


class Paraphrase(Strict):
    """What to find by meaning: sentences with a cue that are nearer to `like` than to `unlike`."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    category: str = Field(pattern=r"^[a-z][a-z_]*$")
    severity: Severity
    cue: Lines
    like: Lines
    unlike: Lines
    threshold: float = Field(gt=0, lt=1)
    message: Line
    suggestion: Line
    source: Line


class Table(Strict):
    """One file: named sets of alternatives, contexts that make any entry of the family fine, and entries."""

    sets: Mapping[str, Lines] = {}
    fine: tuple[Line, ...] = ()
    fine_sentence: tuple[Line, ...] = ()
    entries: tuple[Entry, ...] = ()
    paraphrases: tuple[Paraphrase, ...] = ()


@dataclass(frozen=True, eq=False)
class Rule:
    """An entry with its patterns ready to match."""

    entry: Entry
    match: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    unless_near: tuple[Pattern, ...]
    unless_sentence: tuple[Pattern, ...]
    needs: tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """A family's rules, its vocabulary, and which patterns each first word may start."""

    family: str
    rules: tuple[Rule, ...]
    fine: tuple[Pattern, ...]
    fine_sentence: tuple[Pattern, ...]
    cues: Mapping[Paraphrase, tuple[Pattern, ...]]
    vocabulary: Vocabulary
    owner: Mapping[Pattern, Rule]
    by_first: Mapping[str, tuple[Pattern, ...]]


@cache
def load_lexicon(family: str, folder: Path = LEXICON) -> Lexicon:
    """A family's word tables, compiled once; raises `CardError` naming the file and what is wrong."""
    paths = sorted((folder / family).glob("*.yaml"))
    if not paths:
        raise CardError(f"The family {family!r} has no word table.", advice="Restore knowledge/lexicon.")
    tables = [_Table(path) for path in paths]
    rules = tuple(rule for table in tables for rule in table.rules())
    fine = tuple(p for table in tables for p in table.patterns("fine", table.read.fine))
    apart = tuple(p for table in tables for p in table.patterns("fine_sentence", table.read.fine_sentence))
    cues = {item: table.patterns(item.id, item.cue) for table in tables for item in table.read.paraphrases}
    _check_unique(family, [*(rule.entry.id for rule in rules), *(item.id for item in cues)])
    owner = {pattern: rule for rule in rules for pattern in rule.match}
    by_first: dict[str, list[Pattern]] = {}
    for pattern in owner:
        for name in sorted(pattern.firsts):
            by_first.setdefault(name, []).append(pattern)
    every = [p for rule in rules for p in _patterns(rule)] + [
        *fine,
        *apart,
        *(p for ps in cues.values() for p in ps),
    ]
    starts = {name: tuple(patterns) for name, patterns in by_first.items()}
    return Lexicon(family, rules, fine, apart, cues, Vocabulary(every), owner, starts)


def _patterns(rule: Rule) -> tuple[Pattern, ...]:
    return (*rule.match, *rule.unless, *rule.unless_near, *rule.unless_sentence, *rule.needs)


def _check_unique(family: str, ids: list[str]) -> None:
    for id_ in ids:
        if ids.count(id_) > 1:
            raise CardError(f"Two entries of the family {family!r} share the id {id_!r}.", advice=ADVICE)


class _Table:
    """One file on its way into a lexicon."""

    def __init__(self, path: Path) -> None:
        self.name = f"{path.parent.name}/{path.name}"
        try:
            raw: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
            self.read = Table.model_validate(raw)
        except ValidationError as error:
            item = error.errors()[0]
            where = ".".join(str(part) for part in item["loc"])
            raise CardError(f"Word table {self.name!r}: {where}: {item['msg']}.", advice=ADVICE) from error
        except (yaml.YAMLError, TypeError) as error:
            raise CardError(f"Word table {self.name!r} is not valid YAML.", advice=ADVICE) from error
        self._sets: dict[str, Node] = {}
        for name, options in self.read.sets.items():
            self._sets[name] = joined([self._parse(f"set {name}", option) for option in options])

    def rules(self) -> tuple[Rule, ...]:
        fields = ("match", "unless", "unless_near", "unless_sentence", "needs")
        return tuple(
            Rule(entry, *(self.patterns(entry.id, getattr(entry, field)) for field in fields))
            for entry in self.read.entries
        )

    def patterns(self, where: str, sources: tuple[str, ...]) -> tuple[Pattern, ...]:
        return tuple(Pattern.of(self._parse(where, source)) for source in sources)

    def _parse(self, where: str, source: str) -> Node:
        try:
            return parse(source, self._sets)
        except PatternError as error:
            fault = f"Word table {self.name!r}, {where!r}, pattern {source!r}: {error}."
            raise CardError(fault, advice=ADVICE) from error
