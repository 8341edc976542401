"""The word tables of one family, compiled into patterns that are ready to match."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import knowledge
from assistant.checks.text.pattern import Node, PatternError, joined, parse
from assistant.checks.text.scan import Pattern
from assistant.checks.text.table import ADVICE, Entry, Meaning, Table, read_table
from assistant.checks.text.vocabulary import Vocabulary
from assistant.errors import CardError

LEXICON = Path(knowledge.__file__).parent / "lexicon"
Patterns = tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class Rule:
    """An entry with its patterns."""

    entry: Entry
    match: Patterns
    hint: Patterns
    unless: Patterns
    unless_near: Patterns
    unless_sentence: Patterns
    needs: Patterns


@dataclass(frozen=True, eq=False)
class Meant:
    """What a family finds by meaning: its cues, and sentences with the entry each is an example of."""

    family: str
    said: Meaning
    cue: Patterns
    sentences: tuple[tuple[str, Entry | None], ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """A family's rules and contexts, its vocabulary, and which rules each first word may start."""

    family: str
    rules: tuple[Rule, ...]
    fine: Patterns
    fine_sentence: Patterns
    fine_sentence_save: Patterns
    quotes_are_fine: bool
    apart: Patterns
    apart_save: Patterns
    apart_things: Patterns
    denied_before: Patterns
    denied_after: Patterns
    denials_void: Patterns
    meant: Meant | None
    vocabulary: Vocabulary
    by_first: Mapping[str, tuple[Rule, ...]]


@cache
def load_lexicon(family: str, folder: Path = LEXICON) -> Lexicon:
    """A family's word tables, compiled once; raises `CardError` naming the entry and what is wrong."""
    paths = sorted((folder / family).glob("*.yaml"))
    if not paths:
        raise CardError(f"The family {family!r} has no word table.", advice="Restore knowledge/lexicon.")
    tables = [read_table(path) for path in paths]
    compiler = _Compiler(family)
    for table in tables:
        compiler.define(table.sets)
    rules = tuple(compiler.rule(entry) for table in tables for entry in table.entries)
    _check_unique(family, [rule.entry.id for rule in rules])
    return Lexicon(
        family,
        rules,
        fine=compiler.patterns("fine", (line for table in tables for line in table.fine)),
        fine_sentence=compiler.patterns("fine_sentence", (line for t in tables for line in t.fine_sentence)),
        fine_sentence_save=compiler.patterns(
            "fine_sentence", (line for t in tables for line in t.fine_sentence_save)
        ),
        quotes_are_fine=any(table.quotes_are_fine for table in tables),
        apart=compiler.patterns("apart", (line for table in tables for line in table.apart.when)),
        apart_save=compiler.patterns("apart", (line for table in tables for line in table.apart.save)),
        apart_things=compiler.patterns("apart", (line for table in tables for line in table.apart.things)),
        denied_before=compiler.patterns("denials", (line for t in tables for line in t.denials.before)),
        denied_after=compiler.patterns("denials", (line for t in tables for line in t.denials.after)),
        denials_void=compiler.patterns("denials", (line for t in tables for line in t.denials.void)),
        meant=_meant(compiler, tables, rules),
        vocabulary=Vocabulary(pattern.node for pattern in compiler.made),
        by_first=_by_first(rules),
    )


def _meant(compiler: "_Compiler", tables: Iterable[Table], rules: tuple[Rule, ...]) -> Meant | None:
    said = next((table.meaning for table in tables if table.meaning), None)
    if said is None:
        return None
    entries = {rule.entry.id: rule.entry for rule in rules}
    unknown = said.like.keys() - entries.keys()
    if unknown:
        raise CardError(f"No entry has the id {min(unknown)!r} that 'like' names.", advice=ADVICE)
    sentences: dict[str, Entry | None] = dict.fromkeys(said.unlike)
    for entry in entries.values():
        sentences |= dict.fromkeys(entry.examples.miss)
    for entry in entries.values():
        sentences |= dict.fromkeys((*entry.examples.hit, *said.like.get(entry.id, ())), entry)
    return Meant(compiler.family, said, compiler.patterns("cue", said.cue), tuple(sentences.items()))


def _by_first(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    starts: dict[str, dict[Rule, None]] = {}
    for rule in rules:
        for name in sorted(name for pattern in (*rule.match, *rule.hint) for name in pattern.firsts):
            starts.setdefault(name, {})[rule] = None
    return {name: tuple(found) for name, found in starts.items()}


def _check_unique(family: str, ids: list[str]) -> None:
    for id_ in ids:
        if ids.count(id_) > 1:
            raise CardError(f"Two entries of the family {family!r} share the id {id_!r}.", advice=ADVICE)


class _Compiler:
    """Turns the lines of a family's tables into patterns; named sets hold in all its files."""

    def __init__(self, family: str) -> None:
        self.made: list[Pattern] = []
        self.family = family
        self._sets: dict[str, Node] = {}

    def define(self, sets: Mapping[str, tuple[str, ...]]) -> None:
        for name, options in sets.items():
            if name in self._sets:
                raise CardError(f"The set {name!r} of {self.family!r} is defined twice.", advice=ADVICE)
            self._sets[name] = joined([self._parse(f"set {name}", option) for option in options])

    def rule(self, entry: Entry) -> Rule:
        fields = ("match", "hint", "unless", "unless_near", "unless_sentence", "needs")
        return Rule(entry, *(self.patterns(entry.id, getattr(entry, field)) for field in fields))

    def patterns(self, where: str, sources: Iterable[str]) -> Patterns:
        patterns = tuple(Pattern.of(self._parse(where, source)) for source in sources)
        self.made += patterns
        return patterns

    def _parse(self, where: str, source: str) -> Node:
        try:
            return parse(source, self._sets)
        except PatternError as error:
            fault = f"Word table of {self.family!r}, {where!r}, pattern {source!r}: {error}."
            raise CardError(fault, advice=ADVICE) from error
