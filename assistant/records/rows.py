"""Between the rows of the tables and the shapes that the rest of the assistant knows."""

from collections.abc import Iterable

from assistant.brief import Brief
from assistant.draft import Draft, Question
from assistant.records.records import Exchange, Version
from assistant.records.tables import ConversationRow, DraftRow, MessageRow, VersionRow
from assistant.turns import Conversation, Message, PassageView, Turn

TITLE_LENGTH = 60


def title_of(brief: Brief, text: str, before: str) -> str:
    """A conversation's name in a list: the role once it is known, till then how it began."""
    name = brief.text("role_title") or before or " ".join(text.split())
    return name if len(name) <= TITLE_LENGTH else f"{name[: TITLE_LENGTH - 1].rstrip()}…"


def conversation_row(owner: str, conversation: Conversation) -> ConversationRow:
    """The row of a new conversation."""
    return ConversationRow(
        owner=owner,
        id=conversation.id,
        title=conversation.title,
        created_at=conversation.created_at,
        updated_at=conversation.updated_at,
        brief=conversation.brief.model_dump(mode="json"),
        asked=[question.model_dump(mode="json") for question in conversation.asked],
    )


def conversation(row: ConversationRow, messages: Iterable[MessageRow]) -> Conversation:
    """The conversation of a row and its messages' rows."""
    return Conversation(
        id=row.id,
        title=row.title,
        created_at=row.created_at,
        updated_at=row.updated_at,
        brief=Brief.model_validate(row.brief),
        asked=tuple(Question.model_validate(item) for item in row.asked),
        messages=tuple(_message(item) for item in messages),
    )


def _message(row: MessageRow) -> Message:
    turn = Turn.model_validate(row.turn) if row.turn else None
    return Message.model_validate(
        {"id": row.id, "role": row.role, "text": row.text, "created_at": row.created_at, "turn": turn}
    )


def message_rows(owner: str, exchange: Exchange) -> tuple[MessageRow, MessageRow]:
    """The rows of the manager's message and of the reply, which is named by its turn."""
    message, turn = exchange.message, exchange.turn
    asked = MessageRow(
        owner=owner,
        id=message.id,
        conversation_id=exchange.conversation_id,
        role=message.role,
        text=message.text,
        created_at=message.created_at,
    )
    replied = MessageRow(
        owner=owner,
        id=turn.id,
        conversation_id=exchange.conversation_id,
        role="assistant",
        text=turn.reply,
        created_at=message.created_at,
        turn=turn.model_dump(mode="json"),
    )
    return asked, replied


def version_row(owner: str, version: Version) -> VersionRow:
    """The row of a version."""
    return VersionRow(
        owner=owner,
        draft_id=version.draft.id,
        number=version.draft.version,
        draft=version.draft.model_dump(mode="json"),
        brief=version.brief.model_dump(mode="json"),
        passages=[passage.model_dump(mode="json") for passage in version.passages],
    )


def version(row: VersionRow, draft: DraftRow) -> Version:
    """The version of a row."""
    return Version(
        draft=Draft.model_validate(row.draft),
        conversation_id=draft.conversation_id,
        brief=Brief.model_validate(row.brief),
        passages=tuple(PassageView.model_validate(item) for item in row.passages),
    )
