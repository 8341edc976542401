"""Where the work is done, and whose law that makes it: place words of the person wanted, not of the firm."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.geography import ADJECTIVES, CITIES, place_code
from assistant.reading.patterns import joined, pattern
from assistant.reading.roles import HEAD
from assistant.reading.text import NOWHERE, Span, Text

_PLACE = r"(?:the )?[^\W\d_][\w.'-]*(?:[ ][^\W\d_][\w.'-]*){0,3}"
BASED = pattern(rf"""
    \b(?:(?:(?:must|should|will|can|to|has to|needs? to) )?(?:(?:be|is|are|being) )?(?:based|located|
    resident|domiciled|employed|hired|contracted|engaged|established|registered|
    tax[- ]resident)(?: anywhere)?[ ](?:in|from|within|inside|out of)[ ]|(?:working|works?|lives?|living|
    sits?|sitting|remote|remotely|resides?|employee|contractor|freelancer|person|someone|somebody|
    candidate|anywhere)(?: from)?(?: anywhere)?[ ](?:in|from|within|inside|out of)[ ]|(?:contract |
    governed )?(?:under|by) (?:the )?(?:laws? of )?)(?P<place>{_PLACE})
""")
ADJECTIVE = pattern(rf"""
    (?<![\w-])(?P<place>{"|".join(ADJECTIVES)}|germany|france|spain|poland|california|texas|new york|
    london|berlin|england|ireland|portugal|italy|netherlands)(?:[ -]based|[ ](?:contractor|employee|
    freelancer|contract|employment contract|payroll|law|resident|citizen|labour law|
    employment law)\b)(?! (?:company|firm|business|start-?up|team|agency|client|customer|charity|office))
""")
_OURS = pattern(r"""
    \b(?:we|we're|we are|our (?:\w+ )?(?:office|team|company|firm|hq|headquarters|business|customers?|
    users?|clients?|site|data ?cent(?:re|er)|servers?)|i|i'm|i am|company|the (?:rest of the )?team|
    customers|clients|users|servers|boss|manager|team|
    office)(?: is| are| all| mostly| both| mainly| currently){0,2}[ ]$
""")
_DAYS = joined(r"""
    (?:one|two|three|four|\d)(?:[ ]?(?:-|to|or)[ ]?(?:one|two|three|four|\d))? days?(?:(?: (?:a|per|each|
    every) |/)(?:week|wk|month|fortnight))?[ ](?:in (?:the|our) (?:\w+ )?office|on[- ]?site|in person|
    from home|at home|remote|in \w+)
