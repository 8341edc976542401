"""One message read through: labels, requests, edits, facts, questions; and from these its intent."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.brief import Change
from assistant.facts import FACTS
from assistant.reading.bare import BareReply
from assistant.reading.composing import Composer
from assistant.reading.documents import NOTE, DocumentFinder
from assistant.reading.edits import EditReader
from assistant.reading.engagement import undecided
from assistant.reading.feedback import note, recipient
from assistant.reading.found import Found
from assistant.reading.intents import Heard, intent_of
from assistant.reading.moods import Sentence, is_request
from assistant.reading.orders import WISH
from assistant.reading.parts import parts, without
from assistant.reading.people import MANAGER
from assistant.reading.prose import ProseReader
from assistant.reading.reading import Context, Declined, Reading
from assistant.reading.requests import declined
from assistant.reading.roles import RoleFinder
from assistant.reading.talk import FILLER, HELP, OFF_TOPIC, is_greeting
from assistant.reading.text import Span

_NOTE_FACTS = frozenset(name for name, spec in FACTS.items() if spec.scope == "note")
_ENGAGING = frozenset(("role_title", "engagement", "rate_or_budget", "duration", "must_haves", "reports_to"))
_SAYS_SOMETHING = re.compile(
    r"\d|\b(?:budget|rate|salary|contractor|freelanc|employee|payroll|remote|degree|must|hour|month|week)"
)
MOST_QUESTION = 400


@dataclass(frozen=True)
class Tools:
    """What every message is read with."""

    documents: DocumentFinder
    roles: RoleFinder
    known: frozenset[str]
    today: dt.date


class MessageReader:
    """Reads one message; made anew for each."""

    def __init__(self, message: str, context: Context, tools: Tools) -> None:
        self._context = context
        self._tools = tools
        self._prose = ProseReader(tools.roles, tools.known)
        choices = frozenset(choice for question in context.asked for choice in question.choices)
        self._parts = parts(message, self._prose, tools.known, choices)
        self._text = self._parts.text
        self._edits = EditReader(self._text, context.brief, tools.known, self._closed, tools.roles)
        self._composer = Composer(self._text, context.brief, tools.today)

    def read(self) -> Reading:
        """The reading of the whole message."""
        for item, around in self._parts.labelled:
            if around.asks:
                self._composer.doubt(item.span)
            else:
                self._composer.take([item], around)
        lost = declined(self._text, [item.span for item in self._parts.own])
        kept = [item for item in self._parts.sentences if not (lost and lost[1] == item.span)]
        who = recipient(self._text)
        kinds = self._kinds(who)
        if lost and kinds:
            around = next(item for item in self._parts.own if item.span == lost[1])
            self._composer.take(self._tools.roles.asked_for(self._text, lost[1]), around)
        self._facts(kept, who)
        if not self._changes and not kinds:
            self._bare(kept)
        return self._reading(kinds, lost[0] if lost else None, kept)

    def _closed(self, span: Span) -> list[Found]:
        return self._prose.closed(self._text, span)

    @property
    def _changes(self) -> list[Change]:
        return self._composer.gathered.changes

    def _kinds(self, who: Found | None) -> tuple[str, ...]:
        """The documents asked for; feedback for somebody is a note."""
        for_note = who is not None or any(change.fact in _NOTE_FACTS for change in self._changes)
        asking = [item.span for item in self._parts.own if item.asks is None]
        kinds = self._tools.documents.asked(self._text, asking, feedback=for_note)
        return (NOTE,) if who and not kinds and NOTE in self._tools.documents.kinds else kinds

    def _facts(self, kept: Sequence[Sentence], who: Found | None) -> None:
        """Take the facts: of a note when this is one, else of the engagement."""
        finds = [(item, self._sentence(item, first=at == 0)) for at, item in enumerate(kept)]
        if who or self._continues_note(finds):
            spans = [item.span for item in kept if item.asks is None]
            for found in note(self._text, spans, who):
                around = next((item for item in kept if item.span.meets(found.span)), None)
                if around:
                    self._composer.take([found], around)
            return
        for item, found_here in finds:
            self._composer.take(found_here, item)
            open_ = undecided(self._text, item.span)
            if open_ and item.asks is None:
                self._composer.set_aside(open_)

    def _continues_note(self, finds: Sequence[tuple[Sentence, list[Found]]]) -> bool:
        """Say whether a message answers questions about a feedback note."""
        asked = any(question.fact in _NOTE_FACTS for question in self._context.asked)
        engaging = any(found.fact in _ENGAGING for _, items in finds for found in items)
        return asked and not engaging and not self._changes

    def _sentence(self, item: Sentence, *, first: bool) -> list[Found]:
        """The finds of one sentence: edits, the role of a document, and what stands outside them."""
        orders = [] if item.foreign else self._edits.read(item.span)
        made: list[Found] = []
        for order in orders:
            made += order.finds
            if not order.finds:
                self._composer.set_aside(order.reach)
                self._composer.touch(item)
        if not item.foreign and self._tools.documents.orders(self._text, item.span):
            made += self._tools.roles.asked_for(self._text, item.span)
        held = [found.span for found in made]
        for part in without(item.span, [order.reach for order in orders]):
            for found in self._prose.read(self._text, part, first=first and part.start == item.span.start):
                # In somebody else's mail "me" is not the manager.
                foreign = item.foreign and found.value == MANAGER
                if not foreign and not any(span.meets(found.span) for span in held):
                    made.append(found)
        return made

    def _bare(self, kept: Sequence[Sentence]) -> None:
        """Take what a message that only answers says."""
        if self._context.asked and kept and not any(item.shades for item in kept):
            reply = BareReply(self._text, self._prose, self._tools.roles, self._tools.known)
            self._composer.take(reply.place(self._context.asked), kept[0])

    def _reading(self, kinds: tuple[str, ...], lost: Declined | None, kept: Sequence[Sentence]) -> Reading:
        self._doubts(kept)
        gathered = self._composer.gathered
        heard = Heard(
            kinds,
            lost,
            gathered,
            self._question(kept),
            bool(WISH.search(self._text.low) and self._context.drafted),
        )
        intent, question = intent_of(self._text, self._context, heard)
        if intent in ("draft", "brief", "revise"):
            self._leftovers(kept)
        return Reading(
            intent=intent,
            changes=tuple(gathered.changes),
            kinds=kinds,
            question=question,
            declined=lost,
            unplaced=tuple(gathered.unplaced) if intent in ("draft", "brief", "revise") else (),
            hearsay=tuple(gathered.hearsay),
        )

    def _question(self, kept: Sequence[Sentence]) -> str | None:
        """The first question of management; one about this assistant or the weather is none."""
        for item in kept:
            if item.asks and not item.foreign:
                words = self._text.value(item.asks)[:MOST_QUESTION]
                low = self._text.folded(item.asks)
                if not HELP.search(low) and not OFF_TOPIC.search(low):
                    return words
        return None

    def _doubts(self, kept: Sequence[Sentence]) -> None:
        """Remember what is merely supposed, where it would say something of the engagement."""
        for item in kept:
            for shade in item.shades:
                if shade.mood == "hearsay" and _SAYS_SOMETHING.search(self._text.folded(shade.span)):
                    self._composer.doubt(shade.span)

    def _leftovers(self, kept: Sequence[Sentence]) -> None:
        """Set aside the statements from which nothing was read."""
        for item in kept:
            words = self._text.folded(item.span).strip()
            small = FILLER.fullmatch(words) or is_greeting(words) or len(words.split()) < 2
            asks = item.asks is not None or (is_request(words) and len(words) < 30)
            touched = item.span.start in self._composer.gathered.touched
            doubted = any(shade.mood == "hearsay" for shade in item.shades)
            if not (small or asks or touched or doubted) and not self._tools.documents.orders(
                self._text, item.span
            ):
                self._composer.set_aside(item.span)
