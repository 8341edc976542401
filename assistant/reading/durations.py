"""How long the engagement lasts, and whether it can be extended."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.text import Span, Text

NUMBER = (
    r"(?:\d{1,3}(?:[.,]\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|"
    r"twenty-four|thirty|a couple of|couple of|a few|few|several|half an?)"
)
_RANGE = rf"{NUMBER}(?:[ ]?(?:-|to|or)[ ]?{NUMBER})?"
LENGTH = rf"{_RANGE}[ -]?(?:working |calendar |full )?(?:days?|weeks?|wks?|months?|mths?|mos?|years?|yrs?|quarters?|sprints?)\b(?: and a half)?(?: max(?:imum)?\b| tops\b| at most\b)?"
_ROUGH = r"(?:about|around|approx(?:\.|imately)?|roughly|circa|ca\.?|at least|at most|up to|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|the next|the first|an initial|initially|nearly|almost|just|only|another|~)[ ]?"
_WHAT = r"(?:contract|engagement|project|assignment|gig|stint|placement|term|period|job|work|role|position|fixed[- ]term|ftc|sow|mission|rolling)"
DURATION = re.compile(
    rf"(?<![\w.£$€])(?P<lead>for[ ]|lasting[ ]|lasts[ ]|over[ ]|runs(?: for)?[ ]|of[ ]|takes[ ])?(?P<all>(?:{_ROUGH})?(?:{LENGTH}))(?P<what>(?:[ -](?:initial|contractor?|freelance|fixed-term|rolling|paid))*[ -]{_WHAT}\b)?"
)
_CUE_BEFORE = re.compile(
    r"(?:duration|length|term|contract|engagement|project|assignment|period|initially|initial|lasts?|lasting|it'?s|meant|mean|sorry|actually|wait|correction|no|decided on|agreed on|settled on|go for|go with|runs?|run for|"
    r"needed|need (?:him|her|them|you|someone|somebody)|make (?:it|that)|(?:is|be|to|now|till|=|:)|hire|for|about|say)[ ](?:of |is |for |be |to |now |a |an |the |about |around |will be |should be |would be )*$"
)
# Followed by these, a length of time is something else.
_OTHER_AFTER = re.compile(
    r"(?:'|')?[ -]?(?:s'?[ ])?(?:a week|per week|/ ?week|a month|per month|each|every|notice|experience|exp\b|of (?:experience|exp\b|notice|overlap|"
    r"hands|python|java|linux|relevant|work|training|handover|hand-over|onboarding|downtime|data|history|holiday|parental)|ago\b|old\b|"
    r"later|earlier|probation|trial|warranty|overlap|in (?:the )?(?:role|field|industry|business|it\b|network)|"
    r"with (?:cisco|python|java|linux)|payment|pay\b|(?:of )?hand ?-?over|training|in advance|before|after|behind|late\b|from now|leave\b|"
    r"on site|on-site|onsite|in the office|at home|from home|remote|working with|response|plus experience|\+)"
)
_OTHER_BEFORE = re.compile(
    r"(?:\b(?:every|each|last|past|previous|in|within|after|since|been|waiting|looking|down|open|vacant|struggling|than|probation of|"
    r"notice of|notice:?|experience:?|next|first|by|took|take|spent|lost|wasted|late|overdue|age|per|once|twice|times|during|before|"
    r"extension of|extended by|extend by|extend for|extended for|another|further|additional|extra|extend it by|overlap of|handover of|payment|extension:?|renewal of|plus|then|for the (?:last|past)|has (?:had|worked)|worked (?:here )?for|with)|[+])[ ](?:the |a |about |around |over |at least |up to )*$"
)
_PAST = re.compile(
    r"\b(?:has been|have been|had been|was|were|ago|worked|notice|probation|payment terms?|warranty|response time)\b"
)
UNTIL = re.compile(
    r"\b(?:until|till|through to|to the end of|through)[ ](?P<what>(?:the )?(?:end of |mid[- ]|early |late )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?[ ](?:of )?)?"
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|year|quarter|q[1-4]|easter|christmas|summer|autumn)\b(?:[ ]\d{1,2}(?:st|nd|rd|th)?\b)?(?:,?[ ]20\d\d)?)"
)
OPEN_ENDED = re.compile(
    r"\b(?:open[- ]ended|indefinite(?:ly)?|no (?:fixed )?end date|unlimited(?: in time| term)?)\b"
)
EXTENSION = re.compile(
    rf"\b(?:(?:with )?(?:an? |the )?(?:possible |potential |optional )?(?:option|possibility|chance|view|scope|room) (?:to|of|for) (?:extend(?:ing)?|extension|renew(?:al)?|an extension)(?: (?:by|for|to|of) (?:another |a further |up to )?(?:{LENGTH}))?|"
    rf"(?:it |this |that |which )?(?:can|may|might|could|will|cannot|can't|won't|will not)(?: possibly| probably| likely| not| then)? be (?:extended|renewed|prolonged)(?: (?:by|for|to|until) (?:another |a further |up to )?(?:{LENGTH}))?|"
    rf"(?:possible|potential|likely|optional) (?:extension|renewal)(?: (?:of|by|for) (?:another |up to )?(?:{LENGTH}))?|(?:extension|renewal) (?:is )?(?:possible|likely|an option|not possible|unlikely)|"
    rf"(?:extendable|extendible|extensible|renewable|prolongable)(?: (?:by|for|to) (?:another |a further |up to )?(?:{LENGTH}))?|no (?:extension|renewal)\b|not (?:extendable|renewable)|"
    rf"(?:plus|[+]|then) (?:a |an )?(?:possible |optional )(?:{LENGTH})(?: extension)?|(?:{LENGTH}) extension(?: option)?)"
)


def durations(text: Text, sentence: Span) -> Iterator[Found]:
    """Extensions first, then lengths that stand where the engagement's length stands."""
    taken = []
    for match in EXTENSION.finditer(text.low, sentence.start, sentence.end):
        span = text.trim(Span(match.start(), match.end()))
        taken.append(span)
        yield Found("extension", text.value(span), span, reach=span)
    for pattern in (UNTIL, OPEN_ENDED):
        for match in pattern.finditer(text.low, sentence.start, sentence.end):
            span = Span(match.start(), match.end())
            if not any(span.meets(other) for other in taken) and not _other_clause(
                text, sentence, match.start()
            ):
                yield Found("duration", text.value(span), span, reach=span)
    for match in DURATION.finditer(text.low, sentence.start, sentence.end):
        span = Span(match.start("all"), match.end("all"))
        if not any(span.meets(other) for other in taken) and _is_length(text, sentence, match):
            yield Found("duration", text.value(span), span, reach=Span(match.start(), match.end()))


