"""Find which card a manager means by a name: by its aliases first, then by meaning."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt

from knowledge.cards import Library

# Names that are ordinary words too: they count only with their capital ("Go", not "go on site").
CAPITAL = frozenset(
    ("box", "chef", "dart", "excel", "express", "flask", "go", "make", "puppet", "react", "rest", "rust",
     "slack", "spark", "spring", "swift", "teams", "vault", "word")
)  # fmt: skip
# How managers shorten what cards spell out.
SHORT = {"dev": "developer", "eng": "engineer", "admin": "administrator", "mgr": "manager"}
# Cosine of "someone to rebuild our office network" with how a role is asked for. Measured on 38 such phrases:
# of the 17 above it one is wrong ("manage our warehouse"), of the 21 below it 8 are work of an IT role.
NEAR_WORK = 0.6
WORD = re.compile(r"[^\W_]+(?:[+#]+|\.[^\W_]+)*", re.UNICODE)
WORK = re.compile(
    r"(?:someone|somebody|an? (?:person|contractor|freelancer|expert)|people|help)\b.* ", re.IGNORECASE
)


Matrix = npt.NDArray[np.float32]
Embed = Callable[[Sequence[str]], Matrix]


class Embedder(Protocol):
    """Anything with LangChain's `embed_documents`: unit vectors, one a text."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed texts."""
        ...


@dataclass(frozen=True)
class Named:
    """A name found in a text: whose it is, and its half-open span in code points."""

    id: str
    start: int
    end: int


def words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text folded for comparison, with their spans; a plural counts as its singular."""
    return [(_fold(match[0]), match.start(), match.end()) for match in WORD.finditer(text)]


def _fold(word: str) -> str:
    word = word.casefold()
    word = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    return SHORT.get(word, word)


class Names:
    """Ids by their names; `descriptions` are the texts that meaning is compared with, on average.

    `requests` are ways to ask for the work itself, each compared on its own. `embed` makes the vectors of
    descriptions and requests, or keeps them from another process; the embedder does otherwise.
    """

    def __init__(
        self,
        names: Mapping[str, Sequence[str]],
        descriptions: Mapping[str, Sequence[str]],
        embedder: Embedder,
        requests: Mapping[str, Sequence[str]] | None = None,
        embed: Embed | None = None,
    ) -> None:
        self._ids = tuple(names)
        self._requests = [(id_, text) for id_, texts in (requests or {}).items() for text in texts]
        self._by_words: dict[tuple[str, ...], dict[str, None]] = {}
        for id_, aliases in names.items():
            for alias in aliases:
                self._by_words.setdefault(tuple(word for word, _, _ in words(alias)), {})[id_] = None
        self._by_words.pop((), None)
        self._longest = max(map(len, self._by_words), default=0)
        self._descriptions = [descriptions[id_] for id_ in self._ids]
        self._embedder = embedder
        self._embed = embed or self._embedded

    def load(self) -> None:
        """Embed descriptions and requests now."""
        _ = self._learnt

    def all_in(self, text: str) -> list[Named]:
        """Every name in the text, the longest at each place, in order; a shared name counts for each."""
        tokens, found, at = words(text), [], 0
        while at < len(tokens):
            for size in range(min(self._longest, len(tokens) - at), 0, -1):
                start, end = tokens[at][1], tokens[at + size - 1][2]
                ids = self._by_words.get(tuple(word for word, _, _ in tokens[at : at + size]), {})
                if ids and not (tokens[at][0] in CAPITAL and size == 1 and text[start].islower()):
                    found += [Named(id_, start, end) for id_ in ids]
                    at += size - 1
                    break
            at += 1
        return found

    def exact(self, text: str) -> str | None:
        """The id whose name is the whole text."""
        return next(iter(self._by_words.get(tuple(word for word, _, _ in words(text)), {})), None)

    def closest(self, text: str, *, least: float, among: Iterable[str] | None = None) -> str | None:
        """The id whose description is nearest in meaning, or none when the cosine is below `least`."""
        allowed = set(self._ids if among is None else among)
        scores = self._vectors @ self._embedded([text])[0]
        ranked = sorted(zip(-scores, self._ids, strict=True))
        best = next(((-score, id_) for score, id_ in ranked if id_ in allowed), None)
        return best[1] if best and best[0] >= least else None

    def for_work(self, text: str, *, least: float = NEAR_WORK) -> str | None:
        """The id one of whose requests is nearest to the work in the text, or none below `least`."""
        if not self._requests:
            return None
        scores = self._request_vectors @ self._embedded([text])[0]
        best = int(np.argmax(scores))
        return self._requests[best][0] if scores[best] >= least else None

    @cached_property
    def _request_vectors(self) -> Matrix:
        return self._learnt[len(self._learnt) - len(self._requests) :]

    @cached_property
    def _vectors(self) -> Matrix:
        rows = iter(self._learnt)
        means = [np.mean([next(rows) for _ in several], axis=0) for several in self._descriptions]
        return np.asarray(means, dtype=np.float32)

    @cached_property
    def _learnt(self) -> Matrix:
        """A row for each text of a description, then one for each request."""
        described = [text for several in self._descriptions for text in several]
        return self._embed([*described, *(text for _, text in self._requests)])

    def _embedded(self, texts: Sequence[str]) -> Matrix:
        return np.asarray(self._embedder.embed_documents(list(texts)), dtype=np.float32)


def is_work(title: str) -> bool:
    """Say whether a role's title is no name but the work: 'someone to rebuild our office network'."""
    return WORK.match(title.strip()) is not None


def role_names(library: Library, embedder: Embedder, embed: Embed | None = None) -> Names:
    """The roles by title and alias."""
    return Names(
        {role.id: (role.title, *role.aliases) for role in library.roles.values()},
        {role.id: (f"{role.title}. {role.summary}",) for role in library.roles.values()},
        embedder,
        {role.id: (f"{role.title}. {role.summary}", *role.questions) for role in library.roles.values()},
        embed,
    )


def competency_names(library: Library, embedder: Embedder, embed: Embed | None = None) -> Names:
    """The competencies by title and the skill words that they cover."""
    cards = library.competencies.values()
    return Names(
        {card.id: (card.title, *card.covers) for card in cards},
        {
            card.id: (f"{card.title}. {card.definition}", f"{card.title}. {', '.join(card.covers[:10])}")
            for card in cards
        },
        embedder,
        embed=embed,
    )
