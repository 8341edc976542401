"""Find the passages that answer a question, in the library and in what its asker has uploaded."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from langchain_core.embeddings import Embeddings

from knowledge.cache import Cache, default_folders
from knowledge.cards import Library, load_library
from knowledge.documents import Documents, facet_of, passage_of
from knowledge.embedding import minilm
from knowledge.folder_lock import FolderLock
from knowledge.library_index import LibraryIndex, index_library
from knowledge.model_file import model_file
from knowledge.owner_vectors import OwnerVectors
from knowledge.passages import Engagement, Passage
from knowledge.ranking import UPLOAD_TOPIC, Likeness, Vector, upload_answers
from knowledge.readings import readings_of
from knowledge.scope import Scope, scope_of, weight_of_place
from knowledge.variety import varied


@dataclass(frozen=True)
class Found:
    """What a search found: `passages` best first, always; `answered` whether they cover the question."""

    answered: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class _Shelf:
    """What one place to search gave."""

    answered: bool = False
    scored: Sequence[tuple[Passage, float]] = ()


class Search:
    """The library and, for a named owner, that owner's documents. Thread-safe; same question, same order."""

    def __init__(
        self, index: LibraryIndex, embeddings: Embeddings, owners: OwnerVectors | None = None
    ) -> None:
        self._index = index
        self._embeddings = embeddings
        self._owners = owners
        self._by_id = {passage.id: passage for passage in index.passages}

    @property
    def embeddings(self) -> Embeddings:
        """The embedding model that the index was made with."""
        return self._embeddings

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
        """The best `k` passages that fit the filters, of several topics, ties by id."""
        if not query.strip():
            return Found(answered=False, passages=())
        scope = scope_of(topics, jurisdiction, engagement)
        vector = question_vector(query, self._embeddings)
        shelves = (self._library(query, vector, scope), self._uploaded(query, vector, owner, scope))
        ranked = varied([pair for shelf in shelves for pair in shelf.scored], k)
        return Found(
            answered=any(shelf.answered for shelf in shelves),
            passages=tuple(dataclasses.replace(passage, score=score) for passage, score in ranked),
        )

    def passage(self, id: str, owner: str | None = None) -> Passage | None:
        """One passage by id: of the library, or of this owner's documents."""
        if id in self._by_id or owner is None or self._owners is None:
            return self._by_id.get(id)
        chunk = self._owners.chunk(owner, id)
        return passage_of(chunk, owner) if chunk else None

    def topic_passages(self, topic: str) -> tuple[Passage, ...]:
        """Every library passage on a topic: those that have it first among theirs, then the rest, by id."""
        held = [passage for passage in self._index.passages if topic in passage.topics]
        return tuple(sorted(held, key=lambda passage: (passage.topics.index(topic), passage.id)))

    def refresh(self, owner: str, patience: float | None = None) -> None:
        """Follow a change of this owner's documents: call it after every upload, replacement or removal.

        What is gone is found no more when it returns; after so many seconds some may be `missing` yet.
        """
        if self._owners is not None:
            self._owners.refresh(owner, patience)

    def missing(self, owner: str) -> frozenset[str]:
        """The ids of this owner's passages that are not found yet, as they are being indexed."""
        return self._owners.missing(owner) if self._owners is not None else frozenset()

    def close(self) -> None:
        """Let go of the data folder's files."""
        if self._owners is not None:
            self._owners.close()

    def _library(self, query: str, vector: Vector, scope: Scope) -> _Shelf:
        likeness = self._index.likeness(query, vector)
        held = np.array([scope.holds(passage) for passage in self._index.passages])
        if not held.any():
            return _Shelf()
        evidence = self._index.evidence(query, vector, likeness, held)
        scored = _scored(self._index.passages, likeness, held)
        if scope.places is None:
            scored = [(passage, score * weight_of_place(passage, query)) for passage, score in scored]
        return _Shelf(answered=evidence.answers(), scored=scored)

    def _uploaded(self, query: str, vector: Vector, owner: str | None, scope: Scope) -> _Shelf:
        if owner is None or self._owners is None:
            return _Shelf()
        near = self._owners.nearest(owner, vector)
        passages = [passage_of(chunk, owner) for chunk, _ in near]
        held = np.array([scope.holds(passage) for passage in passages], dtype=bool)
        if not held.any():
            return _Shelf()
        cosines = np.array([cosine for _, cosine in near])
        texts = [facet_of(chunk) for chunk, _ in near]
        lexicon = self._index.lexicon
        likeness = Likeness(
            nearest=cosines,
            topic_nearest=cosines,
            pair=cosines,
            topic=UPLOAD_TOPIC * cosines,
            words=lexicon.scores_of(query, texts),
        )
        return _Shelf(
            answered=upload_answers(float(cosines[held].max()), lexicon.strangeness(query, texts)),
            scored=_scored(passages, likeness, held),
        )


def _scored(
    passages: Sequence[Passage], likeness: Likeness, held: npt.NDArray[np.bool_]
) -> Sequence[tuple[Passage, float]]:
    scores = likeness.scores()
    return [(passages[row], round(float(scores[row]), 4)) for row in np.flatnonzero(held).tolist()]


def question_vector(question: str, embeddings: Embeddings) -> Vector:
    """The unit vector to search by: the mean of the question's readings."""
    vectors = np.array(embeddings.embed_documents(list(readings_of(question))), dtype=np.float32)
    total: Vector = vectors.sum(axis=0)
    return total / max(float(np.linalg.norm(total)), 1e-9)


def open_search(
    cache_dir: Path | None,
    data: FolderLock | None,
    today: dt.date,
    progress: Callable[[str], None],
    *,
    documents: Documents | None = None,
    library: Library | None = None,
) -> Search:
    """Open the search, building model file and index where they are missing. Raises `SetupError`.

    `cache_dir` None is the environment's own folder. With `data`, a data folder that the caller has
    acquired, and `documents`, owners find what they have uploaded; else the library alone is searched.
    """
    cache = Cache((cache_dir,) if cache_dir else default_folders())
    model_file(cache, progress)
    embeddings = minilm(cache)
    index = index_library(library or load_library(), today, embeddings, embeddings.digest, cache, progress)
    owners = None
    if data is not None and documents is not None:
        owners = OwnerVectors(data, documents, embeddings, embeddings.digest, progress)
    return Search(index, embeddings, owners)
