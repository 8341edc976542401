"""Turn finds into changes: corrections, contradictions and repeats told apart, what is not sure set aside."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from assistant.brief import Brief, Change, same
from assistant.facts import FACTS, LISTS
from assistant.reading.dates import with_day
from assistant.reading.edits import CORRECTS, NEGATED
from assistant.reading.found import Found
from assistant.reading.lists import MOST_ITEMS
from assistant.reading.moods import Sentence
from assistant.reading.text import Span, Text

SHORT = 160
DATES = ("start", "deadline", "follow_up")
# "Ideally Docker" and "can maybe be extended" are just what these facts hold.
_SOFT = frozenset(("nice_to_haves", "extension", "trade_offs", "deal_breakers"))
_OF_THE_PAST = frozenset(("why_now", "training"))
_HARD = re.compile(r"\b(?:i (?:think|guess|heard)|not sure|said|mentioned|apparently)\b")


@dataclass
class Gathered:
    """What a message comes to, bit by bit."""

    changes: list[Change] = field(default_factory=list)
    hearsay: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)


class Composer:
    """Collects the finds of one message against the brief as it stands."""

    def __init__(self, text: Text, brief: Brief, today: dt.date) -> None:
        self._text = text
        self._today = today
        self._brief = brief
        self.gathered = Gathered()

    def take(self, finds: Iterable[Found], sentence: Sentence | None = None) -> None:
        """Take finds in order of place, each with the doubts of its sentence."""
        for item in finds:
            if sentence:
                self.gathered.touched.add(sentence.span.start)
            shade = sentence.shade_at(item.span) if sentence else None
            if shade and not self._allowed(item, shade.mood, shade.span):
                if shade.mood == "hearsay":
                    self.doubt(shade.span)
                elif shade.mood == "past":
                    self.set_aside(shade.span)
                continue
            if item.op == "set" and self._negated(item):
                continue
            self._add(item if sentence is None else self._with_op(item, sentence))

    def doubt(self, span: Span) -> None:
        """Remember words that somebody merely supposes."""
        self._remember(self.gathered.hearsay, span)

    def set_aside(self, span: Span) -> None:
        """Remember words that fit no fact."""
        self._remember(self.gathered.unplaced, span)

    def _remember(self, where: list[str], span: Span) -> None:
        words = self._text.quote(self._text.trim(span))
        if len(words) > SHORT:
            cut = words.rfind(" ", 0, SHORT)
            words = words[: cut if cut > 0 else SHORT]
        if words.strip() and words not in where and len(where) < MOST_ITEMS:
            where.append(words)

    def _allowed(self, item: Found, mood: str, shade: Span) -> bool:
        words = self._text.folded(shade)
        if mood == "hearsay":
            return item.fact in _SOFT and not _HARD.search(words)
        return mood == "past" and (item.fact in _OF_THE_PAST or FACTS[item.fact].scope == "note")

    def _negated(self, item: Found) -> bool:
        if item.fact in LISTS or item.fact in (
            "degree",
            "training",
            "extension",
            "why_now",
            "in_charge",
            "reports_to",
            "organisation",
        ):
            return False
        before = self._text.low[max(0, item.span.start - 30) : item.span.start]
        return bool(NEGATED.search(before))

    def _with_op(self, item: Found, sentence: Sentence) -> Found:
        """A correction overrules; a list starts anew only when a correction names the whole list."""
        if item.op != "set" or item.fact in LISTS:
            return item
        before = self._text.low[sentence.span.start : item.whole.end]
        around = self._text.folded(sentence.span)
        corrects = CORRECTS.search(before) or re.search(
            r"\b(?:instead|after all|now|rather|from now on)\b(?! than| of)",
            around[max(0, item.whole.end - sentence.span.start) :][:40],
        )
        swapped = re.search(
            r"\b(?:instead of|rather than|not)\b", around[max(0, item.whole.end - sentence.span.start) :][:25]
        )
        settles = self._brief.conflict(item.fact) is not None
        vague = item.fact == "role_title" and self._by_work()
        return item.as_op("correct") if corrects or swapped or settles or vague else item

    def _by_work(self) -> bool:
        """Say whether the brief's role is no name but the work itself."""
        return bool(
            re.match(
                r"(?:someone|somebody|a person|help) ", (self._brief.text("role_title") or "").casefold()
            )
        )

    def _add(self, item: Found) -> None:
        changes = self.gathered.changes
        mine = [change for change in changes if change.fact == item.fact]
        if len(mine) >= MOST_ITEMS:
            return
        if any(change.op == item.op and same(change.value, item.value) for change in mine):
            return
        if item.fact not in LISTS and item.op == "set":
            if any(
                change.op in ("set", "correct") and _covers(item.fact, change.value, item.value)
                for change in mine
            ):
                return
            combined = self._combined(item, mine)
            if combined:
                changes[changes.index(combined[0])] = combined[1]
                return
        changes.append(self._dated(item).change(self._text))

    def _dated(self, item: Found) -> Found:
        """The find with the day that its words name, when it is a date."""
        return replace(item, value=with_day(item.value, self._today)) if item.fact in DATES else item

    def _combined(self, item: Found, mine: Sequence[Change]) -> tuple[Change, Change] | None:
        """A day rate and a total are two sides of one fact, as are two ways to keep in touch."""
        first = next((change for change in mine if change.op == "set"), None)
        if first is None or item.fact not in (
            "rate_or_budget",
            "communication",
            "security",
            "training",
            "schedule",
            "location",
        ):
            return None
        if item.fact == "rate_or_budget" and _unit(first.value) == _unit(item.value):
            return None
        if item.fact == "location" and _way(first.value) != _way(item.value):
            return None
        if item.fact == "schedule" and _sort(first.value) == _sort(item.value):
            return None
        start = self._text.raw.find(first.quote)
        if start < 0 or item.span.end - start > SHORT or item.span.end < start:
            return None
        quote = self._text.raw[start : item.span.end]
        return first, Change(item.fact, "set", f"{first.value}; {item.value}", quote)


def _covers(fact: str, known: str, new: str) -> bool:
    """Say whether a value repeats another in fewer words."""
    one, other = known.casefold(), new.casefold()
    return (
        other in one
        if fact
        in (
            "role_title",
            "time_zone",
            "location",
            "reports_to",
            "team",
            "start",
            "duration",
            "degree",
            "why_now",
            "organisation",
            "overlap",
            "schedule",
        )
        else one == other
    )


def _unit(amount: str) -> str:
    match = re.search(
        r"(?:/|per|\ba\b|\ban\b|p\.?)[ ]?(hour|hr|h|day|d|week|month|year|annum)", amount.casefold()
    )
    return match[1][0] if match else ""


def _way(place: str) -> str:
    low = place.casefold()
    return "remote" if "remote" in low or "home" in low else "site"


def _sort(schedule: str) -> str:
    return "hours" if re.search(r"\d[\d:.apm ]*(?:-|to)[ ]?\d", schedule) else "days"
