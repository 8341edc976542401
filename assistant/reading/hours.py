"""Working hours: time zones, shared hours and the schedule, in the manager's own words."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.text import Span, Text

_CITY = (
    r"london|new york|nyc|berlin|paris|madrid|lisbon|rome|vienna|zurich|amsterdam|dublin|edinburgh|warsaw|prague|stockholm|oslo|"
    r"copenhagen|helsinki|athens|istanbul|dubai|singapore|hong kong|tokyo|sydney|melbourne|auckland|toronto|vancouver|chicago|"
    r"boston|denver|austin|seattle|san francisco|los angeles|sao paulo|mexico city|bangalore|mumbai|delhi|manila|johannesburg|"
    r"cape town|nairobi|lagos|tel aviv|kyiv|bucharest|budapest|brussels|munich|hamburg|frankfurt|milan|barcelona"
)
_REGION = (
    r"uk|u\.k\.|british|us|u\.s\.|american|eu|european|central european|eastern european|western european|german|french|spanish|polish|irish|dutch|"
    r"indian?|india|australian?|asian?|apac|emea|eastern|us eastern|us central|us pacific|us mountain|pacific|mountain|central|east coast|"
    r"west coast|us east coast|us west coast|germany|poland|israel|japan(?:ese)?|singapore"
)
_ABBREVIATION = r"CET|CEST|GMT|BST|UTC|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|EET|EEST|WET|WEST|IST|AEST|AEDT|SGT|JST|HKT|SAST|MSK|Z"
_OFFSET = r"(?:utc|gmt|cet|cest)[ ]?(?:[+-]|\+/-|±)[ ]?\d{1,2}(?::?[0-5]\d)?(?: hours?| hrs?|h)?"
_IANA = r"(?:europe|america|asia|africa|australia|pacific|atlantic)/[a-z]+(?:_[a-z]+)*"
_WORKING = r"(?:(?:office |business |working |work |core |standard |local )?(?:hours|time ?zones?|tz|day)|(?:standard |local )?time(?! ?zone)(?! frame| limit| line| scale| sheet| off| and a| to |-to-))"
ZONE = re.compile(
    rf"(?<![\w/])(?:(?P<named>(?:{_CITY}|{_REGION})(?:'s)?[ ]{_WORKING}\b)|(?P<offset>{_OFFSET}(?:[ ](?:hours|time))?)|(?P<iana>{_IANA})\b|"
    rf"(?P<abbr>(?:{_ABBREVIATION.lower()})(?:[ ]?/[ ]?(?:{_ABBREVIATION.lower()}))?)(?P<abbrhours>[ ]{_WORKING}\b)?(?![\w/+]))"
)
_CLOCK = r"\d{1,2}(?:[:.h]\d{2}|h)?(?:[ ]?(?:a\.?m\.?|p\.?m\.?))?(?: o'clock)?|noon|midday|midnight"
_AT = rf"(?:{_CLOCK})(?:[ ]?\(?(?:{_ABBREVIATION.lower()})\)?)?"
RANGE = re.compile(
    rf"(?<![\w.,/:+-])(?:(?:from|between)[ ])?(?P<from>{_AT})(?:[ ]?-[ ]?|[ ](?:to|till|until|and)[ ])(?P<to>{_CLOCK})(?![\w%:/.-]*\d|[ ]?(?:%|k\b|days?|weeks?|months?|years?|people|calls?|times?|gbp|eur|usd|euros?|pounds?|£|€|\$|a (?:day|week)))"
)
_OVERLAPS = r"overlap(?:s|ping)?|shared hours|share(?:d)?|in common|common hours|online together|core hours|available|reachable|online|contactable|at the same time"
HOURS_OVERLAP = re.compile(
    r"(?P<all>(?:(?:at least|min(?:imum)?(?: of)?|no less than|about|around|some|roughly|with|up to)[ ])?(?:an?|one|two|three|four|five|six|seven|eight|half an?|\d{1,2}(?:[.,]5)?(?:[ ]?-[ ]?\d{1,2})?)\+?[ -]?(?:shared |common |working |overlapping )?"
    r"(?:hours?'?|hrs?|h)\b(?:[ ](?:a|per|each|every)[ ]?day)?(?:[ ]of)?[ ](?:time[ -]?zone |of )?(?:overlap(?:ping)?|shared|in common|with (?:the )?(?:team|us|our|london|uk|us\b|new york|cet))(?:[ ](?:with|to|in)[ ](?P<with>[^,.;\n]{2,40}))?)"
)
OVERLAP_OF = re.compile(
    r"(?P<all>overlap(?:ping)?[ ](?:of |by |for |with [^,.;\n]{2,30}? (?:of |for |by |at least )|must be |should be |is |needed: ?)?(?:at least |min(?:imum)? |about )?(?:an?|one|two|three|four|five|six|\d{1,2})(?:[ ]?-[ ]?\d{1,2})?[ ]?(?:hours?|hrs?|h)\b(?:[ ](?:a|per|each|every) day)?(?:[ ](?:with|in)[ ][^,.;\n]{2,40})?)"
)
_DAYS = r"(?:mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:rs?(?:day)?)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?)"
_COUNT = r"(?:one|two|three|four|five|six|\d{1,2}(?:[.,]5)?)(?:[ ]?(?:-|to|or)[ ]?(?:one|two|three|four|five|six|\d{1,2}))?"
SCHEDULE = re.compile(
    rf"(?<![\w-])(?P<all>part[- ]time|full[- ]time(?! employees?\b(?= of))|half[- ]time|(?:\d{{2,3}}[ ]?%)(?=[ ](?:fte|workload|position|part|capacity|contract)\b)|"
    rf"(?:(?:about|around|up to|max(?:imum)?|at least|roughly|approx\.?|only)[ ])?{_COUNT}[ -](?:full )?(?:hours?|hrs?|h|days?)(?:'s?)?[ ]?(?:a|per|each|/|every|p/)[ ]?(?:week|wk)\b(?: max(?:imum)?)?|{_COUNT}[ -]day (?:working )?week|"
    rf"{_COUNT}[ ](?:hours?|hrs?|h)[ ]?(?:a|per|each|/)[ ]?day(?! overlap| of overlap| with)|{_DAYS}[ ]?(?:-|to|till|through|thru)[ ]?{_DAYS}|(?:on )?{_DAYS}(?:,[ ]?{_DAYS})*,? (?:and|&) {_DAYS}|flexible (?:working )?hours|flexi(?:ble)?[ -]?time|"
    rf"(?:evenings?|nights?|weekends?)(?: and (?:evenings?|nights?|weekends?))?(?: (?:only|work|shifts?))|shift work|(?:in |rotating |night |late |early )shifts|regular (?:office|working|business) hours|normal (?:office|working|business) hours|(?:standard )?office hours|one week on,? one week off)(?![\w])"
)
_PLACE_AFTER = re.compile(
    r"[ ]?(?:in (?:the|our) (?:\w+ )?office|on[- ]?site|onsite|at (?:the|our) (?:\w+ )?(?:office|site)|from home|remote|wfh|in (?:london|the \w+ office))"
)
_NOT_SCHEDULE = re.compile(
    r"[ ](?:stand-?up|meeting|call|support desk|users?|staff|employees|team|students?|downtime|outage|of downtime|response)"
)
_SHARED_CUE = re.compile(rf"\b(?:{_OVERLAPS})\b")
_OURS = re.compile(
    r"\b(?:we|we're|our (?:\w+ )?(?:team|offices?|customers?|users?|clients?|servers?|company|developers)|the (?:rest of )?(?:the )?team|"
    r"rest of us|hq|i|i'm|users|customers|clients)\b"
)
_WANTED = re.compile(
    r"\b(?:he|she|they|must|should|needs?|has to|person|contractor|candidate|someone|somebody|want|looking|require|role)\b"
)
WORKDAY = 7.0


def hours(text: Text, sentence: Span) -> Iterator[Found]:
    """Shared hours, then the schedule, then zones that neither has used."""
    finds: list[Found] = []
    for item in (*_overlaps(text, sentence), *_ranges(text, sentence), *_schedules(text, sentence)):
        if not any(item.span.meets(other.span) for other in finds):
            finds.append(item)
    zones = [
        match
        for match in ZONE.finditer(text.low, sentence.start, sentence.end)
        if _is_zone(text, sentence, match) and not any(_holds(item, match) for item in finds)
    ]
    spans = [Span(match.start(), match.end()) for match in zones]
    yield from _joined(text, finds)
    yield from (Found("time_zone", text.value(span), span, reach=Span(0, 0)) for span in spans)


def _holds(item: Found, match: re.Match[str]) -> bool:
    """Say whether a zone is part of shared hours; that of a schedule is the work's own."""
    return item.fact == "overlap" and item.span.meets(Span(match.start(), match.end()))


