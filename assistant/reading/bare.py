"""A bare reply to what was asked last: placed only where it fits, and only when one question fits."""

import re
from collections.abc import Callable, Mapping, Sequence

from assistant.draft import Question
from assistant.facts import FACTS, LISTS
from assistant.reading.dates import DATE, DATES, dated
from assistant.reading.durations import LENGTH
from assistant.reading.found import Found
from assistant.reading.geography import place_code
from assistant.reading.labels import NOTHING
from assistant.reading.lists import items
from assistant.reading.orders import WISH
from assistant.reading.patterns import pattern
from assistant.reading.people import named
from assistant.reading.prose import ProseReader
from assistant.reading.roles import RoleFinder
from assistant.reading.talk import HELP, INJECTION, is_greeting
from assistant.reading.text import Span, Text

_LEAD = pattern(r"""
    ^(?:(?:yes|yep|yeah|ok|okay|sure|well|hm+|it's|it is|that's|that is|that would be|that'd be|they|he|she|
    would be)
    [,.:]?[ ]+){1,4}
""")
_NO_REPLY = pattern(r"""
    (?:yes|no|nope|yep|yeah|ok|okay|sure|thanks|thank you|hi|hello|hey|next|skip|pass|later|done|good|
    great|fine|perfect|all|none|both|either|neither|whatever|any|you choose|up to you|help|stop|cool|nice|
    correct|right|exactly|agreed|no thanks|not really|lol|test|hm+|what|why|how|sorry)[ .!]*
""")
_POST = pattern(r"""
    (?:(?:the|our|my) )?(?:head|director|vp|vice president|chief|lead|manager|cto|cio|ceo|coo|cfo|ciso|
    team lead|project lead|product owner|supervisor|boss|owner)\b[\w &/-]{0,40}|me|myself|to me|i do|
    i will|me personally
""")
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:[ ][A-ZÀ-Þ][\w'’.-]+){0,3}(?:[ ]?[,(][ ]?[\w &/-]{2,40}\)?)?")
_WHEN = re.compile(rf"(?:(?:on|in|by|from|at|around|about|the) ){{0,3}}{DATE}")
_HOW_LONG = re.compile(rf"(?:(?:for|about|around|up to|at least) )?{LENGTH}")
_AMOUNT = re.compile(
    r"(?:about |around |up to |max )?[\d.,' ]{2,12}k?(?:[ ]?-[ ]?[\d.,' ]{2,12}k?)?(?: (?:max|tops))?"
)
_ALONE = pattern(r"""
    (?:(?:they|he|she|will|works?|stands?|be) ){0,3}(?:stand-?\s?alone|alone|solo|on (?:his|her|their) own|
    independent(?:ly)?)
""")
_JOINS = pattern(r"""
    (?:(?:they|he|she|will|to) ){0,2}(?:joins_team|(?:joins?|(?:be )?part of|in)? ?(?:(?:a|the|our|my) )?team)
""")
_IN = re.compile(r"^(?:in|from|the) ", re.IGNORECASE)
_PERSONS = ("reports_to", "in_charge", "feedback_for", "organisation", "team")
_SKILLS = ("must_haves", "nice_to_haves", "tools")
# Facts told in any words: taken whole when nothing else was asked.
_FREE: Mapping[str, int] = {"location": 1, "time_zone": 1} | dict.fromkeys(
    ("why_now", "training", "communication", "security", "selection_steps", "degree", "extension", "schedule",
     "overlap", "team", "situation", "behaviour", "impact", "next_step"),
    2,
)  # fmt: skip
_DRAFT = re.compile(r"\b(?:it|this|that|draft|document|text|wording|words|tone|section|post|advert)\b")
MOST_WORDS = 60


def _is_wish(words: str) -> bool:
    """Say whether words wish for other wording of what is drafted."""
    return WISH.search(words) is not None and _DRAFT.search(words) is not None


class BareReply:
    """Places a message that only answers."""

    def __init__(self, text: Text, prose: ProseReader, roles: RoleFinder, known: frozenset[str]) -> None:
        self._text = text
        self._prose = prose
        self._roles = roles
        self._known = known

    def place(self, asked: Sequence[Question]) -> list[Found]:
        """The finds of a reply when exactly one question takes it, else none."""
        span = self._text.trim(self._text.whole)
        lead = _LEAD.match(self._text.folded(span))
        span = self._text.trim(Span(span.start + lead.end(), span.end)) if lead else span
        words = self._text.folded(span)
        if not 0 < len(words.split()) <= MOST_WORDS or _NO_REPLY.fullmatch(words) or NOTHING.fullmatch(words):
            return []
        if is_greeting(words) or HELP.search(words) or INJECTION.search(words) or _is_wish(words):
            return []
        facts = [question.fact for question in asked if question.fact in FACTS]
        fitting = [finds for fact in facts if (finds := self._fit(fact, span, only=len(facts) == 1))]
        return fitting[0] if len(fitting) == 1 else []

    def _fit(self, fact: str, span: Span, *, only: bool) -> list[Found]:
        """The finds for one fact, when the reply can be its value."""
        exact = [item for item in self._prose.closed(self._text, span) if item.fact == fact]
        if exact:
            return exact
        if fact in LISTS:
            return self._list(fact, span, only=only)
        makers: Mapping[str, Callable[[Span], str | None]] = {
            "jurisdiction": self._place,
            "team_setup": self._team_setup,
        }
        if fact in makers:
            value = makers[fact](span)
            return [Found(fact, value, span, reach=span)] if value else []
        if fact == "role_title":
            role = self._roles.bare(self._text, span)
            return [role] if role else []
        if fact in DATES:
            return [dated(fact, self._text, span, reach=span)] if self._is(_WHEN, span) else []
        whole = Found(fact, named(self._text.value(span)), span, reach=span)
        return [whole] if self._is_value(fact, span, only=only) else []

    def _is_value(self, fact: str, span: Span, *, only: bool) -> bool:
        if fact == "duration":
            return self._is(_HOW_LONG, span)
        if fact == "rate_or_budget":
            return self._is(_AMOUNT, span)
        if fact in _PERSONS and self._is_person(span):
            return True
        return only and fact in _FREE and len(self._text.value(span).split()) >= _FREE[fact]

    def _is(self, form: re.Pattern[str], span: Span) -> bool:
        return form.fullmatch(self._text.folded(span)) is not None

    def _is_person(self, span: Span) -> bool:
        """Say whether the words name a person or a post, and no skill or role."""
        if self._is(_POST, span):
            return True
        skills = any(self._text.folded(item) in self._known for item in self._items(span))
        written = _NAME.fullmatch(self._text.quote(span)) is not None
        return written and not skills and self._roles.bare(self._text, span) is None

    def _list(self, fact: str, span: Span, *, only: bool) -> list[Found]:
        """The items of a list: any words when nothing else was asked, else skills, or duties in sentences."""
        cut = self._items(span)
        skills = [item for item in cut if self._text.folded(item) in self._known]
        told = len(self._text.value(span).split()) >= 4 and not skills
        fits = only or (2 * len(skills) >= len(cut) if fact in _SKILLS else told)
        broken = fact == "outcomes" and min(len(self._text.value(item).split()) for item in cut) < 3
        parts = [span] if broken else cut
        return [Found(fact, self._text.value(item), item, reach=span) for item in parts] if fits else []

    def _items(self, span: Span) -> list[Span]:
        return items(self._text, span, self._known)

    def _place(self, span: Span) -> str | None:
        words, written = self._text.folded(span), self._text.quote(span)
        return place_code(_IN.sub("", words), _IN.sub("", written))

    def _team_setup(self, span: Span) -> str | None:
        return "standalone" if self._is(_ALONE, span) else "joins_team" if self._is(_JOINS, span) else None
