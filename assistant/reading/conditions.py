"""Terms said in set words: degree, training, communication, security, selection, measures, organisation."""

import re
from collections.abc import Iterator, Mapping

from assistant.reading.found import Found
from assistant.reading.patterns import joined, pattern, words
from assistant.reading.text import Span, Text

_REST = r"[^,.;!?\n()]"
_DEGREE = joined(r"""
    (?:(?:university|college|bachelor'?s|master'?s|cs|academic|computer science|formal|engineering|
    relevant|technical|stem|phd)(?: ))*(?:degrees?|bachelor'?s?|bsc|b\.sc\.|msc|phd|doctorate|diploma|
    university education|college education|academic (?:background|qualification)s?|formal (?:education|
    qualification)s?)
""")
_DEGREE_SAID = joined(rf"""
    (?:(?:no|not need(?:ing)? an?|without an?|(?:don'?t|doesn'?t|do not|does not) (?:need|require|
    want) an?|don'?t (?:care about|require|want)(?: an?| the)?|must have an?|needs? (?:to have )?an?|an?|
    the|requires? an?|we require an?|any|some)[ ])?{_DEGREE}\b(?:[ ](?:in|of)[ ](?:(?!(?:is|are|not|or|
    and we|because|needed|required|isn't|would|if|since|as|preferred|but|
    for)\b)[\w&/-]+[ ]?){{1,5}}(?<![ ]))?(?:[ ](?:is |are |or equivalent )?(?:not |n't )?(?:needed|required|
    necessary|mandatory|expected|essential|important|relevant|wanted|a must|optional|preferred|welcome|
    isn't needed|
    isn't required|isn't necessary)(?: here| at all| for (?:this|
    us))?)?(?: or equivalent(?: experience)?)?(?:,? (?:because|since|as|due to|but)[ ][^.;!?\n]{{3,120}})?
""")
_EVERY = joined(r"""
    (?:daily|weekly|bi-?weekly|fortnightly|monthly|twice[- ](?:a[- ]week|weekly)|once a (?:week|day|
    month)|regular|quick|short|every (?:morning|day|week|monday|tuesday|wednesday|thursday|friday|
    two weeks|other (?:day|week))|(?:monday|tuesday|wednesday|thursday|friday)(?: morning| afternoon)?|
    (?:\d+|two|three)[- ]?(?:x|times)[- ](?:a|per) week)
""")
_MEET = joined(r"""
    (?:stand-?ups?|scrums?|video calls?|calls?|meetings?|check-?ins?|catch-?ups?|status reports?|
    written (?:reports?|updates?)|reports?|updates?|status updates?|syncs?|1:1s?|one-to-ones?|
    one-on-ones?|demos?|reviews?|retros?|emails?|e-mails?|touchpoints?)
""")
_APP = joined(r"""
    (?:slack|ms teams|microsoft teams|teams(?= |,|\.|;|$)|zoom|e-?mail|the phone|phone|whatsapp|discord|
    google meet|mattermost|webex|signal)
""")
_OFTEN = joined(r"""
    (?:every (?:day|morning|week|monday|tuesday|wednesday|thursday|friday|two weeks|other (?:day|week))|
    daily|weekly|twice a week|once a (?:week|day|month)|on (?:mondays|tuesdays|wednesdays|thursdays|
    fridays))
""")
_WHEN = joined(rf"""
    (?:[ ](?:on|via|over|by|at|in|every)[ ](?:{_APP}|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|
    \d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?|the (?:morning|evening)|morning)){{0,3}}
""")
_COMMUNICATION = joined(rf"""
    (?:(?:an?|one|two|short|quick|the|brief|written|15[- ]minute|
    30[- ]minute)[ ]){{0,3}}{_EVERY}[ ](?:[\w:-]+[ ]){{0,2}}?{_MEET}\b(?: (?:with|to) (?:me|us|the team|
    our \w+))?{_WHEN}(?:[ ]?(?:,|and|plus|&|\+)[ ]?(?:an? )?{_EVERY}[ ](?:[\w:-]+[ ])?{_MEET}\b){{0,3}}|
    {_MEET}[ ]{_OFTEN}{_WHEN}|(?:we |they |he |she )?(?:meet|talk|speak|sync|call)[ ]{_OFTEN}{_WHEN}|
    (?:(?:we|mostly|mainly|usually|all)[ ])?(?:(?:communicate|communication|talk|chat|stay in touch|
    keep in touch|everything|we'?re|are|reachable|works?)[ ](?:is )?(?:mostly |mainly |all |async |
    usually )?)?(?:on|over|via|by|through|using)[ ]{_APP}(?:(?:,| and| or| &) (?:by |via |on |
    over )?{_APP}){{0,3}}|we use {_APP}(?: (?:for|to) [^,.;]{{3,40}})?
""")
_STANDARD = r"(?:gdpr|hipaa|pci(?:[- ]dss)?|iso ?27001|soc ?2|ferpa|sox|nis2|dora)"
_SECURITY = joined(rf"""
    (?:(?:will|would|must|has to|needs to|gets?|have|has|with|needs?|requires?)[ ]){{0,3}}(?:access to|
    touch(?:es)?|handles?|works? with|sees?|process(?:es)?)[ ](?:(?:our|the|all|some|sensitive|live|
    production|confidential) ){{0,3}}(?:customers?'?|personal|patient|production|client|payment|financial|
    health|card|employee|sensitive|confidential|live|hr|pii|medical|user|payroll|student)(?: (?:data|
    systems?|records|servers?|databases?|information|environment|personal data|
    network))+\b{_REST}{{0,50}}|(?:must |has to |needs to |will )?(?:sign |signs |signed )?(?:an? |our |
    the )?(?:nda\b|non-?disclosure(?: agreement)?|confidentiality agreement)(?: (?:is |
    must be )?(?:required|needed|signed|before \w+(?: \w+)?|on day one|first))?|(?:an? |full |basic |
    the )?(?:background|criminal record|dbs|security|reference) checks?(?: (?:is |are )?(?:required|
    needed|mandatory))?(?: before (?:day one|the start|starting|they start|\w+))?|(?:an? )?(?:sc|dv|bpss|
    security|secret|top secret|ctc)[ -]clear(?:ance|ed)(?: (?:is )?(?:required|needed))?|(?:subject to|under|
    covered by|bound by|comply with|complies with|follow) (?:the )?{_STANDARD}\b|
    {_STANDARD} (?:applies|compliance|rules apply|compliant|regulated|is in scope|environment|data|rules)|
    (?<=and )(?:gdpr|hipaa)
""")
_TRAINING = joined(rf"""
    (?:(?:an?|one|two|three|\d+|a few|a couple of|half a)[ -](?:day|week|month|
    hour)s?'?(?: of)?[ ](?:paid )?(?:training|hand-?over|onboarding|shadowing|induction|ramp-?up)\b|(?:no|
    little|full|some|internal|on[- ]the[- ]job|paid)[ ](?:training|hand-?over|onboarding)\b(?: (?:is |
    will be )?(?:given|provided|planned|possible|available|offered|needed))?|hand-?over (?:from|by|with|
    to be given by|of)[ ]|(?:training|onboarding|induction|hand-?over) (?:is |will be |from |by |
    given by |with |provided by |provided|given )+|(?:we|i|[a-z]+)(?:'ll| will| can| would)? (?:train|
    onboard|show|teach|hand over to|introduce)[ ](?:him|her|them|the (?:person|contractor|new hire|
    employee))\b|trained (?:for|by|on|up|in)[ ]|(?:gets?|receives?|will get|will receive|given)[ ](?:an? |
    some |
    the )?(?:[\w-]+ ){{0,3}}(?:training|hand-?over|onboarding|induction)\b|can shadow |will shadow |
    shadows? ){_REST}{{0,70}}
""")
_SELECTION = joined(r"""
    (?:to )?apply (?:via|by|through|at|with|using|on|to)[ ](?:[^.;!?\n]|\.(?=\w)){3,80}|
    (?:please )?send (?:your |a |the |their |in ){0,2}(?:cv|resume|application|portfolio)(?:[^.;!?\n]|
    \.(?=\w)){0,80}|
    (?:the )?(?:selection|hiring process|interview process|recruitment process|process)[ ]
    (?:is|will be|has|consists of|includes)[ ](?:[^.;!?\n]|\.(?=\w)){3,140}|
    (?:one|two|three|four|\d)[ ](?:rounds?|stages?|interviews?)(?: of interviews)?
    (?:[ ](?:and|plus|then|with|,)[ ](?:[^.;!?\n]|\.(?=\w)){3,80})?|
    first (?:an? )(?:[^.;!?\n]|\.(?=\w)){3,50}(?:,| and)? then (?:an? )?(?:[^.;!?\n]|\.(?=\w)){3,80}
""")
_MEASURE = joined(r"""
    (?:network|service|system|site|server|test|code|customer|monthly|annual|first-time|sla|wifi|platform)
""")
_KPIS = joined(rf"""
    (?:(?:at least|above|over|under|below|less than|more than|>=?|<|min(?:imum)?|
    an? )[ ]?)?\d{{1,3}}(?:[.,]\d+)?[ ]?(?:%|percent|per cent)[ ](?:of )?(?:{_MEASURE} ){{0,2}}(?:uptime|
    availability|coverage|satisfaction|success(?: rate)?|accuracy|compliance|reliability|attendance|
    on[- ]time(?: delivery)?|sla)\b|(?:uptime|availability|coverage|accuracy|csat|nps|mttr|
    satisfaction)(?: score| rate)?[ ](?:of |at |above |over |below |under |>=?|<|= ?|at least |is |
    must be )+[ ]?\d[\d.,]*[ ]?(?:%|percent|hours?|minutes?|mins?|days?)?
""")
PATTERNS: Mapping[str, re.Pattern[str]] = {
    fact: pattern(rf"(?<![\w.-])(?:{source})(?!\w)")
    for fact, source in {
        "degree": _DEGREE_SAID,
        "communication": _COMMUNICATION,
        "security": _SECURITY,
        "kpis": _KPIS,
        "training": _TRAINING,
        "selection_steps": _SELECTION,
    }.items()
}
_NO_DEGREE = pattern(r"""
    \b(?:degrees? (?:of (?!science|arts|engineering)|celsius|c\b|fahrenheit)|\d+ degrees|to (?:a|some|any|
    what) degree|third[- ]degree|high degree|360)\b
""")
_TALKED = re.compile(r"\b(?:discussed|spoke|talked|chatted|mentioned|agreed|said|told|heard)\b[^,.;\n]*$")
_BARE_DEGREE = re.compile(r"(?:the |any |some )?(?:degrees?|diploma|bachelor|university|college education)")
_OTHERS_TRAINED = pattern(r"""
    \b(?:our|the|all) (?:staff|users|team|colleagues|employees|people)\b|\btraining (?:staff|users|our)|
    train (?:our|the|staff|users)\b
""")
_KIND = r"(?:Ltd|Limited|GmbH|Inc|LLC|AG|BV|B\.V\.|plc|PLC|SA|S\.A\.|Corp|SE|KG|Oy|AB|AS|Pty)\b\.?"
ORGANISATION = re.compile(
    joined(rf"""
    \b(?:(?:[Ww]e are|[Ww]e're|[Ii] work (?:for|at)|[Ii]'m (?:at|with|from)|[Ii] am (?:at|with|from)|
    [Hh]ere at|[Ii] run|[Ww]e at|[Oo]ur company(?: is| is called|,)|[Cc]ompany (?:is called|name is|is)|
    [Oo]ur organi[sz]ation(?: is| is called|,))[ ](?P<name>[A-Z][\w&'-]+(?:[ ](?:[A-Z&][\w&'-]*|of|
    and(?= [A-Z]))){{0,4}})(?P<kind>,? {_KIND})?|
    (?P<full>[A-Z][\w&'-]+(?:[ ][A-Z&][\w&'-]*){{0,3}}[ ](?:Ltd|Limited|GmbH|Inc|LLC|AG|BV|plc|PLC|Corp|
    Pty)\b\.?))
    """)
)
_NO_FIRM = words(
    "Remote|London|Berlin|Germany|UK|US|USA|EU|Europe|Slack|Friday|Monday|CET|IT|HR|A",
    "An|The|Looking|Hiring|We|I|Based",
)


