"""Time zones by city, region, offset, IANA name or abbreviation."""

import re

from assistant.reading.patterns import joined, pattern, words
from assistant.reading.text import Span, Text

_CITY = joined(r"""
    london|new york|nyc|berlin|paris|madrid|lisbon|rome|vienna|zurich|amsterdam|dublin|edinburgh|warsaw|
    prague|stockholm|oslo|copenhagen|helsinki|athens|istanbul|dubai|singapore|hong kong|tokyo|sydney|
    melbourne|auckland|toronto|vancouver|chicago|boston|denver|austin|seattle|san francisco|los angeles|
    sao paulo|mexico city|bangalore|mumbai|delhi|manila|johannesburg|cape town|nairobi|lagos|tel aviv|
    kyiv|bucharest|budapest|brussels|munich|hamburg|frankfurt|milan|barcelona
""")
_REGION = joined(r"""
    uk|u\.k\.|british|us|u\.s\.|american|eu|european|central european|eastern european|western european|
    german|french|spanish|polish|irish|dutch|indian?|australian?|asian?|apac|emea|eastern|us eastern|
    us central|us pacific|us mountain|pacific|mountain|central|east coast|west coast|us east coast|
    us west coast|germany|poland|israel|japan(?:ese)?
""")
ABBREVIATIONS = joined(r"""
    cet|cest|gmt|bst|utc|est|edt|et|cst|cdt|ct|mst|mdt|pst|pdt|pt|eet|eest|wet|west|ist|aest|aedt|sgt|jst|hkt|
    sast|msk|z
""")
_WORKING = joined(r"""
    (?:(?:office |business |working |work |core |standard |local )?(?:hours|time ?zones?|tz|day)|
    (?:standard |local )?time(?! ?zone)(?! frame| limit| line| scale| sheet| off| and a| to |-to-))
""")
ZONE = pattern(rf"""
    (?<![\w/])(?:(?P<named>(?:{_CITY}|{_REGION})(?:'s)?[ ]{_WORKING}\b)|(?P<offset>(?:utc|gmt|cet|
    cest)[ ]?(?:[+-]|\+/-|±)[ ]?\d{{1,2}}(?::?[0-5]\d)?(?: hours?| hrs?|h)?(?:[ ](?:hours|time))?)|
    (?P<iana>(?:europe|america|asia|africa|australia|pacific|atlantic)/[a-z]+(?:_[a-z]+)*)\b|
    (?P<abbr>(?:{ABBREVIATIONS})(?:[ ]?/[ ]?(?:{ABBREVIATIONS}))?)(?P<hours>[ ]{_WORKING}\b)?(?![\w/+]))
""")
# Beside a time of day a region says enough: "8am to 4pm Eastern".
BESIDE = re.compile(r"(?:us )?(?:eastern|central|pacific|mountain)\b(?! (?:time|hours?|standard))")
# Written small these are no ordinary words; written large the others are zones, but some only beside hours.
_CLEAR = words(
    "cet|cest|gmt|utc|pst|bst|edt|pdt|eet",
)
_SHORT = frozenset(("z", "et", "ct", "pt", "ist", "west"))
_OURS = pattern(r"""
    \b(?:we|we're|our (?:\w+ )?(?:team|offices?|customers?|users?|clients?|servers?|company|developers)|
    (?:the )?(?:rest of )?(?:the )?team|rest of us|hq|i|i'm|users|customers|clients)\b
""")
_WANTED = pattern(r"""
    \b(?:he|she|they|must|should|needs?|has to|person|contractor|candidate|someone|somebody|want|looking|
    require|role)\b
""")


def is_zone(text: Text, match: re.Match[str], *, bare: bool = False) -> bool:
    """Say whether a match is a zone and no ordinary word; `bare` ones stand beside a time of day."""
    if match["named"]:
        return not match["named"].startswith(("us ", "us'")) or text.raw[match.start()].isupper()
    if not match["abbr"]:
        return True
    written = text.quote(Span(*match.span("abbr"))).replace(" ", "").replace("/", "")
    if not written.isupper():
        return match["abbr"] in _CLEAR or match["hours"] is not None
    return match["abbr"] not in _SHORT or match["hours"] is not None or bare


def of_ours(before: str) -> bool:
    """Say whether the words before a zone speak of us or our customers, and of nobody else."""
    ours = list(_OURS.finditer(before))
    return bool(ours) and not _WANTED.search(before, ours[-1].start() if ours[-1][0] in ("we", "i") else 0)
