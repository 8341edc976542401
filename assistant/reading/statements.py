"""Take what a message states: the facts of a note or of the engagement, edits, or a bare reply."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.brief import same
from assistant.facts import FACTS
from assistant.reading.bare import BareReply
from assistant.reading.composing import Composer
from assistant.reading.dates import DATES, restated
from assistant.reading.documents import DocumentFinder
from assistant.reading.edits import EditReader
from assistant.reading.engagement import denied, unclear, undecided
from assistant.reading.feedback import body, note
from assistant.reading.found import Found
from assistant.reading.moods import Sentence
from assistant.reading.parts import Parts, without
from assistant.reading.people import MANAGER
from assistant.reading.prose import ProseReader
from assistant.reading.reading import Context
from assistant.reading.roles import FACT as ROLE
from assistant.reading.roles import RoleFinder
from assistant.reading.talk import FILLER, LEADS_UP, is_greeting

NOTE_FACTS = frozenset(name for name, spec in FACTS.items() if spec.scope == "note")
_ENGAGING = frozenset(("role_title", "engagement", "rate_or_budget", "duration", "must_haves", "reports_to"))
_TOLD_LEAST = 3
_ALSO = re.compile(r"\b(?:also|another|second|as well|too|separately|additionally|besides|plus)\b")


@dataclass(frozen=True)
class Tools:
    """What every message is read with."""

    documents: DocumentFinder
    roles: RoleFinder
    known: frozenset[str]
    today: dt.date


class StatementReader:
    """Reads the statements of one message into a composer."""

    def __init__(
        self, parts: Parts, prose: ProseReader, composer: Composer, context: Context, tools: Tools
    ) -> None:
        self._parts = parts
        self._text = parts.text
        self._prose = prose
        self._composer = composer
        self._context = context
        self._tools = tools
        self._edits = EditReader(
            self._text, context.brief, tools.known, lambda span: prose.closed(self._text, span), tools.roles
        )

    def take(self, kept: Sequence[Sentence], who: Found | None) -> None:
        """Take the facts of the sentences; `who` is the one whom a note is for."""
        opened = [self._opens(item) for item in kept]
        finds = [(item, self._finds(item, first=all(opened[:at]))) for at, item in enumerate(kept)]
        if who or self._continues_note(finds):
            self._take_note([item for item in kept if item.asks is None], who)
            return
        last = ""
        for item, told in finds:
            found_here = self._of_one_role(item, told)
            again = restated(self._text, item.span, last) if last and not found_here else None
            self._composer.take([again] if again else found_here, item)
            last = next((found.fact for found in reversed(found_here) if found.fact in DATES), "")
            for role in (found for found in found_here if found.fact == "role_title"):
                for other in self._tools.roles.beside(self._text, item.span, role.span):
                    self._composer.set_aside_role(other)
            self._open_engagement(item, found_here)

    def _of_one_role(self, item: Sentence, found_here: list[Found]) -> list[Found]:
        """The finds without those that are of another role: one brief is about one."""
        roles = [found for found in found_here if found.fact == ROLE and found.op == "set"]
        known = self._composer.role
        if roles and known and _ALSO.search(self._text.folded(item.span)) and not same(known, roles[0].value):
            self._composer.set_aside_role(item.span)
            self._composer.touch(item)
            return []
        other = self._tools.roles.further(self._text, item.span, roles[0].span) if roles else None
        if other is None:
            return found_here
        self._composer.set_aside_role(other)
        return [found for found in found_here if not other.holds(found.span)]

    def take_role(self, item: Sentence) -> None:
        """Take the role of a document that a sentence asks for, and nothing else."""
        self._composer.take(self._tools.roles.asked_for(self._text, item.span), item)

    def take_bare(self, kept: Sequence[Sentence]) -> None:
        """Take what a message that only answers says."""
        if self._context.asked and kept and not any(item.shades for item in kept):
            reply = BareReply(self._text, self._prose, self._tools.roles, self._tools.known)
            self._composer.take(reply.place(self._context.asked), kept[0])

    def _open_engagement(self, item: Sentence, found_here: Sequence[Found]) -> None:
        """Set aside the words that leave the engagement open, or merely deny one kind of it."""
        said = any(found.fact == "engagement" for found in found_here)
        both = undecided(self._text, item.span) or (None if said else denied(self._text, item.span))
        for words in (both, unclear(self._text, item.span)):
            if words and not item.shades:
                self._composer.set_aside(words)
                self._composer.touch(item)

    def _opens(self, item: Sentence) -> bool:
        """Say whether a sentence only leads up to what is wanted: a greeting, a document asked for."""
        words = self._text.folded(item.span).strip()
        small = FILLER.fullmatch(words) or is_greeting(words) or LEADS_UP.fullmatch(words)
        return bool(small) or self._tools.documents.orders(self._text, item.span)

    def _take_note(self, kept: Sequence[Sentence], who: Found | None) -> None:
        """Take a note's facts; what was told and fits none of them is set aside."""
        told: set[int] = set()
        asked = frozenset(question.fact for question in self._context.asked) & NOTE_FACTS
        for found in note(self._text, [item.span for item in kept], who, frozenset() if who else asked):
            around = next((item for item in kept if item.span.meets(found.span)), None)
            if around:
                self._composer.take([found], around)
                told |= set() if found is who else {around.span.start}
        for item in kept:
            rest = self._text.trim(body(self._text, item.span, who))
            if item.span.start not in told and len(self._text.value(rest).split()) >= _TOLD_LEAST:
                self._composer.set_aside(rest)
                self._composer.touch(item)

    def _continues_note(self, finds: Sequence[tuple[Sentence, list[Found]]]) -> bool:
        """Say whether a message answers questions about a feedback note."""
        asked = any(question.fact in NOTE_FACTS for question in self._context.asked)
        engaging = any(found.fact in _ENGAGING for _, items in finds for found in items)
        return asked and not engaging and not self._composer.gathered.changes

    def _finds(self, item: Sentence, *, first: bool) -> list[Found]:
        """The finds of one sentence: edits, the role of a document, and what stands outside them."""
        orders = [] if item.foreign else self._edits.read(item.span)
        made = [found for order in orders for found in order.finds]
        for order in orders:
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
