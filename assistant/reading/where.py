"""Where the work is done, and whose law that makes it: place words of the person wanted, not of the firm."""

import re
from collections.abc import Iterator, Mapping

from assistant.places import US_STATES, jurisdiction
from assistant.reading.found import Found
from assistant.reading.text import Span, Text

ADJECTIVES: Mapping[str, str] = {
    "german": "DE", "british": "GB", "american": "US", "french": "FR", "spanish": "ES", "italian": "IT", "dutch": "NL",
    "polish": "PL", "portuguese": "PT", "irish": "IE", "austrian": "AT", "swiss": "CH", "belgian": "BE", "swedish": "SE",
    "danish": "DK", "norwegian": "NO", "finnish": "FI", "czech": "CZ", "romanian": "RO", "indian": "IN", "canadian": "CA",
    "australian": "AU", "ukrainian": "UA", "greek": "GR", "hungarian": "HU", "bulgarian": "BG", "english": "GB",
    "scottish": "GB", "californian": "US-CA", "us": "US", "uk": "GB", "eu": "EU", "european": "EU",
}  # fmt: skip
# Cities with one well-known bearer; a city name that many countries have is no place of law.
CITIES: Mapping[str, str] = {
    "london": "GB", "manchester": "GB", "leeds": "GB", "edinburgh": "GB", "glasgow": "GB", "bristol": "GB", "cardiff": "GB",
    "berlin": "DE", "munich": "DE", "hamburg": "DE", "frankfurt": "DE", "cologne": "DE", "stuttgart": "DE", "düsseldorf": "DE",
    "paris": "FR", "lyon": "FR", "madrid": "ES", "barcelona": "ES", "lisbon": "PT", "porto": "PT", "rome": "IT", "milan": "IT",
    "amsterdam": "NL", "rotterdam": "NL", "brussels": "BE", "vienna": "AT", "zurich": "CH", "geneva": "CH", "dublin": "IE",
    "warsaw": "PL", "krakow": "PL", "prague": "CZ", "budapest": "HU", "bucharest": "RO", "sofia": "BG", "athens": "GR",
    "stockholm": "SE", "oslo": "NO", "copenhagen": "DK", "helsinki": "FI", "kyiv": "UA", "nyc": "US-NY-NYC",
    "new york city": "US-NY-NYC", "san francisco": "US-CA", "los angeles": "US-CA", "san diego": "US-CA", "chicago": "US-IL",
    "boston": "US-MA", "seattle": "US-WA", "denver": "US-CO", "austin": "US-TX", "houston": "US-TX", "dallas": "US-TX",
    "atlanta": "US-GA", "miami": "US-FL", "toronto": "CA", "vancouver": "CA", "montreal": "CA", "sydney": "AU",
    "melbourne": "AU", "singapore": "SG", "bangalore": "IN", "mumbai": "IN", "manila": "PH", "dubai": "AE", "tel aviv": "IL",
}  # fmt: skip
_CODES = frozenset(
    [
        "UK",
        "US",
        "USA",
        "EU",
        "GB",
        "DE",
        "FR",
        "NL",
        "ES",
        "IT",
        "PL",
        "IE",
        "AT",
        "CH",
        "BE",
        "SE",
        "DK",
        "NO",
        "FI",
        "PT",
        "CZ",
        "RO",
        "NYC",
        "CA",
    ]
)
_PLACE = r"(?:the )?[^\W\d_][\w.'-]*(?:[ ][^\W\d_][\w.'-]*){0,3}"
BASED = re.compile(
    rf"\b(?:(?:(?:must |should |will |can |to |has to |needs? to )?(?:be |is |are |being )?(?:based|located|resident|domiciled|employed|hired|contracted|engaged|established|registered|tax[- ]resident)(?: anywhere)?|"
    rf"(?:working|works?|lives?|living|sits?|sitting|remote|remotely|resides?|employee|contractor|freelancer|person|someone|somebody|candidate|anywhere)(?: from)?(?: anywhere)?|anywhere)[ ](?:in|from|within|inside|out of)[ ]|"
    rf"(?:contract |governed )?(?:under|by) (?:the )?(?:laws? of )?)(?P<place>{_PLACE})"
)
ADJECTIVE = re.compile(
    rf"(?<![\w-])(?P<place>{'|'.join(ADJECTIVES)}|germany|france|spain|poland|california|texas|new york|london|berlin|england|ireland|portugal|italy|netherlands)"
    r"(?:[ -]based|[ ](?:contractor|employee|freelancer|contract|employment contract|payroll|law|resident|citizen|labour law|employment law)\b)(?! (?:network|hours))"
)
_OURS = re.compile(
    r"\b(?:we|we're|we are|our (?:\w+ )?(?:office|team|company|firm|hq|headquarters|business|customers?|users?|clients?|site|data ?cent(?:re|er)|servers?)|i|i'm|i am|company|the (?:rest of the )?team|customers|clients|users|servers|boss|manager|team|office)(?: is| are| all| mostly| both| mainly| currently)*[ ]$"
)
LOCATION = re.compile(
    r"(?<![\w-])(?P<all>(?:(?:100 ?%|fully|mostly|mainly|partly|partially|entirely|completely|all|largely|primarily|purely|full|strictly|either|ideally)[ -])?(?P<how>remote(?:ly)?(?:[ -](?:first|only))?|hybrid|on[- ]?site|onsite|in[- ](?:the[ ])?office|in[- ]person|from home|work from home|wfh|home[- ]office|telework|"
    r"(?:one|two|three|four|\d)(?:[ ]?(?:-|to|or)[ ]?(?:one|two|three|four|\d))? days?(?: (?:a|per|each|every) (?:week|month|fortnight))? (?:in (?:the|our) (?:\w+ )?office|on[- ]?site|onsite|in person|from home|at home|remote|in \w+)))"
)
_REMOTE_OTHER = re.compile(
    r"[ ](?:access|desktop|desktops|team|teams|staff|site|sites|offices?|workers?|working policy|support(?! engineer| specialist)|monitoring|users?|employees|vpn|hands|colleagues?|control|locations?|management|people|sessions?|login|server|servers|branch|branches|backup|connections?|stand-?ups?|code|repo|developers|workforce|meetings?|interviews?|workshop)\b"
)
_SITE_OTHER = re.compile(
    r"[ ]?(?:visits?|meetings?|workshops?|interviews?|support|servers?|users?|staff|team|colleagues|equipment|systems?|backups?|kick-?off|data|infrastructure|engineers|training|for (?:the )?(?:kick-?off|workshops?|meetings?|first (?:day|week)|onboarding|go-live|cut-?over|interview))\b"
)
_NEGATED = re.compile(
    r"(?:\bnot|n't|\bno|\bnever|\bwithout|\brather than|instead of|\bnor)(?: (?:be|a|any|want|need|have|do|going to|fully|work|working))*[ ]$"
)
_PLACED = re.compile(
    r"[ ](?:in|at|from|within|near|anywhere in|at our|in our|out of)[ ](?P<place>(?:the |our )?[^\W\d_][\w'&.-]*(?:[ ][^\W\d_][\w'&-]*){0,3}?)(?=[ ]*(?:[,;.!?)\n:]|$|[ ](?:and|with|or|for|from|on|to|but|starting|reporting|who|until|reports)\b|-))"
)
_JOINED = re.compile(
    r"[ ]*(?:,|and|with|or|but|plus|/|\(|-|except|occasional|some|a few|\d|once|twice|an?|the|in|on|of|per|week|month|days?|possible|ok|okay|fine|mostly|odd|day|rare|trips?|visits?|quarterly|monthly|weekly)[ ]*"
)
OFFICE = re.compile(
    r"(?<![\w-])(?:in|at|from) (?P<place>(?:our|the) (?:[\w'-]+ ){0,3}?(?:office|headquarters|hq|site|data ?cent(?:re|er)|plant|branch))\b"
)


