"""Terms said in set words: degree, training, keeping in touch, security, selection, indicators, organisation."""

import re
from collections.abc import Iterator, Mapping

from assistant.reading.found import Found
from assistant.reading.text import Span, Text

_REST = r"[^,.;!?\n()]"
_DEGREE = r"(?:university |college |bachelor'?s |master'?s |cs |academic |computer science |formal |engineering |relevant |technical |stem |phd )*(?:degrees?|bachelor'?s?|bsc|b\.sc\.|msc|phd|doctorate|diploma|university education|college education|academic (?:background|qualification)s?|formal (?:education|qualification)s?)"
_EVERY = r"(?:daily|weekly|bi-?weekly|fortnightly|monthly|twice[- ](?:a[- ]week|weekly)|once a (?:week|day|month)|regular|quick|short|every (?:morning|day|week|monday|tuesday|wednesday|thursday|friday|two weeks|other (?:day|week))|(?:monday|tuesday|wednesday|thursday|friday)(?: morning| afternoon)?|(?:\d+|two|three)[- ]?(?:x|times)[- ](?:a|per) week)"
_MEET = r"(?:stand-?ups?|scrums?|calls?|video calls?|meetings?|check-?ins?|catch-?ups?|status reports?|written (?:reports?|updates?)|reports?|updates?|status updates?|syncs?|1:1s?|one-to-ones?|one-on-ones?|demos?|reviews?|retros?|emails?|e-mails?|touchpoints?)"
_APP = r"(?:slack|ms teams|microsoft teams|teams(?= |,|\.|;|$)|zoom|e-?mail|the phone|phone|whatsapp|discord|google meet|mattermost|webex|signal)"
PATTERNS: Mapping[str, re.Pattern[str]] = {
    "degree": re.compile(
        rf"(?<![\w-])(?P<all>(?:(?:no|not need(?:ing)? an?|without an?|don'?t need an?|doesn'?t need an?|do not (?:need|require|want) an?|don'?t (?:care about|require|want)(?: an?| the)?|must have an?|needs? (?:to have )?an?|an?|the|requires? an?|we require an?|any|some)[ ])?{_DEGREE}\b(?:[ ](?:in|of)[ ](?:(?!(?:is|are|not|or|and we|because|needed|required|isn't|would|if|since|as|preferred|but|for)\b)[\w&/-]+[ ]?){{1,5}}(?<! ))?(?:[ ](?:is |are |or equivalent )?(?:not |n't )?(?:needed|required|necessary|mandatory|expected|essential|a must|optional|preferred|welcome|not needed|not required|not necessary|isn't needed|isn't required|isn't necessary)(?: here| at all| for (?:this|us))?)?(?:,? (?:because|since|as|due to)[ ][^.;!?\n]{{3,120}})?)"
    ),
    "training": re.compile(
        rf"(?<![\w-])(?P<all>(?:(?:(?:a|an|one|two|three|\d+|a few|a couple of|half a)[ -](?:day|week|month|hour)s?'?(?: of)?[ ](?:paid )?)(?:training|hand-?over|onboarding|shadowing|induction|ramp-?up)\b|(?:no|little|full|some|internal|on[- ]the[- ]job|paid)[ ](?:training|hand-?over|onboarding)\b(?: (?:is |will be )?(?:given|provided|planned|possible|available|offered|needed))?|hand-?over (?:from|by|with|to be given by|of)[ ]|(?:training|onboarding|induction|hand-?over) (?:is |will be |from |by |given by |with |provided by |provided|given |on (?=our))+|"
        rf"(?:we|i|[a-z]+)(?:'ll| will| can| would)? (?:train|onboard|show|teach|hand over to|introduce) (?:him|her|them|the (?:person|contractor|new hire|employee))\b|(?:gets?|receives?|will get|will receive|given)[ ](?:an? |some |the )?(?:[\w-]+ ){{0,3}}(?:training|hand-?over|onboarding|induction)\b|can shadow |will shadow |shadows? ){_REST}{{0,70}})"
    ),
    "communication": re.compile(
        rf"(?<![\w-])(?P<all>(?:(?:an?|one|two|short|quick|the|brief|written|15[- ]minute|30[- ]minute)[ ]){{0,3}}(?:{_EVERY}[ ])(?:[\w:-]+[ ]){{0,2}}?{_MEET}\b(?: (?:with|to) (?:me|us|the team|our \w+))?(?:[ ](?:on|via|over|by|at|in|every)[ ](?:{_APP}|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|\d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?|the (?:morning|evening)|morning))*(?:[ ]?(?:,|and|plus|&|\+)[ ]?(?:an? )?(?:{_EVERY}[ ])(?:[\w:-]+[ ])?{_MEET}\b)*|"
        rf"(?:{_MEET})[ ](?:every (?:day|morning|week|monday|tuesday|wednesday|thursday|friday|two weeks|other (?:day|week))|daily|weekly|twice a week|once a (?:week|day|month)|on (?:mondays|tuesdays|wednesdays|thursdays|fridays))(?: (?:on|via|over|at) (?:{_APP}|\d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?))*|"
        rf"(?:(?:we|mostly|mainly|usually|all)[ ])?(?:(?:communicate|communication|talk|chat|stay in touch|keep in touch|everything|we'?re|are|reachable|works?)[ ](?:is )?(?:mostly |mainly |all |async |usually )?)?(?:on|over|via|by|through|using)[ ]{_APP}(?:(?:,| and| or| &) (?:by |via |on |over )?{_APP})*|we use {_APP}(?: (?:for|to) [^,.;]{{3,40}})?)"
    ),
    "security": re.compile(
        rf"(?<![\w-])(?P<all>(?:(?:will |would |must |has to |needs to |gets? |have |has |with |needs? |requires? ){{0,3}}(?:access to|touch(?:es)?|handles?|works? with|sees?|process(?:es)?)[ ](?:our |the |all |some |sensitive |live |production |confidential )*(?:customers?'?|personal|patient|production|client|payment|financial|health|card|employee|sensitive|confidential|live|hr|pii|medical|user|payroll|student)(?: (?:data|systems?|records|servers?|databases?|information|environment|personal data|network))+\b{_REST}{{0,50}}|(?:must |has to |needs to |will )?(?:sign |signs |signed )?(?:an? |our |the )?(?:nda\b|non-?disclosure(?: agreement)?|confidentiality agreement)(?: (?:is |must be )?(?:required|needed|signed|before \w+(?: \w+)?|on day one|first))?|"
        r"(?:an? |full |basic |the )?(?:background|criminal record|dbs|security|reference) checks?(?: (?:is |are )?(?:required|needed|mandatory))?(?: before (?:day one|the start|starting|they start|\w+))?|(?:an? )?(?:sc|dv|bpss|security|secret|top secret|ctc)[ -]clear(?:ance|ed)(?: (?:is )?(?:required|needed))?|(?:subject to |under |covered by |bound by )?(?:gdpr|hipaa|pci(?:[- ]dss)?|iso ?27001|soc ?2|ferpa|sox|nis2|dora)(?: (?:applies|compliance|rules apply|compliant|regulated|is in scope|environment|data|rules))?)(?![\w]))"
    ),
    "selection_steps": re.compile(
        r"(?<![\w-])(?P<all>(?:(?:to )?apply (?:via|by|through|at|with|using|on|to)[ ][^.;!?\n]{3,80}|(?:please )?send (?:your |a |the |their |in )*(?:cv|resume|application|portfolio)[^.;!?\n]{0,80}|(?:the )?(?:selection|hiring process|interview process|recruitment process|process) (?:is|will be|has|consists of|includes)[ ][^.;!?\n]{3,140}|(?:one|two|three|four|\d)[ ](?:rounds?|stages?|interviews?)(?: of interviews)?(?:[ ](?:and|plus|then|with|,)[ ][^.;!?\n]{3,80})?|first (?:a |an )[^.;!?\n]{3,50}(?:,| and)? then (?:a |an )?[^.;!?\n]{3,80}))"
    ),
    "kpis": re.compile(
        r"(?<![\w.])(?P<all>(?:(?:at least|above|over|under|below|less than|more than|>|>=|<|min(?:imum)?|an? )[ ]?)?\d{1,3}(?:[.,]\d+)?[ ]?(?:%|percent|per cent)[ ](?:of )?(?:network |service |system |site |server |test |code |customer |monthly |annual |first-time |sla |wifi |platform )*(?:uptime|availability|coverage|satisfaction|success(?: rate)?|accuracy|compliance|reliability|attendance|on[- ]time(?: delivery)?|sla)\b|(?:uptime|availability|coverage|accuracy|csat|nps|mttr|satisfaction)(?: score| rate)?[ ](?:of |at |above |over |below |under |>|>=|<|= ?|at least |is |must be )+[ ]?\d[\d.,]*[ ]?(?:%|percent|hours?|minutes?|mins?|days?)?)"
    ),
}
_ORDER = ("degree", "communication", "security", "kpis", "training", "selection_steps")
ORGANISATION = re.compile(
    r"\b(?:(?:[Ww]e are|[Ww]e're|[Ii] work (?:for|at)|[Ii]'m (?:at|with|from)|[Ii] am (?:at|with|from)|[Oo]ur company(?: is| is called|,)|[Cc]ompany (?:is called|name is|is)|[Oo]ur organi[sz]ation(?: is| is called|,)|[Hh]ere at|[Ii] run|[Ww]e at)[ ](?P<name>[A-Z][\w&'-]+(?:[ ](?:[A-Z&][\w&'-]*|of|and(?= [A-Z]))){0,4})(?P<kind>,? (?:Ltd|Limited|GmbH|Inc|LLC|AG|BV|B\.V\.|plc|PLC|SA|S\.A\.|Corp|SE|KG|Oy|AB|AS|Pty)\b\.?)?|"
    r"(?P<full>[A-Z][\w&'-]+(?:[ ][A-Z&][\w&'-]*){0,3}[ ](?:Ltd|Limited|GmbH|Inc|LLC|AG|BV|plc|PLC|Corp|Pty)\b\.?))"
)
_CITYISH = frozenset(
    [
        "Remote",
        "London",
        "Berlin",
        "Germany",
        "UK",
        "US",
        "USA",
        "EU",
        "Europe",
        "Slack",
        "Friday",
        "Monday",
        "CET",
        "IT",
        "HR",
        "A",
        "An",
        "The",
        "Looking",
        "Hiring",
        "We",
        "I",
        "Based",
    ]
)
_NOT_DEGREE = re.compile(
    r"\b(?:degrees? (?:of|celsius|c\b|fahrenheit)|\d+ degrees|to (?:a|some|any|what) degree|third[- ]degree|high degree|360)\b"
)
_NO_TRAINING = re.compile(
    r"\b(?:our|the|all) (?:staff|users|team|colleagues|employees|people)\b|\btraining (?:staff|users|our)|train (?:our|the|staff|users)"
)


