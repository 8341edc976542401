"""Make drafts, take a manager's hand on them, and look back at their versions."""

from collections.abc import Callable, Mapping, Sequence

from assistant.accepting import accepted, given_by, taken_by, without_known
from assistant.brief import Brief, Change
from assistant.checks.acknowledged import acknowledge
from assistant.diffing import diff_drafts
from assistant.draft import Draft, Question, Section
from assistant.drafting import Drafter, Order, last_version, stale_facts
from assistant.errors import ConflictError, InvalidError
from assistant.exports.formats import export
from assistant.facts import FACTS, words_for
from assistant.kinds import Kind
from assistant.locks import Locks
from assistant.records.records import Records, Version
from assistant.turns import PassageView
from assistant.views import DraftDiff, Export
from assistant.writing.edits import Edit, struck_by


class Drafts:
    """Drafts of one owner at a time; every change makes a new version and waits for the one before it."""

    def __init__(
        self,
        drafter: Drafter,
        kinds: Mapping[str, Kind],
        records: Records,
        locks: Locks,
        new_id: Callable[[], str],
    ) -> None:
        self._drafter = drafter
        self._kinds = kinds
        self._records = records
        self._locks = locks
        self._new_id = new_id

    def make(self, owner: str, kind_id: str, conversation_id: str) -> Draft:
        """Draft a kind from a conversation's brief; where it has one already, a new version of it."""
        kind = self._kind(kind_id)
        with self._locks.hold(owner, conversation_id):
            brief = self._records.conversation(owner, conversation_id).brief
            newest = self._records.newest(owner, conversation_id)
            known = [version for version in newest if version.draft.kind == kind.id and not kind.fresh]
            before = known[-1] if known else None
            id_ = before.draft.id if before else self._new_id()
            others = {version.draft.kind: version.draft for version in newest}
            return self._write(Order(owner, kind, brief, id_, conversation_id, before, others))

    def make_alone(self, owner: str, kind_id: str, brief: Brief) -> Draft:
        """Draft a kind from a brief that belongs to no conversation."""
        return self._write(Order(owner, self._kind(kind_id), brief, self._new_id()))

    def read(self, owner: str, id: str) -> Draft:
        """The newest version, with the facts that have changed since it was written."""
        return self._current(owner, self._records.version(owner, id))

    def edit(self, owner: str, id: str, edit: Edit, version: int | None = None) -> Draft:
        """Make an edit a new version; raises `ConflictError` when `version` is no longer the newest."""
        with self._locks.hold(owner, self._lock_of(owner, id)):
            before = self._records.version(owner, id)
            if version not in (None, before.draft.version):
                raise ConflictError(
                    "The draft changed since it was read.", advice="Read it again, then repeat."
                )
            kind = self._kind(before.draft.kind)
            given = given_by(taken_by(before.draft, kind, edit))
            made = edited(self._drafter, owner, kind, before, edit, given)
            return self._keep(owner, made, given)

    def versions(self, owner: str, id: str) -> list[Draft]:
        """Every version, oldest first."""
        return [version.draft for version in self._records.versions(owner, id)]

    def version(self, owner: str, id: str, number: int) -> Draft:
        """One version as it was kept."""
        return self._records.version(owner, id, number).draft

    def cited(self, owner: str, id: str, number: int) -> tuple[PassageView, ...]:
        """The passages that a version cites, as they stood when it was written."""
        return self._records.version(owner, id, number).passages

    def diff(self, owner: str, id: str, before: int, after: int) -> DraftDiff:
        """How one version differs from another."""
        return diff_drafts(self.version(owner, id, before), self.version(owner, id, after))

    def export(self, owner: str, id: str, format: str, number: int | None = None) -> Export:
        """A version as a file, the newest by default."""
        return export(self._records.version(owner, id, number), format)

    def _kind(self, id: str) -> Kind:
        if id not in self._kinds:
            raise InvalidError("The kind is unknown.", advice=f"Known: {', '.join(self._kinds)}.")
        return self._kinds[id]

    def _lock_of(self, owner: str, id: str) -> str:
        """A draft of a conversation waits for its messages too, since they write versions of it."""
        return self._records.version(owner, id).conversation_id or id

    def _write(self, order: Order) -> Draft:
        return self._keep(order.owner, last_version(self._drafter.write(order)))

    def _keep(self, owner: str, version: Version, given: Sequence[Change] = ()) -> Draft:
        """Keep a version; what was accepted in it becomes part of its conversation's brief."""
        brief = None
        if given and version.conversation_id is not None:
            brief = self._records.conversation(owner, version.conversation_id).brief.merge(given).brief
        self._records.keep_version(owner, version, brief)
        return self._current(owner, version)

    def _current(self, owner: str, version: Version) -> Draft:
        if version.conversation_id is None:
            return version.draft
        brief = self._records.conversation(owner, version.conversation_id).brief
        stale = stale_facts(version, brief, self._kinds[version.draft.kind])
        return version.draft.model_copy(update={"stale": stale})


def edited(
    drafter: Drafter,
    owner: str,
    kind: Kind,
    before: Version,
    edit: Edit,
    given: Sequence[Change],
    message_id: str | None = None,
) -> Version:
    """The version that an edit makes; `given` are the facts that it accepts, said in a message or by hand."""
    brief = before.brief.merge(given, message_id).brief
    sections = accepted(before.draft, kind, brief, edit)
    seen = before.model_copy(update={"draft": acknowledge(before.draft, edit.acknowledge)})
    order = Order(owner, kind, brief, before.draft.id, before.conversation_id, seen)
    questions = still_open(before.draft.open_questions, sections, brief)
    return drafter.finish(order, sections, questions, struck=struck_by(before.draft, edit))


def still_open(
    questions: Sequence[Question], sections: Sequence[Section], brief: Brief
) -> tuple[Question, ...]:
    """The questions whose TBD mark still stands somewhere."""
    text = "\n".join(line.text for section in sections for line in section.lines)
    engagement = brief.text("engagement")
    marks = {item.fact: f"[TBD: {words_for(FACTS[item.fact].label, engagement)}" for item in questions}
    return without_known((item for item in questions if marks[item.fact] in text), brief)
