"""Pay, rates and budgets in a sentence: amounts with a currency, a unit of time, or a word that says pay."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.text import Span, Text

FACT = "rate_or_budget"
_CODES = "gbp|eur|usd|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|inr|jpy|sgd|zar|brl|ils|ron|aed"
_WORDS = "pounds?(?: sterling)?|euros?|dollars?|quid|bucks|francs?|rupees?|zloty|kronor?|pence"
_NUMBER = r"\d{1,3}(?:[,. ']\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_AMOUNT = rf"(?:{_NUMBER})[ ]?(?:k|m|grand|thousand|million)?\b"
_SIGN = rf"(?:(?:us|ca|au|a|c|nz)?[$]|[£€¥₹]|(?:{_CODES})\b)"
_TAIL = rf"(?:[ ]?(?:(?:{_CODES}|{_WORDS})\b|[$£€]))"
_RANGE = r"[ ]?(?:-|to|and|or|up to|till)[ ]?"
_UNIT = (
    r"(?:[ ]?(?:/|\bper\b|\bp\.?|\ba\b|\ban\b|\beach\b|\bevery\b)[ ]?(?:working |business |man[- ])?"
    r"(?:hours?|hrs?|h|days?|d|weeks?|wk|months?|mo|mth|years?|yr|annum|pa|a)\b\.?|"
    r"[ ](?:hourly|daily|weekly|monthly|annually|yearly|pa|p\.a\.?|pd|ph|pcm)(?!\w))"
)
_BEFORE = (
    r"(?:(?:up to|max(?:imum)?(?: of)?|no more than|not more than|at most|min(?:imum)?(?: of)?|at least|from|between|about|"
    r"around|approx(?:\.|imately)?|roughly|circa|ca\.?|c\.|~|under|below|less than)[ ]?)?"
)
_AFTER = (
    r"(?:[ ,]{0,2}\(?(?:(?:plus|\+|incl(?:uding|\.)?|excl(?:uding|\.)?|ex|before|after)[ ](?:vat|tax(?:es)?|expenses|gst|bonus|super|"
    r"benefits|equity)|all[- ]in(?:clusive)?|gross|net|doe|negotiable|max(?:imum)?|tops?|total|in total|fixed|fixed price|"
    r"capped|outside ir35|inside ir35|ote|base)\b\)?)?"
)
AMOUNT = re.compile(
    rf"(?<![\w.])(?P<all>{_BEFORE}(?:(?P<sign>{_SIGN})[ ]?)?(?P<first>{_AMOUNT})(?P<tail>{_TAIL})?"
    rf"(?:{_RANGE}(?:{_SIGN}[ ]?)?{_AMOUNT}(?P<tail2>{_TAIL})?)?(?P<unit>{_UNIT})?{_AFTER})"
)
_CUE = re.compile(
    r"\b(?:(?:day|daily|hourly|monthly|weekly|annual|contract)?[ -]?rates?|budgets?|budgeted|salary|salaries|pay|pays|paying|paid|"
    r"compensation|remuneration|fee|offer(?:ing)?|wages?|earn|cap(?:ped)?|ceiling|afford|spend|costs? us at most|"
    r"headcount cost|price|per diem)\b"
)
_SAYS = re.compile(
    r"(?:rates?|budget|salary|pay|compensation|fee|cap|ceiling|price)[ ](?:(?:for (?:this|it|the (?:role|work|job|project))|range|"
    r"band|here|we have|now|cap|limit)[ ])?(?:(?:is|was|of|at|=|has to be|must be|should be|stays|will be|"
    r"to|'s)[ ])?(?:now[ ]|still[ ])?$"
)
_AFTER_CUE = re.compile(r"[ ](?:total |max(?:imum)? |overall )?(?:budget|salary|day rate|pay|base)\b")
# Amounts that are about something else.
_OTHER = re.compile(
    r"\b(?:sav(?:e|es|ed|ing)|bill|bills|revenue|turnover|sales|worth|deal|contract value|downtime|licen[cs]es?|hardware|"
    r"laptops?|equipment|losing|lost|lose|loses|fine|fined|raised|funding|customers?|users?|invoice|invoices|tickets?|"
    r"orders?|subscription|aws|azure|cloud (?:bill|spend|cost)|costs us|costing us|cut|reduce|save|reduction|training budget)\b"
)
_NOT_PAY = re.compile(
    r"[ ]?(?:%|hours?|hrs?|people|persons|users|employees|sites?|offices?|staff|servers?|calls?|times?|tickets?|x\b)"
)


def money(text: Text, sentence: Span) -> Iterator[Found]:
    """Every amount that is pay; one that merely could be is left alone."""
    for match in AMOUNT.finditer(text.low, sentence.start, sentence.end):
        if _is_pay(text, sentence, match):
            span = Span(match.start("all"), match.end("all"))
            trimmed = text.trim(span, " ,;:.-")
            yield Found(FACT, text.value(trimmed), trimmed, reach=trimmed)


def _is_pay(text: Text, sentence: Span, match: re.Match[str]) -> bool:
    start, end = match.span("all")
    clause = _clause(text, sentence, start, end)
    before = text.low[max(sentence.start, start - 40) : start]
    currency = bool(match["sign"] or match["tail"] or match["tail2"])
    if not currency and (_NOT_PAY.match(text.low, end) or len(match["first"].strip()) < 2):
        return False
    cue = bool(_CUE.search(clause))
    if _OTHER.search(clause) and not _SAYS.search(before):
        return False
    if currency:
        alone = not re.search(r"[a-z]{3}", clause.replace(match["all"], "", 1))
        return bool(match["unit"]) or cue or alone
    if _SAYS.search(before) or _AFTER_CUE.match(text.low, end, sentence.end):
        return True
    alone = not re.search(r"[a-z]{3}", clause.replace(match["all"], "", 1))
    return bool(match["unit"]) and (cue or alone)


def _clause(text: Text, sentence: Span, start: int, end: int) -> str:
    """The words around an amount, up to the nearest comma, bracket or clause word."""
    left = max(
        (
            text.low.rfind(mark, sentence.start, start)
            for mark in (", ", ";", "(", " but ", " - ", " and ", ": ")
        ),
        default=-1,
    )
    rights = [text.low.find(mark, end, sentence.end) for mark in (", ", ";", ")", " but ", " - ", " and ")]
    right = min((at for at in rights if at >= 0), default=sentence.end)
    return text.low[max(left, sentence.start) : right]
