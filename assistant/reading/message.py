"""One message read through: what is asked for, declined and stated; and from these its intent."""

import re
from collections.abc import Sequence

from assistant.accepting import given_by
from assistant.reading.acceptance import Acceptance, acceptance
from assistant.reading.composing import Composer
from assistant.reading.declinable import SCREENING
from assistant.reading.documents import NOTE
from assistant.reading.feedback import recipient
from assistant.reading.found import Found
from assistant.reading.intents import Heard, intent_of
from assistant.reading.moods import Sentence, is_request, sentence
from assistant.reading.orders import WISH
from assistant.reading.parts import parts
from assistant.reading.prose import ProseReader
from assistant.reading.reading import Context, Declined, Intent, Reading
from assistant.reading.requests import declined
from assistant.reading.statements import NOTE_FACTS, StatementReader, Tools
from assistant.reading.talk import FILLER, HELP, OFF_TOPIC, STATES, is_greeting
from assistant.reading.text import Span
from assistant.reading.troubles import Around, contents, trouble
from assistant.reading.unavailable import unavailable

# A doubt is worth repeating when it is about the engagement.
_SAYS_SOMETHING = re.compile(
    r"\d|\b(?:budget|rate|salary|contractor|freelanc|employee|payroll|remote|degree|must|hour|month|week)"
)
_STATING = ("draft", "brief", "revise")
MOST_QUESTION = 400
SHORT_QUESTION = 2


