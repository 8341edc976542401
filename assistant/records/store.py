"""Keep conversations, messages, drafts and versions in a database, each under its owner."""

from sqlalchemy import Engine, Select, func, select, text
from sqlalchemy.orm import Session

from assistant.brief import Brief
from assistant.errors import ConflictError
from assistant.records import rows
from assistant.records.ownership import missing, own_row
from assistant.records.records import Exchange, Version
from assistant.records.tables import ConversationRow, DraftRow, MessageRow, VersionRow
from assistant.records.transactions import Transactions
from assistant.turns import Conversation

MOST = 2**31 - 1  # what a column of whole numbers holds


class Store:
    """The records of all owners in one database; implements `Records`."""

    def __init__(self, engine: Engine) -> None:
        self._transactions = Transactions(engine)

    def ready(self) -> None:
        """Raise `StorageError` when the database does not answer."""
        with self._transactions.read() as session:
            session.execute(text("SELECT 1"))

    def create_conversation(self, owner: str, conversation: Conversation) -> None:
        """Keep a new, empty conversation."""
        with self._transactions.write() as session:
            session.add(rows.conversation_row(owner, conversation))

    def conversations(self, owner: str) -> list[Conversation]:
        """The owner's conversations without their messages, newest first."""
        query = select(ConversationRow).where(ConversationRow.owner == owner)
        newest = query.order_by(ConversationRow.updated_at.desc(), ConversationRow.place.desc())
        with self._transactions.read() as session:
            return [rows.conversation(row, ()) for row in session.scalars(newest)]

    def conversation(self, owner: str, id: str) -> Conversation:
        """One conversation with its messages."""
        query = select(MessageRow).where(MessageRow.owner == owner, MessageRow.conversation_id == id)
        with self._transactions.read() as session:
            row = own_row(session, ConversationRow, owner, id)
            return rows.conversation(row, session.scalars(query.order_by(MessageRow.place)).all())

    def delete_conversation(self, owner: str, id: str) -> None:
        """Delete a conversation with its messages and drafts, leaving no trace of their text."""
        with self._transactions.write() as session:
            session.delete(own_row(session, ConversationRow, owner, id))
        self._transactions.forget()

    def keep(self, owner: str, exchange: Exchange) -> None:
        """Keep a turn: the message, the reply, the brief and any new draft versions."""
        with self._transactions.write() as session:
            row = own_row(session, ConversationRow, owner, exchange.conversation_id)
            row.title = rows.title_of(exchange.brief, exchange.message.text, row.title)
            row.brief = exchange.brief.model_dump(mode="json")
            row.asked = [question.model_dump(mode="json") for question in exchange.turn.questions]
            row.updated_at = exchange.message.created_at
            session.add_all(rows.message_rows(owner, exchange))
            for version in exchange.versions:
                _add_version(session, owner, version)

    def keep_brief(self, owner: str, conversation_id: str, brief: Brief, updated_at: str) -> None:
        """Keep an edited brief."""
        with self._transactions.write() as session:
            _put_brief(session, owner, conversation_id, brief, updated_at)

    def keep_version(self, owner: str, version: Version, brief: Brief | None = None) -> None:
        """Keep a version, and its conversation's brief where the edit changed that.

        Raises `ConflictError` when its number is not the next one.
        """
        with self._transactions.write() as session:
            _add_version(session, owner, version)
            if brief and version.conversation_id is not None:
                _put_brief(
                    session, owner, version.conversation_id, brief, version.draft.provenance.created_at
                )

    def version(self, owner: str, draft_id: str, number: int | None = None) -> Version:
        """One version of a draft, the newest by default."""
        with self._transactions.read() as session:
            draft = own_row(session, DraftRow, owner, draft_id)
            query = _versions(owner, draft_id)
            if number is not None:
                if not 0 < number <= MOST:
                    raise missing()
                query = query.where(VersionRow.number == number)
            row = session.scalars(query.order_by(VersionRow.number.desc()).limit(1)).first()
            if row is None:
                raise missing()
            return rows.version(row, draft)

    def versions(self, owner: str, draft_id: str) -> list[Version]:
        """Every version of a draft, oldest first."""
        with self._transactions.read() as session:
            draft = own_row(session, DraftRow, owner, draft_id)
            query = _versions(owner, draft_id).order_by(VersionRow.number)
            return [rows.version(row, draft) for row in session.scalars(query)]

    def newest(self, owner: str, conversation_id: str) -> list[Version]:
        """The newest version of each draft of a conversation, in the order of their creation."""
        last = (
            select(func.max(VersionRow.number))
            .where(VersionRow.draft_id == DraftRow.id)
            .correlate(DraftRow)
            .scalar_subquery()
        )
        query = (
            select(VersionRow, DraftRow)
            .join(DraftRow, VersionRow.draft_id == DraftRow.id)
            .where(DraftRow.owner == owner, DraftRow.conversation_id == conversation_id)
            .where(VersionRow.number == last)
            .order_by(DraftRow.place)
        )
        with self._transactions.read() as session:
            return [rows.version(row, draft) for row, draft in session.execute(query)]


def _versions(owner: str, draft_id: str) -> Select[VersionRow]:
    return select(VersionRow).where(VersionRow.owner == owner, VersionRow.draft_id == draft_id)


def _put_brief(session: Session, owner: str, conversation_id: str, brief: Brief, updated_at: str) -> None:
    row = own_row(session, ConversationRow, owner, conversation_id)
    row.title = rows.title_of(brief, "", row.title)
    row.brief = brief.model_dump(mode="json")
    row.updated_at = updated_at


def _add_version(session: Session, owner: str, version: Version) -> None:
    """Add a version with the next number; the first one brings its draft."""
    draft = version.draft
    if version.conversation_id is not None:
        own_row(session, ConversationRow, owner, version.conversation_id)
    if draft.version == 1:
        session.add(DraftRow(owner=owner, id=draft.id, conversation_id=version.conversation_id))
        session.flush()  # without relationships the order of inserts is ours to keep
    else:
        own_row(session, DraftRow, owner, draft.id)
    numbers = select(func.max(VersionRow.number)).where(VersionRow.draft_id == draft.id)
    if draft.version != (session.scalar(numbers) or 0) + 1:
        raise ConflictError("The draft changed since it was read.", advice="Read it again, then repeat.")
    session.add(rows.version_row(owner, version))
