"""Score every passage of the library against a question: best facet by meaning, plus shared words."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from langchain_core.embeddings import Embeddings

from knowledge.cache import Cache
from knowledge.cards import Library
from knowledge.errors import CardError
from knowledge.facets import facets_of
from knowledge.lexical import Lexicon
from knowledge.passages import Passage, passages_of
from knowledge.ranking import Scores, Vector
from knowledge.vector_cache import Matrix, cached_vectors


@dataclass(frozen=True)
class LibraryIndex:
    """The library's passages, with the rows of `vectors` that belong to each (`starts`, in order)."""

    passages: tuple[Passage, ...]
    vectors: Matrix
    starts: npt.NDArray[np.intp]
    lexicon: Lexicon

    def meaning(self, vector: Vector) -> Scores:
        """The cosine of each passage's best facet with the question's vector."""
        best: Scores = np.maximum.reduceat(self.vectors @ vector, self.starts).astype(np.float64)
        return best

    def words(self, question: str) -> Scores:
        """BM25 of each passage, its facets taken as one text."""
        return self.lexicon.scores(question)

    def words_of(self, question: str, texts: Sequence[str]) -> Scores:
        """BM25 of uploaded texts, on the library's scale."""
        return self.lexicon.scores_of(question, texts)


def index_library(
    library: Library,
    today: dt.date,
    embeddings: Embeddings,
    model: str,
    cache: Cache,
    progress: Callable[[str], None],
) -> LibraryIndex:
    """Index the library; vectors come from the cache unless cards or `model` (its digest) changed."""
    if not list(library):
        raise CardError("The library has no cards.", advice="Put cards into knowledge/cards/.")
    facets = [facets_of(card) for card in library]
    texts = [text for card in facets for text in card]

    def embed(missing: Sequence[str]) -> Matrix:
        progress(f"Indexing the library: {len(missing)} texts (once, some seconds) ...")
        return np.array(embeddings.embed_documents(list(missing)), dtype=np.float32)

    return LibraryIndex(
        passages=passages_of(library, today),
        vectors=cached_vectors(cache, model, texts, embed),
        starts=np.cumsum([0, *(len(card) for card in facets[:-1])]),
        lexicon=Lexicon([" ".join(card) for card in facets]),
    )
