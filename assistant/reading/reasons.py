"""Why somebody is needed now: who left, what opens, what changes."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.text import Span, Text

FACT = "why_now"
_LEAVES = (
    r"(?:is|are|was|has|have|had)?(?:'s)? ?(?:just |now |recently |suddenly |also )?(?:left|leaving|leaves|retiring|retired|retires|resigned|resigning|quit|quitting|moving on|moved on|going on (?:\w+ )?leave|on (?:parental|maternity|paternity|sick|long[- ]term|medical) (?:sick )?leave|"
    r"off sick|gone|handed in (?:his|her|their) notice|given notice|been promoted|promoted|departing|departed)\b"
)
_WHOSE = r"(?:our|my|the|a)[ ](?:only |last |previous |old |current |former |lead |senior |sole |in-house |long-time )*[\w/&-]+(?:[ ][\w/&-]+){0,3}?"
LEFT = re.compile(rf"(?<![\w-])(?P<all>{_WHOSE}[ ]{_LEAVES}[^.;!?\n,]{{0,60}})")
BECAUSE = re.compile(
    r"(?<![\w-])(?:because(?! of (?:that|this|it)\b)(?: of)?|since(?=[ ](?:we|our|my|the|i|there|a|nobody|no one|it|they)\b)|as(?=[ ](?:our|my|we(?:'re| are| have| just)|the \w+ (?:is|has|left|was)|nobody|no one)\b)|now that|due to|the reason is(?: that)?|reason:|why now:|(?:to|will|as a) (?:replace|replacement for|stand in for|cover for|fill in for|take over from)(?= (?!it\b|this\b|that\b|them\b))|to cover(?= \w+(?:'s|s')? (?:parental|maternity|paternity|sick|leave)))[ ](?P<why>[^.;!?\n]{3,180})"
)
OPENING = re.compile(
    r"(?:^|[,;:(-][ ]*|[ ](?:and|so|but)[ ])(?P<all>(?:we're|we are|we have|we've|our (?:company|team|business|firm|office|department) is|the (?:company|team|business|firm) is|we)[ ](?:just |now |currently |about to |going to |also |recently )*(?:opening|open|opened|moving|move|growing|expanding|launching|launch|migrating|acquiring|acquired|merging|merged|taken over|took over|bought|"
    r"won|scaling|rolling out|replacing|switching|outgrown|outgrew|relocating|starting up|setting up|lost|had a (?:breach|ransomware|security incident|hack)|been hacked|got hacked|got phished|failed (?:an|our|the) (?:audit|pen ?test))\b[^.;!?\n]{0,120}?)(?=[.;!?\n]|$|,? (?:so|and so|and need|and we|which is why|therefore)\b|,[ ])"
)
_NEED = re.compile(
    r"\b(?:need|hire|hiring|looking|want|seek|role|position|someone|somebody|contractor|engineer|developer|admin|replacement|help|now|urgent|recruit)\b"
)
_END = re.compile(
    r",[ ]|[ ](?=(?:we|i) (?:now )?(?:need|want|are looking|'re looking))|[ ](?:so (?=we|i)|and (?=(?:we|i) (?:need|want|are looking|'re looking))|which is why)|[ ]-[ ]|\)"
)
_NOT_WHY = re.compile(
    r"\b(?:degree|law|legally|must|required|requirement|salary|rate|budget|gdpr|regulat|overlap|time zone)\b"
)
_DATE = re.compile(r"(?:19|20)\d\d\b|(?:monday|january|last|yesterday|then|about|i was)\b")


def reasons(text: Text, sentence: Span) -> Iterator[Found]:
    """The first reason that a sentence gives for needing somebody."""
    low = text.low
    for match in LEFT.finditer(low, sentence.start, sentence.end):
        yield _made(text, match.start("all"), match.end("all"), match.start("all"))
        return
    for match in BECAUSE.finditer(low, sentence.start, sentence.end):
        before = low[sentence.start : match.start()]
        if _DATE.match(match["why"]) or (
            before.strip() and (_NOT_WHY.search(before[-60:]) or not _NEED.search(before))
        ):
            continue
        if (
            not before.strip()
            and match[0].startswith(("because", "to ", "as a ", "will ")) is False
            and not _NEED.search(low[match.end() : sentence.end] + match["why"])
            and not match[0].startswith(("since", "as ", "now that", "due"))
        ):
            continue
        keep = match.start() if match[0].startswith(("to ", "will ", "as a ")) else match.start("why")
        yield _made(text, keep, match.end("why"), match.start())
        return
    for match in OPENING.finditer(low, sentence.start, sentence.end):
        yield _made(text, match.start("all"), match.end("all"), match.start("all"))
        return


def _made(text: Text, start: int, end: int, reach: int) -> Found:
    cut = _END.search(text.low, start, end)
    span = text.trim(Span(start, cut.start() if cut else end))
    return Found(FACT, text.value(span), span, reach=Span(reach, span.end))
