"""A family's example sentences, which vote on what another sentence says."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assistant.checks.text.lexicon import Meant
from assistant.checks.text.naming import one_name
from assistant.checks.text.people import masked
from assistant.checks.text.table import Entry
from assistant.checks.text.voting import Voters

if TYPE_CHECKING:
    from knowledge.vector_cache import Matrix


@dataclass(frozen=True, eq=False)
class Jury:
    """The examples of a family and their categories, for which they vote."""

    meant: Meant
    voters: Voters
    categories: tuple[tuple[str, str], ...]  # severity, or "any" where they count together, and category
    rows: dict[tuple[str, str], tuple[int, ...]]  # the sentences of each category

    def count(self, texts: Sequence[str]) -> tuple["Matrix", "Matrix"]:
        """How near each text is to each example, and its votes by category."""
        return self.voters.count([_read(self.meant, text) for text in texts])

    def suspicion(self, text: str) -> float:
        """The votes that a text gets by its words alone, which cost next to nothing."""
        return float(self.voters.words.by_themselves(_read(self.meant, text)).sum())

    def support(self, text: str) -> float:
        """The votes that a text's words add to those of its meaning."""
        return float(self.voters.words.beside_meaning(_read(self.meant, text)).sum())

    def count_words(self, texts: Sequence[str]) -> tuple["Matrix", "Matrix"]:
        """As `count`, by words alone."""
        import numpy as np

        words = self.voters.words
        texts = [_read(self.meant, text) for text in texts]
        likeness = np.stack([words.likeness(text) for text in texts])
        return likeness, np.stack([words.by_themselves(text) for text in texts])


@cache
def jury(meant: Meant) -> Jury:
    """The family's jury."""
    import numpy as np

    sentences = [_example(meant, sentence) for sentence, _ in meant.sentences]
    keys = [key(meant, entry) for _, entry in meant.sentences]
    categories = tuple(sorted({each for each in keys if each}))
    target = np.array([[each == category for category in categories] for each in keys], dtype=np.float32)
    rows = {each: tuple(row for row, other in enumerate(keys) if other == each) for each in categories}
    return Jury(meant, Voters.of(meant.family, sentences, target), categories, rows)


def key(meant: Meant, entry: Entry | None) -> tuple[str, str] | None:
    """Under which severity and category a sentence's vote is counted."""
    if entry is None:
        return None
    return "any" if meant.said.together else entry.severity, entry.category


def _read(meant: Meant, text: str) -> str:
    """A sentence as it is held against the examples."""
    return masked(text) if meant.said.people_masked else text


def _example(meant: Meant, text: str) -> str:
    """An example as it is held against; a text that is checked has one name for all from the start."""
    return _read(meant, one_name(text).text if meant.said.people_masked else text)
