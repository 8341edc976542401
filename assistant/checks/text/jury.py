"""A family's example sentences, which vote on what another sentence says (kernel ridge regression)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assistant.checks.text.lexicon import Meant
from assistant.checks.text.naming import one_name
from assistant.checks.text.people import masked
from assistant.checks.text.table import Entry
from assistant.checks.text.word_votes import Terms, WordVotes
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
    words: WordVotes | None  # none where words do not count
    shares: "Matrix"  # of all sentences, by category: what a sentence gets that is like none of them
    categories: tuple[tuple[str, str], ...]  # severity, or "any" where they count together, and category
    rows: dict[tuple[str, str], tuple[int, ...]]  # the sentences of each category

    def count(self, texts: Sequence[str]) -> tuple["Matrix", "Matrix"]:
        """How near each text is to each example, and its votes by category."""
        import numpy as np

        texts = [_read(self.meant, text) for text in texts]
        # Not "@": its threads wait for a processor that the model's threads hold, for up to 20 milliseconds.
        likeness: Matrix = np.einsum("ij,kj->ik", model().vectors(texts), self.examples)
        votes: Matrix = np.einsum("ij,jk->ik", _nearness(self.meant, likeness), self.votes)
        if self.words:
            votes = votes + np.stack([self.words.beside_meaning(text) for text in texts])
        return likeness, votes + self.shares

    def suspicion(self, text: str) -> float:
        """The votes that a text gets by its words alone, which cost next to nothing."""
        return float(self.words.by_themselves(_read(self.meant, text)).sum()) if self.words else 0.0

    def support(self, text: str) -> float:
        """The votes that a text's words add to those of its meaning."""
        return float(self.words.beside_meaning(_read(self.meant, text)).sum()) if self.words else 0.0

    def count_words(self, texts: Sequence[str]) -> tuple["Matrix", "Matrix"]:
        """As `count`, by words alone."""
        import numpy as np

        assert self.words, "only where words count"
        texts = [_read(self.meant, text) for text in texts]
        likeness = np.stack([self.words.likeness(text) for text in texts])
        return likeness, np.stack([self.words.by_themselves(text) for text in texts])


@cache
def jury(meant: Meant) -> Jury:
    """The family's jury; vectors and votes come from the cache where they have been worked out before."""
    import numpy as np

    from knowledge.vector_cache import cached_vectors

    sentences = [_example(meant, sentence) for sentence, _ in meant.sentences]
    keys = [key(meant, entry) for _, entry in meant.sentences]
    categories = tuple(sorted({each for each in keys if each}))
    embed = model().vectors
    examples = cached_vectors(_CACHE, model().digest, sentences, embed, of=f"{meant.family}-wording")
    read = Terms.of(sentences) if meant.said.words else None
    target = np.array([[each == category for category in categories] for each in keys], dtype=np.float32)
    cached = _CachedVotes(meant, tuple(f"{each} {text}" for each, text in zip(keys, sentences, strict=True)))
    shares: Matrix = target.mean(axis=0)
    votes = cached("votes", lambda: _votes(meant, examples, read, target - shares))
    words = None
    if read:
        alone = cached("word-votes", lambda: _solved(read.shared(), HELD_DOWN_WITH_WORDS, target))
        words = read.voting(meant.said.words * votes, alone)
    rows = {each: tuple(row for row, other in enumerate(keys) if other == each) for each in categories}
    return Jury(meant, examples, votes, words, shares, categories, rows)


@dataclass(frozen=True)
class _CachedVotes:
    """Votes that are worked out once for the same sentences, categories and settings."""

    meant: Meant
    sentences: tuple[str, ...]

    def __call__(self, of: str, work_out: Callable[[], "Matrix"]) -> "Matrix":
        from knowledge.vector_cache import cached_vectors

        depends_on = f"{model().digest} {_settings(self.meant)}"
        return cached_vectors(
            _CACHE, depends_on, self.sentences, lambda _: work_out(), of=f"{self.meant.family}-{of}"
        )


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


def _settings(meant: Meant) -> str:
    """What the votes depend on beside the sentences."""
    return f"centred {NARROWNESS} {HELD_DOWN} {HELD_DOWN_WITH_WORDS} {meant.said.words}"


def _nearness(meant: Meant, likeness: "Matrix") -> "Matrix":
    import numpy as np

    nearness: Matrix = likeness * abs(likeness) if meant.said.words else np.exp(NARROWNESS * (likeness - 1))
    return nearness


def _votes(meant: Meant, examples: "Matrix", read: Terms | None, target: "Matrix") -> "Matrix":
    """The votes with which the sentences best give one another their own categories."""
    nearness = _nearness(meant, (examples @ examples.T).astype("float64"))
    if read is None:
        return _solved(nearness, HELD_DOWN, target)
    return _solved(nearness + meant.said.words * read.shared(), HELD_DOWN_WITH_WORDS, target)


def _solved(nearness: "Matrix", held: float, target: "Matrix") -> "Matrix":
    import numpy as np

    votes: Matrix = np.linalg.solve(nearness + held * np.eye(len(nearness)), target)
    return votes.astype(np.float32)


def model() -> "MiniLM":
    """The embedding model, loaded at first use; the search has the same one."""
    from knowledge.embedding import minilm  # its packages take most of a second

    return minilm(_CACHE)
