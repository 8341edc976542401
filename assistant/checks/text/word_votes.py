"""What the example sentences vote on a sentence by its words alone, which costs next to nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checks.text.terms import terms

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from knowledge.vector_cache import Matrix

# Terms in more sentences are counted for all pairs at once, and the many rare ones one after the other.
COMMON = 100


@dataclass(frozen=True, eq=False)
class WordVotes:
    """The terms of some sentences, what each votes for by category, and which sentence has which."""

    places: dict[str, int]
    beside: "Matrix"  # the votes of a term beside those of meaning
    alone: "npt.NDArray[np.float16]"  # the same where words are all that is known
    rows: "npt.NDArray[np.int32]"  # the sentences that have each term, one term after the other
    starts: "npt.NDArray[np.int32]"  # where those of each term start, and where the last ones stop
    shares: "Matrix"  # what one of its terms is of a sentence

    def beside_meaning(self, text: str) -> "Matrix":
        """The votes of a text's words that count beside its meaning."""
        return self._votes(self.beside, text)

    def by_themselves(self, text: str) -> "Matrix":
        """The votes of a text's words where nothing else is known of it."""
        return self._votes(self.alone, text)

    def likeness(self, text: str) -> "Matrix":
        """How many of its terms each sentence shares with a text, each at its share."""
        import numpy as np

        places = self._places(terms(text))
        rows = [self.rows[self.starts[place] : self.starts[place + 1]] for place in places]
        counted = np.bincount(np.concatenate(rows), minlength=len(self.shares))
        shared: Matrix = counted.astype(np.float32) * self.shares
        return shared

    def _votes(self, by_term: "npt.NDArray[np.float32 | np.float16]", text: str) -> "Matrix":
        found = terms(text)
        votes: Matrix = by_term[self._places(found)].sum(axis=0, dtype="float32") / len(found) ** 0.5
        return votes

    def _places(self, found: Iterable[str]) -> list[int]:
        return sorted(self.places[term] for term in found if term in self.places)


@dataclass(frozen=True)
class Terms:
    """The terms of each of some sentences, and the place of each term."""

    found: Sequence[frozenset[str]]
    places: dict[str, int]

    @classmethod
    def of(cls, sentences: Iterable[str]) -> "Terms":
        """Read the sentences."""
        found = [terms(sentence) for sentence in sentences]
        every = sorted(frozenset[str]().union(*found))
        return cls(found, {term: place for place, term in enumerate(every)})

    def shared(self) -> "Matrix":
        """How far every two sentences share their terms, each at equal weight."""
        import numpy as np

        rows_of: list[list[int]] = [[] for _ in self.places]
        for row, row_terms in enumerate(self.found):
            for term in row_terms:
                rows_of[self.places[term]].append(row)
        shared = np.zeros((len(self.found), len(self.found)), dtype=np.float32)
        common = [rows for rows in rows_of if len(rows) > COMMON]
        for rows in rows_of:
            if len(rows) <= COMMON:
                shared[np.ix_(rows, rows)] += 1
        has = np.zeros((len(self.found), len(common)), dtype=np.float32)
        for column, rows in enumerate(common):
            has[rows, column] = 1
        shared += has @ has.T
        weights = np.array([len(row_terms) for row_terms in self.found], dtype=np.float32) ** -0.5
        shared *= weights
        shared *= weights[:, np.newaxis]
        return shared

    def voting(self, beside: "Matrix", alone: "Matrix") -> WordVotes:
        """The votes of the terms, from the votes of each sentence beside meaning and without it."""
        import numpy as np

        places = np.array([self.places[term] for row in self.found for term in row])
        rows = np.repeat(np.arange(len(self.found), dtype=np.int32), [len(row) for row in self.found])
        by_term = np.argsort(places, kind="stable")
        starts = np.searchsorted(places[by_term], np.arange(len(self.places) + 1)).astype(np.int32)
        # Half the digits are enough to weigh a suspicion, and take half the memory.
        halved = self._by_term(alone).astype(np.float16)
        shares = np.array([len(row) ** -0.5 for row in self.found], dtype=np.float32)
        return WordVotes(self.places, self._by_term(beside), halved, rows[by_term], starts, shares)

    def _by_term(self, votes: "Matrix") -> "Matrix":
        """What each term votes for by itself: the sum over its sentences, each shared by its terms."""
        import numpy as np

        by_term = np.zeros((len(self.places), votes.shape[1]), dtype=np.float32)
        for row_terms, vote in zip(self.found, votes, strict=True):
            by_term[[self.places[term] for term in row_terms]] += vote * len(row_terms) ** -0.5
        return by_term
