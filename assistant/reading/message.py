"""One message read through: labels, requests, edits, facts, questions; and from these its intent."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.brief import Change
from assistant.facts import FACTS
from assistant.reading.bare import BareReply
from assistant.reading.composing import Composer
from assistant.reading.documents import DocumentFinder
from assistant.reading.edits import WISH, edits
from assistant.reading.engagement import undecided
from assistant.reading.feedback import note, recipient
from assistant.reading.found import Found
from assistant.reading.intents import intent_of
from assistant.reading.labelled import LabelReader
from assistant.reading.layout import Line, blocks, lines
from assistant.reading.moods import Sentence, is_request, sentence
from assistant.reading.prose import ProseReader
from assistant.reading.reading import Context, Declined, Reading
from assistant.reading.requests import declined
from assistant.reading.roles import RoleFinder
from assistant.reading.sentences import sentences
from assistant.reading.talk import GREETING, HELP, OFF_TOPIC
from assistant.reading.text import Span, Text

NOTE = "feedback_note"
_NOTE_FACTS = frozenset(name for name, spec in FACTS.items() if spec.scope == "note")
_ENGAGING = frozenset(("role_title", "engagement", "rate_or_budget", "duration", "must_haves", "reports_to"))
_FILLER = re.compile(
    r"(?:please|thanks?|thank you|cheers|regards|best|kind regards|many thanks|best regards|sincerely|sent from my .*|fyi|see below|"
    r"asap please|let me know.*|ok|okay|yes|no|sure|great|also|and|urgent|that's (?:it|all).*|done|hope (?:you|this).*|looking forward.*|dear .*|hi\b.{0,30}|"
    r"hello\b.{0,30}|hey\b.{0,30}|here(?:'s| is| are) .{0,40}|can you help.*|could you help.*|i need (?:your )?help|help me.{0,40})[ .,!:]*"
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

    def __init__(self, text: Text, context: Context, tools: Tools) -> None:
        self._text = text
        self._context = context
        self._tools = tools
        self._prose = ProseReader(tools.roles, tools.known, tools.today)
        self._composer = Composer(text, context.brief)

    def read(self) -> Reading:
        """The reading of the whole message."""
        own = list(lines(self._text))
        spans = self._labels(own)
        lost = declined(self._text, [span for span, _ in spans])
        read = [sentence(self._text, span, bullet) for span, bullet in spans]
        kept = [item for item in read if not (lost and lost[1] == item.span)]
        who = recipient(self._text)
        for_note = who is not None or any(change.fact in _NOTE_FACTS for change in self._changes)
        kinds = self._tools.documents.asked(
            self._text, [item.span for item in read if item.asks is None], feedback=for_note
        )
        if who and not kinds and NOTE in self._tools.documents.kinds:
            kinds = (NOTE,)
        if lost and kinds:
            self._composer.take(self._tools.roles.asked_for(self._text, lost[1]))
        self._facts(kept, who)
        if not self._changes and not kinds:
            self._composer.take(self._bare(kept))
        return self._reading(kinds, lost[0] if lost else None, kept)

    @property
    def _changes(self) -> list[Change]:
        return self._composer.gathered.changes

    def _labels(self, own: Sequence[Line]) -> list[tuple[Span, bool]]:
        """Take the labelled parts; return the sentences of the rest."""
        choices = frozenset(choice for question in self._context.asked for choice in question.choices)
        reader = LabelReader(
            self._text, lambda span: self._prose.closed(self._text, span), self._tools.known, choices
        )
        finds, read = reader.read(own)
        for item in finds:
            self._composer.take([item], sentence(self._text, item.span))
        rest = [(part, bullet) for block, bullet in blocks(self._text, own) for part in _without(block, read)]
        return [(span, bullet) for part, bullet in rest for span in sentences(self._text, part)]

    def _facts(self, kept: Sequence[Sentence], who: Found | None) -> None:
        """Take the facts: of a note when this is one, else of the engagement."""
        finds = [(item, self._sentence(item, first=at == 0)) for at, item in enumerate(kept)]
        if who or self._continues_note(finds):
            spans = [item.span for item in kept if item.asks is None]
            for found in note(self._text, spans, who, self._tools.today):
                self._composer.take(
                    [found], next((item for item in kept if item.span.meets(found.span)), None)
                )
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
        """The finds of one sentence: edits, and what stands outside them."""
        made = list(edits(self._text, item.span, self._context.brief, self._tools.known))
        held = [found.whole for found in made]
        order = (
            list(self._tools.roles.asked_for(self._text, item.span))
            if self._tools.documents.mentioned(self._text, item.span)
            else []
        )
        plain = [
            found
            for found in self._prose.read(self._text, item.span, first=first)
            if not any(span.meets(found.span) for span in held)
        ]
        plain = [found for found in plain if not any(role.span.meets(found.span) for role in order)]
        return [*made, *order, *plain]

    def _bare(self, kept: Sequence[Sentence]) -> list[Found]:
        """What a message that only answers says."""
        if not self._context.asked or any(item.shades for item in kept):
            return []
        reply = BareReply(self._tools.roles, self._tools.known, self._tools.today, self._prose.closed)
        return reply.place(self._text, self._context.asked)

    def _reading(self, kinds: tuple[str, ...], lost: Declined | None, kept: Sequence[Sentence]) -> Reading:
        asked = next((item for item in kept if item.asks is not None), None)
        question = self._text.value(asked.asks)[:MOST_QUESTION] if asked and asked.asks else None
        whole = self._text.low.strip()
        if question and (HELP.search(question.casefold()) or OFF_TOPIC.search(question.casefold())):
            question = None
        gathered = self._composer.gathered
        wish = bool(WISH.search(whole)) and bool(self._context.drafted)
        intent, question = intent_of(self._text, self._context, kinds, lost, gathered, question, wish)
        if intent in ("draft", "brief", "revise") and not GREETING.fullmatch(whole):
            self._leftovers(kept)
        return Reading(
            intent=intent,
            changes=tuple(gathered.changes),
            kinds=kinds,
            question=question,
            declined=lost,
            unplaced=tuple(gathered.unplaced)
            if intent not in ("answer", "greeting", "help", "off_topic")
            else (),
            hearsay=tuple(gathered.hearsay),
        )

    def _leftovers(self, kept: Sequence[Sentence]) -> None:
        """Set aside the statements from which nothing was read."""
        for item in kept:
            words = self._text.folded(item.span).strip()
            if (
                item.asks is not None
                or _FILLER.fullmatch(words)
                or GREETING.fullmatch(words)
                or len(words.split()) < 2
            ):
                continue
            touched = any(span.meets(item.span) for span in self._composer.gathered.read)
            doubted = any(shade.mood == "hearsay" for shade in item.shades)
            if doubted and not touched:
                for shade in item.shades:
                    self._composer.doubt(shade.span)
            elif (
                not touched
                and not self._tools.documents.orders(self._text, item.span)
                and not (is_request(words) and len(words) < 30)
            ):
                self._composer.set_aside(item.span)


def _without(block: Span, read: Sequence[Span]) -> list[Span]:
    """What is left of a block beside the spans already read."""
    parts, start = [], block.start
    for span in sorted(read):
        if span.meets(block):
            if span.start > start:
                parts.append(Span(start, span.start))
            start = max(start, span.end)
    if start < block.end:
        parts.append(Span(start, block.end))
    return parts