def _overlaps(text: Text, sentence: Span) -> Iterator[Found]:
    for pattern in (HOURS_OVERLAP, OVERLAP_OF):
        for match in pattern.finditer(text.low, sentence.start, sentence.end):
            span = text.trim(Span(match.start("all"), match.end("all")))
            lead = re.match(r"(?:with|and) ", text.folded(span))
            span = Span(span.start + lead.end(), span.end) if lead else span
            yield Found("overlap", text.value(span), span, reach=Span(match.start(), match.end()))


def _ranges(text: Text, sentence: Span) -> Iterator[Found]:
    """Hours from-to: shared hours when the words say so or the window is short, else the schedule."""
    for match in RANGE.finditer(text.low, sentence.start, sentence.end):
        length = _length(match["from"], match["to"])
        zone = (
            ZONE.match(text.low, match.end() + 1, sentence.end)
            if text.low[match.end() : match.end() + 1] in " ("
            else None
        )
        end = zone.end() if zone and _is_zone(text, sentence, zone, bare=True) else match.end()
        zoned = end > match.end() or bool(ZONE.search(match["from"]))
        if length is None or not (zoned or _has_clock(match) or length >= WORKDAY):
            continue
        clause = text.low[max(sentence.start, match.start() - 45) : min(sentence.end, end + 25)]
        span = Span(match.start(), end)
        shared = bool(_SHARED_CUE.search(clause)) or (zoned and length < WORKDAY)
        if (
            not shared
            and length < WORKDAY
            and not re.search(r"\b(?:hours|work|works|working|schedule|daily|every day)\b", clause)
        ):
            continue
        yield Found("overlap" if shared else "schedule", text.value(span), span, reach=span)


