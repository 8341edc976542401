"""Answer a management question from the library: by quoting passages, or in a model's words from them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from assistant.brief import Brief
from assistant.checks.bearing import borne
from assistant.checks.claims import Support, claims
from assistant.checks.exits import leaks_beyond
from assistant.checks.foreign import may_say
from assistant.draft import Line
from assistant.drafting import view_of
from assistant.errors import HiringError
from assistant.model.gateway import Gateway
from assistant.model.prompt import NOTHING, Prompt, Usage
from assistant.prompting import Prompts
from assistant.turns import Answer
from assistant.writing.answer_schema import object_schema, parse
from assistant.writing.material import Given, shortened
from assistant.writing.wording import clean
from knowledge.cards import bullets
from knowledge.passages import Engagement, Passage
from knowledge.search import Search

CONTRACTOR: Engagement = "contractor"
EMPLOYEE: Engagement = "employee"
SHOWN = 3
# A passage far below the best, by its share of the best one's score, is quoted by nobody: it only pads.
NEAR_BEST = 0.75
STEPS = 4
TEMPLATE = "chat/answer"
# Of an answer's sentence, at least this share of its words of content stands in the passages it cites.
SENTENCE_SHARE = 0.4
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


@dataclass(frozen=True)
class Asked:
    """A question, whose it is, and what is known of the engagement that it is about."""

    question: str
    owner: str
    brief: Brief
    language: str = "en"


@dataclass(frozen=True)
class Reply:
    """An answer, what it cost, and in words what a model could not do."""

    answer: Answer
    usage: Usage = NOTHING
    fault: str | None = None


class Answerer(Protocol):
    """Answers questions from the library."""

    def answer(self, asked: Asked) -> Reply:
        """Answer one question; `answered` is false when the library does not cover it."""
        ...


class QuotingAnswerer:
    """Quotes the passages that answer, in order, trimmed."""

    def __init__(self, search: Search) -> None:
        self._search = search

    def find(self, asked: Asked) -> tuple[bool, tuple[Passage, ...]]:
        """Whether the library covers the question, and the passages for this engagement and place."""
        engagement = {"contractor": CONTRACTOR, "employee": EMPLOYEE}.get(
            asked.brief.text("engagement") or ""
        )
        place = asked.brief.text("jurisdiction")
        found = self._search.search(
            asked.question, k=8, owner=asked.owner, engagement=engagement, jurisdiction=place
        )
        return found.answered, found.passages

    def answer(self, asked: Asked) -> Reply:
        """Quote the best three passages: each claim with its reason, of the best what to do as well."""
        answered, passages = self.find(asked)
        shown = _shown(passages) if answered else ()
        lines = [line for at, passage in enumerate(shown) for line in _quote(passage, at)]
        return Reply(Answer(answered=answered, lines=_numbered(lines), passages=tuple(map(view_of, shown))))


def _shown(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The best passages: near the best in score, and guidance alone where the best is guidance."""
    best = passages[0]
    about_people = ("role", "competency")
    near = [
        passage
        for passage in passages
        if (passage.score or 0) >= NEAR_BEST * (best.score or 0)
        and (best.card in about_people or passage.card not in about_people)
    ]
    return near[:SHOWN]


def _quote(passage: Passage, place: int) -> list[Line]:
    opening = passage.text.split("\n## ")[0].strip()
    sentences = SENTENCE.split(" ".join(opening.split()))
    texts = [" ".join(sentences if place == 0 else sentences[:2])]
    if place == 0:
        texts += bullets(passage.text, "What to do")[:STEPS]
    return [Line(id="", text=text, basis="guidance", citations=(passage.id,)) for text in texts if text]


def _numbered(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(line.model_copy(update={"id": f"answer.{at}"}) for at, line in enumerate(lines, start=1))


class _Sentence(BaseModel):
    """A sentence as a model answers it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: str
    citations: tuple[str, ...]


class _Worded(BaseModel):
    """An answer as a model gives it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    answered: bool
    lines: tuple[_Sentence, ...]


class ModelAnswerer:
    """Has a model word the answer; a sentence that its passages do not bear out is left out."""

    def __init__(self, gateway: Gateway, prompts: Prompts, quoting: QuotingAnswerer) -> None:
        self._gateway = gateway
        self._prompts = prompts
        self._quoting = quoting

    def answer(self, asked: Asked) -> Reply:
        """Answer in the model's words, or by quoting when the model fails or nothing of its answer holds."""
        answered, passages = self._quoting.find(asked)
        if not answered:
            return Reply(Answer(answered=False))
        given = [Given(item.id, f"{item.title}\n{shortened(item.text)}") for item in passages]
        usage = NOTHING
        try:
            text, usage = self._gateway.whole(self.prompt(asked, given))
            worded = parse(text, _Worded)
        except HiringError as error:
            return Reply(self._quoting.answer(asked).answer, usage, str(error))
        if not worded.answered:
            return Reply(Answer(answered=False), usage)
        lines = [line for line in map(_line, worded.lines) if _holds(line, passages, given, asked.language)]
        if not lines:
            fault = "The model's answer was not borne out by the library, so its passages are quoted instead."
            return Reply(self._quoting.answer(asked).answer, usage, fault)
        cited = {id_ for line in lines for id_ in line.citations}
        shown = tuple(view_of(item) for item in passages if item.id in cited)
        return Reply(Answer(answered=True, lines=_numbered(lines), passages=shown), usage)

    def prompt(self, asked: Asked, given: list[Given]) -> Prompt:
        """The prompt for one question."""
        system, user = self._prompts.render(
            TEMPLATE, question=asked.question, passages=given, language=asked.language
        )
        cited = {"type": "array", "items": {"type": "string", "enum": [item.id for item in given]}}
        line = object_schema({"text": {"type": "string"}, "citations": cited})
        schema = object_schema({"answered": {"type": "boolean"}, "lines": {"type": "array", "items": line}})
        return Prompt(system, user, "answer", schema, self._prompts.digest(TEMPLATE))


def _line(sentence: _Sentence) -> Line:
    text = clean(sentence.text)
    return Line(id="", text=text, basis="guidance", citations=tuple(dict.fromkeys(sentence.citations)))


def _holds(line: Line, passages: Sequence[Passage], given: list[Given], language: str) -> bool:
    """Say whether a sentence cites what was in the prompt, and says no more than that.

    A web address may stand in it that a card names itself. In another language the words cannot be compared:
    figures are, and what may be said at all is less.
    """
    texts = {item.id: item.text for item in given}
    if not line.text or not line.citations or any(id_ not in texts for id_ in line.citations):
        return False
    cited = [texts[id_] for id_ in line.citations]
    if language != "en":
        return may_say(line.text, language, *cited)
    own = "\n".join(item.text for item in passages if item.id in line.citations and item.card != "document")
    support = Support.of(*cited)
    return (
        not any(leaks_beyond(line.text, own))
        and all(support.bears(claim) for claim in claims(line.text))
        and borne(line.text, *cited) >= SENTENCE_SHARE
    )
