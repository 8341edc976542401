"""Where announced values stand: from a cue to the next cue, a value of fixed form or the clause's end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.reading.cues import AFTER, BEFORE, Cue
from assistant.reading.found import Found
from assistant.reading.patterns import pattern
from assistant.reading.text import Span, Text

_CLAUSE_END = pattern(r"""
    ;|[ ]-[ ]|[ ](?:but|though|however|although)[ ]|,[ ](?:but|so|then)[ ]|
    [ ]and (?=(?:can|must|should|is|has|knows|needs|will|we|i|they|he|she)\b)|,[ ](?:and )?(?=(?:we|i|it'?s|
    it is|our|this is|
    they|he|she|please|can you|could you|no|not|budget|rate|
    start)\b)|[ ]because[ ]|[ ]since (?=we|our|the)|[.]{3}
""")
_CLAUSE_START = pattern(r"""
    ;[ ]*|[ ]-[ ]|[ ](?:but|though|however|although)[ ]|,[ ](?:but|so|then|while)[ ]|:[ ]|[.]{3}
""")
# What may stand between a comma and a value of fixed form that begins a fragment of its own.
_SMALL = pattern(r"""
    [ ,;(]*(?:(?:and|or|for|it's|it is|with|in|at|on|is|must be|should be|fully|to|be|about|then|an?|the|all|
    also|plus|budget|rate|pay|work|working|needs? to|will)[ ]+){0,5}
""")
_RIDING = re.compile(r"(?:[ ](?:for|at|on|as|with|and|an?|over|of|in|budget|by|from))*[ ]$")
_NEGATED = pattern(r"""
    (?:\bnot|n't|\bno(?! later)|\bnever|\bwithout|\bneither|\bnor)
    (?: (?:necessarily|really|yet|strictly|an?|any|absolutely|need(?:ed)?|require|want|have to|be)){0,3}[ ]*$|
    \bno need (?:for|to)
""")
_LEAD = pattern(r"""
    (?:(?:and|also|plus|then|for me|i'd say|i would say|having|to have|knowing|some|any|oh and|the) )+(?=\S)
""")
# These ride on the end of a value without a comma: "rebuild our network for three months".
_ENDING = ("duration", "start", "engagement", "reports_to", "rate_or_budget", "deadline")
_WIDE = ("outcomes", "kpis")
_RANKED = ("must_haves", "nice_to_haves")
MOST_CUES = 40
MOST_NAME = 3
_JOINED = re.compile(r"[ ](?:and|&|plus)[ ]")
_NO_NAME = re.compile(
    r"\b(?:we|i|you|they|he|she|it|is|are|need|needs|want|hi|hello|for|to|with|in|on|at|from|of|our|my|who|"
    r"needed|required|must|essential|mandatory|bonus|plus|nice|optional|desirable|preferred|remote|contract|contractor|perm|freelance|asap|pls|please)\b|[£$€\d]"
)


@dataclass(frozen=True)
class _Mark:
    """A cue at its place in a sentence; `value_at` is where its value begins."""

    fact: str
    start: int
    end: int
    value_at: int
    after: bool
    weak: bool

    def meets(self, start: int, end: int) -> bool:
        """Say whether the cue shares a character with a span."""
        return self.start < end and start < self.end


def announced(text: Text, sentence: Span, closed: Sequence[Found]) -> Iterator[tuple[str, Span]]:
    """Each announced fact and the span of its value; `closed` are the finds of fixed form."""
    marks = _marks(text, sentence)
    for at, mark in enumerate(marks):
        stops = _stops(text, sentence, closed, riding=mark.fact not in _WIDE)
        if mark.after:
            span = _span_before(text, sentence, marks[:at], mark, stops)
        elif _NEGATED.search(text.low, sentence.start, mark.start) or _overruled(text, marks[at + 1 :], mark):
            continue
        else:
            span = _span_after(text, sentence, marks[at + 1 :], mark, stops)
        if span:
            yield mark.fact, span


def _marks(text: Text, sentence: Span) -> list[_Mark]:
    """Every cue in order, the first at each place."""
    marks: list[_Mark] = []
    for after, cues in ((False, BEFORE), (True, AFTER)):
        for cue in cues:
            for match in cue.pattern.finditer(text.low, sentence.start, sentence.end):
                end = max(match.end(), match.start() + 1)
                if not any(mark.meets(match.start(), end) for mark in marks):
                    at = _value_at(cue, match)
                    marks.append(_Mark(cue.fact, match.start(), end, at, after, cue.weak))
    marks.sort(key=lambda mark: mark.start)
    del marks[MOST_CUES:]
    return [mark for mark in marks if not (mark.weak and _within_list(text, marks, mark))]


def _value_at(cue: Cue, match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("keep"):
        return match.start("keep")
    return match.start() if "keepall" in groups else match.end()


def _within_list(text: Text, marks: Sequence[_Mark], weak: _Mark) -> bool:
    """Say whether a weak cue merely stands in a list that another cue announced."""
    listing = [mark for mark in marks if not mark.after and not mark.weak and mark.start < weak.start]
    return bool(listing) and _CLAUSE_END.search(text.low, listing[-1].value_at, weak.start) is None


def _overruled(text: Text, later: Sequence[_Mark], mark: _Mark) -> bool:
    """Say whether a cue that follows the same words decides: 'knowledge of Go is a plus'."""
    after = next((other for other in later if other.after), None)
    if mark.fact not in _RANKED or after is None:
        return False
    return not re.search(r"[,;]", text.low[mark.start : after.start])


def _stops(text: Text, sentence: Span, closed: Sequence[Found], *, riding: bool) -> list[int]:
    """Where a find of fixed form begins a fragment of its own, or rides on the end of one."""
    stops = []
    for item in closed:
        at = item.whole.start
        comma = max(text.low.rfind(mark, sentence.start, at + 1) for mark in (", ", "; ", " (", ". "))
        if comma >= 0 and _SMALL.fullmatch(text.low, comma, at):
            stops.append(comma)
        elif riding and item.fact in _ENDING:
            lead = _RIDING.search(text.low, max(sentence.start, at - 12), at)
            stops.append(lead.start() if lead else at)
    return sorted(stops)


def _span_after(
    text: Text, sentence: Span, later: Sequence[_Mark], mark: _Mark, stops: Sequence[int]
) -> Span:
    """From a cue to the next cue, stop or clause; brackets are not cut."""
    clauses = _CLAUSE_END.finditer(text.low, mark.value_at, sentence.end)
    ends = [sentence.end, *(stop for stop in stops if stop >= mark.value_at)]
    ends += [match.start() for match in clauses if _outside(text, mark.value_at, match.start())][:1]
    ends += [other.start for other in later if not other.after and other.start >= mark.end][:1]
    after = next((other for other in later if other.after), None)
    if after is not None:
        cut = max(text.low.rfind(sign, mark.value_at, after.start) for sign in (", ", "; ", " and "))
        ends.append(cut if cut >= 0 else after.start)
    return text.trim(Span(mark.value_at, max(min(ends), mark.value_at)))


def _span_before(
    text: Text, sentence: Span, earlier: Sequence[_Mark], mark: _Mark, stops: Sequence[int]
) -> Span:
    """From the last clause, stop or cue to a cue; only the last fragment when it speaks of one thing."""
    clauses = _CLAUSE_START.finditer(text.low, sentence.start, mark.start)
    starts = [sentence.start, *(match.end() for match in clauses)]
    start = max([*starts, *(other.end for other in earlier if other.after)])
    before = text.low[start : mark.start]
    if _NEGATED.search(before):
        return Span(start, start)
    if ", " in before and not text.low.startswith("are ", mark.start):
        start += _last_fragments(text, Span(start, mark.start), listed=text.low[mark.start] == "-")
    stopped = [stop for stop in stops if start < stop < mark.start]
    comma = text.low.find(", ", max(stopped) + 1, mark.start) if stopped else -1
    span = text.trim(Span(comma + 2 if comma >= 0 else start, mark.start))
    lead = _LEAD.match(text.folded(span))
    return Span(span.start + lead.end(), span.end) if lead else span


def _last_fragments(text: Text, span: Span, *, listed: bool) -> int:
    """Where what a cue follows begins: at the last fragment, or the names before it where it is a list.

    An 'and' in its last fragment makes it one.
    """
    fragments = text.folded(span).split(", ")
    names = text.quote(span).split(", ")
    first = len(fragments) - 1
    spelt = all(_is_short_name(name) and name.strip()[:1].isupper() for name in names)
    if listed or spelt or _JOINED.search(fragments[-1]):
        while first > 0 and _is_short_name(names[first - 1]):
            first -= 1
    return sum(len(fragment) + 2 for fragment in fragments[:first])


def _is_short_name(words: str) -> bool:
    """Say whether a fragment is a name of a few words, such as that of a skill."""
    inside = words.split()
    return 0 < len(inside) <= MOST_NAME and not _NO_NAME.search(words.casefold())


def _outside(text: Text, start: int, at: int) -> bool:
    """Say whether a place stands in no bracket opened since the start."""
    between = text.low[start:at]
    return between.count("(") <= between.count(")")
