"""Working hours: shared hours, the schedule and time zones, in the manager's own words."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.geography import CITIES
from assistant.reading.patterns import joined, pattern
from assistant.reading.text import NOWHERE, Span, Text
from assistant.reading.zones import ABBREVIATIONS, BESIDE, ZONE, is_zone, of_ours

_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|half an?|\d{1,2}(?:[.,]5)?(?:[ ]?-[ ]?\d{1,2})?)"
_HOURS = r"(?:hours?'?|hrs?|h)\b"
_PER_DAY = r"(?:[ ](?:a|per|each|every)[ ]?day)?"
_LEAST = r"(?:(?:at least|min(?:imum)?(?: of)?|no less than|about|around|some|roughly|with|up to)[ ])?"
OVERLAP = pattern(rf"""
    (?P<all>{_LEAST}{_NUMBER}\+?[ -]?(?:shared |common |working |overlapping )?{_HOURS}{_PER_DAY}(?:[ ]of)?[ ]
    (?:time[ -]?zone |of )?(?:overlap(?:ping)?|shared|in common|with (?:the )?(?:team|us|our|london|uk|us|
    new york|cet)\b)
    (?:[ ](?:with|to|in)[ ][^,.;\n]{{2,40}})?|
    overlap(?:ping)?[ ](?:of |by |for |with [^,.;\n]{{2,30}}? (?:of |for |by |at least )|must be |should be |
    is |needed: ?)?
    (?:at least |min(?:imum)? |about )?{_NUMBER}[ ]?{_HOURS}{_PER_DAY}(?:[ ](?:with|in)[ ][^,.;\n]{{2,40}})?)
""")
_CLOCK = r"\d{1,2}(?:[:.h]\d{2}|h)?(?:[ ]?(?:a\.?m\.?|p\.?m\.?))?(?: o'clock)?|noon|midday|midnight"
_NO_CLOCK = joined(r"""
    (?![\w%:/.-]*\d|[ ]?(?:%|k\b|days?|weeks?|months?|years?|people|calls?|times?|gbp|eur|usd|euros?|
    pounds?|£|€|\$|a (?:day|week)))
""")
RANGE = pattern(rf"""
    (?<![\w.,/:+-])(?:(?:from|between)[ ])?(?P<from>(?:{_CLOCK})(?:[ ]?\(?(?:{ABBREVIATIONS})\)?)?)
    (?:[ ]?-[ ]?|[ ](?:to|till|until|and)[ ])(?P<to>{_CLOCK}){_NO_CLOCK}
""")
_DAY = joined(r"""
    (?:mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:rs?(?:day)?)?s?|fri(?:day)?s?|sat(?:urday)?s?|
    sun(?:day)?s?)
