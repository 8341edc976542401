"""A brief that is sent with a request: facts by name, or the shape in which the API hands briefs out."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Tag
from pydantic_core import PydanticCustomError

from assistant.brief import Brief, Claim, Conflict, Fact, typed_changes
from assistant.errors import InvalidError
from assistant.wellformed import is_fit


def _fit(text: str) -> str:
    if not is_fit(text):
        raise PydanticCustomError("unfit", "unfit")
    return text


# The validator itself lets half a surrogate pair through; nothing after it could write one.
Text = Annotated[str, AfterValidator(_fit)]
Value = Text | list[Text]


class Body(BaseModel):
    """A JSON object of a request: strict, unknown fields refused."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SentFact(Body):
    """A fact as the API hands it out; a value sent here is its own quote, whatever quote comes with it."""

    value: Value
    basis: Literal["given", "assumed"] = "given"
    quote: Value | None = None
    message_id: Text | None = None
    message_ids: list[Text | None] | None = None


class SentClaim(Body):
    """One side of a contradiction as the API hands it out."""

    value: Text
    quote: Text = ""
    message_id: Text | None = None


class SentConflict(Body):
    """A contradiction as the API hands it out."""

    fact: Text
    values: list[SentClaim]


class SentBrief(Body):
    """A brief as the API hands it out; `open` follows from the facts."""

    facts: dict[Text, SentFact]
    open: list[Text] = []
    conflicts: list[SentConflict] = []


def _form(value: Any) -> str:
    return "shape" if isinstance(value, dict) and "facts" in value else "plain"


AnyBrief = Annotated[
    Annotated[SentBrief, Tag("shape")] | Annotated[dict[Text, Value | None], Tag("plain")],
    Discriminator(_form),
]


# The marks that the validator adds to a path for the branch of a union.
BRANCHES = frozenset(("shape", "plain"))


def brief_of(sent: SentBrief | dict[Text, Value | None]) -> Brief:
    """The brief that was sent; raises `InvalidError` on an unknown fact or an unfit value."""
    if isinstance(sent, dict):
        return Brief().merge(typed_changes(sent)).brief
    brief = Brief().merge(typed_changes({name: fact.value for name, fact in sent.facts.items()})).brief
    facts = {name: _as_sent(fact, sent.facts[name]) for name, fact in brief.facts.items()}
    return Brief(facts=facts, conflicts=tuple(_conflict(item, facts) for item in sent.conflicts))


def _as_sent(fact: Fact, sent: SentFact) -> Fact:
    """What was assumed stays assumed: nobody has said it."""
    return fact if sent.basis == "given" else fact.model_copy(update={"basis": "assumed", "quote": None})


def _conflict(sent: SentConflict, facts: dict[str, Fact]) -> Conflict:
    said = [Brief().merge(typed_changes({sent.fact: claim.value})).brief for claim in sent.values]
    values = [text for brief in said if (text := brief.text(sent.fact))]
    if sent.fact in facts or len(values) < 2:
        raise InvalidError("A conflict takes two values or more of a fact that is not settled.")
    return Conflict(fact=sent.fact, values=tuple(Claim(value=text, quote=text) for text in values))
