"""The tables of the records; every row has an owner."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Named constraints, so that a migration can drop one on any database.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(DeclarativeBase):
    """A table; `place` orders its rows by when they were kept."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012  # SQLAlchemy's own form

    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    owner: Mapped[str] = mapped_column(index=True)


class ConversationRow(Table):
    """A conversation with its brief and the questions of its last turn."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    created_at: Mapped[str]
    updated_at: Mapped[str]
    brief: Mapped[dict[str, Any]]
    asked: Mapped[list[Any]]


class MessageRow(Table):
    """A message; the assistant's carries its turn."""

    __tablename__ = "messages"

    id: Mapped[str] = mapped_column(unique=True)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    role: Mapped[str]
    text: Mapped[str]
    created_at: Mapped[str]
    turn: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class DraftRow(Table):
    """A draft's identity: its owner, and the conversation it belongs to, if any."""

    __tablename__ = "drafts"

    id: Mapped[str] = mapped_column(unique=True)
    conversation_id: Mapped[str | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )


class VersionRow(Table):
    """One version of a draft, with the brief it was written from and the passages it cites."""

    __tablename__ = "versions"
    __table_args__ = (UniqueConstraint("draft_id", "number"),)

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"))
    number: Mapped[int]
    draft: Mapped[dict[str, Any]]
    brief: Mapped[dict[str, Any]]
    passages: Mapped[list[Any]]


class DocumentRow(Table):
    """An uploaded document; the same file is there once an owner."""

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("owner", "sha256"),)

    id: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    file_name: Mapped[str]
    as_of: Mapped[str]
    uploaded_at: Mapped[str]
    sha256: Mapped[str]
    passage_count: Mapped[int]
    left_out: Mapped[list[Any]]
    warnings: Mapped[list[Any]]


class ChunkRow(Table):
    """A piece of an uploaded document, under its heading."""

    __tablename__ = "chunks"

    id: Mapped[str] = mapped_column(unique=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    heading: Mapped[str]
    text: Mapped[str]
