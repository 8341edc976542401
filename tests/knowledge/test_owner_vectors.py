"""Uploaded guidance is found by its owner alone, and leaves nothing behind when it goes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from knowledge import owner_vectors
from knowledge.errors import DataFolderError
from knowledge.folder_lock import FolderLock
from knowledge.owner_vectors import OwnerVectors

if TYPE_CHECKING:
    from tests.knowledge.conftest import Shelf

Open = Callable[..., OwnerVectors]


class Counting(Embeddings):
    """Embed as another does, and count the texts."""

    def __init__(self, inner: Embeddings) -> None:
        self.inner, self.texts = inner, 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The inner vectors."""
        self.texts += len(texts)
        return self.inner.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """The inner vector."""
        return self.inner.embed_query(text)


@pytest.fixture
def embeddings(word_embeddings: Embeddings) -> Counting:
    """Embeddings without a model, counted."""
    return Counting(word_embeddings)


@pytest.fixture
def open_vectors(tmp_path: Path, shelf: Shelf, embeddings: Counting) -> Iterator[Open]:
    """Open the vectors of the data folder, as a start of the server does."""
    with FolderLock(tmp_path) as lock:
        opened: list[OwnerVectors] = []

        def start(model: str = "words") -> OwnerVectors:
            if opened:
                opened.pop().close()
            opened.append(OwnerVectors(lock, shelf, embeddings, model, lambda line: None))
            return opened[-1]

        yield start
        opened.pop().close()


@pytest.fixture
def vectors(open_vectors: Open) -> OwnerVectors:
    """The vectors at a first start."""
    return open_vectors()


def near(vectors: OwnerVectors, owner: str, question: str) -> list[str]:
    """The texts of the nearest chunks."""
    vector = np.array(vectors._embeddings.embed_query(question), dtype=np.float32)
    return [chunk.text for chunk, _ in vectors.nearest(owner, vector)]


def files(folder: Path) -> list[Path]:
    """Everything the index keeps on disk."""
    return [path for path in (folder / "vectors").rglob("*") if path.is_file()]


def test_an_upload_is_found_at_once_by_its_owner_alone(vectors: OwnerVectors, shelf: Shelf) -> None:
    """The nearest chunk comes first; nobody else finds any."""
    shelf.put("ann", "a", "Visitors wear badges.", "Lunch is at noon.")
    shelf.put("bob", "b", "Bring a coat.")
    vectors.refresh("ann")
    assert near(vectors, "ann", "when is lunch")[0] == "Lunch is at noon."
    assert near(vectors, "bob", "when is lunch") == ["Bring a coat."]
    assert near(vectors, "eve", "when is lunch") == []


def test_one_owner_never_reads_anothers_chunk_by_id(vectors: OwnerVectors, shelf: Shelf) -> None:
    """An id that one owner knows opens nothing for another."""
    (chunk,) = shelf.put("ann", "a", "Visitors wear badges.")
    assert vectors.chunk("ann", chunk.id) == chunk
    assert vectors.chunk("bob", chunk.id) is None


def test_a_replaced_document_is_found_as_it_is_now(vectors: OwnerVectors, shelf: Shelf) -> None:
    """The old wording is found no more, and the index does not hold it."""
    (old,) = shelf.put("ann", "a", "Lunch is at noon.")
    shelf.put("ann", "b", "Visitors wear badges.")
    vectors.refresh("ann")
    shelf.put("ann", "a", "Lunch is at one.")
    vectors.refresh("ann")
    assert sorted(near(vectors, "ann", "lunch")) == ["Lunch is at one.", "Visitors wear badges."]
    assert old.id not in vectors._collection("ann").ids()


def test_the_last_removal_leaves_no_file(vectors: OwnerVectors, shelf: Shelf, tmp_path: Path) -> None:
    """An owner without documents has no folder."""
    shelf.put("ann", "a", "Lunch is at noon.")
    vectors.refresh("ann")
    assert files(tmp_path)
    shelf.drop("ann", "a")
    vectors.refresh("ann")
    assert near(vectors, "ann", "lunch") == []
    assert files(tmp_path) == []


