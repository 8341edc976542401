"""The shapes of one exchange: a turn, its events, and a conversation as it is kept."""

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from assistant.brief import Brief, Conflict, Fact, Frozen
from assistant.draft import Draft, Line, Question, Writer
from assistant.reading.reading import Intent

EventName = Literal["status", "brief", "section", "finding", "question", "draft", "done", "error"]


class PassageView(Frozen):
    """A passage as the outside sees it; `score` is text similarity and nothing else."""

    id: str
    title: str
    text: str
    topics: tuple[str, ...]
    source: str
    url: str | None
    as_of: str
    jurisdiction: str | None
    score: float | None
    owner: str | None


class BriefView(Frozen):
    """A brief as the outside sees it."""

    facts: dict[str, Fact]
    open: tuple[str, ...]
    conflicts: tuple[Conflict, ...]

    @classmethod
    def of(cls, brief: Brief) -> "BriefView":
        """The view of a brief."""
        return cls(facts=dict(brief.facts), open=brief.open, conflicts=brief.conflicts)


class Answer(Frozen):
    """An answer from the library: cited lines, and the passages they quote."""

    answered: bool
    lines: tuple[Line, ...] = ()
    passages: tuple[PassageView, ...] = ()


class DeclinedView(Frozen):
    """What was left out of a request, why, and the next useful step."""

    what: str
    why: str
    instead: str


class Proposal(Frozen):
    """New wording for a line that the manager wrote by hand: shown, never put in."""

    draft_id: str
    line: str
    text: str


class RevisedDraft(Draft):
    """A draft after a revision over its own address, with what is proposed for lines edited by hand.

    Where nothing is proposed, it looks like any draft.
    """

    proposals: tuple[Proposal, ...] = ()

    @model_serializer(mode="wrap")
    def _plain(self, whole: SerializerFunctionWrapHandler) -> dict[str, Any]:
        shown: dict[str, Any] = whole(self)
        if not self.proposals:
            del shown["proposals"]
        return shown


class Turn(Frozen):
    """One exchange, whole; with a model, what it cost and in words what it could not do."""

    id: str
    conversation_id: str
    intent: Intent
    reply: str
    answer: Answer | None = None
    brief: BriefView
    drafts: tuple[Draft, ...] = ()
    questions: tuple[Question, ...] = ()
    declined: DeclinedView | None = None
    writer: Writer
    proposals: tuple[Proposal, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Event:
    """One step of a turn as it happens; `data` is ready for JSON."""

    name: EventName
    data: dict[str, Any]


class Message(Frozen):
    """One message as it is kept; an assistant's message carries its turn."""

    id: str
    role: Literal["manager", "assistant"]
    text: str
    created_at: str
    turn: Turn | None = None


class Conversation(Frozen):
    """One conversation as it is kept; `asked` are the questions of its last turn."""

    id: str
    title: str
    created_at: str
    updated_at: str
    brief: Brief
    asked: tuple[Question, ...] = ()
    messages: tuple[Message, ...] = ()
