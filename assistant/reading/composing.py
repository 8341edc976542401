"""Turn finds into changes: corrections, contradictions and repeats told apart, what is not sure set aside."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from assistant.brief import Brief, Change, same
from assistant.facts import FACTS, LISTS
from assistant.reading.dates import DATES, with_day
from assistant.reading.found import Found
from assistant.reading.moods import Sentence, Shade
from assistant.reading.orders import CORRECTED, CORRECTS, NEGATED
from assistant.reading.patterns import words
from assistant.reading.text import Span, Text
from knowledge.names import is_work

SHORT = 160
# More than a brief holds, so that what there is no room for can be told.
MOST_READ = 200
MOST_ASIDE = 40
# "Ideally Docker" and "can maybe be extended" are just what these facts hold.
_SOFT = frozenset(("nice_to_haves", "extension", "trade_offs", "deal_breakers"))
_OF_THE_PAST = frozenset(("why_now", "training"))
_HARD = re.compile(r"\b(?:i (?:think|guess|heard)|not sure|said|mentioned|apparently)\b")
# A "no" before these is what they say: "no degree", "no training".
_SAY_NO = frozenset(["degree", "training", "extension", "why_now", "in_charge", "reports_to", "organisation"])
# Two statements of these may be two sides of one fact, such as a day rate and a total.
_TWO_SIDED = frozenset(
    ["duration", "rate_or_budget", "communication", "security", "training", "schedule", "location"]
)
# When the work must be done says something else than how long somebody is engaged.
DONE = re.compile(
    r"(?:(?:must|has to|have to|needs? to|should) be )?(?:done|finished|complete|deliver|wrapped)"
)
# Who says what comes first, and who takes the results.
_SETS = re.compile(r"priorit|\bfirst\b|gets done")
_ACCEPTS = re.compile(r"accept|approve|sign")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_REPEATS = words(
    "role_title|time_zone|location|reports_to|team|start|duration|degree|why_now",
    "organisation|overlap|schedule",
)


@dataclass
class Gathered:
    """What a message comes to, bit by bit; `touched` are the starts of sentences that said something.

    `other_roles` are those of what is set aside that name a second role.
    """

    changes: list[Change] = field(default_factory=list)
    hearsay: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    other_roles: list[str] = field(default_factory=list)


class Composer:
    """Collects the finds of one message against the brief as it stands."""

    def __init__(self, text: Text, brief: Brief, today: dt.date) -> None:
        self._text = text
        self._brief = brief
        self._today = today
        self.gathered = Gathered()

    def take(self, finds: Iterable[Found], sentence: Sentence) -> None:
        """Take finds in order of place, each with the doubts of its sentence."""
        for item in finds:
            self.gathered.touched.add(sentence.span.start)
            shade = sentence.shade_at(item.span)
            if shade and not self._allowed(item, shade):
                if shade.mood == "hearsay":
                    self.doubt(shade.span)
                elif shade.mood == "past":
                    self.set_aside(shade.span)
            elif not self._negated(item):
                self._add(self._with_op(item, sentence))

    def touch(self, sentence: Sentence) -> None:
        """Remember that a sentence is dealt with."""
        self.gathered.touched.add(sentence.span.start)

    def doubt(self, span: Span) -> None:
        """Remember words that somebody merely supposes."""
        self._remember(self.gathered.hearsay, span)

    def set_aside(self, span: Span) -> None:
        """Remember words that fit no fact."""
        self._remember(self.gathered.unplaced, span)

    @property
    def role(self) -> str | None:
        """The role that is known by now."""
        said = (change.value for change in self.gathered.changes if change.fact == "role_title")
        return next(said, self._brief.text("role_title"))

    def set_aside_role(self, span: Span) -> None:
        """Remember a role beside the one that the brief is about."""
        self._remember(self.gathered.unplaced, span)
        self._remember(self.gathered.other_roles, span)

    def _remember(self, where: list[str], span: Span) -> None:
        words = self._text.quote(self._text.trim(span))
        if len(words) > SHORT:
            cut = words.rfind(" ", 0, SHORT)
            words = words[: cut if cut > 0 else SHORT]
        if words.strip() and words not in where and len(where) < MOST_ASIDE:
            where.append(words)

    def _allowed(self, item: Found, shade: Shade) -> bool:
        if shade.mood == "hearsay":
            return item.fact in _SOFT and not _HARD.search(self._text.folded(shade.span))
        return shade.mood == "past" and (item.fact in _OF_THE_PAST or FACTS[item.fact].scope == "note")

    def _negated(self, item: Found) -> bool:
        if item.op != "set" or item.fact in LISTS or item.fact in _SAY_NO:
            return False
        return NEGATED.search(self._text.low[max(0, item.span.start - 30) : item.span.start]) is not None

    def _with_op(self, item: Found, sentence: Sentence) -> Found:
        """A correction overrules what was said before; a contradiction is settled by saying it again."""
        if item.op != "set" or item.fact in LISTS:
            return item
        before = self._text.low[sentence.span.start : item.whole.end]
        after = self._text.low[item.whole.end : min(sentence.span.end, item.whole.end + 25)]
        settles = self._brief.conflict(item.fact) is not None
        vague = item.fact == "role_title" and is_work(self._brief.text("role_title") or "")
        if item.fact == "rate_or_budget" and before.endswith(f" or {self._text.folded(item.whole)}"):
            return item  # "Make it 500 or 550 a day" decides nothing: the second does not overrule the first.
        corrects = CORRECTS.search(before) or CORRECTED.search(after)
        return item.as_op("correct") if corrects or settles or vague else item

    def _add(self, item: Found) -> None:
        changes = self.gathered.changes
        mine = [change for change in changes if change.fact == item.fact]
        if len(mine) >= MOST_READ or any(c.op == item.op and same(c.value, item.value) for c in mine):
            return
        if item.fact == "duration" and DONE.match(item.value.casefold()) and item.fact in self._brief.facts:
            self.set_aside(item.span)
            return
        if item.fact not in LISTS and item.op == "set":
            stated = [change for change in mine if change.op in ("set", "correct")]
            if any(_repeats(change, item) for change in stated):
                return
            if item.fact == "role_title" and stated:
                # A second role is no contradiction: it is another person, or another name.
                self.set_aside_role(item.span)
                return
            both = self._both(item, mine)
            if both:
                changes[changes.index(both[0])] = both[1]
                return
        changes.append(self._dated(item).change(self._text))

    def _dated(self, item: Found) -> Found:
        """The find with the day that its words name, when it is a date."""
        return replace(item, value=with_day(item.value, self._today)) if item.fact in DATES else item

    def _both(self, item: Found, mine: Sequence[Change]) -> tuple[Change, Change] | None:
        """What stands and what replaces it, when two statements are two sides of one fact."""
        first = next((change for change in mine if change.op == "set"), None)
        if first is None or not _two_sides(item.fact, first, item.change(self._text)):
            return None
        start = self._text.raw.find(first.quote)
        if not 0 <= start < item.span.end <= start + SHORT:
            return None
        quote = self._text.raw[start : item.span.end]
        return first, Change(item.fact, "set", f"{first.value}; {item.value}", quote)


def _repeats(known: Change, new: Found) -> bool:
    """Say whether a value repeats another, if in fewer words."""
    one, other = _in_digits(known.value), _in_digits(new.value)
    return bool(re.search(rf"(?<!\w){re.escape(other)}(?!\w)", one)) if new.fact in _REPEATS else one == other


def _in_digits(value: str) -> str:
    """The folded value with its small numbers in digits: 'two weeks' is '2 weeks'."""
    low = value.casefold()
    for number, word in enumerate(_NUMBERS, start=1):
        low = re.sub(rf"\b{word}\b", str(number), low)
    return low.replace("-", " ")


def _two_sides(fact: str, one: Change, other: Change) -> bool:
    """Say whether two statements tell two sides of one fact; of who is in charge only the quotes tell."""
    if fact == "in_charge":
        sets, accepts = (
            [form.search(change.quote.casefold()) is not None for change in (one, other)]
            for form in (_SETS, _ACCEPTS)
        )
        return sets != accepts and sum(sets) == sum(accepts) == 1
    return fact in _TWO_SIDED and _side(fact, one.value) != _side(fact, other.value)


def _side(fact: str, value: str) -> str:
    """Which side of its fact a value tells."""
    low = value.casefold()
    if fact == "rate_or_budget":
        if re.search(r"\btc\b", low):
            return "total"
        unit = re.search(r"(?:/|per|\ba\b|\ban\b|p\.?)[ ]?(hour|hr|h|day|d|week|month|year|annum)", low)
        return unit[1][0] if unit else ""
    if fact == "duration":
        return "end" if DONE.match(low) else ""
    if fact == "location":
        if re.search(r"remote|home|wfh", low):
            return ""
        return "site" if re.search(r"site|office|person|hybrid|days?\b", low) else "place"
    if fact == "schedule":
        if low.startswith("part") and len(low) < len("part-time ok"):
            return "part"  # "Part-time", and then how much of a week it is
        return "hours" if re.search(r"\d[\d:.apm ]*(?:-|to)[ ]?\d", low) else ""
    return low
