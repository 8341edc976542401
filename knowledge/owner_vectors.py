"""Follow each owner's documents with vectors, and find the chunks nearest to a question."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from langchain_core.embeddings import Embeddings

from knowledge.documents import Chunk, Documents, facet_of
from knowledge.errors import DataFolderError
from knowledge.folder_lock import FolderLock
from knowledge.following import Following
from knowledge.owner_collection import DamagedError, OwnerCollection, wipe

Matrix = npt.NDArray[np.float32]
Result = TypeVar("Result")

NEAREST = 32  # chunks that are looked at more closely
OPEN = 16  # owners whose folders stay open: 5 MB and ten file handles each, 20 ms to open
EMBEDDED = 64  # chunks embedded between two writes, in about a second
LONG = 256  # chunks from which on progress is told
PATIENCE = 20.0  # seconds that a search waits for the first opening; it goes on with what is there by then


class OwnerVectors:
    """One folder an owner, picked from the caller's identity alone. Thread-safe.

    A folder is brought in line with the documents at its owner's first use and at every `refresh`, so a
    crash, damage or another model costs time, and never a wrong answer. Raises `DataFolderError`.
    """

    def __init__(
        self,
        lock: FolderLock,
        documents: Documents,
        embeddings: Embeddings,
        model: str,
        progress: Callable[[str], None],
    ) -> None:
        self._folder = lock.folder / "vectors"
        self._documents = documents
        self._embeddings = embeddings
        self._model = model
        self._progress = progress
        self._using = threading.RLock()
        self._following: dict[str, Following] = {}
        self._open: OrderedDict[str, OwnerCollection] = OrderedDict()
        self._holds: dict[str, bool] = {}  # followed owners: whether they have any chunk
        self._missing: dict[str, frozenset[str]] = {}  # of followed owners

    def refresh(self, owner: str, patience: float | None = None) -> None:
        """Follow a change of this owner's documents: call it after every upload, replacement or removal.

        What is gone is gone when it returns; what is new, after so many seconds, may be `missing` for longer.
        """
        with self._using:
            if owner not in self._following:
                self._following[owner] = Following(partial(self._steps, owner))
            following = self._following[owner]
        following.follow(patience)

    def missing(self, owner: str) -> frozenset[str]:
        """The ids of this owner's chunks that no search finds yet."""
        if owner not in self._holds:
            self.refresh(owner, patience=0)
        return self._missing.get(owner, frozenset())

    def nearest(self, owner: str, vector: Matrix) -> list[tuple[Chunk, float]]:
        """This owner's chunks nearest to a unit vector, with their cosine; best first."""
        near = self._repairing(owner, lambda: self._nearest(owner, vector))
        # What is not in the documents is not there, whatever the folder still says.
        held = self._documents.chunks(owner, [id for id, _ in near]) if near else ()
        chunks = {chunk.id: chunk for chunk in held}
        return [(chunks[id], cosine) for id, cosine in near if id in chunks]

    def chunk(self, owner: str, id: str) -> Chunk | None:
        """One of this owner's chunks."""
        return next(iter(self._documents.chunks(owner, [id])), None)

    def close(self) -> None:
        """Let go of every folder."""
        for following in list(self._following.values()):
            following.stop()
        with self._using:
            while self._open:
                self._open.popitem()[1].close()

    def _repairing(self, owner: str, act: Callable[[], Result]) -> Result:
        """Act; when the owner's folder turns out to be damaged, act once more on a new one."""
        try:
            return act()
        except DamagedError:
            self._mend(owner)
        try:
            return act()
        except DamagedError as error:
            raise _unwritable() from error

    def _steps(self, owner: str) -> Iterator[int]:
        """Follow the documents; begin once more when the folder turns out to be damaged."""
        try:
            yield from self._follow(owner)
            return
        except DamagedError:
            self._mend(owner)
        try:
            yield from self._follow(owner)
        except DamagedError as error:
            raise _unwritable() from error

    def _mend(self, owner: str) -> None:
        self._progress("An index of uploaded documents is damaged: making it anew ...")
        self._wipe(owner)

    def _nearest(self, owner: str, vector: Matrix) -> list[tuple[str, float]]:
        if owner not in self._holds:
            self.refresh(owner, PATIENCE)
        if not self._holds.get(owner):
            return []
        with self._using:
            return self._collection(owner).nearest(vector, NEAREST)

    def _follow(self, owner: str) -> Iterator[int]:
        """Remove what is gone, then embed and add what is new; searches go on meanwhile."""
        wanted = set(self._documents.chunk_ids(owner))
        if not wanted:
            self._wipe(owner)
        missing = sorted(wanted - self._keep(owner, wanted)) if wanted else []
        if len(missing) > LONG:
            self._progress(f"Indexing {len(missing)} pieces of uploaded documents ...")
        self._missing[owner], self._holds[owner] = frozenset(missing), bool(wanted)
        yield len(missing)
        while missing:
            self._add(owner, missing[:EMBEDDED])
            missing = missing[EMBEDDED:]
            self._missing[owner] = frozenset(missing)
            yield len(missing)

    def _keep(self, owner: str, wanted: set[str]) -> set[str]:
        """Remove all but the wanted chunks; what is left."""
        with self._using:
            collection = self._collection(owner)
            held = collection.ids()
            if held - wanted:
                collection.remove(held - wanted)
            return held & wanted

    def _add(self, owner: str, ids: list[str]) -> None:
        chunks = list(self._documents.chunks(owner, ids))
        if not chunks:  # deleted meanwhile
            return
        vectors = self._embeddings.embed_documents([facet_of(chunk) for chunk in chunks])
        with self._using:
            self._collection(owner).add(
                [chunk.id for chunk in chunks], np.array(vectors, dtype=np.float32).reshape(len(chunks), -1)
            )

    def _collection(self, owner: str) -> OwnerCollection:
        if owner not in self._open:
            self._open[owner] = OwnerCollection(self._path(owner), self._model)
            if len(self._open) > OPEN:
                self._open.popitem(last=False)[1].close()
        self._open.move_to_end(owner)
        return self._open[owner]

    def _wipe(self, owner: str) -> None:
        with self._using:
            self._holds.pop(owner, None)
            collection = self._open.pop(owner, None)
            if collection is not None:
                collection.close()
            wipe(self._path(owner))

    def _path(self, owner: str) -> Path:
        return self._folder / hashlib.sha256(owner.encode()).hexdigest()[:32]


def _unwritable() -> DataFolderError:
    return DataFolderError(
        "The index of uploaded documents cannot be written.", advice="Free space in HIRING_DATA_DIR."
    )
