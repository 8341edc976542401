"""What a reader makes of one message, and what every reader must be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from assistant.accepting import Suggestion
from assistant.brief import Brief, Change
from assistant.draft import Question
from assistant.model.prompt import NOTHING, Usage

Intent = Literal["draft", "revise", "answer", "brief", "decline", "greeting", "help", "off_topic"]


@dataclass(frozen=True)
class Declined:
    """The part of a request that is not done: what, why, and the next useful step."""

    what: str
    why: str
    instead: str


@dataclass(frozen=True)
class Reading:
    """One message, read.

    `changes` carry verbatim quotes; `kinds` are the documents asked for, in order; `question` is a
    management question to answer from the library; `unplaced` are verbatim parts of the message that
    seemed to matter but fit no fact; `hearsay` are verbatim parts that somebody merely supposed;
    `other_roles` are those of `unplaced` that name a second role;
    `language` is the ISO 639-1 code of the message. `accepts` are the lines of what a draft suggests that are
    accepted, none when it is not said which (`accepting` all the same); `unavailable` names documents asked
    for that nobody drafts here. `seeks` is what the library is asked where no question is: if it covers that,
    the message was a question, and nothing it says by the way is taken. A model adds an
    `acknowledgement` in that language and what it cost; `fault` says in words why a model that should have
    read did not.
    """

    intent: Intent
    changes: tuple[Change, ...] = ()
    kinds: tuple[str, ...] = ()
    question: str | None = None
    declined: Declined | None = None
    unplaced: tuple[str, ...] = ()
    hearsay: tuple[str, ...] = ()
    language: str = "en"
    accepting: bool = False
    accepts: tuple[str, ...] = ()
    unavailable: tuple[str, ...] = ()
    other_roles: tuple[str, ...] = ()
    seeks: str | None = None
    acknowledgement: str = ""
    usage: Usage = NOTHING
    fault: str | None = None

    @property
    def as_question(self) -> "Reading":
        """The same message as the question that it comes to."""
        return Reading(
            intent="answer",
            question=self.seeks,
            unavailable=self.unavailable,
            language=self.language,
            usage=self.usage,
            fault=self.fault,
        )


@dataclass(frozen=True)
class Context:
    """What a reader may know besides the message.

    The brief, what was asked last, what has been drafted, and what the draft under way suggests.
    """

    brief: Brief
    asked: Sequence[Question] = field(default=())
    drafted: Sequence[str] = field(default=())
    offered: Sequence[Suggestion] = field(default=())


class Reader(Protocol):
    """Turns a message into a reading; never raises on any text."""

    def read(self, message: str, context: Context) -> Reading:
        """Read one message of at most 32,000 characters."""
        ...
