"""Values announced by a cue: from the cue to the next one, a list where the fact is a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.facts import LISTS
from assistant.reading.cues import AFTER, BEFORE
from assistant.reading.found import Found, found
from assistant.reading.lists import items
from assistant.reading.text import Span, Text

_CLAUSE_END = re.compile(
    r";|[ ]-[ ]|[ ](?:but|though|however|although)[ ]|,[ ](?:but|so|then)[ ]|,[ ](?:and )?(?=(?:we|i|it'?s|it is|our|this is|they|he|she|please|can you|could you|no|not|budget|rate|start)\b)|[ ]because[ ]|[ ]since (?=we|our|the)|[.]{3}"
)
_CLAUSE_START = re.compile(
    r";[ ]*|[ ]-[ ]|[ ](?:but|though|however|although)[ ]|,[ ](?:but|so|then|while)[ ]|:[ ]|[.]{3}"
)
_SMALL = re.compile(
    r"[ ,;(]*(?:(?:and|or|for|it's|it is|with|in|at|on|is|must be|should be|fully|to|be|about|then|a|an|the|all|also|plus|budget|rate|pay|work|working|needs? to|will)[ ]+)*"
)
_INLINE = ("duration", "start", "engagement", "reports_to", "rate_or_budget", "deadline")
_PLURAL = re.compile(r"\b(?:are|include)[ :]*$")
_WIDE = ("outcomes", "kpis", "why_now")
_VERB_LISTS = ("responsibilities", "outcomes")
_LEADS = re.compile(
    r"(?:that |to |also |have |having |be |being |a |an |some |the ability to |is |are |at least |of |has |some kind of )+(?=\S)"
)
_TAIL = re.compile(
    r"[ ](?:please|thanks|thank you|too|as well|or so|pls|plz)[ .!]*$|(?<=skills)[ ]to[ ].*$|(?<=experience)[ ]to[ ].*$|[ ,]+(?:and|or|but|plus|with|also)[ ,]*$"
)
_WEAK = re.compile(
    r"(?:he|she|they|it|this|that|these|those|you|we|i|all|everything|him|her|them|one|us|me|what|which|there|any|none|not|nothing|no|none yet|help|stuff|things|etc|it all|anything|work)[ .]*|(?:this|that|it|these|those|what|something|anything|him|her|them)[ ].*"
)
_DEGREE = re.compile(r"\b(?:degree|bachelor'?s?|master'?s degree|phd|diploma|university|college)\b")
_NEGATED = re.compile(
    r"(?:\bnot|n't|\bno(?! later)|\bnever|\bwithout|\bneither|\bnor)(?: (?:necessarily|really|yet|strictly|a|an|any|absolutely|need(?:ed)?|require|want|have to|be))*[ ]*$|\bno need (?:for|to)"
)
_MAY_NEGATE = ("deal_breakers", "outcomes", "kpis")
_NO_ITEM = re.compile(r"(?:no|not|don'?t|doesn'?t|without|neither|nor)\b")
_OWN = frozenset(
    "security degree communication overlap location schedule start deadline training extension reports_to rate_or_budget "
    "engagement duration time_zone".split()
)
MOST_WORDS = 24


@dataclass(frozen=True)
class _Mark:
    fact: str
    start: int
    end: int
    value_at: int
    after: bool
    weak: bool = False


def announced(text: Text, sentence: Span, closed: Sequence[Found], known: frozenset[str]) -> Iterator[Found]:
    """Every announced value of a sentence; `closed` are finds of fixed form, which end a value they follow."""
    marks = _marks(text, sentence)
    for at, mark in enumerate(marks):
        stops = _stops(text, sentence, closed, riding=mark.fact not in _WIDE)
        if mark.after:
            span = _before(text, sentence, marks[:at], mark, stops)
        elif _NEGATED.search(text.low, sentence.start, mark.start) or _overruled(text, marks[at + 1 :], mark):
            continue
        else:
            span = _after(text, sentence, marks[at + 1 :], mark, stops)
        if span:
            yield from values(text, mark.fact, span, known, span, closed)


def _overruled(text: Text, later: Sequence[_Mark], mark: _Mark) -> bool:
    """Say whether a cue that follows the same words decides: 'knowledge of Go is a plus'."""
    after = next((other for other in later if other.after), None)
    listed = mark.fact in ("must_haves", "nice_to_haves")
    return listed and after is not None and not re.search(r"[,;]", text.low[mark.start : after.start])


def values(
    text: Text, fact: str, span: Span, known: frozenset[str], reach: Span, closed: Sequence[Found] = ()
) -> Iterator[Found]:
    """One find for a text fact, one an item for a list."""
    span = _ended(text, span)
    parts = _parts(text, fact, span, known) if fact in LISTS else [text.trim(span)]
    for part in parts:
        item = text.trim(_bare(text, part))
        words = text.folded(item)
        if (
            not item
            or _WEAK.fullmatch(words)
            or len(words.split()) > MOST_WORDS
            or (fact not in _MAY_NEGATE and _NO_ITEM.match(words))
        ):
            continue
        if any(_taken(fact, item, other) for other in closed):
            continue
        if fact == "tools" and not _is_name(text, item, known):
            continue
        name = "degree" if fact in ("must_haves", "nice_to_haves") and _DEGREE.search(words) else fact
        made = found(name, text, item, reach=reach)
        if made and name == fact:
            yield made


def _is_name(text: Text, item: Span, known: frozenset[str]) -> bool:
    """Say whether an item can be a tool's name: spelt large, or a skill word that we know."""
    first = text.value(item).split()[0]
    named = any(char.isupper() or char.isdigit() for char in first)
    return text.folded(item) in known or (named and len(text.value(item).split()) <= 5)


