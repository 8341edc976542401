"""Take managers' own guidance: read a file, keep it, and let its owner find it."""

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol

from assistant.documents import Document, FollowedDocument, ReadDocument
from assistant.drafting import view_of
from knowledge.documents import Chunk, Documents, chunks_of, document_of, passage_of
from knowledge.parsing.parse import parse
from knowledge.search import Search

NAME = 120  # characters of a file's name that are kept, its ending among them
FOLDERS = re.compile(r".*[\\/]", re.DOTALL)
UNFIT = re.compile(r"[^\w\s.,;()\[\]&+'’#@-]|[\r\n\t\v\f]")


class KeptDocuments(Documents, Protocol):
    """Uploaded documents by owner. What another owner has does not exist: `NotFoundError`."""

    def keep(self, owner: str, document: Document, chunks: Sequence[Chunk]) -> None:
        """Keep a document; raises `ConflictError` when the owner has the same file already."""
        ...

    def replace(self, owner: str, document: Document, chunks: Sequence[Chunk]) -> None:
        """Put a document in the place of the one with its id, which leaves no trace."""
        ...

    def documents(self, owner: str) -> list[Document]:
        """The owner's documents, newest first."""
        ...

    def document(self, owner: str, id: str) -> Document:
        """One document."""
        ...

    def chunks_in(self, owner: str, id: str) -> list[Chunk]:
        """What was read of one document, in order."""
        ...

    def delete(self, owner: str, id: str) -> None:
        """Delete a document, leaving no trace of its text."""
        ...


class Uploads:
    """The documents of one owner at a time.

    What is deleted or replaced is found no more when a change returns. What is new is found then, too, unless
    indexing it takes more than `patience` seconds: it goes on meanwhile, and `pending_passages` says how far.
    """

    def __init__(
        self,
        kept: KeptDocuments,
        search: Search,
        clock: Callable[[], dt.datetime],
        new_id: Callable[[], str],
        patience: float | None = None,
    ) -> None:
        self._patience = patience
        self._kept = kept
        self._search = search
        self._clock = clock
        self._new_id = new_id

    def add(self, owner: str, file_name: str, data: bytes) -> FollowedDocument:
        """Read a file and keep it; raises `DocumentError` in words when it cannot be read."""
        document, chunks = self._read(self._new_id(), file_name, data)
        self._kept.keep(owner, document, chunks)
        return self._followed(owner, document)

    def replace(self, owner: str, id: str, file_name: str, data: bytes) -> FollowedDocument:
        """Read a file and keep it in the place of a document."""
        self._kept.document(owner, id)
        document, chunks = self._read(id, file_name, data)
        self._kept.replace(owner, document, chunks)
        return self._followed(owner, document)

    def every(self, owner: str) -> list[FollowedDocument]:
        """The owner's documents, newest first."""
        pending = self._pending(owner)
        return [_with(document, pending) for document in self._kept.documents(owner)]

    def one(self, owner: str, id: str) -> ReadDocument:
        """A document with what was read of it."""
        document = self._kept.document(owner, id)
        passages = (view_of(passage_of(chunk, owner)) for chunk in self._kept.chunks_in(owner, id))
        return ReadDocument(
            **document.model_dump(), pending_passages=self._pending(owner)[id], passages=tuple(passages)
        )

    def remove(self, owner: str, id: str) -> None:
        """Delete a document from the records and the index."""
        self._kept.delete(owner, id)
        self._search.refresh(owner, patience=0)

    def _followed(self, owner: str, document: Document) -> FollowedDocument:
        self._search.refresh(owner, self._patience)
        return _with(document, self._pending(owner))

    def _pending(self, owner: str) -> Counter[str]:
        """How many passages of each document no search finds yet."""
        return Counter(map(document_of, self._search.missing(owner)))

    def _read(self, id: str, file_name: str, data: bytes) -> tuple[Document, Sequence[Chunk]]:
        name = _own_name(file_name)
        parsed = parse(data, name)
        now = self._clock()
        chunks = chunks_of(id, parsed.title, now.strftime("%Y-%m"), parsed.pieces)
        document = Document(
            id=id,
            title=parsed.title,
            file_name=name,
            as_of=now.strftime("%Y-%m"),
            uploaded_at=now.isoformat(),
            sha256=hashlib.sha256(data).hexdigest(),
            passage_count=len(chunks),
            left_out=parsed.left_out,
            warnings=parsed.warnings,
        )
        return document, chunks


def _with(document: Document, pending: Counter[str]) -> FollowedDocument:
    return FollowedDocument(**document.model_dump(), pending_passages=pending[document.id])


def _own_name(name: str) -> str:
    """A file's name without folders, odd characters and excess; its ending stays."""
    plain = " ".join(UNFIT.sub(" ", FOLDERS.sub("", name)).split())
    return plain if len(plain) <= NAME else f"{plain[: NAME - 20]}…{plain[-19:]}"
