"""Read a message with a model: it finds the facts, code keeps those that the message itself bears out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from assistant.brief import Change, typed_changes
from assistant.checks.claims import Support, claims
from assistant.checks.exits import leaks
from assistant.errors import HiringError, InvalidError
from assistant.facts import FACTS
from assistant.kinds import Kind
from assistant.model.gateway import Gateway
from assistant.model.prompt import Prompt
from assistant.prompting import Prompts
from assistant.reading.reading import Context, Declined, Intent, Reader, Reading
from assistant.writing.answer_schema import object_schema, parse

TEMPLATE = "chat/read"
INTENTS = ("draft", "revise", "answer", "brief", "decline", "greeting", "help", "off_topic")
OPS = ("set", "correct", "add", "remove", "clear")
MOST_ASIDE = 5
# Facts whose values are codes: the quote need not hold the letters of the code.
CODED = frozenset(("jurisdiction", "engagement", "team_setup"))
DECLINED = Declined(
    "ranking, choosing or judging people",
    "That is for people to decide, on evidence, and no document here holds a score of anybody.",
    "I can draft the criteria, an interview kit with anchors, or a feedback note from what you saw.",
)


class ReadChange(BaseModel):
    """A change as a model answers it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fact: str
    op: Literal["set", "correct", "add", "remove", "clear"]
    value: str
    quote: str


class ReadAnswer(BaseModel):
    """A reading as a model answers it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    intent: Intent
    kinds: tuple[str, ...]
    question: str
    declined: bool
    language: str
    acknowledgement: str
    changes: tuple[ReadChange, ...]
    unplaced: tuple[str, ...]
    hearsay: tuple[str, ...]


class ModelReader:
    """Reads with a model; requests about people are recognised by rules all the same.

    When the model fails, the rules read alone and the reading says so.
    """

    def __init__(self, gateway: Gateway, prompts: Prompts, rules: Reader, kinds: Mapping[str, Kind]) -> None:
        self._gateway = gateway
        self._prompts = prompts
        self._rules = rules
        self._kinds = kinds

    def read(self, message: str, context: Context) -> Reading:
        """Read one message; never raises on any text."""
        by_rules = self._rules.read(message, context)
        try:
            text, usage = self._gateway.whole(self.prompt(message, context))
            answer = parse(text, ReadAnswer)
        except HiringError as error:
            return replace(by_rules, fault=str(error))
        return replace(self._checked(answer, message, by_rules), usage=usage)

    def prompt(self, message: str, context: Context) -> Prompt:
        """The prompt for one message."""
        brief = context.brief
        system, user = self._prompts.render(
            TEMPLATE,
            facts=[{"name": name, "text": brief.text(name) or ""} for name in FACTS if name in brief.facts],
            asked=context.asked,
            kinds=tuple(self._kinds.values()),
            drafted=list(dict.fromkeys(context.drafted)),
            message=message,
        )
        return Prompt(system, user, "read", self._schema(), self._prompts.digest(TEMPLATE))

    def _schema(self) -> dict[str, Any]:
        text = {"type": "string"}
        change = {
            "fact": {"type": "string", "enum": list(FACTS)},
            "op": {"type": "string", "enum": list(OPS)},
            "value": text,
            "quote": text,
        }
        return object_schema(
            {
                "intent": {"type": "string", "enum": list(INTENTS)},
                "kinds": {"type": "array", "items": {"type": "string", "enum": list(self._kinds)}},
                "question": text,
                "declined": {"type": "boolean"},
                "language": text,
                "acknowledgement": text,
                "changes": {"type": "array", "items": object_schema(change)},
                "unplaced": {"type": "array", "items": text},
                "hearsay": {"type": "array", "items": text},
            }
        )

    def _checked(self, answer: ReadAnswer, message: str, by_rules: Reading) -> Reading:
        """What of the answer the message bears out; the rest is as if the model had not said it."""
        declined = by_rules.declined or (DECLINED if answer.declined else None)
        kinds = tuple(dict.fromkeys(kind for kind in answer.kinds if kind in self._kinds))
        intent: Intent = answer.intent
        if by_rules.declined and intent in ("answer", "off_topic", "help"):
            intent = by_rules.intent
        said = answer.acknowledgement.strip()
        return Reading(
            intent=intent,
            changes=tuple(change for item in answer.changes for change in _borne_out(item, message)),
            kinds=kinds,
            question=answer.question.strip() or None if intent != "decline" else None,
            declined=declined,
            unplaced=_verbatim(answer.unplaced, message),
            hearsay=_verbatim(answer.hearsay, message),
            language=answer.language.strip().lower()[:2] or "en",
            acknowledgement="" if not said or any(leaks(said)) else said,
        )


def _verbatim(texts: tuple[str, ...], message: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip() and text in message)[:MOST_ASIDE]


def _borne_out(item: ReadChange, message: str) -> list[Change]:
    """The change, when its quote stands in the message and its value says no more than the quote."""
    if item.fact not in FACTS or not item.quote.strip() or item.quote not in message:
        return []
    if item.op == "clear":
        return [Change(item.fact, "clear", "", item.quote)]
    try:
        value = typed_changes({item.fact: item.value})[0].value
    except InvalidError:
        return []
    support = Support.of(item.quote)
    if item.fact not in CODED and not all(support.bears(claim) for claim in claims(value)):
        return []
    return [Change(item.fact, item.op, value, item.quote)]
