"""Rank the library in the plain ways that the project's own search must beat."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from knowledge.embedding import MiniLM
from knowledge.lexical import Lexicon
from knowledge.library_index import LibraryIndex
from knowledge.passages import Passage
from knowledge.ranking import Scores, Vector
from knowledge.search import Search
from knowledge.vector_cache import Matrix

Ranker = Callable[[str], list[Passage]]

RRF = 60  # the usual constant of reciprocal rank fusion
DEPTH = 8


@dataclass(frozen=True)
class Shop:
    """What the rankers work with."""

    search: Search
    index: LibraryIndex
    embeddings: MiniLM


def rankers(shop: Shop) -> Mapping[str, Ranker]:
    """The project's search, and plain ones over the same passages, best passages first."""
    index, embeddings = shop.index, shop.embeddings
    texts = [f"{passage.title}. {passage.text}" for passage in index.passages]
    bodies = Lexicon(texts)

    @cache
    def whole() -> Matrix:
        return embeddings.vectors(texts)

    @cache
    def vector(question: str) -> Vector:
        asked: Vector = embeddings.vectors([question])[0]
        return asked

    def dense(question: str) -> Scores:
        cosines: Scores = (whole() @ vector(question)).astype(np.float64)
        return cosines

    def facets(question: str) -> Scores:
        return index.facets.best_two(vector(question))[0]

    def by(score: Callable[[str], Scores]) -> Ranker:
        return lambda question: [index.passages[row] for row in _order(score(question))[:DEPTH]]

    return {
        "Hiring Assistant": lambda question: list(shop.search.search(question, k=DEPTH).passages),
        "BM25, passage text": by(bodies.scores),
        "dense, passage text": by(dense),
        "equal-weight RRF of these two": by(lambda question: _rrf(bodies.scores(question), dense(question))),
        "BM25, facets": by(index.lexicon.scores),
        "dense, best facet": by(facets),
        "equal-weight RRF of those two": by(
            lambda question: _rrf(index.lexicon.scores(question), facets(question))
        ),
    }


def _order(scores: Scores) -> list[int]:
    order: list[int] = np.argsort(-scores, kind="stable").tolist()
    return order


def _rrf(*all_scores: Scores) -> Scores:
    """The sum of reciprocal ranks, every ranking counted alike."""
    total: Scores = np.zeros(len(all_scores[0]))
    for scores in all_scores:
        total[_order(scores)] += 1 / (RRF + 1 + np.arange(len(scores)))
    return total