def conditions(text: Text, sentence: Span) -> Iterator[Found]:
    """One find a fact and sentence, from its first words to its last when they stand together."""
    for fact, form in PATTERNS.items():
        matches = form.finditer(text.low, sentence.start, sentence.end)
        spans = [text.trim(Span(*match.span())) for match in matches if _is_meant(text, fact, match)]
        if fact == "kpis":
            yield from (Found(fact, text.value(span), span, reach=span) for span in spans)
        elif spans:
            span = _together(text, spans)
            yield Found(fact, text.value(span), span, reach=span)
    yield from _organisation(text, sentence)


def _is_meant(text: Text, fact: str, match: re.Match[str]) -> bool:
    """Say whether the words mean the fact, not degrees Celsius or the training of users."""
    if fact == "degree":
        if _BARE_DEGREE.fullmatch(match[0].strip()):
            return False
        return not _NO_DEGREE.search(text.low, max(0, match.start() - 12), match.end() + 12)
    if fact == "communication" and _TALKED.search(text.low, max(0, match.start() - 30), match.start()):
        return False
    return fact != "training" or not _OTHERS_TRAINED.search(match[0])


def _together(text: Text, spans: list[Span]) -> Span:
    """The spans as one when little stands between them; else the first."""
    whole = spans[0]
    for span in spans[1:]:
        if span.start - whole.end > 25 or any(mark in text.low[whole.end : span.start] for mark in ".;!?"):
            break
        whole = Span(whole.start, max(whole.end, span.end))
    return whole


def _organisation(text: Text, sentence: Span) -> Iterator[Found]:
    match = ORGANISATION.search(text.raw, sentence.start, sentence.end)
    if match is None:
        return
    start = match.start("full") if match["full"] else match.start("name")
    span = text.trim(Span(start, match.end()))
    words = text.value(span)
    if words.split()[0] not in _NO_FIRM and len(words) > 2:
        yield Found("organisation", words, span, reach=span)
