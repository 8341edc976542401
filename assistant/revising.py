"""Revise one draft by what is said about it: facts change the brief, a wish changes the words."""

import datetime as dt
from collections.abc import Callable, Mapping

from assistant.accepting import suggestions
from assistant.drafting import Drafter, Order, last_version, stale_facts
from assistant.drafts import edited, still_open
from assistant.errors import InvalidError, UnsupportedError
from assistant.kinds import Kind
from assistant.locks import Locks
from assistant.reading.reading import Context, Reader
from assistant.records.records import Records, Version
from assistant.revision import Outcome, Revision, report_of
from assistant.turn import check_message
from assistant.turns import Message, Proposal, RevisedDraft
from assistant.wellformed import refuse_unfit
from assistant.writing.edits import Edit
from assistant.writing.rewording import Reworder
from assistant.writing.writer import Report


class Reviser:
    """Makes the next version of a draft from a manager's words; without a model, from facts alone."""

    def __init__(
        self,
        reader: Reader,
        drafter: Drafter,
        kinds: Mapping[str, Kind],
        records: Records,
        locks: Locks,
        clock: Callable[[], dt.datetime],
        new_id: Callable[[], str],
        reworder: Reworder | None = None,
    ) -> None:
        self._reader = reader
        self._drafter = drafter
        self._kinds = kinds
        self._records = records
        self._locks = locks
        self._clock = clock
        self._new_id = new_id
        self._reworder = reworder

    def revise(self, owner: str, id: str, text: str, section: str | None = None) -> RevisedDraft:
        """Change the draft, or one section of it, as the text asks; lines edited by hand are proposed for.

        Raises `UnsupportedError` when nothing in the text changes it, `UpstreamError` or `ReplyError` when a
        model that should have reworded it did not.
        """
        check_message(text)
        refuse_unfit(text, "text")
        lock = self._records.version(owner, id).conversation_id or id
        with self._locks.hold(owner, lock):
            before = self._records.version(owner, id)
            if section is not None and section not in {part.id for part in before.draft.sections}:
                raise InvalidError("The draft has no such section.", advice="Read the draft again.")
            revision = self._read(owner, before, text)
            outcome = self._write(owner, revision, section)
            self._keep(owner, revision, outcome)
        draft = outcome.version.draft if outcome.version else before.draft
        return RevisedDraft(**dict(draft), proposals=tuple(outcome.proposals))

    def _keep(self, owner: str, revision: Revision, outcome: Outcome) -> None:
        """Keep the version; in a conversation the whole turn, proposals too."""
        if revision.conversation:
            exchange = revision.exchange(revision.conversation, self._new_id(), outcome)
            self._records.keep(owner, exchange)
        elif outcome.version:
            self._records.keep_version(owner, outcome.version)

    def _read(self, owner: str, before: Version, text: str) -> Revision:
        conversation = None
        if before.conversation_id is not None:
            conversation = self._records.conversation(owner, before.conversation_id)
        brief = conversation.brief if conversation else before.brief
        asked = conversation.asked if conversation else before.draft.open_questions
        offered = suggestions(before.draft, self._kinds[before.draft.kind])
        reading = self._reader.read(text, Context(brief, asked, (before.draft.kind,), offered))
        message = Message(id=self._new_id(), role="manager", text=text, created_at=self._clock().isoformat())
        changes = [change for change in reading.changes if change.quote in text]
        merge = brief.merge(changes, message.id if conversation else None)
        return Revision(before, conversation, reading, merge, message)

    def _write(self, owner: str, revision: Revision, section: str | None) -> Outcome:
        before, kind = revision.before, self._kinds[revision.before.draft.kind]
        reading = revision.reading
        if reading.accepts and len(reading.changes) <= len(reading.accepts):
            edit, id_ = Edit(accept=reading.accepts), revision.message.id if revision.conversation else None
            return Outcome.of(edited(self._drafter, owner, kind, before, edit, reading.changes, id_))
        if revision.merge.changed:
            return self._redraft(owner, revision, kind, section)
        declined = revision.reading.declined
        if declined and revision.reading.intent == "decline":
            raise UnsupportedError(f"Left out: {declined.what}. {declined.why}", advice=declined.instead)
        if self._reworder and revision.reading.intent == "revise":
            return self._reword(owner, revision, kind, section, self._reworder)
        if stale_facts(before, revision.merge.brief, kind):
            return self._redraft(owner, revision, kind, section)
        raise UnsupportedError(
            "Nothing in this text changes the draft.",
            advice="Say which fact is to change, or edit the line itself.",
        )

    def _redraft(self, owner: str, revision: Revision, kind: Kind, section: str | None) -> Outcome:
        before, others = revision.before, {}
        if revision.conversation:
            newest = self._records.newest(owner, revision.conversation.id)
            others = {version.draft.kind: version.draft for version in newest}
        id_, brief = before.draft.id, revision.merge.brief
        order = Order(owner, kind, brief, id_, before.conversation_id, before, others)
        parts = list(self._drafter.write(order))
        version, offers = last_version(iter(parts)), [part for part in parts if isinstance(part, Proposal)]
        if section:
            version = self._only(section, before, order, version)
            offers = [offer for offer in offers if offer.line.rpartition(".")[0] == section]
        return Outcome.of(version, offers)

    def _only(self, section: str, before: Version, order: Order, version: Version) -> Version:
        """The earlier version with one section of the new one, as stale as its other sections are."""
        old, new = before.draft, {part.id: part for part in version.draft.sections}
        sections = [new.get(part.id, part) if part.id == section else part for part in old.sections]
        asked = (*version.draft.open_questions, *old.open_questions)
        questions = still_open(asked, sections, order.brief)
        mixed = self._drafter.finish(order, sections, questions, report_of(version.draft))
        same = sections == list(version.draft.sections)
        return mixed if same else mixed.model_copy(update={"brief": before.brief})

    def _reword(
        self, owner: str, revision: Revision, kind: Kind, section: str | None, reworder: Reworder
    ) -> Outcome:
        before = revision.before
        reworded = reworder.reword(before.draft, kind, before.brief, revision.message.text, section)
        report = Report("model", reworder.name, reworder.digest, reworded.usage, reworded.faults)
        if not reworded.changed and reworded.proposals:
            return Outcome(None, report, reworded.proposals)
        if not reworded.changed:
            raise UnsupportedError(
                "The model changed nothing; lines edited by hand are left as they are.",
                advice="Say what to change in which section, or edit the line itself.",
            )
        order = Order(owner, kind, before.brief, before.draft.id, before.conversation_id, before)
        questions = still_open(before.draft.open_questions, reworded.sections, before.brief)
        version = self._drafter.finish(order, reworded.sections, questions, report, reworded.struck)
        return Outcome(version, report, reworded.proposals)
