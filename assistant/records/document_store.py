"""Keep uploaded documents and their chunks in the records' database, each under its owner."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from assistant.documents import Document
from assistant.errors import ConflictError
from assistant.records.ownership import own_row
from assistant.records.tables import ChunkRow, DocumentRow
from assistant.records.transactions import Transactions
from knowledge.documents import Chunk


class DocumentStore:
    """The documents of all owners; implements `KeptDocuments` and, for the search, `Documents`."""

    def __init__(self, engine: Engine) -> None:
        self._transactions = Transactions(engine)

    def keep(self, owner: str, document: Document, chunks: Sequence[Chunk]) -> None:
        """Keep a document; raises `ConflictError` when the owner has the same file already."""
        with self._transactions.write() as session:
            _refuse_twin(session, owner, document)
            session.add(DocumentRow(owner=owner, **_columns(document)))
            session.flush()  # without relationships the order of inserts is ours to keep
            _add_chunks(session, owner, chunks)

    def replace(self, owner: str, document: Document, chunks: Sequence[Chunk]) -> None:
        """Put a document in the place of the one with its id, which leaves no trace."""
        with self._transactions.write() as session:
            row = own_row(session, DocumentRow, owner, document.id)
            _refuse_twin(session, owner, document)
            for name, value in _columns(document).items():
                setattr(row, name, value)
            session.execute(delete(ChunkRow).where(ChunkRow.document_id == document.id))
            _add_chunks(session, owner, chunks)
        self._transactions.forget()

    def documents(self, owner: str) -> list[Document]:
        """The owner's documents, newest first."""
        query = select(DocumentRow).where(DocumentRow.owner == owner)
        newest = query.order_by(DocumentRow.uploaded_at.desc(), DocumentRow.place.desc())
        with self._transactions.read() as session:
            return [_document(row) for row in session.scalars(newest)]

    def document(self, owner: str, id: str) -> Document:
        """One document."""
        with self._transactions.read() as session:
            return _document(own_row(session, DocumentRow, owner, id))

    def delete(self, owner: str, id: str) -> None:
        """Delete a document, leaving no trace of its text."""
        with self._transactions.write() as session:
            session.delete(own_row(session, DocumentRow, owner, id))
        self._transactions.forget()

    def chunk_ids(self, owner: str) -> Iterable[str]:
        """The ids of all this owner's chunks."""
        with self._transactions.read() as session:
            return session.scalars(select(ChunkRow.id).where(ChunkRow.owner == owner)).all()

    def chunks(self, owner: str, ids: Sequence[str]) -> Iterable[Chunk]:
        """This owner's chunks with these ids, in any order; unknown ids are passed over."""
        return self._chunks(owner, ChunkRow.id.in_(ids))

    def chunks_in(self, owner: str, id: str) -> list[Chunk]:
        """What was read of one document, in order."""
        return self._chunks(owner, ChunkRow.document_id == id)

    def _chunks(self, owner: str, condition: Any) -> list[Chunk]:
        query = (
            select(ChunkRow, DocumentRow)
            .join(DocumentRow, ChunkRow.document_id == DocumentRow.id)
            .where(ChunkRow.owner == owner, condition)
            .order_by(ChunkRow.place)
        )
        with self._transactions.read() as session:
            return [
                Chunk(chunk.id, document.id, document.title, chunk.heading, chunk.text, document.as_of)
                for chunk, document in session.execute(query)
            ]


def _refuse_twin(session: Session, owner: str, document: Document) -> None:
    """Refuse a file that the owner has under another id: it would be found twice."""
    same = select(DocumentRow.id).where(DocumentRow.owner == owner, DocumentRow.sha256 == document.sha256)
    if session.scalars(same.where(DocumentRow.id != document.id)).first() is not None:
        raise ConflictError("This very file is here already.", advice="See the list of documents.")


def _columns(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json")


def _document(row: DocumentRow) -> Document:
    return Document.model_validate({name: getattr(row, name) for name in Document.model_fields})


def _add_chunks(session: Session, owner: str, chunks: Sequence[Chunk]) -> None:
    session.add_all(
        ChunkRow(
            owner=owner, id=chunk.id, document_id=chunk.document_id, heading=chunk.heading, text=chunk.text
        )
        for chunk in chunks
    )
