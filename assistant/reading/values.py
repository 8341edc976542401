"""Finds from the span of an announced value: the items of a list, or the words as they are."""

import re
from collections.abc import Iterator, Sequence

from assistant.facts import LISTS
from assistant.reading.found import Found, found
from assistant.reading.lists import enumerated, items
from assistant.reading.patterns import pattern, words
from assistant.reading.text import Span, Text

_LEADS = pattern(r"""
    (?:(?:that|to|also|have|having|be|being|an?|some|the ability to|is|are|at least|of|has|
    some kind of) )+(?=\S)
""")
# A closing 'please', a joint to what follows, and what a skill is for are no part of the value.
_TAIL = pattern(r"""
    [ ](?:please|thanks|thank you|too|as well|or so|pls|plz)[ .!]*$|(?<=skills)[ ]to[ ].*$|
    (?<=experience)[ ]to[ ].*$|[ ,]+(?:and|or|but|plus|with|also)[ ,]*$
""")
# Words that point at something instead of naming it.
_POINTING = pattern(r"""
    (?:he|she|they|it|this|that|these|those|you|we|i|all|everything|him|her|them|one|us|me|what|which|
    there|any|be|able|be able|able to|be able to|none|not|nothing|no|none yet|help|stuff|things|etc|it all|
    anything|work)[ .]*|(?:this|that|it|these|those|what|something|anything|him|her|them)[ ].*
""")
_DEGREE = re.compile(r"\b(?:degree|bachelor'?s?|master'?s degree|phd|diploma|university|college)\b")
_DENIED = re.compile(r"(?:no|not|isn't|aren't|don'?t|doesn'?t|without|neither|nor)\b")
_MAY_DENY = ("deal_breakers", "outcomes", "kpis")
_RANKED = ("must_haves", "nice_to_haves")
_SPOKEN = ("responsibilities", "outcomes")
# What these facts say in set words is no skill.
_NO_SKILL = words(
    "security|degree|communication|overlap|location|schedule|start|deadline|training",
    "extension|reports_to|rate_or_budget|engagement|duration|time_zone",
)
MOST_WORDS = 24


def values(
    text: Text, fact: str, span: Span, known: frozenset[str], closed: Sequence[Found] = ()
) -> Iterator[Found]:
    """One find for a single fact, one an item for a list; `closed` finds are not said again."""
    tail = _TAIL.search(text.low, span.start, span.end)
    span = Span(span.start, tail.start()) if tail else span
    for part in _parts(text, fact, span, known) if fact in LISTS else [text.trim(span)]:
        lead = _LEADS.match(text.low, part.start, part.end)
        item = text.trim(Span(lead.end(), part.end) if lead else part)
        if _fits(text, fact, item, known) and not any(_taken(fact, item, other) for other in closed):
            made = found(fact, text, item, reach=item)
            if made:
                yield made


def _parts(text: Text, fact: str, span: Span, known: frozenset[str]) -> list[Span]:
    """A list's items; duties and outcomes told in long or broken pieces stay whole."""
    cut = items(text, span, known, loose=fact == "kpis")
    sizes = [len(text.folded(part).split()) for part in cut]
    if enumerated(text, span):
        return cut
    spoken = fact in _SPOKEN and len(cut) > 1 and max(sizes) > 9
    broken = fact == "outcomes" and len(cut) > 1 and min(sizes) < 2
    return [text.trim(span)] if spoken or broken else cut


def _fits(text: Text, fact: str, item: Span, known: frozenset[str]) -> bool:
    """Say whether words can be an item of a fact at all."""
    words = text.folded(item)
    if not item or _POINTING.fullmatch(words) or len(words.split()) > MOST_WORDS:
        return False
    if fact not in _MAY_DENY and _DENIED.match(words):
        return False
    if fact == "tools" and not _is_name(text, item, known):
        return False
    return not (fact in _RANKED and _DEGREE.search(words))


def _is_name(text: Text, item: Span, known: frozenset[str]) -> bool:
    """Say whether an item can be a tool's name: spelt large, or a skill word that we know."""
    first = text.value(item).split()[0]
    named = any(char.isupper() or char.isdigit() for char in first)
    return text.folded(item) in known or (named and len(text.value(item).split()) <= 5)


def _taken(fact: str, item: Span, other: Found) -> bool:
    """Say whether an item is what a find of fixed form already says, wholly or for the most part."""
    if fact in _RANKED and other.fact in _NO_SKILL:
        return item.meets(other.span)
    if other.fact == fact:
        return other.span.holds(item)
    most = (other.span.end - other.span.start) * 3 >= (item.end - item.start) * 2
    return other.span.holds(item) or (item.holds(other.span) and most)
