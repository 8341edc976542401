"""Dates in the manager's words: candidates by anchored patterns, a plain day's date by dateparser."""

import datetime as dt
import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.patterns import joined, pattern
from assistant.reading.text import NOWHERE, Span, Text

DATES = ("start", "deadline", "follow_up")
_MONTH = joined(r"""
    (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|
    oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?
""")
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri)\b"
_PLAIN = joined(rf"""
    (?:(?:{_WEEKDAY},?[ ])?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of )?{_MONTH}(?:,?[ ]20\d\d)?|
    {_MONTH}[ ](?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)(?:,?[ ]20\d\d)?|20\d\d-\d\d?-\d\d?|
    \d{{1,2}}[/.]\d{{1,2}}[/.](?:20)?\d\d))
""")
_VAGUE = joined(rf"""
    (?:(?:early|mid|late|(?:the )?(?:end|beginning|start|middle|first week|last week|1st|first) of|by|
    before|after|around|about|sometime in)?[ -]?(?:{_MONTH}(?:[ ]20\d\d)?|q[1-4](?:[ ]20\d\d)?|
    (?:the )?(?:next |this |new |coming )?(?:week|month|quarter|year|spring|summer|autumn|fall|winter|
    easter|christmas|new year)\b|20\d\d))
""")
_SOON = r"(?:as soon as (?:possible|we can)|asap|a\.s\.a\.p\.|immediately|right away|straight ?away)"
_RELATIVE = joined(rf"""
    (?:{_SOON}|now\b|tomorrow|today|(?:on |this |next |coming )?{_WEEKDAY}|(?:in|within)[ ](?:about |around |
    the next )?
    (?:a|one|two|three|four|five|six|\d{{1,2}}|a couple of|a few)(?:[ ]?(?:-|to|or)[ ]?(?:two|three|four|six|
    \d{{1,2}}))?
    (?: days?| weeks?| months?)(?:' time)?|next (?:week|month|quarter|year)|the week of [^,.;\n]{{3,20}}|
    the (?:1st|first)\b(?! of))
""")
DATE = rf"(?:{_PLAIN}|{_RELATIVE}|{_VAGUE})"
PLAIN = re.compile(_PLAIN)
_NOT_BUT = rf"(?:(?:no longer|not)[ ](?:on |in )?{DATE},?[ ]but[ ])?"
_STARTS = joined(r"""
    (?:(?:(?:to|can|could|should|must|will|would|needs? to|has to|have to|able to|ready to|
    available to) )?(?:start|begin|join)(?:s|ing|ning)?(?: date)?(?: (?:is|on|at|from|by|in|of|to|with us|
    work|would be|will be|should be|must be|now|has|moved|moves|shifted|shifts|pushed|brought forward|
    changed|postponed)){0,4}|available(?: from)?|kick(?:s|ing)?[- ]?off(?: is| on| in)?|as of|beginning|
    commenc(?:es?|ing)|effective|needed(?: from| by)|need (?:him|her|them|someone|somebody|this|
    it)(?: here)?(?: from| by| on)?|(?:first day|day one)(?: is| on)?)
""")
START = pattern(rf"""
    \b{_STARTS}[ ]{_NOT_BUT}(?:(?:ideally|preferably|latest|at the latest|no later than|not before|around|
    about|on|from|by|the)[ ]){{0,3}}(?P<date>{DATE})(?: at the latest| latest| or (?:earlier|sooner))?
""")
# "A developer from 3 March", "need help from Feb for two months".
_SOMEBODY = joined(r"""
    (?:someone|somebody|person|help|cover|freelancers?|contractors?|developers?|devs?|engineers?|consultants?|
    analysts?|designers?|architects?|admin(?:istrator)?s?|testers?|managers?|specialists?|leads?|
    \b(?:need|want|hire|hiring|looking for|find)[ ](?:an?|another|one|two|three|some)\b[^.;!?,\n]{3,60})
""")
# Without a word of starting: between commas, after a length or a person, or in a sentence of need.
START_BARE = pattern(rf"""
    (?:{_SOMEBODY}[ ](?P<person>from (?:(?:early |mid[- ]?|late |the (?:start|beginning|middle|end) of )?
    {_MONTH}(?:[ ]20\d\d)?(?![ ]?\d)|{_PLAIN}|(?:next|this coming) (?:week|month)|q[1-4](?:[ ]20\d\d)?))|
    (?:^|[,;(:-][ ]*|[ ]and |(?:months?|weeks?|years?)[ ])(?P<from>from (?:{_PLAIN}|
    {_MONTH}(?:[ ]20\d\d)?))|(?:^|[,;(:-][ ]*|[ ]and )(?:start(?:ing)? )?(?P<soon>{_SOON}|
    immediate(?=[ ](?:start\b(?! of)|joiner)))|\b(?:need|
    needed|want|wanted|hire|looking for|
    find)\b[^.;!?\n]{{3,60}}?[ ](?P<needed>{_SOON}))(?=[ ]*(?:[,;.!)\n]|$|and\b|for\b|on\b|
    start(?:er)?\b(?! of)|joiners?\b))
""")
# "It starts in May. No wait, June.": the date alone, after words that take back the one before.
_TAKES_BACK = (
    r"(?:(?:oh|no|sorry|wait|oops|actually|correction|i mean|i meant|"
    r"rather|make (?:it|that)|scratch that)[,. ]+){1,4}"
)
_RESTATED = pattern(rf"^[ ]*{_TAKES_BACK}(?:in |on |from )?(?P<date>{DATE})[ .!]*$")
_INSTEAD = pattern(rf",?[ -]+{_TAKES_BACK}(?:in |on |from )?(?P<date>{DATE})(?=[ ]*(?:[,;.!)]|$))")
DEADLINE = pattern(rf"""
    \b(?:decide|decided|deciding|decision(?: is)?(?: needed| due)?|choose|chosen|hire|hired|
    (?:fill|filled)(?: the (?:role|position|post))?|offer(?: is)? out|sign|signed|
    make (?:a|the|our) (?:decision|choice|offer)|close applications|applications close|contract signed|
    (?:someone|somebody|person|them|him|her) (?:hired|signed(?: up)?|found|chosen|selected))[ ]
    (?:on (?:someone|somebody|a candidate|whom|the person) )?(?:by|before|until|no later than|on|
    at the latest)[ ]
    (?P<date>{DATE})(?: at the latest| latest)?
""")
# Something else starts then: a meeting, our project, an earlier person.
_OTHERS = pattern(r"""
    \b(?:meeting|call|stand-?up|day|shift|i|we|our \w+|he already|she already|semester|sprint|last|
    previous)(?: \w+)? $
""")