def test_no_uploaded_text_is_in_the_index(vectors: OwnerVectors, shelf: Shelf, tmp_path: Path) -> None:
    """The folder holds numbers and ids; words stay in the records."""
    shelf.put("ann", "a", "Xylophones are locked away.")
    vectors.refresh("ann")
    vectors.close()
    content = b"".join(path.read_bytes() for path in files(tmp_path))
    assert b"Xylophones" not in content
    assert b"Handbook" not in content
    assert b"ann" not in content


def test_a_removal_that_the_index_missed_is_not_found(vectors: OwnerVectors, shelf: Shelf) -> None:
    """Between the records' removal and the index's, a search already finds nothing."""
    shelf.put("ann", "a", "Lunch is at noon.")
    vectors.refresh("ann")
    shelf.drop("ann", "a")
    assert near(vectors, "ann", "lunch") == []


def test_a_restart_embeds_nothing_anew(open_vectors: Open, shelf: Shelf, embeddings: Counting) -> None:
    """What was indexed once stays indexed."""
    shelf.put("ann", "a", "Lunch is at noon.")
    open_vectors().refresh("ann")
    assert near(open_vectors(), "ann", "lunch") == ["Lunch is at noon."]
    assert embeddings.texts == 1


def test_a_restart_follows_what_a_crash_left_undone(open_vectors: Open, shelf: Shelf) -> None:
    """Documents that were saved or removed without the index are followed at the first search."""
    shelf.put("ann", "a", "Lunch is at noon.")
    open_vectors().refresh("ann")
    shelf.drop("ann", "a")
    shelf.put("ann", "b", "Visitors wear badges.")
    assert near(open_vectors(), "ann", "lunch") == ["Visitors wear badges."]


def test_another_model_means_other_vectors(open_vectors: Open, shelf: Shelf, embeddings: Counting) -> None:
    """Vectors of one model are never compared with those of another."""
    shelf.put("ann", "a", "Lunch is at noon.")
    open_vectors().refresh("ann")
    assert near(open_vectors("others"), "ann", "lunch") == ["Lunch is at noon."]
    assert embeddings.texts == 2


def garbage(folder: Path) -> None:
    """Overwrite the database."""
    (database,) = folder.glob("*/*/chroma.sqlite3")
    database.write_bytes(b"garbage" * 1000)


def half(folder: Path) -> None:
    """Cut the database off."""
    (database,) = folder.glob("*/*/chroma.sqlite3")
    database.write_bytes(database.read_bytes()[:9000])


def crashed(folder: Path) -> None:
    """Leave the mark of an opening that took the process down."""
    (owner,) = folder.iterdir()
    (owner / "opening").touch()


@pytest.mark.parametrize("damage", [garbage, half, crashed])
def test_a_damaged_folder_is_made_anew(
    open_vectors: Open, shelf: Shelf, tmp_path: Path, embeddings: Counting, damage: Callable[[Path], None]
) -> None:
    """Damage of any kind costs time, and no answer."""
    shelf.put("ann", "a", "Lunch is at noon.", "Visitors wear badges.")
    first = open_vectors()
    first.refresh("ann")
    first.close()
    damage(tmp_path / "vectors")
    vectors = open_vectors()
    assert near(vectors, "ann", "when is lunch")[0] == "Lunch is at noon."
    shelf.put("ann", "b", "Bring a coat.")
    vectors.refresh("ann")
    assert len(near(vectors, "ann", "coat")) == 3
    assert embeddings.texts == 5


