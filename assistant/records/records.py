"""What the rest of the assistant asks of the records; `store.py` keeps them in a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.brief import Brief, Frozen
from assistant.draft import Draft
from assistant.turns import Conversation, Message, PassageView, Turn


class Version(Frozen):
    """One immutable version of a draft: the brief it was written from, and the passages it cites, whole."""

    draft: Draft
    conversation_id: str | None
    brief: Brief
    passages: tuple[PassageView, ...] = ()


@dataclass(frozen=True)
class Exchange:
    """Everything one turn leaves behind; it is kept whole or not at all."""

    conversation_id: str
    message: Message
    turn: Turn
    brief: Brief
    versions: Sequence[Version] = ()


class Records(Protocol):
    """Owner-scoped storage. What another owner has does not exist: `NotFoundError`.

    Every write is one transaction and raises `StorageError` when nothing could be written.
    """

    def ready(self) -> None:
        """Raise `StorageError` when the records do not answer."""
        ...

    def create_conversation(self, owner: str, conversation: Conversation) -> None:
        """Keep a new, empty conversation."""
        ...

    def conversations(self, owner: str) -> list[Conversation]:
        """The owner's conversations without their messages, newest first."""
        ...

    def conversation(self, owner: str, id: str) -> Conversation:
        """One conversation with its messages."""
        ...

    def delete_conversation(self, owner: str, id: str) -> None:
        """Delete a conversation with its messages and drafts, leaving no trace of their text."""
        ...

    def keep(self, owner: str, exchange: Exchange) -> None:
        """Keep a turn: the message, the reply, the brief and any new draft versions."""
        ...

    def keep_brief(self, owner: str, conversation_id: str, brief: Brief, updated_at: str) -> None:
        """Keep an edited brief."""
        ...

    def keep_version(self, owner: str, version: Version, brief: Brief | None = None) -> None:
        """Keep a version, and its conversation's brief where the edit changed that.

        Raises `ConflictError` when its number is not the next one.
        """
        ...

    def version(self, owner: str, draft_id: str, number: int | None = None) -> Version:
        """One version of a draft, the newest by default."""
        ...

    def versions(self, owner: str, draft_id: str) -> list[Version]:
        """Every version of a draft, oldest first."""
        ...

    def newest(self, owner: str, conversation_id: str) -> list[Version]:
        """The newest version of each draft of a conversation, in the order of their creation."""
        ...