# "From 1 February to 31 July": where it starts, and how long it lasts.
_PART_OF = r"(?:(?:the )?(?:end|start|beginning|middle) of |early |mid[- ]|late )?"
_SPAN_DAY = rf"(?:{_PLAIN}|{_PART_OF}{_MONTH}(?:[ ]20\d\d)?)"
_TILL = r"(?:to|till|until|through|thru|-)"
# A bare span of months stands where a new term begins: "Android dev, Sept to Dec".
_OPENS = joined(r"""
    (?:^|(?<=[,;(:/][ ])|(?<=[(])|(?<=[ ]-[ ])|(?<=contract[ ])|(?<=[ ]for[ ])|(?<=[ ]cover[ ])|(?<=month[ ])|
    (?<=months[ ])|(?<=project[ ]))
""")
FROM_TO = pattern(rf"""
    (?:\b(?:from|between)[ ]|{_OPENS}(?={_SPAN_DAY}[ ]?{_TILL}[ ]?{_PART_OF}(?:\d|{_MONTH})))
    (?P<start>{_SPAN_DAY})[ ]?(?:{_TILL}|and)[ ]?{_PART_OF}{_SPAN_DAY}
""")


def dates(text: Text, sentence: Span) -> Iterator[Found]:
    """The decision date and the start that a sentence states."""
    for match in DEADLINE.finditer(text.low, sentence.start, sentence.end):
        yield dated("deadline", text, Span(*match.span("date")), reach=Span(*match.span()))
    for match in FROM_TO.finditer(text.low, sentence.start, sentence.end):
        if not _OTHERS.search(text.low, max(sentence.start, match.start() - 40), match.start()):
            yield dated("start", text, Span(*match.span("start")), reach=Span(*match.span("start")))
            span = text.trim(Span(*match.span()))
            yield Found("duration", text.value(span), span, reach=NOWHERE)
    for match in START.finditer(text.low, sentence.start, sentence.end):
        before = text.low[max(sentence.start, match.start() - 40) : match.start()]
        if "start date" in match[0] or not _OTHERS.search(before):
            yield dated("start", text, Span(match.start("date"), match.end()), reach=Span(*match.span()))
            again = _INSTEAD.match(text.low, match.end(), sentence.end)
            if again:
                yield dated("start", text, Span(*again.span("date")), reach=Span(*again.span("date")))
    for match in START_BARE.finditer(text.low, sentence.start, sentence.end):
        group = match.lastgroup or "from"
        span = Span(*match.span(group))
        yield dated("start", text, span, reach=span)


def restated(text: Text, sentence: Span, fact: str) -> Found | None:
    """The date of a fact that was given just before, when the sentence only takes it back."""
    match = _RESTATED.match(text.low, sentence.start, sentence.end)
    if match is None:
        return None
    return dated(fact, text, Span(*match.span("date")), reach=Span(*match.span())).as_op("correct")


def dated(fact: str, text: Text, span: Span, *, reach: Span) -> Found:
    """A find whose value is a date's words, without 'from' or 'on'."""
    trimmed = text.trim(span)
    lead = re.match(r"(?:from|on|by) ", text.folded(trimmed))
    trimmed = Span(trimmed.start + lead.end(), trimmed.end) if lead else trimmed
    return Found(fact, text.value(trimmed), trimmed, reach=reach)


def with_day(words: str, today: dt.date) -> str:
    """The words, with the day in brackets where they name one."""
    day = day_of(words.casefold(), today)
    return f"{words} ({day.isoformat()})" if day and day.isoformat() not in words else words


def day_of(words: str, today: dt.date) -> dt.date | None:
    """The day that words name without doubt: a day of a month, this year's or else next year's."""
    match = PLAIN.search(words)
    if match is None:
        return None
    numeric = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}", match[0])
    if numeric and int(numeric[1]) <= 12 and int(numeric[2]) <= 12 and numeric[1] != numeric[2]:
        return None  # 3/4: March or April
    iso = match[0].startswith("20")
    order = "YMD" if iso else "MDY" if numeric and int(numeric[2]) > 12 else "DMY"
    return _parsed(" ".join(re.sub(r"\b(?:of|the)\b|,", " ", match[0]).split()), order, today)


def _parsed(words: str, order: str, today: dt.date) -> dt.date | None:
    from dateparser import parse  # slow to import

    settings = {
        "REQUIRE_PARTS": ["day", "month"],
        "PREFER_DATES_FROM": "future",
        "RELATIVE_BASE": dt.datetime.combine(today, dt.time()),
        "DATE_ORDER": order,
        "PARSERS": ["absolute-time"],
    }
    parsed = parse(words, languages=["en"], settings=settings)
    return parsed.date() if parsed else None