def test_many_owners_share_a_few_open_folders(
    vectors: OwnerVectors, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Owners beyond the number of open folders find theirs too."""
    monkeypatch.setattr(owner_vectors, "OPEN", 2)
    for owner in ("ann", "bob", "cid", "dan"):
        shelf.put(owner, "a", f"This is {owner}.")
    for owner in ("ann", "bob", "cid", "dan", "ann"):
        assert near(vectors, owner, "who is this") == [f"This is {owner}."]
    assert len(vectors._open) == 2


def test_more_chunks_than_a_batch_are_all_found(
    vectors: OwnerVectors, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long document is embedded in steps, and wholly."""
    monkeypatch.setattr(owner_vectors, "EMBEDDED", 3)
    shelf.put("ann", "a", *(f"Rule {number}." for number in range(8)))
    vectors.refresh("ann")
    assert len(near(vectors, "ann", "rule")) == 8


def test_a_full_disk_is_a_clear_error(
    vectors: OwnerVectors, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the folder cannot be made, the error says what to free."""

    def full(path: Path, *options: object, **more: object) -> None:
        raise OSError(28, "No space left on device")

    shelf.put("ann", "a", "Lunch is at noon.")
    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(DataFolderError, match="HIRING_DATA_DIR"):
        vectors.refresh("ann")


class Slow(Counting):
    """Embeddings that wait, from the second batch on, until they are let go."""

    def __init__(self, inner: Embeddings) -> None:
        super().__init__(inner)
        self.reached, self.free = threading.Event(), threading.Event()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The inner vectors, when free."""
        if self.texts:
            self.reached.set()
            self.free.wait(10)
        return super().embed_documents(texts)


@pytest.fixture
def slow(
    open_vectors: Open, shelf: Shelf, embeddings: Counting, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[OwnerVectors, Slow]]:
    """Vectors of an owner whose upload of three chunks stands after its first."""
    monkeypatch.setattr(owner_vectors, "EMBEDDED", 1)
    with monkeypatch.context() as patch:
        vectors, embeddings = open_vectors(), Slow(embeddings)
        patch.setattr(vectors, "_embeddings", embeddings)
        shelf.put("ann", "a", "Lunch is at noon.", "Visitors wear badges.", "Bring a coat.")
        vectors.refresh("ann", patience=0)
        assert embeddings.reached.wait(10)
        yield vectors, embeddings
        embeddings.free.set()


def asked(vectors: OwnerVectors, owner: str, question: str) -> list[str]:
    """The texts of the nearest chunks, the question embedded without waiting."""
    vector = np.array(vectors._embeddings.embed_query(question), dtype=np.float32)
    return [chunk.text for chunk, _ in vectors.nearest(owner, vector)]


def test_searches_go_on_while_a_long_upload_is_indexed(slow: tuple[OwnerVectors, Slow]) -> None:
    """What is indexed is found, the rest is told as missing, and in the end all is found."""
    vectors, embeddings = slow
    assert len(asked(vectors, "ann", "lunch")) == 1
    assert len(vectors.missing("ann")) == 2
    embeddings.free.set()
    vectors.refresh("ann")
    assert len(asked(vectors, "ann", "lunch")) == 3
    assert vectors.missing("ann") == frozenset()


def test_a_document_deleted_while_it_is_indexed_leaves_nothing(
    slow: tuple[OwnerVectors, Slow], shelf: Shelf, tmp_path: Path
) -> None:
    """No chunk comes into the index after its removal."""
    vectors, embeddings = slow
    shelf.drop("ann", "a")
    assert asked(vectors, "ann", "lunch") == []
    embeddings.free.set()
    vectors.refresh("ann", patience=0)
    assert vectors.missing("ann") == frozenset()
    vectors.refresh("ann")
    assert files(tmp_path) == []


def test_an_upload_that_a_stop_cut_off_is_indexed_at_the_next_start(
    slow: tuple[OwnerVectors, Slow], open_vectors: Open
) -> None:
    """Closing ends the indexing after its step; what is missing is added later."""
    vectors, embeddings = slow
    embeddings.free.set()
    vectors.close()
    assert len(near(open_vectors(), "ann", "lunch")) == 3
