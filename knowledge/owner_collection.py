"""Keep one owner's chunk vectors in a Chroma folder of their own. The one module that knows Chroma."""

import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

Matrix = npt.NDArray[np.float32]

COSINE: Any = {"hnsw": {"space": "cosine"}}
ADDED = 1000  # vectors at once, well under Chroma's own limit
# Up to here a removal writes the folder anew, since Chroma keeps deleted vectors in its files.
REWRITTEN = 5000


class DamagedError(Exception):
    """The folder cannot be read; make it anew."""


class OwnerCollection:
    """Vectors by chunk id, cosine distance, no text. Not thread-safe; raises `DamagedError`."""

    def __init__(self, folder: Path, model: str) -> None:
        self._folder = folder
        self._name = f"chunks-{model}"
        self._client, self._collection = self._opened()

    def ids(self) -> set[str]:
        """The ids of all vectors held."""
        with _damage():
            return set(self._collection.get(include=[])["ids"])

    def add(self, ids: Sequence[str], vectors: Matrix) -> None:
        """Add vectors under ids that are not held yet."""
        with _damage():
            for start in range(0, len(ids), ADDED):
                part = slice(start, start + ADDED)
                self._collection.add(ids=list(ids[part]), embeddings=vectors[part])

    def remove(self, ids: set[str]) -> None:
        """Forget vectors; a folder of usual size is written anew without them."""
        with _damage():
            if self._collection.count() - len(ids) > REWRITTEN:
                self._collection.delete(ids=sorted(ids))
                return
            kept: Any = self._collection.get(include=["embeddings"])
            rows = [row for row, id in enumerate(kept["ids"]) if id not in ids]
            self.erase()
            self._client, self._collection = self._opened()
            self.add(
                [kept["ids"][row] for row in rows], np.asarray(kept["embeddings"], dtype=np.float32)[rows]
            )

    def nearest(self, vector: Matrix, limit: int) -> list[tuple[str, float]]:
        """The nearest chunk ids with their cosine, best first."""
        with _damage():
            found: Any = self._collection.query(
                query_embeddings=vector[np.newaxis, :], n_results=limit, include=["distances"]
            )
        return [
            (id, 1.0 - distance) for id, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]

    def close(self) -> None:
        """Let go of the folder's files."""
        _close(self._client)

    def erase(self) -> None:
        """Close, and remove the folder."""
        self.close()
        wipe(self._folder)

    def _opened(self) -> "tuple[ClientAPI, Collection]":
        """Open the folder; one whose last opening never ended, or of another model, is damaged."""
        with _damage():
            mark, place = self._folder / "opening", self._place()
            if mark.exists():
                raise DamagedError
            # Chroma can take the whole process down on a broken folder: the mark outlives that.
            mark.touch()
            client = _client(place)
            collection = client.get_or_create_collection(
                self._name, configuration=COSINE, embedding_function=None
            )
            strange = len(client.list_collections()) > 1
            _probe(collection)
            mark.unlink()
        if strange:
            _close(client)
            raise DamagedError
        return client, collection

    def _place(self) -> Path:
        """The one folder inside; a new one has a new name, as Chroma remembers broken ones by theirs."""
        self._folder.mkdir(parents=True, exist_ok=True)
        places = [path for path in self._folder.iterdir() if path.is_dir()]
        if len(places) > 1:
            raise DamagedError
        return places[0] if places else self._folder / secrets.token_hex(8)


def _probe(collection: "Collection") -> None:
    """Load all that a search needs: Chroma reads its files at the first question."""
    some: Any = collection.get(limit=1, include=["embeddings"])
    if some["ids"]:
        collection.query(query_embeddings=some["embeddings"], n_results=1, include=["distances"])


def wipe(folder: Path) -> None:
    """Remove a folder, damaged or not."""
    shutil.rmtree(folder, ignore_errors=True)


def _close(client: "ClientAPI") -> None:
    client.close()  # type: ignore[attr-defined]  # missing from chromadb's own interface


def _client(folder: Path) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False))


@contextmanager
def _damage() -> Iterator[None]:
    """Translate whatever Chroma raises, its Rust panics included, which are no `Exception`."""
    try:
        yield
    except (DamagedError, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:
        raise DamagedError from error
