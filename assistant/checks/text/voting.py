"""Sentences that vote on what another sentence is, the near ones most (kernel ridge regression)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checks.text.word_votes import Terms, WordVotes
from knowledge.cache import Cache, default_folders

if TYPE_CHECKING:
    from knowledge.embedding import MiniLM
    from knowledge.vector_cache import Matrix

# How far votes are held down, so that no sentence has all to say near itself.
HELD_DOWN = 0.3


@dataclass(frozen=True, eq=False)
class Voters:
    """Sentences as vectors and terms, and the vote of each for all there is to vote on, its columns."""

    examples: "Matrix"
    votes: "Matrix"
    words: WordVotes
    shares: "Matrix"  # of all sentences, by column: what a sentence gets that is like none of them

    @classmethod
    def of(cls, name: str, sentences: Sequence[str], target: "Matrix") -> "Voters":
        """The votes with which the sentences best give one another their own rows of the target.

        Vectors and votes are taken from the cache where they have been worked out before; `name` is of whom.
        """
        from knowledge.vector_cache import cached_vectors

        found = Terms.of(sentences)
        shares: Matrix = target.mean(axis=0)
        cache = Cache(default_folders())
        examples = cached_vectors(cache, model().digest, sentences, model().vectors, of=f"{name}-wording")
        keys = [f"{row} {text}" for row, text in zip(target.tolist(), sentences, strict=True)]

        def solved(of: str, near: "Callable[[], Matrix]", wanted: "Matrix") -> "Matrix":
            depends_on = f"{model().digest} from shares, {HELD_DOWN}"
            return cached_vectors(
                cache, depends_on, keys, lambda _: _solved(near(), wanted), of=f"{name}-{of}"
            )

        votes = solved("votes", lambda: _nearness(examples @ examples.T) + found.shared(), target - shares)
        alone = solved("word-votes", found.shared, target)
        return cls(examples, votes, found.voting(votes, alone), shares)

    def count(self, texts: Sequence[str]) -> tuple["Matrix", "Matrix"]:
        """How near each text is to each example, and its votes by column."""
        import numpy as np

        # Not "@": its threads wait for a processor that the model's threads hold, for up to 20 milliseconds.
        likeness: Matrix = np.einsum("ij,kj->ik", model().vectors(texts), self.examples)
        votes: Matrix = np.einsum("ij,jk->ik", _nearness(likeness), self.votes)
        return likeness, votes + np.stack([self.words.beside_meaning(text) for text in texts]) + self.shares


def _nearness(likeness: "Matrix") -> "Matrix":
    nearness: Matrix = likeness * abs(likeness)
    return nearness


def _solved(nearness: "Matrix", wanted: "Matrix") -> "Matrix":
    import numpy as np

    held = nearness.astype("float64")
    held[np.diag_indices_from(held)] += HELD_DOWN
    votes: Matrix = np.linalg.solve(held, wanted)
    return votes.astype(np.float32)


def model() -> "MiniLM":
    """The embedding model, loaded at first use; the search has the same one."""
    from knowledge.embedding import minilm  # its packages take most of a second

    return minilm(Cache(default_folders()))
