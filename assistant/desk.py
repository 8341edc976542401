"""The desk: everything that can be asked of the assistant, for the API, the command line and tests alike."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping

from assistant.brief import Brief, typed_changes
from assistant.drafting import Drafter, stale_facts, view_of
from assistant.drafts import Drafts
from assistant.errors import EmptyError, InvalidError, NotFoundError
from assistant.kinds import Kind
from assistant.model.caller import caller, calling
from assistant.places import jurisdiction as place_code
from assistant.reading.reading import Reader
from assistant.records.records import Records, Version
from assistant.revising import Reviser
from assistant.turn import Turns
from assistant.turns import BriefView, Conversation, Event, PassageView, RevisedDraft, Turn
from assistant.uploads import Uploads
from assistant.views import ConversationItem, ConversationView, Guidance, KindView, ModelView
from assistant.wellformed import refuse_unfit
from assistant.writing.rewording import Reworder
from knowledge.passages import Engagement
from knowledge.search import Search


class Desk:
    """Every method takes the owner first; `drafts` and `uploads` hold what concerns these.

    `model` says which language model text goes to.
    """

    def __init__(
        self,
        turns: Turns,
        reader: Reader,
        drafter: Drafter,
        search: Search,
        kinds: Mapping[str, Kind],
        records: Records,
        uploads: Uploads,
        clock: Callable[[], dt.datetime],
        new_id: Callable[[], str],
        reworder: Reworder | None = None,
        model: ModelView | None = None,
    ) -> None:
        self._turns = turns
        self._search = search
        self._kinds = kinds
        self._records = records
        self._clock = clock
        self._new_id = new_id
        self._reviser = Reviser(reader, drafter, kinds, records, turns.locks, clock, new_id, reworder)
        self.drafts = Drafts(drafter, kinds, records, turns.locks, new_id)
        self.uploads = uploads
        self.model = model or ModelView()

    def ready(self) -> None:
        """Raise `StorageError` when the records do not answer."""
        self._records.ready()

    def kinds(self) -> list[KindView]:
        """The kinds of document that can be drafted."""
        return [KindView.of(kind) for kind in self._kinds.values()]

    def create_conversation(self, owner: str) -> ConversationView:
        """Start a conversation."""
        now = self._clock().isoformat()
        new = Conversation(id=self._new_id(), title="", created_at=now, updated_at=now, brief=Brief())
        self._records.create_conversation(owner, new)
        return self._view(new, ())

    def conversations(self, owner: str) -> list[ConversationItem]:
        """The owner's conversations, newest first."""
        return [ConversationItem.of(item) for item in self._records.conversations(owner)]

    def conversation(self, owner: str, id: str) -> ConversationView:
        """One conversation with its messages and drafts."""
        return self._view(self._records.conversation(owner, id), self._records.newest(owner, id))

    def delete_conversation(self, owner: str, id: str) -> None:
        """Delete a conversation and everything in it."""
        self._records.delete_conversation(owner, id)

    def take(self, owner: str, id: str, text: str) -> Iterator[Event]:
        """Take a message and yield what happens; see `Turns.take`."""
        refuse_unfit(text, "text")
        yield from self._turns.take(owner, id, text)

    def send(self, owner: str, id: str, text: str) -> Turn:
        """Take a message and return its turn."""
        with calling(caller()):
            *_, done = self.take(owner, id, text)
        return Turn.model_validate(done.data)

    def revise(self, owner: str, draft_id: str, text: str, section: str | None = None) -> RevisedDraft:
        """Change a draft in words; see `Reviser.revise`."""
        return self._reviser.revise(owner, draft_id, text, section)

    def brief(self, owner: str, id: str) -> BriefView:
        """The brief of a conversation."""
        return BriefView.of(self._records.conversation(owner, id).brief)

    def edit_brief(self, owner: str, id: str, facts: Mapping[str, object]) -> BriefView:
        """Set or forget (None) facts of a conversation's brief, as typed into a form."""
        with self._turns.locks.hold(owner, id):
            brief = self._records.conversation(owner, id).brief
            edited = brief.merge(typed_changes(facts)).brief
            self._records.keep_brief(owner, id, edited, self._clock().isoformat())
        return BriefView.of(edited)

    def guidance(
        self,
        owner: str,
        question: str,
        k: int = 8,
        *,
        topics: Iterable[str] | None = None,
        jurisdiction: str | None = None,
        engagement: Engagement | None = None,
    ) -> Guidance:
        """Search the library and the owner's documents."""
        refuse_unfit(question, "q")
        if not question.strip():
            raise EmptyError("The question is empty.", advice="Ask something in 'q'.")
        found = self._search.search(
            question,
            k=k,
            owner=owner,
            topics=self._known_topics(topics),
            jurisdiction=_known_place(jurisdiction),
            engagement=engagement,
        )
        return Guidance(answered=found.answered, items=tuple(view_of(item) for item in found.passages))

    def passage(self, owner: str, id: str) -> PassageView:
        """One passage of the library or of the owner's documents."""
        found = self._search.passage(id, owner)
        if found is None:
            raise NotFoundError("No passage has this id.", advice="Search the guidance again.")
        return view_of(found)

    def _view(self, conversation: Conversation, newest: Iterable[Version]) -> ConversationView:
        newest = tuple(newest)
        drafts = (
            version.draft.model_copy(
                update={"stale": stale_facts(version, conversation.brief, self._kinds[version.draft.kind])}
            )
            for version in newest
        )
        return ConversationView(
            **ConversationItem.of(conversation).model_dump(),
            brief=BriefView.of(conversation.brief),
            questions=conversation.asked,
            messages=conversation.messages,
            drafts=tuple(drafts),
            **_cost(conversation, newest),
        )

    def _known_topics(self, topics: Iterable[str] | None) -> list[str] | None:
        wanted = list(topics or ())
        if any(not self._search.topic_passages(topic) for topic in wanted):
            raise InvalidError("The topic is unknown or empty.", advice="See knowledge/topics.yaml.")
        return wanted or None


def _cost(conversation: Conversation, newest: Iterable[Version]) -> dict[str, int]:
    """The tokens of a conversation's turns, and of drafts that no turn made."""
    turns = [message.turn for message in conversation.messages if message.turn]
    told = {(draft.id, draft.version) for turn in turns for draft in turn.drafts}
    drafts = [item.draft for item in newest if (item.draft.id, item.draft.version) not in told]
    costs = [*turns, *(draft.provenance for draft in drafts)]
    return {name: sum(getattr(cost, name) for cost in costs) for name in ("tokens_in", "tokens_out")}


def _known_place(name: str | None) -> str | None:
    code = place_code(name) if name else None
    if name and code is None:
        raise InvalidError("The jurisdiction is unknown.", advice="Give a code such as 'US-CA' or 'GB'.")
    return code