def _is_length(text: Text, sentence: Span, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = text.low[max(sentence.start, start - 30) : start]
    if _OTHER_AFTER.match(text.low, end, sentence.end) or _OTHER_BEFORE.search(before):
        return False
    if re.search(r"\bdays?$", match["all"]) and not (match["lead"] or match["what"]):
        return False
    if _other_clause(text, sentence, start):
        return False
    return bool(
        match["lead"] or match["what"] or _CUE_BEFORE.search(before) or _alone(text, sentence, start, end)
    )


def _other_clause(text: Text, sentence: Span, start: int) -> bool:
    left = max(text.low.rfind(mark, sentence.start, start) for mark in (", ", ";", " but ", " and "))
    return bool(_PAST.search(text.low, max(left, sentence.start), start))


def _alone(text: Text, sentence: Span, start: int, end: int) -> bool:
    """Say whether nothing else stands between the commas around it."""
    before = text.low[sentence.start : start].rstrip()
    after = text.low[end : sentence.end].lstrip()
    opens = not before or before[-1] in ",;:-(/+|" or before.endswith((" and", " then"))
    return opens and (
        not after
        or after[0] in ",;:.!-)(/+|?"
        or after.startswith(
            (
                "and ",
                "with ",
                "instead of",
                "rather than",
                "remote",
                "contract",
                "starting",
                "from ",
                "to start",
                "fixed",
            )
        )
    )
