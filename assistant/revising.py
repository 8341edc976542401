"""Revise one draft by what is said about it: facts change the brief, and the draft follows."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant import replies
from assistant.brief import Brief, Merge
from assistant.draft import Draft
from assistant.drafting import Drafter, Order, last_version, stale_facts
from assistant.drafts import still_open
from assistant.errors import InvalidError, UnsupportedError
from assistant.kinds import Kind
from assistant.locks import Locks
from assistant.reading.reading import Context, Reader, Reading
from assistant.records.records import Exchange, Records, Version
from assistant.turn import MAX_QUESTIONS, check_message
from assistant.turns import BriefView, Conversation, DeclinedView, Message, Turn
from assistant.wellformed import refuse_unfit


@dataclass(frozen=True)
class _Work:
    """One revision under way; a lone draft has no conversation."""

    before: Version
    conversation: Conversation | None
    reading: Reading
    merge: Merge
    message: Message


class Reviser:
    """Makes the next version of a draft from a manager's words."""

    def __init__(
        self,
        reader: Reader,
        drafter: Drafter,
        kinds: Mapping[str, Kind],
        records: Records,
        locks: Locks,
        clock: Callable[[], dt.datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._reader = reader
        self._drafter = drafter
        self._kinds = kinds
        self._records = records
        self._locks = locks
        self._clock = clock
        self._new_id = new_id

    def revise(self, owner: str, id: str, text: str, section: str | None = None) -> Draft:
        """Read the text, change the brief, draft anew: the whole, or one section of it.

        Raises `UnsupportedError` when the text holds nothing that changes the draft.
        """
        check_message(text)
        refuse_unfit(text, "text")
        lock = self._records.version(owner, id).conversation_id or id
        with self._locks.hold(owner, lock):
            before = self._records.version(owner, id)
            if section is not None and section not in {part.id for part in before.draft.sections}:
                raise InvalidError("The draft has no such section.", advice="Read the draft again.")
            work = self._read(owner, before, text)
            version = self._write(owner, work, section)
            self._keep(owner, work, version)
        return version.draft

    def _read(self, owner: str, before: Version, text: str) -> _Work:
        conversation = None
        if before.conversation_id is not None:
            conversation = self._records.conversation(owner, before.conversation_id)
        brief = conversation.brief if conversation else before.brief
        asked = conversation.asked if conversation else before.draft.open_questions
        reading = self._reader.read(text, Context(brief, asked, (before.draft.kind,)))
        message = Message(id=self._new_id(), role="manager", text=text, created_at=self._clock().isoformat())
        changes = [change for change in reading.changes if change.quote in text]
        merge = brief.merge(changes, message.id if conversation else None)
        if not merge.changed and not self._stale(before, merge.brief):
            raise UnsupportedError(
                "Nothing in this text changes the draft.",
                advice="Say which fact is to change, or edit the line itself.",
            )
        return _Work(before, conversation, reading, merge, message)

    def _stale(self, version: Version, brief: Brief) -> bool:
        return bool(stale_facts(version, brief, self._kinds[version.draft.kind]))

    def _write(self, owner: str, work: _Work, section: str | None) -> Version:
        before, brief = work.before, work.merge.brief
        others = {}
        if work.conversation:
            others = {v.draft.kind: v.draft for v in self._records.newest(owner, work.conversation.id)}
        kind = self._kinds[before.draft.kind]
        order = Order(owner, kind, brief, before.draft.id, before.conversation_id, before, others)
        version = last_version(self._drafter.write(order))
        return self._only(section, order, version) if section else version

    def _only(self, section: str, order: Order, version: Version) -> Version:
        """The earlier version with one section of the new one, as stale as its other sections are."""
        assert order.before is not None
        old, new = order.before.draft, {part.id: part for part in version.draft.sections}
        sections = [new[part.id] if part.id == section and section in new else part for part in old.sections]
        asked = (*version.draft.open_questions, *old.open_questions)
        mixed = self._drafter.finish(order, sections, still_open(asked, sections, order.brief))
        same = sections == list(version.draft.sections)
        return mixed if same else mixed.model_copy(update={"brief": order.before.brief})

    def _keep(self, owner: str, work: _Work, version: Version) -> None:
        if work.conversation is None:
            self._records.keep_version(owner, version)
            return
        turn = self._turn(work.conversation, work, version.draft)
        exchange = Exchange(work.conversation.id, work.message, turn, work.merge.brief, (version,))
        self._records.keep(owner, exchange)

    def _turn(self, conversation: Conversation, work: _Work, draft: Draft) -> Turn:
        declined = work.reading.declined
        return Turn(
            id=self._new_id(),
            conversation_id=conversation.id,
            intent="revise",
            reply=replies.reply(work.reading, work.merge, (draft,), conversation.brief),
            brief=BriefView.of(work.merge.brief),
            drafts=(draft,),
            questions=draft.open_questions[:MAX_QUESTIONS],
            declined=DeclinedView(what=declined.what, why=declined.why, instead=declined.instead)
            if declined
            else None,
            writer="outline",
        )
