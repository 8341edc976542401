"""What can be sent, beside briefs."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from api.briefs import AnyBrief, Body, SentBrief, SentClaim, SentConflict, SentFact, Text, Value
from assistant.checks.acknowledged import Acknowledgement
from assistant.checks.text.family import FamilyName
from assistant.checks.text.table import Audience
from assistant.writing.edits import Edit


class NewConversation(Body):
    """Nothing is needed to start a conversation."""


class NewMessage(Body):
    """A message of at most 32,000 characters."""

    text: Text


class FactEdits(Body):
    """Facts by name; null forgets a fact."""

    facts: dict[Text, Value | None]


class NewDraft(Body):
    """A kind, and the brief to draft it from: a conversation's, or one that comes with the request."""

    kind: Text
    conversation_id: Text | None = None
    brief: AnyBrief | None = None

    @model_validator(mode="after")
    def _one_brief(self) -> "NewDraft":
        if (self.conversation_id is None) == (self.brief is None):
            raise PydanticCustomError("one_brief", "one of two")
        return self


class LineEdit(Body):
    """New text for a line, or new cells for a line of a table."""

    text: Text | None = None
    cells: list[Text] | None = None

    @model_validator(mode="after")
    def _one_form(self) -> "LineEdit":
        if (self.text is None) == (self.cells is None):
            raise PydanticCustomError("one_form", "one of two")
        return self


class SentAcknowledgement(Body):
    """A finding, as the draft tells it, and why it may stand; without a line it is on the document."""

    line: Text | None = None
    category: Text
    quote: Text = ""
    reason: Text


class DraftEdit(Body):
    """Lines to change, to strike and to accept, by id; `version` is the one that was read, if it matters.

    `acknowledge` names findings that may stand.
    """

    lines: dict[Text, LineEdit] = Field(default={})
    strike: list[Text] = Field(default=[])
    accept: list[Text] = Field(default=[])
    acknowledge: list[SentAcknowledgement] = Field(default=[])
    version: int | None = None


class Revision(Body):
    """What to change in a draft, in words; `section` keeps the change to one section."""

    text: Text
    section: Text | None = None


class TextToCheck(Body):
    """A text of at most 2 MB, what it is, where it will be used and for whom it is; `id` is given back."""

    id: Text | int | None = None
    text: str
    as_: FamilyName = Field(alias="as")
    jurisdiction: Text | None = None
    audience: Audience | None = None


# Every field name of a body.
NAMES = frozenset(
    name
    for model in (
        NewMessage, FactEdits, SentFact, SentClaim, SentConflict, SentBrief, NewDraft, LineEdit, DraftEdit,
        SentAcknowledgement, Revision, TextToCheck,
    )
    for name in (field.alias or name for name, field in model.model_fields.items())
)  # fmt: skip


def edit_of(sent: DraftEdit) -> Edit:
    """The edit that was sent."""
    return Edit(
        texts={id_: line.text for id_, line in sent.lines.items() if line.text is not None},
        cells={id_: tuple(line.cells) for id_, line in sent.lines.items() if line.cells is not None},
        strike=tuple(sent.strike),
        accept=tuple(sent.accept),
        acknowledge=tuple(Acknowledgement(**item.model_dump()) for item in sent.acknowledge),
    )
