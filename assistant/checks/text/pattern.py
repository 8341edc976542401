"""The pattern language of the word tables (docs/lexicon.md), parsed into a small tree."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.text.tokens import TOKEN

LEXEME = re.compile(r"\s*(\(|\)|\||\?|<|>|~\d|\$[a-z_]+|=?[\w'’.\-]+\*?)")
SHORTEST_STEM = 3
MOST_PARTS = 30
NUMBER = "$number"
CAPITAL = "$capital"


class PatternError(ValueError):
    """A pattern breaks the language; the message says where."""


@dataclass(frozen=True)
class Word:
    """A token that has one of these names: a word, `stem*`, `=Exact`, `$number` or `$capital`."""

    names: frozenset[str]


@dataclass(frozen=True)
class Gap:
    """Up to so many tokens of any kind, inside the sentence."""

    most: int


@dataclass(frozen=True)
class Edge:
    """The start `<` or the end `>` of a sentence."""

    side: str


@dataclass(frozen=True)
class Sequence:
    """Parts, one after the other."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True)
class Choice:
    """Any one of some patterns."""

    options: "tuple[Node, ...]"


@dataclass(frozen=True)
class Maybe:
    """A part that may be missing."""

    part: "Node"


Node = Word | Gap | Edge | Sequence | Choice | Maybe


def parse(source: str, sets: Mapping[str, Node] | None = None) -> Node:
    """A pattern as a tree; `sets` are the named alternatives it may use. Raises `PatternError`."""
    parser = _Parser(list(_lexemes(source)), sets or {})
    node = parser.choice()
    if parser.left:
        raise PatternError(f"{parser.left[0]!r} is out of place")
    parts = [part for part in _parts(node) if not isinstance(part, Edge)]
    if not parts or isinstance(parts[0], Gap) or isinstance(parts[-1], Gap):
        raise PatternError("a pattern starts and ends with a word, not with a gap")
    if not any(needs(node)):
        raise PatternError("a pattern has a word that may not be missing")
    if longest(node) > MOST_PARTS:
        raise PatternError(f"a pattern spans at most {MOST_PARTS} tokens")
    return node


def _lexemes(source: str) -> Iterator[str]:
    at = 0
    source = source.rstrip()
    while at < len(source):
        match = LEXEME.match(source, at)
        if match is None:
            raise PatternError(f"cannot read {source[at:].strip()[:10]!r}")
        yield match[1]
        at = match.end()


class _Parser:
    def __init__(self, left: list[str], sets: Mapping[str, Node]) -> None:
        self.left = left
        self.sets = sets

    def choice(self) -> Node:
        options = [self._sequence()]
        while self.left and self.left[0] == "|":
            self.left.pop(0)
            options.append(self._sequence())
        return options[0] if len(options) == 1 else joined(options)

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while self.left and self.left[0] not in ("|", ")"):
            part = self._atom(self.left.pop(0))
            if self.left and self.left[0] == "?":
                self.left.pop(0)
                part = Maybe(part)
            parts.append(part)
        if not parts:
            raise PatternError("an alternative is empty")
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _atom(self, lexeme: str) -> Node:
        if lexeme == "(":
            inner = self.choice()
            if not self.left or self.left.pop(0) != ")":
                raise PatternError("a bracket is not closed")
            return inner
        if lexeme in ("<", ">"):
            return Edge(lexeme)
        if lexeme.startswith("~"):
            return Gap(int(lexeme[1]))
        if lexeme in (NUMBER, CAPITAL):
            return Word(frozenset((lexeme,)))
        if lexeme.startswith("$"):
            if lexeme[1:] not in self.sets:
                raise PatternError(f"the set {lexeme!r} is not defined")
            return self.sets[lexeme[1:]]
        if lexeme == "?":
            raise PatternError("'?' follows what may be missing")
        return _word(lexeme)


@lru_cache(maxsize=20_000)  # five in six words of the tables come again
def _word(lexeme: str) -> Node:
    """A word as the text would be cut: `able-bodied` is two tokens."""
    exact, stem = lexeme.startswith("="), lexeme.endswith("*")
    bare = lexeme.lstrip("=").rstrip("*").replace("’", "'")
    tokens = TOKEN.findall(bare)
    if not tokens or "".join(tokens) != bare.replace("-", ""):
        raise PatternError(f"{lexeme!r} is no word")
    names = [f"={token}" if exact else token.casefold() for token in tokens]
    if stem:
        if exact or len(tokens[-1]) < SHORTEST_STEM:
            raise PatternError(f"{lexeme!r}: a stem has at least {SHORTEST_STEM} letters")
        names[-1] += "*"
    words = tuple(Word(frozenset((name,))) for name in names)
    return words[0] if len(words) == 1 else Sequence(words)


def joined(options: list[Node]) -> Node:
    """A choice; alternatives of a single word each become one word with many names."""
    words = [option.names for option in options if isinstance(option, Word)]
    others = [option for option in options if not isinstance(option, Word)]
    nodes = ([Word(frozenset().union(*words))] if words else []) + others
    return nodes[0] if len(nodes) == 1 else Choice(tuple(nodes))


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, Sequence) else (node,)


def longest(node: Node) -> int:
    """The most tokens that a pattern can span."""
    match node:
        case Word():
            return 1
        case Gap(most):
            return most
        case Edge():
            return 0
        case Sequence(parts):
            return sum(map(longest, parts))
        case Choice(options):
            return max(map(longest, options))
        case Maybe(part):
            return longest(part)


def width(node: Node) -> int | None:
    """How many tokens every match of a pattern spans, or none when they differ."""
    match node:
        case Word():
            return 1
        case Edge():
            return 0
        case Sequence(parts):
            sizes = [width(part) for part in parts]
            return None if None in sizes else sum(size or 0 for size in sizes)
        case Choice(options):
            each = {width(option) for option in options}
            return each.pop() if len(each) == 1 else None
        case Gap() | Maybe():
            return None


def firsts(node: Node) -> frozenset[str]:
    """The names with which a match can start."""
    match node:
        case Word(names):
            return names
        case Sequence(parts):
            found: frozenset[str] = frozenset()
            for part in parts:
                found |= firsts(part)
                if not isinstance(part, Edge | Maybe):
                    break
            return found
        case Choice(options):
            return frozenset().union(*map(firsts, options))
        case Maybe(part):
            return firsts(part)
        case Gap() | Edge():
            return frozenset()


def needs(node: Node) -> Iterator[frozenset[str]]:
    """Sets of names of which a text must hold one each, or the pattern cannot match."""
    match node:
        case Word(names):
            yield names
        case Sequence(parts):
            for part in parts:
                yield from needs(part)
        case Choice(options):
            every = [next(needs(option), None) for option in options]
            if all(every):
                yield frozenset().union(*(names for names in every if names))
        case Gap() | Edge() | Maybe():
            return
