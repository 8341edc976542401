"""What the desk hands out besides turns and drafts: conversations, kinds, guidance, differences, exports."""

from dataclasses import dataclass
from typing import Literal

from assistant.brief import Frozen
from assistant.draft import Draft, Finding, Line, Question, Shape
from assistant.kinds import Kind
from assistant.records.records import Version
from assistant.turns import BriefView, Conversation, Message, PassageView

Change = Literal["same", "added", "removed", "changed"]


class ConversationItem(Frozen):
    """A conversation in a list."""

    id: str
    title: str
    created_at: str
    updated_at: str

    @classmethod
    def of(cls, conversation: Conversation) -> "ConversationItem":
        """The item of a conversation."""
        return cls(
            id=conversation.id,
            title=conversation.title,
            created_at=conversation.created_at,
            updated_at=conversation.updated_at,
        )


class ConversationView(ConversationItem):
    """A conversation whole: its brief, its messages, the questions that wait, the newest of each draft.

    The tokens are those of its turns, and of drafts that were made beside them, as they stand.
    """

    brief: BriefView
    questions: tuple[Question, ...] = ()
    messages: tuple[Message, ...] = ()
    drafts: tuple[Draft, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0


class ModelView(Frozen):
    """The language model that text goes to, and its host; null where there is none."""

    model: str | None = None
    host: str | None = None


class SectionView(Frozen):
    """A section of a kind; `blank` names the columns that only a person fills, by hand."""

    id: str
    title: str
    shape: Shape
    audience: Literal["internal", "public"]
    columns: tuple[str, ...] | None
    blank: tuple[str, ...]
    optional: bool


class KindView(Frozen):
    """A kind of document that can be drafted, and the facts that it uses."""

    id: str
    title: str
    summary: str
    facts: tuple[str, ...]
    sections: tuple[SectionView, ...]

    @classmethod
    def of(cls, kind: Kind) -> "KindView":
        """The view of a kind."""
        names = SectionView.model_fields
        sections = (SectionView(**{name: getattr(rule, name) for name in names}) for rule in kind.sections)
        return cls(
            id=kind.id, title=kind.title, summary=kind.summary, facts=kind.facts, sections=tuple(sections)
        )


class Guidance(Frozen):
    """What a search found, best first; `answered` says whether it covers the question."""

    answered: bool
    items: tuple[PassageView, ...]


class CheckedText(Frozen):
    """What checks found in a text, in its order, under the id that came with it."""

    id: str | int | None = None
    findings: tuple[Finding, ...]


class LineDiff(Frozen):
    """One line that differs: `before` is missing on an added one, `after` on a removed one."""

    change: Change
    before: Line | None
    after: Line | None


class SectionDiff(Frozen):
    """A section and its lines that differ, none when it is the same."""

    id: str
    title: str
    change: Change
    lines: tuple[LineDiff, ...]


class DraftDiff(Frozen):
    """How one version of a draft differs from another."""

    draft_id: str
    from_version: int
    to_version: int
    title: tuple[str, str]
    sections: tuple[SectionDiff, ...]


@dataclass(frozen=True)
class Export:
    """A version as a file."""

    name: str
    media_type: str
    content: bytes

    @classmethod
    def of(cls, version: Version, suffix: str, media_type: str, content: bytes) -> "Export":
        """A file named by the kind and the version alone: a name never carries what a manager wrote."""
        return cls(f"{version.draft.kind}-v{version.draft.version}.{suffix}", media_type, content)