class MessageReader:
    """Reads one message; made anew for each."""

    def __init__(self, message: str, context: Context, tools: Tools) -> None:
        prose = ProseReader(tools.roles, tools.known)
        choices = frozenset(choice for question in context.asked for choice in question.choices)
        self._parts = parts(message, prose, tools.known, choices)
        self._text = self._parts.text
        self._context = context
        self._tools = tools
        self._composer = Composer(self._text, context.brief, tools.today)
        self._statements = StatementReader(self._parts, prose, self._composer, context, tools)
        self._accepting: list[Acceptance] = []
        self._unavailable: list[str] = []

    def read(self) -> Reading:
        """The reading of the whole message."""
        lost, where = declined(self._text, [item.span for item in self._parts.own]) or (None, None)
        # Below somebody's pasted papers only what is plainly the manager's own is read.
        pasted = where.start if where and lost is SCREENING else len(self._text.raw)
        self._labelled(pasted)
        kept = [
            item
            for item in self._parts.sentences
            if item.span != where and (item.span.start < pasted or self._is_own(item))
        ]
        kept = self._without_orders(kept)
        who = recipient(self._text)
        kinds = self._kinds(who)
        if kinds:
            for item in self._parts.own:
                if item.span == where:
                    self._statements.take_role(item)
        self._statements.take(kept, who)
        if not self._composer.gathered.changes and not (kinds or self._accepting or self._unavailable):
            self._statements.take_bare(kept)
        return self._reading(kinds, lost, kept)

    def _labelled(self, pasted: int) -> None:
        """Take the labelled parts; a value with a question mark is a doubt."""
        for item, around in self._parts.labelled:
            if around.asks:
                self._composer.doubt(item.span)
            elif item.span.start < pasted:
                self._composer.take([item], around)

    def _without_orders(self, kept: Sequence[Sentence]) -> list[Sentence]:
        """What is left to read beside words that accept something or ask for a document we do not draft."""
        left: list[Sentence] = []
        for item in kept:
            done = self._done_with(item) if item.asks is None and not item.foreign else None
            if done is None:
                left.append(item)
                continue
            rest = self._text.trim(Span(done, item.span.end))
            if len(self._text.value(rest).split()) > SHORT_QUESTION:
                left.append(sentence(self._text, rest))
                self._statements.take_role(left[-1])
        return left

    def _done_with(self, item: Sentence) -> int | None:
        """Where such words end in a sentence, if it holds any."""
        drafted = self._context.drafted
        found = acceptance(self._text, item.span, self._context.offered) if drafted else None
        if found:
            self._accepting.append(found)
            return found.words.end
        documents = self._tools.documents
        missing = list(unavailable(self._text, item.span, lambda span: documents.names(self._text, span)))
        self._unavailable += [self._text.value(span) for span in missing]
        return missing[-1].end if missing and not documents.orders(self._text, item.span) else None

    def _is_own(self, item: Sentence) -> bool:
        """Say whether a sentence below somebody's pasted papers is the manager's own."""
        states = STATES.search(self._text.folded(item.span)) is not None
        return states or self._tools.documents.orders(self._text, item.span)

    def _kinds(self, who: Found | None) -> tuple[str, ...]:
        """The documents asked for; feedback for somebody is a note."""
        changes = self._composer.gathered.changes
        for_note = who is not None or any(change.fact in NOTE_FACTS for change in changes)
        asking = [item.span for item in self._parts.own if item.asks is None]
        kinds = self._tools.documents.asked(self._text, asking, feedback=for_note)
        if who and not kinds and NOTE in self._tools.documents.kinds:
            return (NOTE,)
        if not kinds and any(self._tools.documents.goes_on(self._text, span) for span in asking):
            under_way = tuple(self._context.drafted) or self._tools.documents.kinds[:1]
            return under_way[-1:]
        return kinds

    def _reading(self, kinds: tuple[str, ...], lost: Declined | None, kept: Sequence[Sentence]) -> Reading:
        self._doubts(kept)
        gathered = self._composer.gathered
        wish = bool(self._context.drafted) and WISH.search(self._text.low) is not None
        heard = Heard(kinds, lost, gathered, self._question(kept), wish)
        intent, question = intent_of(self._text, self._context, heard)
        if self._accepting and not kinds:
            intent = "revise"
        elif self._unavailable and not (kinds or gathered.changes or question):
            intent = "help"
        if intent in _STATING:
            self._leftovers(kept)
        given = [
            change
            for item in self._accepting
            for change in given_by(item.taken, self._text.quote(item.words))
        ]
        return Reading(
            intent=intent,
            changes=(*gathered.changes, *given),
            kinds=kinds,
            question=question,
            declined=lost,
            unplaced=tuple(gathered.unplaced) if intent in _STATING else (),
            hearsay=tuple(gathered.hearsay),
            other_roles=tuple(gathered.other_roles),
            accepting=bool(self._accepting),
            accepts=tuple(dict.fromkeys(taken.line for item in self._accepting for taken in item.taken)),
            unavailable=tuple(dict.fromkeys(self._unavailable)),
            seeks=self._seeks(intent, kinds, heard),
        )

    def _seeks(self, intent: Intent, kinds: tuple[str, ...], heard: Heard) -> str | None:
        """What to ask of the library where no question was heard, or a wish for a contract stands for one."""
        gathered = self._composer.gathered
        if self._unavailable:
            aside = kinds or gathered.changes
            return None if aside else contents(tuple(self._unavailable), self._text)
        asked = heard.question is not None
        if intent not in ("brief", "revise", "help") and not (intent == "answer" and gathered.changes):
            return None
        ordered = bool(kinds or heard.lost or heard.wish or self._accepting or self._parts.labelled)
        return trouble(self._text, self._context, Around(ordered, asked, gathered))

    def _question(self, kept: Sequence[Sentence]) -> str | None:
        """The first question of management; one about this assistant or the weather is none."""
        for item in kept:
            low = self._text.folded(item.asks) if item.asks and not item.foreign else ""
            if item.asks and low and not HELP.search(low) and not OFF_TOPIC.search(low):
                # "... sloppy code. How?" asks nothing without what stands before it.
                short = len(low.split()) <= SHORT_QUESTION
                return self._words(self._text.whole if short else item.asks)
        return None

    def _words(self, span: Span) -> str:
        return self._text.value(span)[:MOST_QUESTION]

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
            read = item.span.start in self._composer.gathered.touched
            doubted = any(shade.mood == "hearsay" for shade in item.shades)
            if not (small or asks or read or doubted or self._tools.documents.orders(self._text, item.span)):
                self._composer.set_aside(item.span)
