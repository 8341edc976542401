"""One revision under way: what it starts from, what was said, and the turn that it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant import replies
from assistant.asking import worth_asking
from assistant.brief import Merge
from assistant.draft import Draft
from assistant.model.prompt import Usage
from assistant.reading.reading import Reading
from assistant.records.records import Exchange, Version
from assistant.turns import BriefView, Conversation, DeclinedView, Message, Proposal, Turn
from assistant.writing.writer import Report


@dataclass(frozen=True)
class Outcome:
    """What a revision made: a version, unless all of it is proposed; who wrote it and at what cost."""

    version: Version | None
    report: Report
    proposals: Sequence[Proposal] = ()

    @classmethod
    def of(cls, version: Version, proposals: Sequence[Proposal] = ()) -> "Outcome":
        """The outcome of a new version."""
        return cls(version, report_of(version.draft), proposals)


def report_of(draft: Draft) -> Report:
    """Who wrote a draft, and at what cost."""
    by = draft.provenance
    return Report(by.writer, by.model, by.prompt_digest, Usage(by.tokens_in, by.tokens_out), by.faults)


@dataclass(frozen=True)
class Revision:
    """A draft's version, the words about it as they were read, and the brief that follows from them."""

    before: Version
    conversation: Conversation | None
    reading: Reading
    merge: Merge
    message: Message

    def exchange(self, conversation: Conversation, turn_id: str, outcome: Outcome) -> Exchange:
        """What the revision leaves behind in its conversation."""
        turn = self._turn(conversation, turn_id, outcome)
        versions = (outcome.version,) if outcome.version else ()
        return Exchange(conversation.id, self.message, turn, self.merge.brief, versions)

    def _turn(self, conversation: Conversation, id: str, outcome: Outcome) -> Turn:
        report, declined, read = outcome.report, self.reading.declined, self.reading.usage
        draft = outcome.version.draft if outcome.version else self.before.draft
        drafts = (draft,) if outcome.version else ()
        said = replies.reply(self.reading, self.merge, drafts, conversation.brief)
        return Turn(
            id=id,
            conversation_id=conversation.id,
            intent="revise",
            reply=said if drafts else f"{said} {replies.PROPOSED}".strip(),
            brief=BriefView.of(self.merge.brief),
            drafts=drafts,
            questions=worth_asking(draft.open_questions, self.merge.brief),
            declined=DeclinedView(what=declined.what, why=declined.why, instead=declined.instead)
            if declined
            else None,
            writer=report.writer,
            proposals=tuple(outcome.proposals),
            tokens_in=read.tokens_in + report.usage.tokens_in,
            tokens_out=read.tokens_out + report.usage.tokens_out,
            faults=tuple(dict.fromkeys((*filter(None, (self.reading.fault,)), *report.faults))),
        )
