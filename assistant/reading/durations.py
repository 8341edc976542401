"""How long the engagement lasts, and whether it can be extended."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.granted import GRANTED, WISHED
from assistant.reading.patterns import joined, pattern
from assistant.reading.text import NOWHERE, Span, Text

_NUMBER = joined(r"""
    (?:\d{1,3}(?:[.,]\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|
    twenty-four|thirty|a couple of|couple of|a few|few|several|half an?)
""")
LENGTH = joined(rf"""
    {_NUMBER}(?:[ ]?(?:-|to|or|[+])[ ]?{_NUMBER})?[ -]?(?:working |calendar |full )?
    (?:days?|weeks?|wks?|months?|mo?n?ths?|mos?|years?|yrs?|quarters?|sprints?)\b(?: and a half)?
    (?: max(?:imum)?\b| tops\b| at most\b)?
""")
_ROUGH = joined(r"""
    (?:about|around|approx(?:\.|imately)?|roughly|circa|ca\.?|at least|at most|up to|max(?:imum)?(?: of)?|
    min(?:imum)?(?: of)?|the next|the first|an initial|initially|like|nearly|almost|just|only|~)[ ]?
""")
_WHAT = joined(r"""
    (?:[ -](?:initial|contractor?|freelance|fixed-term|rolling|paid)){0,2}[ -](?:contract|engagement|
    project|assignment|gig|stint|placement|term|period|job|work|role|position|fixed[- ]term|ftc|sow|
    mission|rolling|initial(?:ly)?)\b
""")
DURATION = pattern(rf"""
    (?<![\w.£$€+])(?P<lead>(?:for|estimated(?: at)?|lasting|lasts|over|runs|runs for|of|takes)[ ])?
    (?P<all>(?:{_ROUGH})?(?:{LENGTH}))(?P<what>{_WHAT})?
""")
# Standing right before it, these make a length of time the engagement's.
_CUE_BEFORE = pattern(r"""
    \b(?:duration|length|term|contract|engagement|project|assignment|period|initially|initial|lasts?|
    lasting|it'?s|meant|mean|sorry|actually|wait|correction|no|want|decided on|agreed on|settled on|
    go for|go with|runs?|run for|needed|need (?:him|her|them|you|someone|somebody)|make (?:it|that)|is|be|
    to|now|till|hire|for|about|say)[ ](?:(?:of|is|for|be|to|now|a|an|the|about|around|will be|should be|
    would be) ){0,3}$
""")
_LENGTH_OF = re.compile(r"\b(?:duration|length|term|contract|engagement|period|project|total) $")
_OPENS = pattern(r"(?:^|[,;:(/+|-]|[ ](?:and|then))[ ]*$")
_CLOSES = pattern(r"""
    [ ]*(?:$|[,;:.!?)(/+|-]|(?:and|with|instead of|rather than|remote|contract|starting|from|to start|
    fixed)\b)
""")
# Followed or preceded by these, a length of time is something else.
_OTHER_AFTER = pattern(r"""
    (?:'s?|s')?[ -]?(?:(?:a|per|/) ?(?:week|month)|each|every|notice|experience|exp\b|of (?:experience|
    exp|notice|overlap|hands|python|java|linux|relevant|work|training|handover|hand-over|onboarding|
    downtime|data|history|holiday|parental)\b|ago\b|old\b|later|earlier|probation|trial|warranty|overlap|
    in (?:the )?(?:role|field|industry|business|it\b|network)|with (?:cisco|python|java|linux)|payment|
    pay\b|(?:of )?hand ?-?over|training|in advance|before|after|behind|late\b|from now|leave\b|
    on[ -]?site|in the office|at home|from home|working with|response|\+|[a-z]+ experience)
""")
_OTHER_BEFORE = pattern(r"""
    (?:\b(?:every|each|last|past|previous|in|within|after|since|been|waiting|looking|down|open|vacant|
    struggling|than|by|probation|notice|experience|next|first|took|take|spent|lost|wasted|late|overdue|
    age|per|once|twice|times|during|before|extension of|extended by|extend by|extend for|extended for|
    extend it by|another|further|additional|extra|overlap of|handover of|payment|extension|renewal of|
    train(?:ed|ing)|onboard(?:ed|ing)|shadow(?:s|ing)?|
    plus|then|for the (?:last|past)|has (?:had|worked)|worked (?:here )?for|with|within (?:the )?next)|
    [+])[: ]+(?:(?:of|is|the|a|about|around|over|at least|up to) ){0,2}$
""")
_OTHER_CLAUSE = pattern(r"""
    \b(?:reports? to|has been|have been|had been|was|were|ago|worked|notice|probation|payment terms?|warranty|
    response time)\b
""")
_MONTH = joined(r"""
    (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|
    oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)
""")
UNTIL = pattern(rf"""
    \b(?:until|till|through to|to the end of|through)[ ](?:the )?(?:end of |mid[- ]|early |late )?(?:the )?
    (?:\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of )?)?(?:{_MONTH}|year|quarter|q[1-4]|easter|christmas|xmas|
    summer|autumn)\b
    (?:[ ]\d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,?[ ]20\d\d)?
