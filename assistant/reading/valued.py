"""The value of a fact that is already named, by a label or an edit: 'Duration: 3 months'."""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.reading.dates import DATES, dated
from assistant.reading.engagement import engagements
from assistant.reading.found import Found, found
from assistant.reading.geography import place_code
from assistant.reading.money import FACT as PAY
from assistant.reading.money import either
from assistant.reading.people import named
from assistant.reading.text import Span, Text

Closed = Callable[[Span], Sequence[Found]]
_NAMED = ("reports_to", "in_charge", "feedback_for")
_ALONE = re.compile(r"stand-?\s?alone|alone|solo|on (?:his|her|their) own|by (?:him|her|them)sel(?:f|ves)")
_JOINS = re.compile(r"(?:joins?|joining|part of|in|member of|within)\b.*team|joins_team|team(?: member)?$")
_CONTRACT = re.compile(r"(?:contract|contracting|freelance|contract(?:or)? role|temp(?:orary)? contractor)")


def valued(text: Text, fact: str, span: Span, closed: Closed) -> Iterator[Found]:
    """The find for a single fact from words where its value stands, none when they cannot be it."""
    span = text.trim(span)
    words = text.folded(span)
    if not span:
        return
    if fact in DATES:
        yield dated(fact, text, span, reach=span)
    elif fact == PAY and (two := either(text, span)):
        yield from two
    elif fact in _NAMED:
        yield Found(fact, named(text.value(span)), span, reach=span)
    elif fact in _CHOICES:
        value = _CHOICES[fact](text, span, words)
        if value:
            yield Found(fact, value, span, reach=span)
    else:
        same = [item for item in closed(span) if item.fact == fact and item.span == span]
        made = same[0] if same else found(fact, text, span)
        if made:
            yield made


def _engagement(text: Text, span: Span, words: str) -> str | None:
    said = {item.value for item in engagements(text, span)}
    if len(said) == 1:
        return said.pop()
    return "contractor" if _CONTRACT.fullmatch(words) else None


def _team_setup(text: Text, span: Span, words: str) -> str | None:
    return "standalone" if _ALONE.match(words) else "joins_team" if _JOINS.match(words) else None


def _jurisdiction(text: Text, span: Span, words: str) -> str | None:
    plain = text.quote(span)
    return place_code(re.sub(r" laws?$", "", words), re.sub(r" laws?$", "", plain))


_CHOICES = {"engagement": _engagement, "team_setup": _team_setup, "jurisdiction": _jurisdiction}