def conditions(text: Text, sentence: Span) -> Iterator[Found]:
    """One find a fact and sentence, from its first words to its last when they stand together."""
    for fact in _ORDER:
        spans = [
            _bounded(text, sentence, fact, match)
            for match in PATTERNS[fact].finditer(text.low, sentence.start, sentence.end)
        ]
        if fact == "kpis":
            yield from (Found(fact, text.value(span), span, reach=span) for span in spans if span)
            continue
        joined = _joined(text, [span for span in spans if span])
        if joined:
            yield Found(fact, text.value(joined), joined, reach=joined)
    yield from _organisation(text, sentence)


def _bounded(text: Text, sentence: Span, fact: str, match: re.Match[str]) -> Span | None:
    words = match["all"]
    if fact == "degree" and (
        _NOT_DEGREE.search(
            text.low, max(sentence.start, match.start() - 12), min(sentence.end, match.end() + 12)
        )
        or re.search(r"\?", words)
    ):
        return None
    if fact == "training" and _NO_TRAINING.search(words):
        return None
    return text.trim(Span(match.start("all"), match.end("all")))


def _joined(text: Text, spans: list[Span]) -> Span | None:
    """The spans as one when little stands between them; else the first."""
    if not spans:
        return None
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
    span = (
        Span(*match.span("full"))
        if match["full"]
        else Span(match.start("name"), match.end("kind") if match["kind"] else match.end("name"))
    )
    trimmed = text.trim(span)
    words = text.value(trimmed)
    if words.split()[0] in _CITYISH or (match["name"] and words.isupper() and len(words) < 3):
        return
    yield Found("organisation", words, trimmed, reach=trimmed)