""")
_EVENT = r"(?:black friday|cyber monday|christmas|xmas|easter|thanksgiving|new year|year[- ]end)"
_ALL_OF_IT = r"(?:it|work|project|everything|all|this|that|job|whole thing)"
_DONE = joined(r"""
    (?:(?:must|has to|have to|needs? to|should) be )?(?:done|finished|completed|complete|delivered|wrapped up)
    (?: and dusted)?
""")
DONE_BY = pattern(rf"""
    (?:(?:^|(?<=[,;(][ ])|(?<=[ ]and[ ]))(?:all )?|\b{_ALL_OF_IT}(?: all)? )(?P<all>{_DONE}[ ]
    (?:by|before|no later than)[ ](?:the )?(?:end of |mid[- ]|early |late )?(?:the )?
    (?:\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of )?)?(?:{_MONTH}|year|quarter|q[1-4]|summer|autumn|{_EVENT})\b
    (?:[ ]\d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,?[ ]20\d\d)?)
""")
ENDS = pattern(rf"""
    \b(?:ends?|ending|end date(?: is|:|[ ]-)?|finish(?:es)?)(?: on| in)? (?:the )?(?:end of )?
    (?:\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of )?{_MONTH}|{_MONTH}(?:[ ]\d{{1,2}}(?:st|nd|rd|
    th)?)?)\b(?:,?[ ]20\d\d)?
""")
OPEN_ENDED = pattern(r"""
    \b(?:open[- ]ended|indefinite(?:ly)?|no (?:fixed )?end date|unlimited(?: in time| term)?)\b
""")
_BY = rf"(?: (?:of|by|for|to|until) (?:another |a further |up to )?(?:{LENGTH}))?"
# "FTC 12 months", "fixed-term, 9 months": the words tell of the length, and of no footing.
_FIXED = r"(?:ftc|fixed[- ]term(?: contract)?)"
_FIXED_BEFORE = re.compile(rf"(?<![\w-]){_FIXED}(?: of| for|[,:]| -)? (?:of |for )?$")
_FIXED_AFTER = re.compile(rf"(?: -|,)?[ ]\(?{_FIXED}\b\)?")
# "We asked for 12 months but finance only approved 6": the last number holds.
APPROVED = pattern(rf"""
    \b{WISHED}[ ](?:for )?(?:an? )?(?P<all>{_NUMBER}[ -]?(?P<unit>weeks?|months?|mths?|years?)
    [^.;!?\n]{{0,60}}?{GRANTED}[ ](?:(?:only|just|me|us|it|for|about) ){{0,3}}(?P<count>{_NUMBER}))
    (?=[ ]*(?:[,;.!?)\n]|$|(?:so|and|of (?:them|it)|then|for now)\b))
