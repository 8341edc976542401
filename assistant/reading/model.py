"""Read a message with a model: it finds the facts, code keeps those that the message itself bears out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from assistant.brief import Change
from assistant.checks.exits import own_words
from assistant.checks.foreign import may_say
from assistant.errors import HiringError
from assistant.facts import FACTS, LISTS
from assistant.kinds import Kind
from assistant.model.gateway import Gateway
from assistant.model.prompt import NOTHING, Prompt
from assistant.prompting import Prompts
from assistant.reading.evidence import MOST_VALUE, Evidence
from assistant.reading.language import is_english
from assistant.reading.reading import Context, Declined, Intent, Reader, Reading
from assistant.writing.answer_schema import each_or_none, object_schema, parse

TEMPLATE = "chat/read"
INTENTS = ("draft", "revise", "answer", "brief", "decline", "greeting", "help", "off_topic")
OPS = ("set", "correct", "add", "remove", "clear")
MOST_ASIDE = 5
MOST_QUESTION = 400
DECLINED = Declined(
    "ranking, choosing or judging people",
    "That is for people to decide, on evidence, and no document here holds a score of anybody.",
    "I can draft the criteria, an interview kit with anchors, or a feedback note from what you saw.",
)


class ReadChange(BaseModel):
    """A change as a model answers it."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    fact: str
    op: Literal["set", "correct", "add", "remove", "clear"]
    value: str = ""
    quote: str

    @property
    def change(self) -> Change:
        """The same as a change to the brief."""
        return Change(self.fact, self.op, self.value, self.quote)


# Texts, and None for each that is none.
Texts = Annotated[tuple[str | None, ...], each_or_none(str)]


def _known_intent(value: object) -> object:
    return value if value in INTENTS else None


class ReadAnswer(BaseModel):
    """A reading as a model answers it; None stands for an intent or an item that is not of its form."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    intent: Annotated[Intent | None, BeforeValidator(_known_intent)]
    kinds: Texts = ()
    question: str = ""
    declined: bool = False
    language: str = "en"
    acknowledgement: str = ""
    changes: Annotated[tuple[ReadChange | None, ...], each_or_none(ReadChange)] = ()
    unplaced: Texts = ()
    hearsay: Texts = ()

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, value: object) -> object:
        """What is null is left out."""
        if not isinstance(value, dict):
            return value
        return {name: item for name, item in value.items() if item is not None}


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
        if by_rules.accepts:  # what is accepted stands in the draft: there is nothing left to understand
            return by_rules
        usage = NOTHING
        try:
            text, usage = self._gateway.whole(self.prompt(message, context))
            answer = parse(text, ReadAnswer)
        except HiringError as error:
            return replace(by_rules, fault=str(error), usage=usage)
        return replace(self._checked(answer, message, by_rules, context), usage=usage)

    def prompt(self, message: str, context: Context) -> Prompt:
        """The prompt for one message."""
        brief = context.brief
        system, user = self._prompts.render(
            TEMPLATE,
            facts=[{"name": name, "text": brief.text(name) or ""} for name in FACTS if name in brief.facts],
            asked=context.asked,
            names=[name for name in FACTS if name not in LISTS],
            lists=[name for name in FACTS if name in LISTS],
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

    def _checked(self, answer: ReadAnswer, message: str, by_rules: Reading, context: Context) -> Reading:
        """What of the answer the message bears out; the rest is as if the model had not said it."""
        language = _language(answer, message, by_rules)
        asked = frozenset(question.fact for question in context.asked)
        evidence = Evidence(message, context.brief, by_rules.changes, asked, language == "en")
        intent: Intent = answer.intent or by_rules.intent
        if by_rules.declined and intent in ("answer", "off_topic", "help"):
            intent = by_rules.intent
        question = " ".join(answer.question.split())[:MOST_QUESTION]
        said, known = " ".join(answer.acknowledgement.split()), (message, own_words(context.brief))
        return Reading(
            intent=intent,
            changes=tuple(_changes(answer, evidence)),
            kinds=tuple(dict.fromkeys(kind for kind in answer.kinds if kind and kind in self._kinds)),
            question=question or None if intent != "decline" else None,
            declined=by_rules.declined or (DECLINED if answer.declined else None),
            unplaced=_verbatim(answer.unplaced, message),
            hearsay=_verbatim(answer.hearsay, message),
            language=language,
            unavailable=by_rules.unavailable,
            acknowledgement=said if language != "en" and may_say(said, language, *known) else "",
        )


def _changes(answer: ReadAnswer, evidence: Evidence) -> Iterator[Change]:
    """The changes that the message bears out; where one is not of its form, rules read what is missing."""
    for item in answer.changes:
        if item:
            yield from evidence.borne_out(item.change)
    if None in answer.changes:
        read = {item.fact for item in answer.changes if item}
        yield from (change for change in evidence.by_rules if change.fact not in read)


def _language(answer: ReadAnswer, message: str, by_rules: Reading) -> str:
    """The message's language: what its script and small words plainly say, else what the model says."""
    if by_rules.language != "en" or is_english(message):
        return by_rules.language
    code = answer.language.strip().lower()[:2]
    return code if code.isascii() and code.isalpha() and len(code) == 2 else "en"


def _verbatim(texts: Texts, message: str) -> tuple[str, ...]:
    found = (text for text in texts if text and text.strip() and len(text) <= MOST_VALUE and text in message)
    return tuple(dict.fromkeys(found))[:MOST_ASIDE]
