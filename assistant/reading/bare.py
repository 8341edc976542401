"""A bare reply to what was asked last: placed only where it fits, and only when one question fits."""

import re
from collections.abc import Callable, Sequence

from assistant.draft import Question
from assistant.facts import FACTS, LISTS
from assistant.reading.dates import DATE, dated
from assistant.reading.durations import LENGTH
from assistant.reading.found import Found
from assistant.reading.labels import NOTHING
from assistant.reading.lists import items
from assistant.reading.people import named
from assistant.reading.roles import RoleFinder
from assistant.reading.text import Span, Text
from assistant.reading.geography import place_code

_LEAD = re.compile(
    r"^(?:(?:yes|yep|yeah|ok|okay|sure|well|hm+|it's|it is|that's|that is|that would be|that'd be|they|he|she|would be|probably not)[,.:]?[ ]+)+"
)
_NO_REPLY = re.compile(
    r"(?:yes|no|nope|yep|yeah|ok|okay|sure|thanks|thank you|hi|hello|hey|next|skip|pass|later|done|good|great|fine|perfect|all|none|both|either|neither|whatever|any|you choose|up to you|help|stop|cool|nice|correct|right|exactly|agreed|no thanks|not really|lol|test|hm+|what|why|how|sorry)[ .!]*"
)
_PERSON = re.compile(
    r"(?:(?:the|our|my) )?(?:head|director|vp|vice president|chief|lead|manager|cto|cio|ceo|coo|cfo|ciso|team lead|project lead|product owner|supervisor|boss|owner)\b[\w &/-]{0,40}|(?:me|myself|to me|i do|i will|me personally)"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:[ ][A-ZÀ-Þ][\w'’.-]+){0,3}(?:[ ]?[,(][ ]?[\w &/-]{2,40}\)?)?")
_NAMES = ("reports_to", "in_charge", "feedback_for", "organisation", "team")
_FREE = (
    "why_now",
    "training",
    "communication",
    "security",
    "selection_steps",
    "degree",
    "extension",
    "schedule",
    "overlap",
    "time_zone",
    "location",
    "team",
    "situation",
    "behaviour",
    "impact",
    "next_step",
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|works?|runs?|has|have|had|will|can|must|did|does|left|said|went|came|made|failed|missed|skipped|\w+ed|\w+ing)\b"
)
MOST_WORDS = 60


class BareReply:
    """Places a message that only answers; `closed` finds values of fixed form in it."""

    def __init__(
        self,
        roles: RoleFinder,
        known: frozenset[str],
        closed: Callable[[Text, Span], list[Found]],
    ) -> None:
        self._roles = roles
        self._known = known
        self._closed = closed

    def place(self, text: Text, asked: Sequence[Question]) -> list[Found]:
        """The finds of a reply when exactly one question takes it, else none."""
        span = text.trim(text.whole)
        lead = _LEAD.match(text.folded(span))
        span = text.trim(Span(span.start + lead.end(), span.end)) if lead else span
        words = text.folded(span)
        if (
            not words
            or _NO_REPLY.fullmatch(words)
            or NOTHING.fullmatch(words)
            or len(words.split()) > MOST_WORDS
        ):
            return []
        fitting = [found for question in asked if (found := self._fit(text, span, question, len(asked) == 1))]
        return fitting[0] if len(fitting) == 1 else []

    def _fit(self, text: Text, span: Span, question: Question, only: bool) -> list[Found]:
        fact, words = question.fact, text.folded(span)
        if fact not in FACTS:
            return []
        exact = [item for item in self._closed(text, span) if item.fact == fact]
        if exact:
            return exact
        if fact in LISTS:
            return self._list(text, span, fact, only)
        maker = {"role_title": self._role, "jurisdiction": self._place, "team_setup": self._team_setup}.get(
            fact
        )
        if maker:
            return maker(text, span)
        if fact in ("start", "deadline", "follow_up"):
            return (
                [dated(fact, text, span, reach=span)]
                if re.fullmatch(rf"(?:(?:on|in|by|from|at|around|about|the) )*{DATE}", words)
                else []
            )
        if fact == "duration":
            return (
                [Found(fact, text.value(span), span, reach=span)]
                if re.fullmatch(rf"(?:(?:for|about|around|up to|at least) )*{LENGTH}", words)
                else []
            )
        if fact == "rate_or_budget":
            plain = re.fullmatch(
                r"(?:about |around |up to |max )?[\d.,' ]{2,12}k?(?:[ ]?-[ ]?[\d.,' ]{2,12}k?)?(?: (?:max|tops))?",
                words,
            )
            return [Found(fact, text.value(span), span, reach=span)] if plain else []
        if fact in _NAMES and self._is_person(text, span):
            return [Found(fact, named(text.value(span)), span, reach=span)]
        if (
            only
            and fact in _FREE
            and len(words.split()) >= (2 if fact not in ("location", "time_zone") else 1)
        ):
            return [Found(fact, text.value(span), span, reach=span)]
        return []

    def _is_person(self, text: Text, span: Span) -> bool:
        words = text.folded(span)
        if _PERSON.fullmatch(words):
            return True
        skills = any(text.folded(item) in self._known for item in items(text, span, self._known))
        return bool(_NAME.fullmatch(text.quote(span))) and not skills and not self._roles.bare(text, span)

    def _list(self, text: Text, span: Span, fact: str, only: bool) -> list[Found]:
        cut = items(text, span, self._known)
        skills = [item for item in cut if text.folded(item) in self._known]
        fits = only or (fact in ("must_haves", "nice_to_haves", "tools") and len(skills) * 2 >= len(cut) > 0)
        if (
            not only
            and fact in ("outcomes", "responsibilities", "kpis")
            and len(text.folded(span).split()) >= 4
            and not skills
        ):
            fits = True
        if (
            fact == "outcomes"
            and len(cut) > 1
            and _VERB.search(text.folded(span))
            and any(len(text.folded(item).split()) < 3 for item in cut)
        ):
            cut = [span]
        return [Found(fact, text.value(item), item, reach=span) for item in cut] if fits else []

    def _role(self, text: Text, span: Span) -> list[Found]:
        made = self._roles.bare(text, span)
        return [made] if made else []

    def _place(self, text: Text, span: Span) -> list[Found]:
        code = place_code(
            re.sub(r"^(?:in|from|the) ", "", text.folded(span)),
            re.sub(r"^(?:[Ii]n|[Ff]rom|[Tt]he) ", "", text.quote(span)),
        )
        return [Found("jurisdiction", code, span, reach=span)] if code else []

    @staticmethod
    def _team_setup(text: Text, span: Span) -> list[Found]:
        words = text.folded(span)
        if re.fullmatch(
            r"(?:they |he |she |will )*(?:works? |stands? |be )?(?:stand-?\s?alone|alone|solo|on (?:his|her|their) own|independent(?:ly)?)",
            words,
        ):
            return [Found("team_setup", "standalone", span, reach=span)]
        if re.fullmatch(
            r"(?:they |he |she |will |to )*(?:joins?_? ?(?:a |the |our |my )?team|joins_team|(?:be )?part of (?:a|the|our|my) team|(?:in |joins? )?(?:a|the|our|my) team|team)",
            words,
        ):
            return [Found("team_setup", "joins_team", span, reach=span)]
        return []