def _taken(fact: str, item: Span, other: Found) -> bool:
    """Say whether an item is what a find of fixed form already says."""
    if fact in ("must_haves", "nice_to_haves") and other.fact in _OWN:
        return item.meets(other.span)
    return other.span.holds(item) or (item.holds(other.span) and _most(item, other.span))


def _most(item: Span, other: Span) -> bool:
    return (other.end - other.start) * 3 >= (item.end - item.start) * 2


def _parts(text: Text, fact: str, span: Span, known: frozenset[str]) -> list[Span]:
    """A list's items; verbs with objects are only cut at semicolons and in plain enumerations."""
    cut = items(text, span, known, loose=fact == "kpis")
    if fact in _VERB_LISTS and len(cut) > 1 and any(len(text.folded(part).split()) > 9 for part in cut):
        return [text.trim(span)]
    if fact == "outcomes" and any(len(text.folded(part).split()) < 2 for part in cut):
        return [text.trim(span)]
    return cut


def _bare(text: Text, span: Span) -> Span:
    match = _LEADS.match(text.low, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def _ended(text: Text, span: Span) -> Span:
    """The span without a closing 'please', or what a skill is for."""
    tail = _TAIL.search(text.low, span.start, span.end)
    return Span(span.start, tail.start()) if tail else span


def _marks(text: Text, sentence: Span) -> list[_Mark]:
    """Every cue in order, the first at each place."""
    marks: list[_Mark] = []
    for after, cues in ((False, BEFORE), (True, AFTER)):
        for cue in cues:
            for match in cue.pattern.finditer(text.low, sentence.start, sentence.end):
                groups = match.groupdict()
                value_at = (
                    match.start("keep")
                    if groups.get("keep")
                    else match.start()
                    if "keepall" in groups
                    else match.end()
                )
                end = max(match.end(), match.start() + 1)
                if not any(mark.start < end and match.start() < mark.end for mark in marks):
                    marks.append(_Mark(cue.fact, match.start(), end, value_at, after, cue.weak))
    ordered = sorted(marks, key=lambda mark: mark.start)
    return [mark for mark in ordered if not (mark.weak and _within_list(text, ordered, mark))]


def _within_list(text: Text, marks: Sequence[_Mark], weak: _Mark) -> bool:
    """Say whether a weak cue merely stands in a list that another cue announced."""
    listing = [mark for mark in marks if not mark.after and not mark.weak and mark.start < weak.start]
    return bool(listing) and _CLAUSE_END.search(text.low, listing[-1].value_at, weak.start) is None


def _stops(text: Text, sentence: Span, closed: Sequence[Found], *, riding: bool) -> list[int]:
    """Where a find of fixed form begins a fragment of its own, or rides on the end of one."""
    stops = []
    for item in closed:
        comma = max(
            text.low.rfind(mark, sentence.start, item.whole.start + 1) for mark in (", ", "; ", " (", ". ")
        )
        if comma >= 0 and _SMALL.fullmatch(text.low, comma, item.whole.start):
            stops.append(comma)
        elif riding and item.fact in _INLINE:
            lead = re.search(
                r"[ ](?:for|at|on|as|with|and|a|an|over|of|in|budget|by|from)*[ ]$",
                text.low[max(sentence.start, item.whole.start - 12) : item.whole.start],
            )
            stops.append(item.whole.start - (len(lead[0]) if lead else 0))
    return sorted(stops)


def _after(text: Text, sentence: Span, later: Sequence[_Mark], mark: _Mark, stops: Sequence[int]) -> Span:
    """From a cue to the next cue, stop or clause."""
    ends = [sentence.end]
    ends += [
        match.start()
        for match in _CLAUSE_END.finditer(text.low, mark.value_at, sentence.end)
        if _outside(text, mark.value_at, match.start())
    ][:1]
    ends += [stop for stop in stops if stop >= mark.value_at]
    for other in later:
        if not other.after and other.start >= mark.end:
            ends.append(other.start)
            break
    after = next((other for other in later if other.after), None)
    if after is not None:
        cut = max(text.low.rfind(sign, mark.value_at, after.start) for sign in (", ", "; ", " and "))
        ends.append(cut if cut >= 0 else after.start)
    return text.trim(Span(mark.value_at, max(min(ends), mark.value_at)))


def _outside(text: Text, start: int, at: int) -> bool:
    """Say whether a place stands in no bracket opened since the start."""
    between = text.low[start:at]
    return between.count("(") <= between.count(")")


def _before(text: Text, sentence: Span, earlier: Sequence[_Mark], mark: _Mark, stops: Sequence[int]) -> Span:
    """From the last clause, stop or cue to a cue; only the last fragment when it speaks of one thing."""
    start = sentence.start
    for match in _CLAUSE_START.finditer(text.low, sentence.start, mark.start):
        start = max(start, match.end())
    for other in earlier:
        start = max(start, other.end if other.after else start)
    span = Span(start, mark.start)
    words = text.low[mark.start : mark.end]
    before = text.low[start : mark.start]
    if _NEGATED.search(before):
        return Span(start, start)
    if not words.startswith("are ") and ", " in before:
        span = Span(start + before.rindex(", ") + 2, mark.start)
    comma = [stop for stop in stops if span.start < stop < span.end]
    if comma:
        nearest = text.low.find(", ", max(comma) + 1, span.end)
        span = Span(nearest + 2, span.end) if nearest >= 0 else span
    return _tail(text, text.trim(span))


def _tail(text: Text, span: Span) -> Span:
    """Without a lead such as 'we need someone, ' or 'I would say that '."""
    match = re.match(
        r"(?:and |also |plus |then |for me |i'd say |i would say |having |to have |knowing |some |any |oh and |the )+(?=\S)",
        text.folded(span),
    )
    return Span(span.start + match.end(), span.end) if match else span
