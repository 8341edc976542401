"""One turn: read, merge, decide, draft, check, keep, and say what happened as it happens."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from assistant.accepting import suggestions
from assistant.answering import Answerer, Asked, Reply
from assistant.brief import Brief, Change
from assistant.draft import Section
from assistant.drafting import Drafter, Order
from assistant.drafts import edited, still_open
from assistant.errors import EmptyError, HiringError, TooLargeError
from assistant.facts import FACTS
from assistant.gathered import Gathered
from assistant.kinds import Kind
from assistant.locks import Locks
from assistant.model.prompt import Usage
from assistant.reading.reading import Context, Reader, Reading
from assistant.records.records import Exchange, Records, Version
from assistant.telling import Telling
from assistant.turns import BriefView, Conversation, Event, EventName, Message, Proposal
from assistant.writing.edits import Edit
from assistant.writing.rewording import Reworder
from assistant.writing.writer import Report

MAX_MESSAGE = 32_000
# A message up to this many characters is one thought: its question is not torn out of it.
MOST_AROUND = 400
FIRST_KIND = "job_definition"
TALK = ("greeting", "help", "off_topic", "answer")


class Turns:
    """Takes messages; two messages to one conversation wait for each other."""

    def __init__(
        self,
        reader: Reader,
        drafter: Drafter,
        answerer: Answerer,
        kinds: Mapping[str, Kind],
        records: Records,
        clock: Callable[[], dt.datetime],
        new_id: Callable[[], str],
        reworder: Reworder | None = None,
    ) -> None:
        self._reader = reader
        self._drafter = drafter
        self._reworder = reworder
        self._answerer = answerer
        self._kinds = kinds
        self._records = records
        self._clock = clock
        self._new_id = new_id
        self._telling = Telling(kinds)
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
            turn = self._telling.turn(self._new_id(), state)
            exchange = Exchange(
                conversation_id, state.message, turn, state.merge.brief, tuple(state.versions)
            )
            self._records.keep(owner, exchange)
            for question in turn.questions:
                yield _event("question", question)
            for version in state.versions:
                yield _event("draft", version.draft)
            yield _event("done", turn)

    def _read(self, owner: str, conversation: Conversation, text: str) -> Gathered:
        before = self._records.newest(owner, conversation.id)
        drafted = [version.draft.kind for version in before]
        # The newest draft that holds suggestions is the one whose suggestions a message may accept.
        offering = next((item for item in reversed(before) if item.draft.added), None)
        offered = suggestions(offering.draft, self._kinds[offering.draft.kind]) if offering else ()
        reading = self._reader.read(text, Context(conversation.brief, conversation.asked, drafted, offered))
        found = self._sought(reading, owner, conversation.brief)
        reading = reading.as_question if found else reading
        message = Message(id=self._new_id(), role="manager", text=text, created_at=self._clock().isoformat())
        changes = [change for change in reading.changes if change.quote in text]
        brief = self._start_afresh(reading, changes, conversation.brief)
        merge = brief.merge(changes, message.id)
        state = Gathered(owner, conversation, message, reading, merge, before, offering, offered)
        state.usage += reading.usage
        state.faults += [reading.fault] if reading.fault else []
        if found:
            self._answered(state, found)
        return state

    def _sought(self, reading: Reading, owner: str, brief: Brief) -> Reply | None:
        """The answer to what a message seeks without asking, if the library covers it."""
        if reading.seeks is None:
            return None
        found = self._answerer.answer(Asked(reading.seeks, owner, brief, reading.language))
        return found if found.answer.answered else None

    def _answered(self, state: Gathered, reply: Reply) -> None:
        """Take an answer into the turn, with what it cost."""
        state.answer = reply
        state.usage += reply.usage
        state.faults += [reply.fault] if reply.fault else []

    def _start_afresh(self, reading: Reading, changes: Sequence[Change], brief: Brief) -> Brief:
        """Forget the last note's facts when another note is asked for, so that none of them leaks into it."""
        notes = {change.fact for change in changes if FACTS[change.fact].scope == "note"}
        if not notes or not any(self._kinds[kind].fresh for kind in reading.kinds):
            return brief
        kept = {name: fact for name, fact in brief.facts.items() if FACTS[name].scope != "note"}
        return Brief(facts=kept, conflicts=brief.conflicts)

    def _act(self, state: Gathered) -> Iterator[Event]:
        if state.reading.question and not state.answer:
            yield _event("status", {"stage": "searching"})
            asked = Asked(_question(state), state.owner, state.merge.brief, state.reading.language)
            self._answered(state, self._answerer.answer(asked))
        if state.offering and state.accepts_only:
            yield from self._accept(state, state.offering) if state.reading.accepts else ()
            return
        if self._reworder and self._asks_for_words(state):
            yield from self._reword(state, self._reworder)
            return
        for kind_id in self._wanted(state):
            yield _event("status", {"stage": "drafting", "kind": kind_id})
            yield from self._draft(state, self._kinds[kind_id])

    def _accept(self, state: Gathered, before: Version) -> Iterator[Event]:
        """Put what is accepted in its place; the rest of the draft stays as it is."""
        kind, edit = self._kinds[before.draft.kind], Edit(accept=state.reading.accepts)
        yield _event("status", {"stage": "drafting", "kind": kind.id})
        given = state.reading.changes
        version = edited(self._drafter, state.owner, kind, before, edit, given, state.message.id)
        yield from self._finished(state, version)

    def _wanted(self, state: Gathered) -> Sequence[str]:
        """The kinds to draft: those asked for, else the one under way, else the first document of a hire."""
        reading = state.reading
        if reading.kinds:
            return reading.kinds
        if reading.intent in TALK or not state.merge.changed:
            return ()
        changed = set(state.merge.changed)
        touched = [v.draft.kind for v in state.before if changed & set(self._kinds[v.draft.kind].facts)]
        return touched[-1:] if state.before else (FIRST_KIND,)

    def _draft(self, state: Gathered, kind: Kind) -> Iterator[Event]:
        before = next((item for item in reversed(state.before) if item.draft.kind == kind.id), None)
        if kind.fresh and kind.id in state.reading.kinds:
            before = None
        draft_id = before.draft.id if before else self._new_id()
        others = {item.draft.kind: item.draft for item in (*state.before, *state.versions)}
        order = Order(state.owner, kind, state.merge.brief, draft_id, state.conversation.id, before, others)
        for part in self._drafter.write(order):
            if isinstance(part, Section):
                yield _event("section", {"draft_id": draft_id, "section": part.model_dump(mode="json")})
            elif isinstance(part, Proposal):
                state.proposals.append(part)
            else:
                cost = part.draft.provenance
                state.usage += Usage(cost.tokens_in, cost.tokens_out)
                yield from self._finished(state, part)

    def _asks_for_words(self, state: Gathered) -> bool:
        """Say whether a message wants a draft worded otherwise, its facts as they are."""
        return state.reading.intent == "revise" and not state.merge.changed and bool(state.before)

    def _reword(self, state: Gathered, reworder: Reworder) -> Iterator[Event]:
        """Change the words of a draft; when the model cannot, nothing changes, and it is said."""
        before = self._meant(state)
        kind = self._kinds[before.draft.kind]
        yield _event("status", {"stage": "drafting", "kind": kind.id})
        try:
            reworded = reworder.reword(before.draft, kind, before.brief, state.message.text)
        except HiringError as error:
            state.faults.append(str(error))
            state.as_it_was = True
            return
        state.usage += reworded.usage
        state.proposals += reworded.proposals
        state.faults += reworded.faults
        if not reworded.changed:
            state.as_it_was = True
            return
        order = Order(state.owner, kind, before.brief, before.draft.id, before.conversation_id, before)
        report = Report("model", reworder.name, reworder.digest, reworded.usage)
        questions = still_open(before.draft.open_questions, reworded.sections, before.brief)
        version = self._drafter.finish(order, reworded.sections, questions, report, reworded.struck)
        yield from self._finished(state, version)

    def _meant(self, state: Gathered) -> Version:
        """The draft that a wish is about: of the kind that it names, else the one under way."""
        named = [item for item in state.before if item.draft.kind in state.reading.kinds]
        return (named or list(state.before))[-1]

    def _finished(self, state: Gathered, version: Version) -> Iterator[Event]:
        """Take a version into the turn and show what was found in it."""
        state.versions.append(version)
        state.faults += version.draft.provenance.faults
        for finding in version.draft.findings:
            data = {"draft_id": version.draft.id, "finding": finding.model_dump(mode="json")}
            yield _event("finding", data)


def _question(state: Gathered) -> str:
    """What to search for: the question with what was said around it, unless that was facts or long.

    The library is in English, and so is the question that a model makes of one in another language.
    """
    text, reading = state.message.text, state.reading
    alone = state.merge.changed or reading.declined or reading.language != "en" or len(text) > MOST_AROUND
    return reading.question or "" if alone else text


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