""")
EXTENSION = pattern(rf"""
    \b(?:(?:with )?(?:an? |the )?(?:possible |potential |optional )?(?:option|possibility|chance|view|
    scope|room)(?: to| of| for) (?:extend(?:ing)?|extension|renew(?:al)?|an extension){_BY}|(?:(?:it|this|
    that|which) )?(?:can|may|might|could|will|cannot|can't|won't|
    will not)(?: possibly| probably| likely| not| then)? be (?:extended|renewed|prolonged){_BY}|
    (?:possible|potential|likely|optional) (?:extension|renewal){_BY}|(?:extension|
    renewal) (?:is )?(?:possible|likely|an option|not possible|unlikely)|(?:extendable|extendible|
    extensible|renewable|prolongable){_BY}|no (?:extension|renewal)\b|not (?:extendable|renewable)|
    (?:plus|[+]|then) (?:a |an )?(?:possible |optional )(?:{LENGTH})(?: extension)?|
    (?:{LENGTH}) extension(?: option)?|
    (?:(?<=months )|(?<=month )|(?<=mths ))rolling(?=[ ]*(?:[,;.!)(/|-]|$|contract\b|basis\b)))
""")


def durations(text: Text, sentence: Span) -> Iterator[Found]:
    """Extensions first, then lengths that stand where the engagement's length stands."""
    taken = []
    for match in EXTENSION.finditer(text.low, sentence.start, sentence.end):
        span = text.trim(Span(match.start(), match.end()))
        taken.append(span)
        # "Three months rolling" tells both: the words serve twice.
        reach = NOWHERE if text.folded(span) == "rolling" else span
        yield Found("extension", text.value(span), span, reach=reach)
    for form in (UNTIL, DONE_BY, ENDS, OPEN_ENDED):
        for match in form.finditer(text.low, sentence.start, sentence.end):
            span = Span(match.start("all") if form is DONE_BY else match.start(), match.end())
            if not any(span.meets(other) for other in taken) and not _past(text, sentence, match.start()):
                yield Found("duration", text.value(span), span, reach=span)
    for match in APPROVED.finditer(text.low, sentence.start, sentence.end):
        span = Span(*match.span("all"))
        taken.append(span)
        yield Found("duration", f"{match['count']} {match['unit']}", span, reach=Span(*match.span()))
    for match in DURATION.finditer(text.low, sentence.start, sentence.end):
        span = Span(match.start("all"), match.end("all"))
        if any(span.meets(other) for other in taken):
            continue
        fixed = _fixed_term(text, sentence, match)
        if fixed or _is_length(text, sentence, match):
            span = fixed or span
            yield Found(
                "duration",
                text.value(span),
                span,
                reach=Span(min(match.start(), span.start), max(match.end(), span.end)),
            )


def _fixed_term(text: Text, sentence: Span, match: re.Match[str]) -> Span | None:
    """A length with the words beside it that call it a fixed term, if there are any."""
    before = _FIXED_BEFORE.search(text.low, max(sentence.start, match.start() - 30), match.start())
    after = _FIXED_AFTER.match(text.low, match.end("all"), sentence.end)
    if before is None and after is None:
        return None
    start = before.start() if before else match.start("all")
    return text.trim(Span(start, after.end() if after else match.end("all")))


def _is_length(text: Text, sentence: Span, match: re.Match[str]) -> bool:
    """Say whether a length of time is that of the engagement."""
    before = text.low[max(sentence.start, match.start() - 30) : match.start()]
    if _OTHER_AFTER.match(text.low, match.end(), sentence.end) or _OTHER_BEFORE.search(before):
        return False
    if _past(text, sentence, match.start()):
        return False
    if match["lead"] == "of ":
        return _LENGTH_OF.search(before) is not None
    if match["lead"] or match["what"]:
        return True
    # "Five years" or "ten days" alone may be anything: experience, leave, a deadline.
    if re.search(r"\b(?:days?|years?|yrs?)$", match["all"]):
        return False
    alone = _OPENS.search(before) and _CLOSES.match(text.low, match.end(), sentence.end)
    return bool(alone or _CUE_BEFORE.search(before))


def _past(text: Text, sentence: Span, start: int) -> bool:
    """Say whether the clause before speaks of the past, or of another term than the engagement's."""
    left = max(text.low.rfind(mark, sentence.start, start) for mark in (", ", ";", " but ", " and "))
    return _OTHER_CLAUSE.search(text.low, max(left, sentence.start), start) is not None
