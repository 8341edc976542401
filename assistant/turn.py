"""One turn: read, merge, decide, draft, check, keep, and say what happened as it happens."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from assistant import replies
from assistant.answering import answer
from assistant.brief import Brief, Change, Merge
from assistant.draft import Draft, Question, Section
from assistant.drafting import Drafter, Order, rank_questions
from assistant.errors import EmptyError, TooLargeError
from assistant.facts import FACTS
from assistant.kinds import Kind
from assistant.locks import Locks
from assistant.reading.reading import Context, Reader, Reading
from assistant.records.records import Exchange, Records, Version
from assistant.turns import Answer, BriefView, Conversation, DeclinedView, Event, EventName, Message, Turn
from knowledge.search import Search

MAX_MESSAGE = 32_000
MAX_QUESTIONS = 3
FIRST_KIND = "job_definition"
TALK = ("greeting", "help", "off_topic", "answer")


@dataclass
class _State:
    """What a turn has gathered so far."""

    owner: str
    conversation: Conversation
    message: Message
    reading: Reading
    merge: Merge
    before: Sequence[Version]
    versions: list[Version] = field(default_factory=list)
    answer: Answer | None = None


class Turns:
    """Takes messages; two messages to one conversation wait for each other."""

    def __init__(
        self,
        reader: Reader,
        drafter: Drafter,
        search: Search,
        kinds: Mapping[str, Kind],
        records: Records,
        clock: Callable[[], dt.datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._reader = reader
        self._drafter = drafter
        self._search = search
        self._kinds = kinds
        self._records = records
        self._clock = clock
        self._new_id = new_id
        self.locks = Locks()

    def take(self, owner: str, conversation_id: str, text: str) -> Iterator[Event]:
        """Yield the events of one turn, the last of them `done`; nothing is kept unless all of it is.

        Raises `EmptyError`, `TooLargeError` or `NotFoundError` before the first event, `StorageError` last.
        """
        check_message(text)
        with self.locks.hold(owner, conversation_id):
            conversation = self._records.conversation(owner, conversation_id)
            yield _event("status", {"stage": "reading"})
            state = self._read(owner, conversation, text)
            yield _event("brief", BriefView.of(state.merge.brief))
            yield from self._act(state)
            turn = self._turn(state)
            exchange = Exchange(
                conversation_id, state.message, turn, state.merge.brief, tuple(state.versions)
            )
            self._records.keep(owner, exchange)
            for question in turn.questions:
                yield _event("question", question)
            yield _event("done", turn)

    def _read(self, owner: str, conversation: Conversation, text: str) -> _State:
        before = self._records.newest(owner, conversation.id)
        drafted = [version.draft.kind for version in before]
        reading = self._reader.read(text, Context(conversation.brief, conversation.asked, drafted))
        message = Message(id=self._new_id(), role="manager", text=text, created_at=self._clock().isoformat())
        changes = [change for change in reading.changes if change.quote in text]
        brief = self._start_afresh(reading, changes, conversation.brief)
        return _State(owner, conversation, message, reading, brief.merge(changes, message.id), before)

    def _start_afresh(self, reading: Reading, changes: Sequence[Change], brief: Brief) -> Brief:
        """Forget the last note's facts when another note is asked for, so that none of them leaks into it."""
        notes = {change.fact for change in changes if FACTS[change.fact].scope == "note"}
        if not notes or not any(self._kinds[kind].fresh for kind in reading.kinds):
            return brief
        kept = {name: fact for name, fact in brief.facts.items() if FACTS[name].scope != "note"}
        return Brief(facts=kept, conflicts=brief.conflicts)

    def _act(self, state: _State) -> Iterator[Event]:
        if state.reading.question:
            yield _event("status", {"stage": "searching"})
            state.answer = answer(self._search, state.reading.question, state.owner, state.merge.brief)
        for kind_id in self._wanted(state):
            yield _event("status", {"stage": "drafting", "kind": kind_id})
            yield from self._draft(state, self._kinds[kind_id])

    def _wanted(self, state: _State) -> Sequence[str]:
        """The kinds to draft: those asked for, else the one under way, else the first document of a hire."""
        reading = state.reading
        if reading.kinds:
            return reading.kinds
        if reading.intent in TALK or not state.merge.changed:
            return ()
        changed = set(state.merge.changed)
        touched = [v.draft.kind for v in state.before if changed & set(self._kinds[v.draft.kind].facts)]
        return touched[-1:] if state.before else (FIRST_KIND,)

    def _draft(self, state: _State, kind: Kind) -> Iterator[Event]:
        before = next((item for item in reversed(state.before) if item.draft.kind == kind.id), None)
        if kind.fresh and kind.id in state.reading.kinds:
            before = None
        draft_id = before.draft.id if before else self._new_id()
        others = {item.draft.kind: item.draft for item in (*state.before, *state.versions)}
        order = Order(state.owner, kind, state.merge.brief, draft_id, state.conversation.id, before, others)
        for part in self._drafter.write(order):
            if isinstance(part, Section):
                yield _event("section", {"draft_id": draft_id, "section": part.model_dump(mode="json")})
            else:
                state.versions.append(part)
                for finding in part.draft.findings:
                    yield _event(
                        "finding", {"draft_id": draft_id, "finding": finding.model_dump(mode="json")}
                    )
                yield _event("draft", part.draft)

    def _turn(self, state: _State) -> Turn:
        drafts = tuple(version.draft for version in state.versions)
        declined = state.reading.declined
        return Turn(
            id=self._new_id(),
            conversation_id=state.conversation.id,
            intent=state.reading.intent,
            reply=self._reply(state, drafts),
            answer=state.answer,
            brief=BriefView.of(state.merge.brief),
            drafts=drafts,
            questions=self._questions(state, drafts),
            declined=DeclinedView(what=declined.what, why=declined.why, instead=declined.instead)
            if declined
            else None,
            writer="outline",
        )

    def _reply(self, state: _State, drafts: Sequence[Draft]) -> str:
        reading = state.reading
        if reading.language != "en":
            return replies.foreign(reading.language)
        said = replies.reply(reading, state.merge, drafts, state.conversation.brief)
        if state.answer:
            return f"{said} {replies.answered(state.answer)}".strip()
        if reading.intent == "greeting" and not said:
            return replies.greeting(self._kinds)
        if reading.intent == "off_topic" and not said:
            return replies.OFF_TOPIC
        return said or replies.help_text(self._kinds)

    def _questions(self, state: _State, drafts: Sequence[Draft]) -> tuple[Question, ...]:
        """At most three: contradictions first, then what was not asked a moment ago, by worth."""
        asked = {question.fact for question in state.conversation.asked}
        open_ = [question for draft in drafts for question in draft.open_questions]
        if not drafts:
            return ()
        ranked = rank_questions(open_, self._kinds[drafts[-1].kind])
        conflicts = {item.fact for item in state.merge.brief.conflicts}
        order = sorted(ranked, key=lambda item: (item.fact not in conflicts, item.fact in asked))
        return tuple(order[:MAX_QUESTIONS])


def check_message(text: str) -> None:
    """Refuse an empty message or one over the limit."""
    if not text.strip():
        raise EmptyError("The message is empty.", advice="Write what you need done, or ask a question.")
    if len(text) > MAX_MESSAGE:
        raise TooLargeError(
            f"The message is longer than {MAX_MESSAGE:,} characters.",
            advice="Send it in parts, the facts first.",
        )


def _event(name: EventName, data: BaseModel | dict[str, Any]) -> Event:
    return Event(name, data.model_dump(mode="json") if isinstance(data, BaseModel) else data)
