"""The names that a family's patterns ask for, so that a text's words are reduced to those."""

from collections.abc import Iterable
from functools import lru_cache

from assistant.checks.text.pattern import CAPITAL, NUMBER, Choice, Edge, Gap, Maybe, Node, Sequence, Word
from assistant.checks.text.words import is_number, names

# So many words of a family are known without being looked up again: those of some twenty texts.
KEPT = 10_000


class Vocabulary:
    """Exact names and stems of some patterns."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        every = {name for node in nodes for name in _all_names(node)}
        self._exact = frozenset(name for name in every if not name.endswith("*"))
        self._stems = frozenset(name[:-1] for name in every if name.endswith("*"))
        self._lengths = tuple(sorted({len(stem) for stem in self._stems}))
        self.of = lru_cache(KEPT)(self._of)

    def _of(self, surface: str) -> frozenset[str]:
        """The names by which patterns know a word."""
        found_names = names(surface)
        word = found_names[0]
        found = {name for name in (*found_names, f"={surface}") if name in self._exact}
        found |= {f"{word[:size]}*" for size in self._lengths if word[:size] in self._stems}
        if is_number(word):
            found.add(NUMBER)
        elif surface[0].isalpha() and not surface[0].islower():
            found.add(CAPITAL)
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
