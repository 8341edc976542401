"""Hold the library ready for questions: passages, the vectors of their facets, and word statistics."""

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
from knowledge.outside import load_outside
from knowledge.passages import Passage, passages_of
from knowledge.phrasings import load_phrasings
from knowledge.ranking import GUESS_WEIGHT, OWN_TOPIC, Evidence, Likeness, Scores, Vector
from knowledge.sections import Sections, sections
from knowledge.topic_guess import TopicGuess, learn
from knowledge.vector_cache import Matrix, cached_vectors


@dataclass(frozen=True)
class LibraryIndex:
    """The library as vectors: a section of facets a passage, a section of phrasings a topic.

    `on_topic` is (passages, topics).
    """

    passages: tuple[Passage, ...]
    facets: Sections
    topics: Sections
    guess: TopicGuess
    on_topic: npt.NDArray[np.bool_]
    outside: Matrix
    lexicon: Lexicon

    def likeness(self, question: str, vector: Vector) -> Likeness:
        """How like the question every passage is; `vector` is the question's."""
        best, pair = self.facets.best_two(vector)
        topic_best, topic_pair = self.topics.best_two(vector)
        own = np.where(self.on_topic.any(axis=1), 0.0, OWN_TOPIC * pair)
        return Likeness(
            nearest=best,
            topic_nearest=self._of_topic(topic_best),
            pair=pair,
            topic=np.maximum(own, self._of_topic(topic_pair + GUESS_WEIGHT * self.guess.of(vector))),
            words=self.lexicon.scores(question),
        )

    def _of_topic(self, scores: Scores) -> Scores:
        """Each passage's best topic's score; nought for a passage without one."""
        best: Scores = np.where(self.on_topic, scores, 0.0).max(axis=1)
        return best

    def evidence(
        self, question: str, vector: Vector, likeness: Likeness, held: npt.NDArray[np.bool_]
    ) -> Evidence:
        """What speaks for and against the `held` passages' covering the question."""
        return Evidence(
            card=float(likeness.nearest[held].max()),
            topic=float(likeness.topic_nearest[held].max()),
            outside=float((self.outside @ vector).max()),
            strange=self.lexicon.strangeness(question),
        )


def index_library(
    library: Library,
    today: dt.date,
    embeddings: Embeddings,
    model: str,
    cache: Cache,
    progress: Callable[[str], None],
) -> LibraryIndex:
    """Index the library; vectors come from the cache unless texts or `model` (its digest) changed."""
    passages = passages_of(library, today)
    if not passages:
        raise CardError("The library has no cards.", advice="Put cards into knowledge/cards/.")
    facets = [facets_of(card) for card in library]
    phrased = _phrased_topics(library)
    outside = load_outside()

    def embed(texts: Sequence[str]) -> Matrix:
        progress(f"Indexing the library: {len(texts)} texts (once, some seconds) ...")
        return np.array(embeddings.embed_documents(list(texts)), dtype=np.float32)

    texts = [text for section in (*facets, *phrased, outside) for text in section]
    vectors = cached_vectors(cache, model, texts, embed)
    cards = sections(vectors, [len(card) for card in facets])
    topics = sections(vectors[len(cards.of) :], [len(lines) for lines in phrased])
    return LibraryIndex(
        passages=passages,
        facets=cards,
        topics=topics,
        guess=_learnt(library, passages, cards, topics),
        on_topic=np.array([[topic in passage.topics for topic in library.topics] for passage in passages]),
        outside=vectors[-len(outside) :],
        lexicon=Lexicon([" ".join(card) for card in facets]),
    )


def _phrased_topics(library: Library) -> list[tuple[str, ...]]:
    phrasings = load_phrasings()
    return [
        (f"{topic.title}. {topic.statement}", *phrasings.get(topic.id, ()))
        for topic in library.topics.values()
    ]


def _learnt(library: Library, passages: Sequence[Passage], cards: Sections, topics: Sections) -> TopicGuess:
    """Learn topics from cards, each on its main topic if it has one, and from the topics' own lines."""
    main = np.array([[topic in passage.topics[:1] for topic in library.topics] for passage in passages])
    vectors = np.vstack([cards.vectors, topics.vectors])
    return learn(vectors, np.vstack([main[cards.of], np.eye(len(library.topics), dtype=bool)[topics.of]]))
