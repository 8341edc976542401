"""Find the passages that answer a question, in the library and in what its asker has uploaded."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings

from knowledge import ranking
from knowledge.cache import Cache, default_folders
from knowledge.cards import Library, load_library
from knowledge.embedding import MiniLM
from knowledge.library_index import LibraryIndex, index_library
from knowledge.passages import Engagement, Passage
from knowledge.scope import Scope, scope_of


@dataclass(frozen=True)
class Found:
    """What a search found: `passages` best first, always; `answered` whether they cover the question."""

    answered: bool
    passages: tuple[Passage, ...]


class Search:
    """The library and, for a named owner, that owner's documents. Thread-safe; same question, same order."""

    def __init__(self, index: LibraryIndex, embeddings: Embeddings) -> None:
        self._index = index
        self._embeddings = embeddings
        self._by_id = {passage.id: passage for passage in index.passages}

    def search(
        self,
        query: str,
        *,
        k: int = 8,
        owner: str | None = None,
        topics: Iterable[str] | None = None,
        jurisdiction: str | None = None,
        engagement: Engagement | None = None,
    ) -> Found:
        """The best `k` passages that fit the filters, ties by id."""
        if not query.strip():
            return Found(answered=False, passages=())
        scope = scope_of(topics, jurisdiction, engagement)
        ranked = sorted(self._library(query, scope), key=lambda passage: (-(passage.score or 0), passage.id))
        best = ranked[0].score or 0 if ranked else 0
        return Found(answered=ranking.answered(best), passages=tuple(ranked[:k]))

    def passage(self, id: str, owner: str | None = None) -> Passage | None:
        """One passage by id: of the library, or of this owner's documents."""
        return self._by_id.get(id)

    def topic_passages(self, topic: str) -> tuple[Passage, ...]:
        """Every library passage on a topic: those that have it first among theirs, then the rest, by id."""
        held = [passage for passage in self._index.passages if topic in passage.topics]
        return tuple(sorted(held, key=lambda passage: (passage.topics.index(topic), passage.id)))

    def _library(self, query: str, scope: Scope) -> list[Passage]:
        vector = np.array(self._embeddings.embed_query(query), dtype=np.float32)
        scores = ranking.fused(self._index.meaning(vector), self._index.words(query))
        return [
            dataclasses.replace(
                passage, score=round(float(score) + ranking.KIND_OFFSET.get(passage.card, 0), 4)
            )
            for passage, score in zip(self._index.passages, scores, strict=True)
            if scope.holds(passage)
        ]


def open_search(
    cache_dir: Path | None,
    data_dir: Path | None,
    today: dt.date,
    progress: Callable[[str], None],
    *,
    library: Library | None = None,
) -> Search:
    """Open the search, building model file and index where they are missing.

    `cache_dir` None is the environment's own folder. Raises `SetupError`.
    """
    cache = Cache((cache_dir,) if cache_dir else default_folders())
    embeddings = MiniLM(cache, progress)
    index = index_library(library or load_library(), today, embeddings, embeddings.digest, cache, progress)
    return Search(index, embeddings)
