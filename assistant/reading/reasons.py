"""Why somebody is needed now: who left, what opens, what changes."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.patterns import joined, pattern
from assistant.reading.text import Span, Text

FACT = "why_now"
_LEAVES = joined(r"""
    (?:is|are|was|has|have|had)?(?:'s)? ?(?:just |now |recently |suddenly |also )?(?:left|leaving|leaves|
    retiring|retired|retires|resigned|resigning|quit|quitting|moving on|moved on|going on (?:\w+ )?leave|
    on (?:parental|maternity|paternity|sick|long[- ]term|medical) (?:sick )?leave|off sick|gone|
    handed in (?:his|her|their) notice|given notice|been promoted|promoted|departing|departed)\b
""")
_WHOSE = joined(r"""
    (?:our|my|the|a)[ ](?:(?:only|last|previous|old|current|former|lead|senior|sole|in-house|
    long-time) ){0,2}[\w/&-]+
    (?:[ ][\w/&-]+){0,3}?
""")
LEFT = pattern(rf"(?<![\w-])(?P<all>{_WHOSE}[ ]{_LEAVES}[^.;!?\n,]{{0,60}})")
_STATES = r"(?:we(?:'re| are| have| just)|the \w+ (?:is|has|left|was)|nobody|no one)"
BECAUSE = pattern(rf"""
    (?<![\w-])(?P<word>because(?! of (?:that|this|it)\b)(?: of)?|since(?=[ ](?:we|our|my|the|i|there|a|
    nobody|no one|it|they)\b)|as(?=[ ](?:our|my|{_STATES})\b)|now that|due to|the reason is(?: that)?|
    reason:|why now:|(?:to|will|as a) (?:replace|replacement for|stand in for|cover for|fill in for|
    take over from)(?= (?!(?:it|this|that|them|him|her)\b))|to cover(?= \w+(?:'s|s')? (?:parental|
    maternity|paternity|sick|leave)))[ ](?P<why>[^.;!?\n]{{3,180}})
""")
_HAPPENS = joined(r"""
    (?:opening|open|opened|moving|move|growing|expanding|launching|launch|migrating|acquiring|acquired|
    merging|merged|taken over|took over|bought|won|scaling|rolling out|replacing|switching|outgrown|
    outgrew|relocating|starting up|setting up|lost|had a (?:breach|ransomware|security incident|hack)|
    been hacked|got hacked|got phished|failed (?:an|our|the) (?:audit|pen ?test))
""")
COVER = pattern(r"""
    (?<![\w-])(?P<all>(?:to )?cover for (?:\w+ ){0,2}(?:leave|absence)|
    (?:maternity|mat|paternity|parental|sick(?:ness)?)(?: leave)? cover(?: for (?!(?:the|a|an|our)\b)\w+)?)\b
""")
OPENING = pattern(rf"""
    (?:^|[,;:(-][ ]*|[ ](?:and|so|but)[ ])(?P<all>(?:we're|we are|we have|we've|we|
    (?:our|the) (?:company|team|business|firm|office|department) is)[ ]
    (?:(?:just|now|currently|about to|going to|also|recently) ){{0,2}}{_HAPPENS}\b[^.;!?\n]{{0,120}}?)
    (?=[.;!?\n]|$|,? (?:so|and so|and need|and we|which is why|therefore)\b|,[ ])
""")
_NEED = pattern(r"""
    \b(?:need|hire|hiring|looking|want|seek|role|position|someone|somebody|contractor|engineer|developer|
    admin|replacement|help|now|urgent|recruit)\b
""")
_END = pattern(r"""
    ,[ ]|[ ](?=(?:we|i) (?:now )?(?:need|want|are looking|'re looking))|
    [ ](?:so (?=we|i)|and (?=(?:we|i) (?:need|want|are looking|'re looking))|which is why)|[ ]-[ ]|\)
""")
# A reason for these is a reason for a requirement, not for the role.
_NOT_WHY = pattern(r"""
    \b(?:degree|law|legally|must|required|requirement|salary|rate|budget|gdpr|regulat|overlap|time zone)\b
""")
_SINCE_WHEN = pattern(r"(?:19|20)\d\d\b|(?:monday|january|last|yesterday|then|about|i was)\b")


def reasons(text: Text, sentence: Span) -> Iterator[Found]:
    """The first reason that a sentence gives for needing somebody."""
    for form in (LEFT, BECAUSE, COVER, OPENING):
        for match in form.finditer(text.low, sentence.start, sentence.end):
            if form is not BECAUSE:
                yield _made(text, match.start("all"), match.end("all"), match.start("all"))
                return
            if _is_why(text, sentence, match):
                start = match.start("why") if not _KEPT.match(match["word"]) else match.start()
                yield _made(text, start, match.end("why"), match.start())
                return


_SOMEBODY = pattern(r"""
    (?:our|the|my|a)[ ](?:[\w-]+[ ]){0,3}?(?:admin|administrator|sysadmin|engineer|developer|analyst|
    designer|tester|manager|guy|person|colleague|contractor|freelancer|consultant|technician|architect|
    lead|dba|employee|specialist)\b
""")
# "To replace Tom" says why only as a whole.
_KEPT = re.compile(r"to|will|as a")


def _is_why(text: Text, sentence: Span, match: re.Match[str]) -> bool:
    """Say whether words of reason are the reason for needing somebody; things are replaced as work."""
    before = text.low[sentence.start : match.start()]
    replaced = text.raw[match.start("why") : match.end("why")]
    if "replace" in match["word"] and not replaced[:1].isupper() and not _SOMEBODY.match(match["why"]):
        return False
    if _SINCE_WHEN.match(match["why"]):
        return False
    return not before.strip() or (not _NOT_WHY.search(before[-60:]) and _NEED.search(before) is not None)


def _made(text: Text, start: int, end: int, reach: int) -> Found:
    cut = _END.search(text.low, start, end)
    span = text.trim(Span(start, cut.start() if cut else end))
    return Found(FACT, text.value(span), span, reach=Span(reach, span.end))
