"""Find a row under its owner; what another owner has does not exist."""

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.errors import NotFoundError
from assistant.records.tables import ConversationRow, DocumentRow, DraftRow

Named = TypeVar("Named", ConversationRow, DraftRow, DocumentRow)


def own_row(session: Session, table: type[Named], owner: str, id: str) -> Named:
    """The owner's row with this id; raises `NotFoundError`."""
    row = session.scalars(select(table).where(table.owner == owner, table.id == id)).first()
    if row is None:
        raise missing()
    return row


def missing() -> NotFoundError:
    """The error of an id that is not the owner's."""
    return NotFoundError("Nothing here has this id.", advice="It may have been deleted; read the list again.")
