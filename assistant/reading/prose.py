"""Read one sentence of prose: values of fixed form, announced values, the role or the work."""

import re
from collections.abc import Iterator, Sequence

from assistant.reading.conditions import conditions
from assistant.reading.dates import dates
from assistant.reading.durations import durations
from assistant.reading.engagement import engagements
from assistant.reading.found import Found, found
from assistant.reading.hours import hours
from assistant.reading.money import money
from assistant.reading.patterns import joined, pattern
from assistant.reading.people import people
from assistant.reading.reasons import reasons
from assistant.reading.requirements import announced, values
from assistant.reading.roles import RoleFinder, works
from assistant.reading.text import Span, Text
from assistant.reading.where import places

# What a person does on any job is no work of its own.
_ANY_JOB = joined(r"""
    (?:start|begin|join|report|be|come|sit|cover for|fill in|work (?:with|in|from|on[- ]?site|remote|for|under)|
    take over from|have|get|hire|know|has|speak)\b
""")
_TO_DO = pattern(rf"""
    [ ]+(?:(?:who|that) (?:can |could |will |would )|to )(?P<work>(?!{_ANY_JOB})[a-z]+\b)
""")
_WORK_END = re.compile(
    r"[,;]|[ ]-[ ]|[ ](?:because|since|as our|starting|start(?:s)? (?:on|in|asap)|for (?=(?:about |around |up to |at least |approx\.? )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|a couple of)[ -](?:or |to )?(?:\w+[ -])?(?:days?|weeks?|months?|years?)\b)|reporting to|reports to|"
    r"remotely\b|on a contract|as a (?:contractor|freelancer)|at (?=[£€$\d])|with (?=(?:strong|experience|good|solid|proven|deep)\b)|but\b|budget\b|ideally\b|preferably\b|within (?:\w+ )?(?:weeks|months)|over (?:the next )?(?:\w+ )(?:weeks|months)|who\b|in (?:london|uk|us|cet) (?:hours|time))"
)
_TRIVIAL = re.compile(
    r"(?:help|do it|do this|join|start|work|assist|support us|help us|help me|help out|help with it|it|this|that|me|us|them|do|talk to|speak to|hire|interview)[ .]*$"
)


class ProseReader:
    """Reads sentences."""

    def __init__(self, roles: RoleFinder, known: frozenset[str]) -> None:
        self._roles = roles
        self._known = known

    def closed(self, text: Text, sentence: Span) -> list[Found]:
        """Values of fixed form, none inside another."""
        found_: list[Found] = []
        for source in (
            people(text, sentence),
            hours(text, sentence),
            money(text, sentence),
            dates(text, sentence),
            durations(text, sentence),
            places(text, sentence),
            engagements(text, sentence),
            conditions(text, sentence),
        ):
            for item in source:
                if not any(_within(item, other) for other in found_):
                    found_.append(item)
        return sorted(found_, key=lambda item: item.span)

    def read(self, text: Text, sentence: Span, *, first: bool) -> Iterator[Found]:
        """Every find of a sentence, in order of place; `first` tells the message's opening."""
        closed = self.closed(text, sentence)
        why = list(reasons(text, sentence))
        roles = list(self._roles.named(text, sentence, first=first))
        work = [item for item in self._work(text, sentence, roles) if not any(item.span.meets(w.whole) for w in why)]
        held = [item.whole for item in (*why, *work)]
        open_ = [
            item
            for item in announced(text, sentence, [*closed, *roles], self._known)
            if not any(span.holds(item.span) for span in held)
        ]
        wide = [item.span for item in open_] + held
        kept = [
            item
            for item in closed
            if not any(span.holds(item.span) and not self._edge(item, span) for span in wide)
        ]
        roles = [
            item
            for item in roles
            if not any(span.holds(item.span) for span in [*(w.whole for w in why), *(o.span for o in open_)])
        ]
        yield from sorted([*kept, *why, *roles, *work, *open_], key=lambda item: item.span)

    @staticmethod
    def _edge(item: Found, span: Span) -> bool:
        return False

    def _work(self, text: Text, sentence: Span, roles: Sequence[Found]) -> Iterator[Found]:
        """The work that somebody is wanted for, and the role that it means when none is named."""
        for role in roles:
            match = _TO_DO.match(text.low, role.span.end, sentence.end)
            if match:
                yield from self._outcome(text, sentence, match.start("work"))
                return
        asked = works(text, sentence) if not roles else None
        if asked is None:
            return
        start = asked.end() if asked["link"] != "for" else asked.end()
        span = self._until(text, sentence, start)
        words = text.folded(span)
        if not span or _TRIVIAL.fullmatch(words) or re.match(_ANY_JOB, words) or not _is_work(asked):
            return
        if asked["link"].startswith(("who", "that")) and not re.match(
            r"(?:who|that) (?:can|could|will|would)", asked["link"]
        ):
            return
        opening = "help " if asked["all"].startswith("help") else ""
        named = self._roles.by_work(
            text, text.trim(Span(asked.start() if not opening else asked.start(), span.end))
        )
        if named:
            yield named
        yield from values(text, "outcomes", span, self._known, span)

    def _outcome(self, text: Text, sentence: Span, start: int) -> Iterator[Found]:
        span = self._until(text, sentence, start)
        if span and not _TRIVIAL.fullmatch(text.folded(span)):
            made = found("outcomes", text, span, reach=span)
            if made:
                yield made

    def _until(self, text: Text, sentence: Span, start: int) -> Span:
        end = _WORK_END.search(text.low, start, sentence.end)
        return text.trim(Span(start, end.start() if end else sentence.end))


def _is_work(asked: re.Match[str]) -> bool:
    """Say whether what follows is the work: 'someone to', 'help with', not 'someone with'."""
    return asked["link"] != "for" and (asked["link"] != "with" or asked["all"].startswith("help"))


def _within(item: Found, other: Found) -> bool:
    """Say whether the words of one find already serve another; a place may serve for law and location."""
    if not item.reach or not other.reach:
        return False
    return item.whole.meets(other.whole)