def _schedules(text: Text, sentence: Span) -> Iterator[Found]:
    for match in SCHEDULE.finditer(text.low, sentence.start, sentence.end):
        after = text.low[match.end() : min(sentence.end, match.end() + 30)]
        if _PLACE_AFTER.match(after) or _NOT_SCHEDULE.match(after):
            continue
        span = Span(match.start("all"), match.end("all"))
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


def _is_zone(text: Text, sentence: Span, match: re.Match[str], *, bare: bool = False) -> bool:
    """Say whether the words name the zone of the work: abbreviations as such, nothing of ours or our customers'."""
    if (
        match["abbr"]
        and not text.quote(Span(*match.span("abbr"))).replace(" ", "").replace("/", "").isupper()
    ):
        return bool(
            match["abbr"] in ("cet", "cest", "gmt", "utc", "pst", "bst", "edt", "pdt", "eet")
            or match["abbrhours"]
        )
    if (
        match["abbr"]
        and match["abbr"] in ("z", "et", "ct", "pt", "ist", "west")
        and not (match["abbrhours"] or bare)
    ):
        return False
    if match["named"] and match["named"].startswith(("us ", "us'")) and not text.raw[match.start()].isupper():
        return False
    return bare or not _of_ours(text.low[sentence.start : match.start()])


def _of_ours(before: str) -> bool:
    """Say whether the words before a zone speak of us or our customers and nobody else."""
    ours = list(_OURS.finditer(before))
    return bool(ours) and not _WANTED.search(before, ours[-1].start() if ours[-1][0] in ("we", "i") else 0)


def _has_clock(match: re.Match[str]) -> bool:
    return bool(re.search(r"[:h]|[ap]\.?m", match[0]))


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
