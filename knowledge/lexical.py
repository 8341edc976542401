"""Score passages by the words they share with a question (BM25)."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

K1, B = 1.2, 0.75
# Past this many words a question is a document, and its first words say what it asks.
QUESTION_WORDS = 256

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?[+#]*")
# A capital in the middle of a sentence.
_NAME = re.compile(r"(?<=[^\s.!?] )[A-Z][a-z]\w*")
_EMPTY = """
a about an and any are as at be been but by can could did do does for from get had has have he her
his how i if in is it its me my not of on or our out she should so some than that the their them
then there they this to up us was we were what when where which who whom why will with would you
your
"""
_STOP = frozenset(_EMPTY.split())


def words_of(text: str) -> list[str]:
    """The content words of a text, lower case, plain English endings taken off."""
    plain = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return [_stem(word) for word in _WORD.findall(plain) if word not in _STOP]


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    word = word.partition("'")[0]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending, least in (("ing", 6), ("ed", 5), ("es", 5), ("s", 4)):
        if len(word) >= least and word.endswith(ending) and not word.endswith(("ss", "us", "is")):
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


class Lexicon:
    """The word statistics of one collection of texts, and BM25 over it."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(words_of(text)) for text in texts]
        lengths = np.array([counter.total() for counter in counts], dtype=np.float64)
        self._size = len(texts)
        self._mean = float(lengths.mean()) if texts else 1.0
        postings: dict[str, list[tuple[int, int]]] = {}
        for text, counter in enumerate(counts):
            for word, count in counter.items():
                postings.setdefault(word, []).append((text, count))
        self._weights = {word: self._posting(word_counts, lengths) for word, word_counts in postings.items()}

    def _posting(
        self, found: Sequence[tuple[int, int]], lengths: npt.NDArray[np.float64]
    ) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]:
        texts = np.array([text for text, _ in found], dtype=np.intp)
        counts = np.array([count for _, count in found], dtype=np.float64)
        return texts, self._idf(len(found)) * self._saturated(counts, lengths[texts])

    def _idf(self, holding: int) -> float:
        return math.log(1 + (self._size - holding + 0.5) / (holding + 0.5))

    def _saturated(
        self, counts: npt.NDArray[np.float64], lengths: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.float64]:
        return counts * (K1 + 1) / (counts + K1 * (1 - B + B * lengths / self._mean))

    def scores(self, question: str) -> npt.NDArray[np.float64]:
        """BM25 of every text for a question, in the order the texts came; nought shares no word."""
        total = np.zeros(self._size)
        for word in _asked(question):
            if word in self._weights:
                texts, weights = self._weights[word]
                total[texts] += weights
        return total

    def scores_of(self, question: str, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        """BM25 of texts from outside the collection, by the collection's own statistics."""
        asked = _asked(question)
        total = np.zeros(len(texts))
        for row, text in enumerate(texts):
            counter = Counter(words_of(text))
            found = [word for word in asked if word in counter]
            if found:
                counts = np.array([counter[word] for word in found], dtype=np.float64)
                idf = np.array([self._idf(self._holding(word)) for word in found])
                length = np.full(len(found), float(counter.total()))
                total[row] = float((idf * self._saturated(counts, length)).sum())
        return total

    def strangeness(self, question: str, texts: Sequence[str] = ()) -> float:
        """The share of the question's word weight, 0 to 1, that neither the collection nor `texts` has.

        A question without any such word is strange. Names do not count: who asks about Priya's invoices
        asks about invoices.
        """
        known = {word for text in texts for word in words_of(text)}
        weights = {word: self._idf(self._holding(word)) for word in _asked(_NAME.sub("", question))}
        strange = sum(
            weight for word, weight in weights.items() if word not in self._weights and word not in known
        )
        return strange / sum(weights.values()) if weights else 1.0

    def _holding(self, word: str) -> int:
        return len(self._weights[word][0]) if word in self._weights else 0


def _asked(question: str) -> list[str]:
    return list(dict.fromkeys(words_of(question)[:QUESTION_WORDS]))
