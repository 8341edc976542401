"""Match patterns on a text: each word looked up once, each pattern tried where its words stand."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.text.block import Block, blocks
from assistant.checks.text.pattern import Choice, Edge, Gap, Maybe, Node, Sequence, Word, firsts, width
from assistant.checks.text.pattern import needs as needed_names
from assistant.checks.text.tokens import Reading
from assistant.checks.text.vocabulary import Vocabulary

# From the slots at which a part may begin to the slots at which the next may.
Step = Callable[[int, Block], int]


@dataclass(frozen=True, eq=False)
class Pattern:
    """A pattern ready to match; compared by identity."""

    node: Node
    firsts: frozenset[str]
    needs: tuple[frozenset[str], ...]
    width: int | None

    @classmethod
    def of(cls, node: Node) -> "Pattern":
        """Prepare a parsed pattern."""
        return cls(node, firsts(node), tuple(sorted(needed_names(node), key=len)), width(node))

    @cached_property
    def step(self) -> Step:
        """The matcher, made at first use: most patterns are never tried in the life of a process."""
        return _step(self.node)


def _step(node: Node) -> Step:
    match node:
        case Word(names):
            return lambda at, block: (at & block.mask(names)) << 1
        case Sequence(parts):
            return _in_a_row([_step(part) for part in parts])
        case Gap(most):
            return _gap(most)
        case Choice(options):
            return _any_of([_step(option) for option in options])
        case Maybe(part):
            step = _step(part)
            return lambda at, block: at | step(at, block)
        case Edge(side):
            return (
                (lambda at, block: at & block.opens) if side == "<" else (lambda at, block: at & block.closes)
            )


def _in_a_row(steps: list[Step]) -> Step:
    def step(at: int, block: Block) -> int:
        for part in steps:
            if not at:
                break
            at = part(at, block)
        return at

    return step


def _any_of(steps: list[Step]) -> Step:
    def step(at: int, block: Block) -> int:
        found = 0
        for option in steps:
            found |= option(at, block)
        return found

    return step


def _gap(most: int) -> Step:
    def step(at: int, block: Block) -> int:
        found = at
        for _ in range(most):
            at = (at & block.tokens) << 1
            found |= at
        return found

    return step


class Scan:
    """One text under one vocabulary; what a pattern matches is worked out once."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.reading = reading
        self._spans: dict[Pattern, tuple[tuple[int, int], ...]] = {}
        self._tokens: dict[tuple[Pattern, ...], frozenset[int]] = {}
        self._sentences: dict[tuple[Pattern, ...], frozenset[int]] = {}
        self._apart: dict[tuple[tuple[Pattern, ...], tuple[Pattern, ...]], frozenset[int]] = {}
        known_as = {surface: vocabulary.of(surface) for surface in set(reading.surfaces)}
        self._blocks = tuple(blocks(reading.sentences, [known_as[surface] for surface in reading.surfaces]))
        self.names = frozenset().union(*known_as.values())

    def spans_of(self, patterns: Iterable[Pattern]) -> Iterator[tuple[int, int]]:
        """The tokens of every match of some patterns, one pattern after the other."""
        names = self.names
        for pattern in patterns:
            # Most patterns go no further than this.
            if not pattern.needs or not pattern.needs[0].isdisjoint(names):
                yield from self.spans(pattern)

    def spans(self, pattern: Pattern) -> tuple[tuple[int, int], ...]:
        """The tokens of every match, half-open, sorted; from one start the longest."""
        if pattern not in self._spans:
            blocks = self._blocks if self._has(pattern.needs) else ()
            self._spans[pattern] = tuple(span for block in blocks for span in _matches(pattern, block))
        return self._spans[pattern]

    def tokens_in(self, patterns: tuple[Pattern, ...]) -> frozenset[int]:
        """Every token that stands in a match of one of some patterns."""
        if patterns not in self._tokens:
            found = (range(*span) for span in self.spans_of(patterns))
            self._tokens[patterns] = frozenset(at for span in found for at in span)
        return self._tokens[patterns]

    def sentences_with(self, patterns: tuple[Pattern, ...]) -> frozenset[int]:
        """The numbers of the sentences that hold a match of one of some patterns."""
        if patterns not in self._sentences:
            ends = (end for pattern in patterns for end in self._ends(pattern))
            self._sentences[patterns] = frozenset(self.reading.sentence_of[end] for end in ends)
        return self._sentences[patterns]

    def sentences_without(self, patterns: tuple[Pattern, ...], others: tuple[Pattern, ...]) -> frozenset[int]:
        """The numbers of the sentences with a match of one of some patterns and none of others."""
        if (patterns, others) not in self._apart:
            found = self.sentences_with(patterns) - self.sentences_with(others)
            self._apart[patterns, others] = found
        return self._apart[patterns, others]

    def _has(self, needs: tuple[frozenset[str], ...]) -> bool:
        """Say whether the text has one name of each of some sets."""
        return not any(map(self.names.isdisjoint, needs))

    def _ends(self, pattern: Pattern) -> Iterator[int]:
        """The last token of a match in every sentence that has one, found at once for all starts."""
        if not self._has(pattern.needs):
            return
        for block in self._blocks:
            ends = _anywhere(pattern, block)
            while ends:
                last = (ends & -ends).bit_length() - 2
                yield block.token(last)
                ends &= ~block.sentence(last)


def _anywhere(pattern: Pattern, block: Block) -> int:
    """The slots after every match, whatever its start."""
    return pattern.step(block.tokens, block) if block.has(pattern.needs) else 0


def _matches(pattern: Pattern, block: Block) -> Iterator[tuple[int, int]]:
    anywhere = _anywhere(pattern, block)
    if not anywhere:
        return
    starts = block.mask(pattern.firsts)
    if pattern.width is not None:
        starts = anywhere >> pattern.width
        found = [(start, start << pattern.width) for start in _bits(starts)]
    else:
        found = _by_rounds(pattern, block, starts, anywhere)
    for start, ends in found:
        yield block.token(start.bit_length() - 1), block.token(ends.bit_length() - 2) + 1


def _by_rounds(pattern: Pattern, block: Block, starts: int, anywhere: int) -> list[tuple[int, int]]:
    """Each start with the slots after its matches: one start in every sentence is tried at once."""
    rounds: list[int] = []
    sentence, number = 0, 0
    for start in _bits(starts):
        own = block.sentence(start.bit_length() - 1)
        number = number + 1 if own == sentence else 0
        sentence = own
        if anywhere & own:
            rounds += [0] * (number + 1 - len(rounds))
            rounds[number] |= start
    found = []
    for together in rounds:
        ends = pattern.step(together, block)
        for start in _bits(together if ends else 0):
            own = ends & block.sentence(start.bit_length() - 1)
            if own:
                found.append((start, own))
    return sorted(found)


def _bits(mask: int) -> Iterator[int]:
    """Each bit of a mask, the lowest first."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit
