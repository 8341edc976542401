"""Measure how fast the search is: a question, the first index, a reload, and one owner's 100,000 passages."""

import datetime as dt
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from langchain_core.embeddings import Embeddings

from evals.retrieval.questions import answerable
from evals.retrieval.run import open_shop
from evals.table import Table
from knowledge.documents import Chunk
from knowledge.folder_lock import FolderLock
from knowledge.owner_vectors import OwnerVectors
from knowledge.search import Search, open_search

Result = TypeVar("Result")

TODAY = dt.date(2026, 11, 1)
OWNED = 100_000
SIZE = 384
SUBJECTS = 200  # synthetic vectors fall into groups, as real passages do


def measure() -> Iterator[Table]:
    """The search's figures, each beside its goal."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        first, _ = _timed(lambda: open_search(path, None, TODAY, _quiet))
        reload, search = _timed(lambda: open_search(path, None, TODAY, _quiet))
        library = _question_times(search, None)
        owned, filled = _owned_times(path)
    rows = [
        ("first index, model file included", f"{first:.1f} s", "10 s"),
        ("reload", f"{reload:.2f} s", "0.5 s"),
        ("a question to the library, p50", _percentile(library, 50), "10 ms"),
        ("a question to the library, p95", _percentile(library, 95), ""),
        (f"a question to {OWNED:,} passages of one owner, p50", _percentile(owned, 50), "20 ms"),
        (f"a question to {OWNED:,} passages of one owner, p95", _percentile(owned, 95), ""),
        (f"adding {OWNED:,} vectors", f"{filled:.0f} s", ""),
    ]
    yield Table("search", ("what", "measured", "at most"), rows)


class SyntheticDocuments:
    """Many short chunks of one owner, made from their numbers."""

    def chunk_ids(self, owner: str) -> Iterable[str]:
        """The ids of all chunks."""
        return [f"synthetic.{number}" for number in range(OWNED)]

    def chunks(self, owner: str, ids: Sequence[str]) -> Iterable[Chunk]:
        """The chunks with these ids."""
        return [
            Chunk(id, "synthetic", "Handbook", "", f"This is rule {id} of ours.", "2026-11") for id in ids
        ]


class SyntheticEmbeddings(Embeddings):
    """Random unit vectors in groups; only their number and size are like real ones."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(0)
        self._subjects = self._random.normal(size=(SUBJECTS, SIZE))

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """A vector near some subject for each text."""
        subjects = self._subjects[self._random.integers(SUBJECTS, size=len(texts))]
        vectors = subjects + self._random.normal(size=subjects.shape)
        found: list[list[float]] = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).tolist()
        return found

    def embed_query(self, text: str) -> list[float]:
        """A vector for one text."""
        return self.embed_documents([text])[0]


def _owned_times(folder: Path) -> tuple[list[float], float]:
    """Question times over one owner's passages, and the seconds that adding them took."""
    shop = open_shop(TODAY)
    with FolderLock(folder / "data") as lock:
        owners = OwnerVectors(lock, SyntheticDocuments(), SyntheticEmbeddings(), "synthetic", _quiet)
        filled, _ = _timed(lambda: owners.refresh("owner"))
        search = Search(shop.index, shop.embeddings, owners)
        times = _question_times(search, "owner")
        search.close()
    return times, filled


def _question_times(search: Search, owner: str | None) -> list[float]:
    questions = [asked.question for asked in answerable("report")]
    search.search(questions[0], owner=owner)
    times = []
    for question in questions:
        start = time.perf_counter()
        search.search(question, owner=owner)
        times.append(time.perf_counter() - start)
    return times


def _timed(act: Callable[[], Result]) -> tuple[float, Result]:
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result


def _percentile(times: Sequence[float], share: int) -> str:
    return f"{np.percentile(times, share) * 1000:.1f} ms"


def _quiet(_: str) -> None:
    """Show no progress between the tables."""
