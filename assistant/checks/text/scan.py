"""Match patterns on a text: each word looked up once, each pattern tried only where it can start."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.checks.text.pattern import (
    NUMBER,
    Choice,
    Edge,
    Gap,
    Maybe,
    Node,
    Sequence,
    Word,
    firsts,
)
from assistant.checks.text.pattern import needs as needed_names
from assistant.checks.text.tokens import Reading
from assistant.checks.text.words import folded, is_number, names


@dataclass(frozen=True, eq=False)
class Pattern:
    """A pattern ready to match; compared by identity."""

    node: Node
    firsts: frozenset[str]
    needs: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, node: Node) -> "Pattern":
        """Prepare a parsed pattern."""
        return cls(node, firsts(node), tuple(needed_names(node)))


class Vocabulary:
    """All the names that some patterns ask for, so that a text's words are reduced to those."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        every = {name for pattern in patterns for name in _all_names(pattern.node)}
        self.exact = frozenset(name for name in every if not name.endswith("*"))
        self.stems = frozenset(name[:-1] for name in every if name.endswith("*"))
        self.lengths = tuple(sorted({len(stem) for stem in self.stems}))

    def of(self, surface: str) -> frozenset[str]:
        """The names by which patterns know a word."""
        word = folded(surface)
        found = {name for name in (*names(surface), f"={surface}") if name in self.exact}
        found |= {f"{word[:size]}*" for size in self.lengths if word[:size] in self.stems}
        if is_number(surface):
            found.add(NUMBER)
        return frozenset(found)


def _all_names(node: Node) -> Iterable[str]:
    match node:
        case Word(names):
            yield from names
        case Sequence(parts) | Choice(parts):
            for part in parts:
                yield from _all_names(part)
        case Maybe(part):
            yield from _all_names(part)
        case Gap() | Edge():
            return


class Scan:
    """One text under one vocabulary; what a pattern matches is worked out once."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.reading = reading
        self.positions: defaultdict[str, list[int]] = defaultdict(list)
        self._spans: dict[Pattern, tuple[tuple[int, int], ...]] = {}
        self._tokens: dict[tuple[Pattern, ...], frozenset[int]] = {}
        self._sentences: dict[tuple[Pattern, ...], frozenset[int]] = {}
        self._known: list[frozenset[str]] = []
        seen: dict[str, frozenset[str]] = {}
        text = reading.text
        for at, (start, end) in enumerate(zip(reading.starts, reading.ends, strict=True)):
            surface = text[start:end]
            known = seen.get(surface)
            if known is None:
                known = seen[surface] = vocabulary.of(surface)
            self._known.append(known)
            for name in known:
                self.positions[name].append(at)

    def spans(self, pattern: Pattern) -> tuple[tuple[int, int], ...]:
        """The tokens of every match, half-open, sorted; from one start the longest."""
        if pattern not in self._spans:
            self._spans[pattern] = tuple(self._find(pattern))
        return self._spans[pattern]

    def _find(self, pattern: Pattern) -> Iterable[tuple[int, int]]:
        if any(self.positions.keys().isdisjoint(names) for names in pattern.needs):
            return
        starts = {at for name in pattern.firsts if name in self.positions for at in self.positions[name]}
        for at in sorted(starts):
            first, stop = self.reading.sentences[self.reading.sentence_of[at]]
            ends = self._step(pattern.node, {at}, first, stop)
            if ends:
                yield at, max(ends)

    def _step(self, node: Node, places: set[int], first: int, stop: int) -> set[int]:
        """Where a match can go on after a node that may begin at any of some places."""
        match node:
            case Word(names):
                known = self._known
                return {at + 1 for at in places if at < stop and not known[at].isdisjoint(names)}
            case Sequence(parts):
                for part in parts:
                    places = self._step(part, places, first, stop)
                    if not places:
                        break
                return places
            case Gap(most):
                return {to for at in places for to in range(at, min(at + most, stop) + 1)}
            case Choice(options):
                return set().union(*(self._step(option, places, first, stop) for option in options))
            case Maybe(part):
                return places | self._step(part, places, first, stop)
            case Edge(side):
                return places & {first if side == "<" else stop}

    def tokens_in(self, patterns: tuple[Pattern, ...]) -> frozenset[int]:
        """Every token that stands in a match of one of some patterns."""
        if patterns not in self._tokens:
            found = (range(*span) for pattern in patterns for span in self.spans(pattern))
            self._tokens[patterns] = frozenset(at for span in found for at in span)
        return self._tokens[patterns]

    def sentences_with(self, patterns: tuple[Pattern, ...]) -> frozenset[int]:
        """The numbers of the sentences that hold a match of one of some patterns."""
        if patterns not in self._sentences:
            starts = (first for pattern in patterns for first, _ in self.spans(pattern))
            self._sentences[patterns] = frozenset(self.reading.sentence_of[first] for first in starts)
        return self._sentences[patterns]