""")
_FEW = r"(?:one|two|three|four|five|six|\d{1,2}(?:[.,]5)?)"
_COUNT = rf"{_FEW}(?:[ ]?(?:-|to|or)[ ]?{_FEW})?"
_WEEKLY = r"(?:[ ]?(?:a|per|each|/|every|p/)[ ]?(?:week|wk)\b|[ ]weekly\b)"
SCHEDULE = pattern(rf"""
    (?<![\w-])(?:part[- ]time|full[- ]time|half[- ]time|
    [01][.,]\d{{1,2}}[ ]?fte|\d{{2,3}}[ ]?%[ ]fte|\d{{2,3}}[ ]?%(?=[ ](?:fte|workload|position|part|
    capacity|contract)\b)|
    (?:(?:about|around|up to|max(?:imum)?|at least|roughly|approx\.?|only)[ ])?{_COUNT}[ -](?:full )?
    (?:hours?|hrs?|h|days?)(?:'s?)?{_WEEKLY}(?: max(?:imum)?)?|{_COUNT}[ -]day (?:working )?week|
    {_COUNT}[ ](?:hours?|hrs?|h)[ ]?(?:a|per|each|/)[ ]?day(?! overlap| of overlap| with)|
    {_DAY}[ ]?(?:-|to|till|through|thru)[ ]?{_DAY}|(?:on )?{_DAY}(?:,[ ]?{_DAY}){{0,5}},? (?:and|&) {_DAY}|
    flexible (?:working )?hours|flexi(?:ble)?[ -]?time|
    (?:evenings?|nights?|weekends?)(?: and (?:evenings?|nights?|weekends?))? (?:only|work|shifts?)|shift work|
    (?:in |rotating |night |late |early )shifts|(?:regular|normal) (?:office|working|business) hours|
    (?:standard )?office hours|one week on,? one week off)(?![\w])
""")
_PLACE_AFTER = pattern(r"""
    [ ]?(?:in (?:the|our) (?:\w+ )?office|on[- ]?site|at (?:the|our) (?:\w+ )?(?:office|site)|from home|
    remote|wfh|in (?:london|the \w+ office))
""")
# "Glasgow 1 day a week" says where.
_CITY_BEFORE = re.compile(rf"\b(?:{'|'.join(map(re.escape, CITIES))})(?: office)? $")
_NOT_SCHEDULE = pattern(r"""
    [ ](?:stand-?up|meeting|call|support desk|users?|staff|employees(?= of)|team|students?|downtime|outage|
    of downtime|response)
""")
_SHARED = pattern(r"""
    \b(?:overlap(?:s|ping)?|shared?|in common|common hours|online|core hours|available|reachable|contactable|
    at the same time)\b
""")
_WORKING = pattern(r"\b(?:hours|works?|working|schedule|daily|every day)\b")
WORKDAY = 7.0


def hours(text: Text, sentence: Span) -> Iterator[Found]:
    """Shared hours and the schedule, then zones; that of shared hours is not the work's own."""
    finds: list[Found] = []
    for item in (*_overlaps(text, sentence), *_ranges(text, sentence), *_schedules(text, sentence)):
        if not any(item.span.meets(other.span) for other in finds):
            finds.append(item)
    yield from _joined(text, finds)
    shared = [item.span for item in finds if item.fact == "overlap"]
    for match in ZONE.finditer(text.low, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        before = text.low[sentence.start : span.start]
        if is_zone(text, match) and not of_ours(before) and not any(span.meets(other) for other in shared):
            yield Found("time_zone", text.value(span), span, reach=NOWHERE)


def _overlaps(text: Text, sentence: Span) -> Iterator[Found]:
    for match in OVERLAP.finditer(text.low, sentence.start, sentence.end):
        span = text.trim(Span(*match.span("all")))
        lead = re.match(r"(?:with|and) ", text.folded(span))
        span = Span(span.start + lead.end(), span.end) if lead else span
        yield Found("overlap", text.value(span), span, reach=Span(match.start(), match.end()))


def _ranges(text: Text, sentence: Span) -> Iterator[Found]:
    """Hours from-to: shared hours when the words say so or the window is short, else the schedule."""
    for match in RANGE.finditer(text.low, sentence.start, sentence.end):
        length = _length(match["from"], match["to"])
        beside = text.low[match.end() : match.end() + 1] in " ("
        zone = ZONE.match(text.low, match.end() + 1, sentence.end) if beside else None
        region = BESIDE.match(text.low, match.end() + 1, sentence.end) if beside and not zone else None
        end = zone.end() if zone and is_zone(text, zone, bare=True) else match.end()
        end = region.end() if region else end
        zoned = end > match.end() or ZONE.search(match["from"]) is not None
        timed = re.search(r"[:h]|[ap]\.?m", match[0]) is not None
        if length is None or not (zoned or timed or length >= WORKDAY):
            continue
        clause = text.low[max(sentence.start, match.start() - 45) : min(sentence.end, end + 25)]
        shared = _SHARED.search(clause) is not None or (zoned and length < WORKDAY)
        if shared or length >= WORKDAY or _WORKING.search(clause):
            span = Span(match.start(), end)
            yield Found("overlap" if shared else "schedule", text.value(span), span, reach=span)


def _schedules(text: Text, sentence: Span) -> Iterator[Found]:
    for match in SCHEDULE.finditer(text.low, sentence.start, sentence.end):
        after = text.low[match.end() : min(sentence.end, match.end() + 30)]
        there = _CITY_BEFORE.search(text.low[max(sentence.start, match.start() - 30) : match.start()])
        if not (there or _PLACE_AFTER.match(after) or _NOT_SCHEDULE.match(after)):
            span = Span(*match.span())
            yield Found("schedule", text.value(span), span, reach=span)


def _joined(text: Text, finds: list[Found]) -> list[Found]:
    """Finds in order of place, parts of a schedule that stand side by side as one."""
    joined: list[Found] = []
    for item in sorted(finds, key=lambda found: found.span):
        last = joined[-1] if joined else None
        between = text.low[last.span.end : item.span.start] if last else "."
        if last and last.fact == item.fact == "schedule" and not between.strip(" ,(/"):
            span = Span(last.span.start, item.span.end)
            joined[-1] = Found("schedule", text.value(span), span, reach=span)
        else:
            joined.append(item)
    return joined


def _length(start: str, end: str) -> float | None:
    """The hours between two times of day, or none when they are no such thing."""
    first, last = _hour(start), _hour(end)
    if first is None or last is None:
        return None
    if "m" not in end and last <= first:
        last += 12
    return last - first if 0 < last - first <= 14 else None


def _hour(words: str) -> float | None:
    if words.startswith(("noon", "midday", "midnight")):
        return 24.0 if words.startswith("midnight") else 12.0
    match = re.match(r"(\d{1,2})(?:[:.h](\d{2}))?h?[ ]?([ap])?", words)
    if match is None:
        return None
    hour = int(match[1]) + int(match[2] or 0) / 60
    if match[3] == "p" and hour < 12:
        hour += 12
    return hour if hour <= 24 else None
