"""Dates in the manager's words: candidates by anchored patterns, the day itself by dateparser when it is plain."""

import datetime as dt
import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.text import Span, Text

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri)\b"
_PLAIN = (
    rf"(?:{_WEEKDAY},?[ ])?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of )?{MONTH}(?:,?[ ]20\d\d)?|{MONTH}[ ](?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)(?:,?[ ]20\d\d)?|"
    r"20\d\d-\d\d?-\d\d?|\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d)"
)
_VAGUE = (
    rf"(?:early|mid|late|(?:the )?(?:end|beginning|start|middle|first week|last week|1st|first) of|by|before|after|around|about|sometime in)?[ -]?(?:{MONTH}(?:[ ]20\d\d)?|q[1-4](?:[ ]20\d\d)?|"
    r"(?:the )?(?:next |this |new |coming )?(?:week|month|quarter|year|spring|summer|autumn|fall|winter|easter|christmas|new year)\b|20\d\d)"
)
_RELATIVE = (
    rf"(?:as soon as (?:possible|we can)|asap|a\.s\.a\.p\.|immediately|right away|straight ?away|now\b|tomorrow|today|"
    rf"(?:on |this |next |coming ){_WEEKDAY}|{_WEEKDAY}|(?:in|within)[ ](?:about |around |the next )?(?:a|one|two|three|four|five|six|\d{{1,2}}|a couple of|a few)(?:[ ]?(?:-|to|or)[ ]?(?:two|three|four|six|\d{{1,2}}))? (?:days?|weeks?|months?)(?:' time)?|"
    r"next (?:week|month|quarter|year)|the week of [^,.;\n]{3,20}|the (?:1st|first)\b(?! of))"
)
DATE = rf"(?:{_PLAIN}|{_RELATIVE}|{_VAGUE})"
PLAIN = re.compile(_PLAIN)
START = re.compile(
    rf"\b(?:(?:(?:to |can |could |should |must |will |would |needs? to |has to |have to |able to |ready to |available to )?(?:start|begin|join)(?:s|ing|ning)?(?: date)?(?: (?:is|on|at|from|by|in|of|to|with us|work|would be|will be|should be|must be|now))*|available(?: from)?|kick(?:s|ing)?[- ]?off(?: (?:is|on|in))?|"
    rf"as of|beginning|commenc(?:es?|ing)|effective|needed(?: from| by)|need (?:him|her|them|someone|somebody|this|it)(?: here)?(?: from| by| on)?|"
    rf"(?:first day|day one)(?: is| on)?))[ ](?:(?:ideally|preferably|latest|at the latest|no later than|not before|around|about|on|from|by|the)[ ])*(?P<date>{DATE})(?P<latest> at the latest| latest| or (?:earlier|sooner))?"
)
START_BARE = re.compile(
    rf"(?:^|[,;(:-][ ]*|[ ]and )(?P<date>(?:from (?:{_PLAIN}|{MONTH}(?:[ ]20\d\d)?)|asap|as soon as possible|immediately|start(?:ing)? asap))(?=[ ]*(?:[,;.!)\n]|$))"
)
START_NEED = re.compile(
    r"\b(?:need|needed|want|wanted|hire|looking for|find)\b[^.;!?\n]{3,60}? (?P<date>asap|as soon as possible|immediately|right away|straight away)(?=[ ]*(?:[,;.!)\n]|$|and\b))"
)
DEADLINE = re.compile(
    rf"\b(?:(?:decide|decided|deciding|decision(?: is)?(?: needed| due)?|choose|chosen|hire|hired|(?:fill|filled)(?: the (?:role|position|post))?|offer(?: is)? out|sign|signed|make (?:a|the|our) (?:decision|choice|offer)|close applications|applications close|contract signed|someone hired|person hired|(?:somebody|someone|them|him|her) (?:hired|signed(?: up)?|found|chosen|selected)))[ ](?:on (?:someone|somebody|a candidate|whom|the person) )?(?P<by>by|before|until|no later than|on|at the latest)[ ](?P<date>{DATE})(?: at the latest| latest)?"
)


def dates(text: Text, sentence: Span) -> Iterator[Found]:
    """The start and the decision date that a sentence states."""
    for match in DEADLINE.finditer(text.low, sentence.start, sentence.end):
        yield dated("deadline", text, Span(*match.span("date")), reach=Span(*match.span()))
    for pattern in (START, START_BARE, START_NEED):
        for match in pattern.finditer(text.low, sentence.start, sentence.end):
            span = Span(match.start("date"), match.end())
            if not _about_other(text, sentence, match):
                yield dated("start", text, span, reach=Span(*match.span()))


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


def _about_other(text: Text, sentence: Span, match: re.Match[str]) -> bool:
    """Say whether something else starts then: a meeting, our project, an earlier person."""
    before = text.low[max(sentence.start, match.start() - 40) : match.start()]
    return bool(
        re.search(
            r"\b(?:meeting|call|stand-?up|day|shift|i|we|our \w+|he already|she already|semester|sprint|last|previous)(?: \w+)? $",
            before,
        )
    ) and ("start date" not in match[0])


def day_of(words: str, today: dt.date) -> dt.date | None:
    """The day that words name without doubt: a day of a month, this year's or else next year's."""
    match = PLAIN.search(words)
    if match is None:
        return None
    numeric = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})", match[0])
    if numeric and int(numeric[1]) <= 12 and int(numeric[2]) <= 12 and numeric[1] != numeric[2]:
        return None  # 3/4: March or April
    from dateparser import parse  # slow to import

    order = "MDY" if numeric and int(numeric[2]) > 12 else "DMY"
    settings = {
        "STRICT_PARSING": False,
        "REQUIRE_PARTS": ["day", "month"],
        "PREFER_DATES_FROM": "future",
        "RELATIVE_BASE": dt.datetime.combine(today, dt.time()),
        "DATE_ORDER": order,
        "PARSERS": ["absolute-time"],
    }
    plain = re.sub(r"\bof\b|\bthe\b|,", " ", match[0])
    if re.fullmatch(r"20\d\d-\d\d?-\d\d?", match[0]):
        settings["DATE_ORDER"] = "YMD"
    try:
        parsed = parse(" ".join(plain.split()), languages=["en"], settings=settings)  # type: ignore[arg-type]
    except (ValueError, OverflowError, TypeError):
        return None
    return parsed.date() if parsed else None