def places(text: Text, sentence: Span) -> Iterator[Found]:
    """The place of work, and the place whose law applies where the words say so."""
    yield from _locations(text, sentence)
    for pattern in (BASED, ADJECTIVE):
        for match in pattern.finditer(text.low, sentence.start, sentence.end):
            span, code = _known(text, Span(*match.span("place")))
            before = text.low[max(sentence.start, match.start() - 50) : match.start()]
            if code and not _OURS.search(before) and not _NEGATED.search(before):
                whole = Span(match.start(), span.end if pattern is BASED else match.end())
                yield Found("jurisdiction", code, text.trim(whole), reach=Span(0, 0))


def place_code(words: str, raw: str) -> str | None:
    """The code of a place by name; two-letter codes only when written large ('IT' is no country here)."""
    plain = words.strip(" .").removeprefix("the ")
    if plain in CITIES:
        return CITIES[plain]
    bare = raw.strip(" .").removeprefix("the ")
    if len(plain.replace(".", "")) <= 3:
        code = bare.replace(".", "")
        return (
            jurisdiction(code)
            if code in _CODES - {"IT", "CA", "NO"} or code in ("uk", "usa", "eu", "nyc")
            else None
        )
    if plain in ADJECTIVES:
        return ADJECTIVES[plain]
    if plain.upper() in US_STATES:
        return None
    return jurisdiction(plain)


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
    """Place-of-work words of one sentence as one find, joined when they stand together."""
    hits: list[Span] = []
    for match in LOCATION.finditer(text.low, sentence.start, sentence.end):
        if _is_place(text, sentence, match):
            hits.append(_with_place(text, sentence, Span(*match.span("all"))))
    runs: list[Span] = []
    for hit in hits:
        if runs and hit.start - runs[-1].end < 30 and _joins(text.low[runs[-1].end : hit.start]):
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, hit.end))
        else:
            runs.append(hit)
    for run in runs:
        yield Found("location", text.value(run), run, reach=run)
        placed = re.search(
            r"(?:^|[ ])(?:in|from|within|at our|at|in our|anywhere in)[ ]((?:the |our )?[^,;()]+)$",
            text.folded(run),
        )
        if placed:
            span = Span(run.start + placed.start(1), run.end)
            code = _known(text, Span(span.start, span.end))[1] or _named_city(text.folded(span))
            if code:
                yield Found("jurisdiction", code, run, reach=Span(0, 0))


