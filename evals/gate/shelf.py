"""The shelf: a few cards that stay as they are, so that the library can grow and no prompt changes."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from langchain_core.embeddings import Embeddings

from evals.gate.places import NOW, SHELF
from knowledge.cache import Cache, default_folders
from knowledge.cards import Library, load_library
from knowledge.embedding import minilm
from knowledge.passages import Engagement, Passage, passages_of
from knowledge.search import Found, Search
from knowledge.yaml_text import read_yaml

USUAL = SHELF / "usual.yaml"


class ShelfSearch(Search):
    """Finds what a case lays out, in that order: nothing is ranked, so no tuning moves a prompt."""

    def __init__(self, passages: Sequence[Passage], embeddings: Embeddings) -> None:
        self._embeddings = embeddings
        self._by_id = {passage.id: passage for passage in passages}
        self._laid: tuple[Passage, ...] = ()

    def lay(self, ids: Sequence[str]) -> None:
        """Lay out passages, the best first; none means that the library does not cover what is asked."""
        self._laid = tuple(self._by_id[id_] for id_ in ids)

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
        """What has been laid out."""
        return Found(bool(self._laid), self._laid[:k])

    def passage(self, id: str, owner: str | None = None) -> Passage | None:
        """One passage of the shelf by id."""
        return self._by_id.get(id)

    def topic_passages(self, topic: str) -> tuple[Passage, ...]:
        """Every passage of the shelf on a topic, by id."""
        return tuple(item for _, item in sorted(self._by_id.items()) if topic in item.topics)

    def refresh(self, owner: str, patience: float | None = None) -> None:
        """Nothing is uploaded to the shelf."""

    def missing(self, owner: str) -> frozenset[str]:
        """Nothing is ever missing."""
        return frozenset()

    def close(self) -> None:
        """The shelf holds nothing open."""


def open_shelf(folder: Path = SHELF) -> tuple[Library, ShelfSearch]:
    """The shelf's cards and the search over them."""
    library = load_library(folder)
    embeddings = minilm(Cache(default_folders()))
    return library, ShelfSearch(passages_of(library, NOW.date()), embeddings)


def usual_passages(path: Path = USUAL) -> dict[str, list[str]]:
    """What is laid out for a flow where a case names nothing else."""
    found: dict[str, list[str]] = read_yaml(path.read_text(encoding="utf-8"))
    return found


def shelf_digest(folder: Path = SHELF) -> str:
    """The version of the shelf: a digest of its files."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:16]
