"""Read one sentence of prose: values of fixed form, announced values, the role or the work."""

import re
from collections.abc import Iterator, Sequence

from assistant.reading.announced import announced
from assistant.reading.conditions import conditions
from assistant.reading.dates import dates
from assistant.reading.durations import durations
from assistant.reading.engagement import engagements
from assistant.reading.found import Found
from assistant.reading.hours import hours
from assistant.reading.money import money
from assistant.reading.people import people
from assistant.reading.reasons import reasons
from assistant.reading.roles import RoleFinder
from assistant.reading.skills import needed
from assistant.reading.text import Span, Text
from assistant.reading.values import values
from assistant.reading.where import places
from assistant.reading.work import work_after, work_asked_for

# What is found first keeps its words: "reports to me weekly" is no meeting.
# "Remote, 60k, permanent, Python developer": so many terms without a verb are a list of terms.
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|does|do|did|left|works?|quit|for)\b")
LISTED = 2
_FORMS = (people, hours, money, dates, durations, places, engagements, conditions)


class ProseReader:
    """Reads sentences; `known` are the folded skill words of the library."""

    def __init__(self, roles: RoleFinder, known: frozenset[str]) -> None:
        self._roles = roles
        self._known = known

    def closed(self, text: Text, sentence: Span) -> list[Found]:
        """Values of fixed form in order of place, none inside another."""
        finds: list[Found] = []
        for form in _FORMS:
            for item in form(text, sentence):
                if not any(_serve(item, other) for other in finds):
                    finds.append(item)
        return sorted(finds, key=lambda item: item.span)

    def role(self, text: Text, span: Span) -> Found | None:
        """The role that a whole span names."""
        return self._roles.bare(text, span)

    def read(self, text: Text, sentence: Span, *, first: bool) -> list[Found]:
        """Every find of a sentence, in order of place; `first` tells the opening of what is wanted."""
        closed = self.closed(text, sentence)
        why = list(reasons(text, sentence))
        terms = len(closed) >= LISTED and not _VERB.search(text.low, sentence.start, sentence.end)
        named = self._roles.named(text, sentence, first=first or terms, listed=first and terms)
        roles = _outside(named, why)
        work = _outside(self._work(text, sentence, roles), why)
        said = [
            item
            for fact, span in announced(text, sentence, [*closed, *roles])
            for item in values(text, fact, span, self._known, [*closed, *roles])
        ]
        if not any(item.fact == "must_haves" for item in said):
            said += needed(text, sentence, self._known, self._roles)
        said = [item for item in said if not any(item.span.meets(other.whole) for other in (*why, *work))]
        roles = _outside(roles, said)
        closed = _outside(closed, [*why, *work, *said])
        return sorted([*closed, *why, *roles, *work, *said], key=lambda item: item.span)

    def _work(self, text: Text, sentence: Span, roles: Sequence[Found]) -> Iterator[Found]:
        """The work that somebody is wanted for; it names the role where no role is named."""
        if roles:
            span = next((part for role in roles if (part := work_after(text, sentence, role.span))), None)
        else:
            asked = work_asked_for(text, sentence)
            span = asked.work if asked else None
            title = self._roles.by_work(text, asked.whole) if asked else None
            if title:
                yield title
        if span:
            yield from values(text, "outcomes", span, self._known)


def _serve(item: Found, other: Found) -> bool:
    """Say whether the words of one find already serve another; a place may serve for law and location."""
    return bool(item.reach) and bool(other.reach) and item.whole.meets(other.whole)


def _outside(finds: Sequence[Found] | Iterator[Found], others: Sequence[Found]) -> list[Found]:
    """The finds that do not lie within the words of others."""
    return [item for item in finds if not any(other.whole.holds(item.span) for other in others)]