def _named_city(words: str) -> str | None:
    match = re.fullmatch(r"(?:our|the) ([\w ]+?) (?:office|hq|headquarters|site|branch)", words)
    return CITIES.get(match[1]) if match else None


def _joins(between: str) -> bool:
    rest = between
    while rest:
        match = _JOINED.match(rest)
        if not match or not match.end():
            return False
        rest = rest[match.end() :]
    return True


def _is_place(text: Text, sentence: Span, match: re.Match[str]) -> bool:
    before = text.low[max(sentence.start, match.start() - 40) : match.start()]
    if _NEGATED.search(before):
        return False
    how = match["how"]
    if how.startswith("remote"):
        return not _REMOTE_OTHER.match(text.low, match.end()) and not re.search(
            r"\b(?:our|the|by|manage|support|supporting|managing|work with|access) $", before
        )
    if how.startswith("in-person") or how.startswith("in person") or how.startswith("hybrid"):
        return (
            not re.match(
                r"[ ](?:cloud|meetings?|interview|set-?up of|workshop|model)",
                text.low[match.end() : match.end() + 20],
            )
            or "model" in text.low[match.end() : match.end() + 8]
        )
    if how.endswith("from home") and re.search(
        r"\b(?:staff|people|users|team|colleagues|employees|everyone|who|all) (?:can |to |who |are |all |be able to )*(?:work |working )?$",
        before,
    ):
        return False
    return not _SITE_OTHER.match(text.low, match.end())


def _with_place(text: Text, sentence: Span, span: Span) -> Span:
    match = _PLACED.match(text.low, span.end, min(sentence.end, span.end + 60))
    return Span(span.start, match.end("place")) if match else span