""")
LOCATION = pattern(rf"""
    (?<![\w-])(?P<all>(?:(?:100 ?%|fully|mostly|mainly|partly|partially|entirely|completely|all|largely|
    primarily|purely|full|strictly|either)[ -])?(?P<how>remote(?:ly)?(?:[ -](?:first|only))?|
    hybrid(?:[ ,(]{{1,2}}(?:one|two|three|four|\d)(?:-\d)? days?(?: (?:a|per) week)?
    (?: (?:in(?: the| our)? office|on[- ]?site|wfh|wfo))?\b)?|
    on[- ]?site|work from office|wfo|in[- ](?:the[ ])?office|in[- ]person|from home|
    work from home|wfh|home[- ]office|telework|
    {_DAYS}))
""")
_REMOTE_OTHER = pattern(r"""
    [ ](?:access|desktops?|teams?|staff|sites?|offices?|workers?|working policy|
    support(?! engineer| specialist)|monitoring|users?|employees|vpn|hands|colleagues?|control|locations?|
    management|people|sessions?|login|servers?|branch|branches|backup|connections?|stand-?ups?|code|repo|
    developers|workforce|meetings?|interviews?|workshop|troubleshooting)\b
""")
_SITE_OTHER = pattern(r"""
    [ ]?(?:visits?|meetings?|workshops?|interviews?|support|servers?|users?|staff|team|colleagues|
    equipment|systems?|backups?|kick-?off|data|infrastructure|engineers|training|
    for (?:the )?(?:kick-?off|workshops?|meetings?|first (?:day|week)|onboarding|go-live|cut-?over|
    interview))\b
""")
_HYBRID_OTHER = pattern(r"[ ](?:cloud|meetings?|interview|set-?up of|workshop)\b")
_WE_REMOTE = pattern(r"\b(?:our|the|by|manage|support|supporting|managing|work with|access) $")
_STAFF_HOME = pattern(r"""
    \b(?:staff|people|users|team|colleagues|employees|everyone|who|all)
    (?: can| to| who| are| all| be able to){0,4}(?: work| working)? $
""")
_NEGATED = pattern(r"""
    (?:\bnot|n't|\bno|\bnever|\bwithout|\brather than|instead of|\bnor)
    (?: (?:be|a|any|want|need|have|do|going to|fully|work|working)){0,3}[ ]$
""")
_PLACED = pattern(r"""
    (?:[ ](?:in|at|from|within|near|anywhere in|at our|in our|out of)[ ](?P<place>(?:the |
    our )?[^\W\d_][\w'&.-]*
    (?:[ ][^\W\d_][\w'&-]*){0,3}?)|[ ](?P<bare>uk|us|usa|eu|europe|germany|canada|india)(?: only)?)
    (?=[ ]*(?:[,;.!?)\n:]|$|[ ](?:and|with|or|for|from|on|to|but|starting|reporting|who|until|reports)\b|-))
""")
_CITY = "|".join(sorted(map(re.escape, CITIES), key=len, reverse=True))
_LAND = "uk|england|scotland|wales|ireland|usa?|germany|france|spain|italy|poland|netherlands|switzerland"
_ANYWHERE_ELSE = r"(?:or|and|\+|/)[ ](?:fully )?(?:remote|hybrid|home|wfh)"
_SITE_DAYS = r"(?:\d|one|two|three|four)(?:-\d)?(?: or \d)?[ ]days?"
_TOWN_ENDS = joined(rf"""
    (?=[ ]*(?:[,;.!)(|/]|$|-[ ]|{_ANYWHERE_ELSE}|{_SITE_DAYS}|
    (?:for|from|starting|reporting)[ ]|(?:office|location)\b(?=[ ]*(?:[,;.)]|$|{_SITE_DAYS}))))
""")
_TERM = r"(?:^|(?<=[,;(|/:][ ])|(?<=[(|/])|(?<=[ ]-[ ]))"
# A town between the terms of a list: "Java developer, Bristol, £450 a day", "perm Belfast hybrid".
TOWN = pattern(rf"""
    (?:(?:{_TERM}|\b(?:role|job|position|post|work)[ ](?:is|will be)[ ](?=in|based)|\b{HEAD}[ ](?=in[ ]))
    (?:(?:in|based(?: in)?|location|office in|onsite|on[- ]site)[ ])?
    (?P<town>(?:(?:central|greater|north|south|east|west)[ ])?(?:{_CITY}))(?P<land>,? (?:{_LAND})\b)?
    {_TOWN_ENDS}|(?<=[ ])(?P<town2>(?:{_CITY})(?=[ ](?:hybrid|remote|on-?site)\b))|
    \b(?:at|in|from)[ ](?P<town3>our (?:{_CITY}) (?:office|site|hq|branch|headquarters))\b)
""")
_DAYS_THERE = re.compile(
    rf"(?: office)?[ ]{_SITE_DAYS}(?:(?: (?:a|per)[ ]|/)week)?(?: (?:on-?site|in (?:the )?office))?\b"
)
_NOT_TOWN = pattern(r"""
    \b(?:reports? to|reporting to|managers?|boss|offices|sites|customers?|clients?|users?|teams?|
    branch(?:es)?|universit(?:y|ies)|we have|we've|hubs?|servers?|data ?cent(?:re|er)s?|times?|hours?|
    cover)\b[^.;]{0,40}$|\b(?:our|my|the|their|his|her|with|to|from|by)[ ](?:[\w-]+[ ]){0,3}$
""")
_WE_ARE_IN = pattern(rf"""
    (?<![\w-])(?P<all>(?:we're|we are|we all sit|we sit|our (?:office|hq|company|team|head office) is)[ ]
    (?:(?:all|both|mainly|mostly)[ ])?(?:(?:based|located|sitting)[ ])?(?:in|near|at|outside)[ ]
    (?:central )?(?:{_CITY}))\b(?! (?:time|hours))
""")
# "A scrum master / PM hybrid" works anywhere.
_ROLE_OF_TWO = re.compile(r"/[ ]?\w+(?: \w+)? $")
_ELSEWHERE = re.compile(r"\b(?:but|anywhere|remote(?:ly)?|from home)\b")
_JOINED = pattern(r"""
    [ ]*(?:,|and|with|or|but|(?:the )?rest|
    plus|/|\(|-|except|occasional|some|a few|\d|once|twice|an?|the|in|on|of|
    per|week|month|days?|possible|ok|okay|fine|mostly|odd|day|rare|trips?|visits?|quarterly|monthly|
    weekly)[ ]*
""")


def places(text: Text, sentence: Span) -> Iterator[Found]:
    """The place of work, and the place whose law applies where the words say so."""
    yield from _locations(text, sentence)
    for form in (BASED, ADJECTIVE):
        for match in form.finditer(text.low, sentence.start, sentence.end):
            span, code = _known(text, Span(*match.span("place")))
            before = text.low[max(sentence.start, match.start() - 50) : match.start()]
            if code and not _OURS.search(before) and not _NEGATED.search(before):
                whole = Span(match.start(), span.end if form is BASED else match.end())
                yield Found("jurisdiction", code, text.trim(whole), reach=NOWHERE)


def _known(text: Text, span: Span) -> tuple[Span, str | None]:
    """The longest run of the first words that is a place we know."""
    words = list(re.finditer(r"[^\s]+", text.low[span.start : span.end]))
    for count in range(len(words), 0, -1):
        part = text.trim(Span(span.start, span.start + words[count - 1].end()))
        code = place_code(text.folded(part), text.quote(part))
        if code:
            return part, code
    return span, None


def _locations(text: Text, sentence: Span) -> Iterator[Found]:
    """Place-of-work words, joined when they stand together; a place in them tells the law."""
    town = _town(text, sentence)
    hits = [
        _with_place(text, sentence, Span(*match.span("all")))
        for match in LOCATION.finditer(text.low, sentence.start, sentence.end)
        if _is_place(text, sentence, match)
    ]
    if town and not any(hit.meets(town) for hit in hits):
        days = _DAYS_THERE.match(text.low, town.end, sentence.end)
        longer = Span(town.start, days.end()) if days else town
        town = town if any(hit.meets(longer) for hit in hits) else longer
        hits.append(town)
        yield Found("jurisdiction", CITIES[_city(text, town)], town, reach=NOWHERE)
    runs: list[Span] = []
    for hit in sorted(hits):
        if runs and hit.start - runs[-1].end < 30 and _stand_together(text.low[runs[-1].end : hit.start]):
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, hit.end))
        else:
            runs.append(hit)
    for run in map(text.trim, (_with_bracket(text, run) for run in runs)):
        yield Found("location", text.value(run), run, reach=run)
        code = _law_of(text, run)
        if code:
            yield Found("jurisdiction", code, run, reach=NOWHERE)
    elsewhere = _ELSEWHERE.search(text.low, sentence.start, sentence.end)
    for match in _WE_ARE_IN.finditer(text.low, sentence.start, sentence.end if not elsewhere else 0):
        span = Span(*match.span("all"))
        yield Found("location", text.value(span), span, reach=span)


def _town(text: Text, sentence: Span) -> Span | None:
    """The one town that stands alone among the terms of a sentence, or where we say that we are."""
    found = [
        _town_of(match)
        for match in TOWN.finditer(text.low, sentence.start, sentence.end)
        if not _NOT_TOWN.search(text.low, sentence.start, match.start())
    ]
    return found[0] if len(found) == 1 else None


def _town_of(match: re.Match[str]) -> Span:
    name = next(name for name in ("town", "town2", "town3") if match[name])
    return Span(match.start(name), match.end("land") if match["land"] else match.end(name))


def _city(text: Text, town: Span) -> str:
    match = re.search(rf"\b(?:{_CITY})\b", text.folded(town))
    return match[0] if match else ""


def _with_bracket(text: Text, run: Span) -> Span:
    """The run with the bracket that closes one opened in it."""
    opened = text.folded(run).count("(") > text.folded(run).count(")")
    return Span(run.start, run.end + 1) if opened and text.low[run.end : run.end + 1] == ")" else run


def _law_of(text: Text, run: Span) -> str | None:
    words = text.folded(run)
    placed = re.search(
        r"[ ](?:in|from|within|at our|at|in our|anywhere in)[ ]((?:the |our )?[^,;()]+)$", words
    )
    bare = re.search(r"[ ](uk|us|usa|eu|europe|germany|canada|india)$", words)
    found = placed or bare
    if found is None:
        return None
    office = re.fullmatch(r"(?:our|the) ([\w ]+?) (?:office|hq|headquarters|site|branch)", found[1])
    return CITIES.get(office[1]) if office else _known(text, Span(run.start + found.start(1), run.end))[1]


def _stand_together(between: str) -> bool:
    rest = between.strip()
    while rest:
        match = _JOINED.match(rest)
        if not match or not match.end():
            return False
        rest = rest[match.end() :]
    return True


def _is_place(text: Text, sentence: Span, match: re.Match[str]) -> bool:
    """Say whether the words say where this work is done."""
    before = text.low[max(sentence.start, match.start() - 40) : match.start()]
    how, end = match["how"], match.end()
    if _NEGATED.search(before):
        return False
    if how.startswith("remote"):
        return not _REMOTE_OTHER.match(text.low, end) and not _WE_REMOTE.search(before)
    if how.startswith("hybrid") and _ROLE_OF_TWO.search(before):
        return False
    if how.startswith(("in-person", "in person", "hybrid")):
        return not _HYBRID_OTHER.match(text.low, end)
    if how.endswith("from home"):
        return not _STAFF_HOME.search(before)
    return not _SITE_OTHER.match(text.low, end)


def _with_place(text: Text, sentence: Span, span: Span) -> Span:
    match = _PLACED.match(text.low, span.end, min(sentence.end, span.end + 60))
    return Span(span.start, match.end("place") if match["place"] else match.end("bare")) if match else span
