"""What a turn has gathered so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.accepting import Suggestion
from assistant.answering import Reply
from assistant.brief import Merge
from assistant.model.prompt import NOTHING, Usage
from assistant.reading.reading import Reading
from assistant.records.records import Version
from assistant.turns import Conversation, Message, Proposal


@dataclass
class Gathered:
    """The message as it was read, what came of it, what it cost and what went wrong."""

    owner: str
    conversation: Conversation
    message: Message
    reading: Reading
    merge: Merge
    before: Sequence[Version]
    offering: Version | None = None
    offered: Sequence[Suggestion] = ()
    versions: list[Version] = field(default_factory=list)
    answer: Reply | None = None
    usage: Usage = NOTHING
    faults: list[str] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    as_it_was: bool = False  # a wish was heard, and nothing came of it

    @property
    def accepts_only(self) -> bool:
        """Say whether the message does nothing else than accept what a draft suggests."""
        reading = self.reading
        if not reading.accepting or reading.kinds:
            return False
        facts = {(item.fact, item.value) for item in self.offered}
        return all((change.fact, change.value) in facts for change in reading.changes)
