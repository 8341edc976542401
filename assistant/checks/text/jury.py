"""A family's example sentences, which vote on what another sentence says (kernel ridge regression)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assistant.checks.text.lexicon import Meant
from assistant.checks.text.people import masked
from assistant.checks.text.table import Entry
from assistant.checks.text.terms import terms
from knowledge.cache import Cache, default_folders

if TYPE_CHECKING:
    from knowledge.embedding import MiniLM
    from knowledge.vector_cache import Matrix

# How fast a sentence's vote falls with distance in meaning, and how far votes are held down.
NARROWNESS = 2.0
HELD_DOWN = 0.1
# The same where shared words count too; nearness is then likeness squared.
HELD_DOWN_WITH_WORDS = 0.3

_CACHE = Cache(default_folders())


@dataclass(frozen=True, eq=False)
class Jury:
    """Sentences as vectors and terms, and the vote of each for every category, its columns."""

    meant: Meant
    examples: "Matrix"
    votes: "Matrix"
    places: dict[str, int]
    by_term: "Matrix"
    categories: tuple[tuple[str, str], ...]  # severity, or "any" where they count together, and category
    rows: dict[tuple[str, str], tuple[int, ...]]  # the sentences of each category

    def count(self, texts: Sequence[str]) -> tuple["Matrix", "Matrix"]:
        """How near each text is to each example, and its votes by category."""
        import numpy as np

        texts = [_read(self.meant, text) for text in texts]
        # Not "@": its threads wait for a processor that the model's threads hold, for up to 20 milliseconds.
        likeness: Matrix = np.einsum("ij,kj->ik", model().vectors(texts), self.examples)
        votes: Matrix = np.einsum("ij,jk->ik", _nearness(self.meant, likeness), self.votes)
        if self.meant.said.words:
            votes = votes + np.stack([self._by_words(text) for text in texts])
        return likeness, votes

    def suspicion(self, text: str) -> float:
        """The votes that a text gets by its words alone, which cost next to nothing."""
        return float(self._by_words(_read(self.meant, text)).sum())

    def _by_words(self, text: str) -> "Matrix":
        found = terms(text)
        rows = sorted(self.places[term] for term in found if term in self.places)
        votes: Matrix = self.by_term[rows].sum(axis=0) / len(found) ** 0.5
        return votes


@cache
def jury(meant: Meant) -> Jury:
    """The family's jury; vectors and votes come from the cache where they have been worked out before."""
    import numpy as np

    from knowledge.vector_cache import cached_vectors

    sentences = [_read(meant, sentence) for sentence, _ in meant.sentences]
    keys = [key(meant, entry) for _, entry in meant.sentences]
    categories = tuple(sorted({each for each in keys if each}))
    embed = model().vectors
    examples = cached_vectors(_CACHE, model().digest, sentences, embed, of=f"{meant.family}-wording")
    found = [terms(sentence) for sentence in sentences] if meant.said.words else []
    places = {term: place for place, term in enumerate(sorted(frozenset().union(*found)))}
    target = np.array([[each == category for category in categories] for each in keys], dtype=np.float32)
    votes = cached_vectors(
        _CACHE,
        model().digest,
        [f"{each} {_settings(meant)} {text}" for each, text in zip(keys, sentences, strict=True)],
        lambda _: _votes(meant, examples, _shared(found, places), target),
        of=f"{meant.family}-votes",
    )
    by_term = meant.said.words * _votes_by_term(found, places, votes)
    rows = {each: tuple(row for row, other in enumerate(keys) if other == each) for each in categories}
    return Jury(meant, examples, votes, places, by_term, categories, rows)


def key(meant: Meant, entry: Entry | None) -> tuple[str, str] | None:
    """Under which severity and category a sentence's vote is counted."""
    if entry is None:
        return None
    return "any" if meant.said.together else entry.severity, entry.category


def _read(meant: Meant, text: str) -> str:
    """A sentence as it is held against others."""
    return masked(text) if meant.said.people_masked else text


def _settings(meant: Meant) -> str:
    """What the votes depend on beside the sentences."""
    return f"{NARROWNESS} {HELD_DOWN} {HELD_DOWN_WITH_WORDS} {meant.said.words}"


def _votes_by_term(found: Sequence[frozenset[str]], places: dict[str, int], votes: "Matrix") -> "Matrix":
    """What each term votes for by itself: the sum over the sentences that have it, shared by their terms."""
    import numpy as np

    by_term = np.zeros((len(places), votes.shape[1]), dtype=np.float32)
    for row_terms, vote in zip(found, votes, strict=False):
        by_term[[places[term] for term in row_terms]] += vote * len(row_terms) ** -0.5
    return by_term


def _shared(found: Sequence[frozenset[str]], places: dict[str, int]) -> "Matrix | float":
    """How far every two sentences share their terms, each at equal weight; large: not for a server."""
    import numpy as np

    if not found:
        return 0.0
    table = np.zeros((len(found), len(places)), dtype=np.float32)
    for row, row_terms in enumerate(found):
        table[row, [places[term] for term in row_terms]] = len(row_terms) ** -0.5
    shared: Matrix = table @ table.T
    return shared


def _nearness(meant: Meant, likeness: "Matrix") -> "Matrix":
    import numpy as np

    nearness: Matrix = likeness * abs(likeness) if meant.said.words else np.exp(NARROWNESS * (likeness - 1))
    return nearness


def _votes(meant: Meant, examples: "Matrix", shared: "Matrix | float", target: "Matrix") -> "Matrix":
    """The votes with which the sentences best give one another their own categories."""
    import numpy as np

    nearness = _nearness(meant, (examples @ examples.T).astype(np.float64))
    nearness += meant.said.words * shared
    held = HELD_DOWN_WITH_WORDS if meant.said.words else HELD_DOWN
    votes: Matrix = np.linalg.solve(nearness + held * np.eye(len(nearness)), target)
    return votes.astype(np.float32)


def model() -> "MiniLM":
    """The embedding model, loaded at first use; the search has the same one."""
    from knowledge.embedding import minilm  # its packages take most of a second

    return minilm(_CACHE)
