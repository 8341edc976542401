"""One revision under way: what it starts from, what was said, and the turn that it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant import replies
from assistant.asking import worth_asking
from assistant.brief import Merge
from assistant.draft import Draft
from assistant.reading.reading import Reading
from assistant.records.records import Exchange, Version
from assistant.turns import BriefView, Conversation, DeclinedView, Message, Proposal, Turn


@dataclass(frozen=True)
class Revision:
    """A draft's version, the words about it as they were read, and the brief that follows from them."""

    before: Version
    conversation: Conversation | None
    reading: Reading
    merge: Merge
    message: Message

    def exchange(
        self, conversation: Conversation, turn_id: str, version: Version, proposals: Sequence[Proposal]
    ) -> Exchange:
        """What the revision leaves behind in its conversation."""
        turn = self._turn(conversation, turn_id, version.draft, proposals)
        return Exchange(conversation.id, self.message, turn, self.merge.brief, (version,))

    def _turn(self, conversation: Conversation, id: str, draft: Draft, proposals: Sequence[Proposal]) -> Turn:
        written, declined, read = draft.provenance, self.reading.declined, self.reading.usage
        return Turn(
            id=id,
            conversation_id=conversation.id,
            intent="revise",
            reply=replies.reply(self.reading, self.merge, (draft,), conversation.brief),
            brief=BriefView.of(self.merge.brief),
            drafts=(draft,),
            questions=worth_asking(draft.open_questions, self.merge.brief),
            declined=DeclinedView(what=declined.what, why=declined.why, instead=declined.instead)
            if declined
            else None,
            writer=written.writer,
            proposals=tuple(proposals),
            tokens_in=read.tokens_in + written.tokens_in,
            tokens_out=read.tokens_out + written.tokens_out,
            faults=tuple(dict.fromkeys((*filter(None, (self.reading.fault,)), *written.faults))),
        )
