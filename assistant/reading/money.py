"""Pay, rates and budgets in a sentence: amounts with a currency, a unit of time, or a word that says pay."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.granted import GRANTED_BEFORE, GRANTED_LATER, WISHED_BEFORE
from assistant.reading.patterns import joined, pattern
from assistant.reading.text import Span, Text

FACT = "rate_or_budget"
_CODES = "gbp|eur|usd|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|inr|jpy|sgd|zar|brl|ils|ron|aed"
_NAMES = r"pounds?(?: sterling)?|euros?|dollars?|quid|bucks|francs?|rupees?|zloty|kronor?"
_THOUSANDS = r"k|m|grand|thousand|million|lakhs?|lacs?|crores?|lpa"
_NUMBER = (
    r"(?:\d{1,3}(?:[,. ']\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
    rf"[ ]?(?:{_THOUSANDS})?(?:\b|(?=p[dh]\b))"
)
_SIGN = rf"(?:(?:us|ca|au|a|c|nz)?[$]|[£€¥₹]|(?:{_CODES})\b)"
_TAIL = rf"(?:[ ]?(?:(?:{_CODES}|{_NAMES})\b|[$£€]))"
_UNIT = joined(r"""
    (?:[ ]?(?:/|\bper\b|\bp\.?|\ban?\b|\beach\b|\bevery\b)[ ]?(?:working |business |man[- ])?
    (?:hours?|hrs?|h|days?|d|weeks?|wk|months?|mo|mth|years?|yr|annum|pa|a)\b\.?|
    [ ](?:hourly|daily|weekly|monthly|annually|yearly|pa|p\.a\.?|pcm)(?!\w)|
    [ ]?(?:pd|ph|p/d|p/h|p/w|p/m|/d)(?!\w))
""")
_BEFORE = joined(r"""
    (?:(?:up to|max(?:imum)?(?: of)?|no more than|not more than|at most|min(?:imum)?(?: of)?|at least|
    from|between|about|around|approx(?:\.|imately)?|roughly|circa|ca\.?|c\.|~|under|below|less than|tc)[ ]?)?
""")
_AFTER = joined(r"""
    (?:[ ,]{0,2}\(?(?:(?:plus|\+|incl(?:uding|\.)?|excl(?:uding|\.)?|ex|before|after)[ ](?:vat|tax(?:es)?|
    expenses|gst|bonus|super|benefits|equity)|all[- ]in(?:clusive)?|gross|net|doe|negotiable|
    max(?:imum)?(?! ?\d| of\b)|
    tops?|in total|total|fixed price|fixed|capped|ote|base|tc|pro[- ]rata)\b\)?)?
""")
AMOUNT = pattern(rf"""
    (?<![\w.])(?P<all>{_BEFORE}(?:(?P<sign>{_SIGN})[ ]?)?(?P<first>{_NUMBER})(?P<tail>{_TAIL})?(?:[ ]?(?:-|
    to|and|(?P<or>or)|up to|till)[ ]?(?P<second>(?:(?P<sign2>{_SIGN})[ ]?)?{_NUMBER})
    (?P<tail2>{_TAIL})?)?(?P<unit>{_UNIT})?
    {_AFTER}(?P<unit2>{_UNIT})?)
""")
# "5k total" can only be money too.
_TOTAL = re.compile(r"\b(?:total|all[- ]in|fixed|capped|tops|max(?:imum)?|plus vat|incl)\b")
_CUE = pattern(r"""
    \b(?:(?:(?:day|daily|hourly|monthly|weekly|annual|contract)[ -])?rates?|budgets?|budjets?|bugets?|
    budgeted|comp|band|ctc|salary|
    salaries|pays?|paying|paid|compensation|remuneration|fee|offer(?:ing)?|wages?|earn|cap(?:ped)?|
    ceiling|afford|spend|headcount cost|price|per diem)\b
""")
# Right before a bare number, these make it pay: "the rate is now 550".
_SAYS = pattern(r"""
    (?:rates?|budget|budjet|buget|salary|pay|compensation|fee|cap|ceiling|price)[ ]
    (?:(?:for (?:this|it|the (?:role|work|job|project))|range|band|here|we have|now|cap|limit)[ ])?
    (?:(?:is|was|of|at|=|has to be|must be|should be|stays|will be|to|'s)[ ])?(?:now[ ]|still[ ])?$
""")
_SAYS_AFTER = pattern(r"""
    [ ]?(?:(?:total |max(?:imum)? |overall )?(?:budget|salary|day rate|pay|base)\b|
    \b(?:inside|outside)(?: ir35)?(?=[ ]*(?:[,;.!)]|$)))
""")
# Amounts that are about something else.
_OTHER = pattern(r"""
    \b(?:sav(?:e|es|ed|ing)|bills?|revenue|turnover|sales|worth|deal|contract value|downtime|licen[cs]es?|
    hardware|laptops?|equipment|losing|lost|lose|loses|fined?|raised|funding|customers?|users?|invoices?|
    tickets?|orders?|subscription|aws|azure|cloud (?:bill|spend|cost)|costs us|costing us|cut|reduce|
    reduction|training budget)\b
""")
# What somebody else pays.
_THEY_PAY = re.compile(r"\b(?:(?:they|he|she|clients?|customers?) pays?|charg(?:e|es|ed))\b")
_COUNTS = pattern(r"""
    [ ]?(?:%|hours?|hrs?|people|persons|users|employees|sites?|offices?|staff|servers?|calls?|
    times?|tickets?|x\b)
""")
# "Make that 45k now" says no more than the amount.
_RESTATES = re.compile(
    r"\b(?:make (?:it|that|this)|now|actually|sorry|wait|pls|please|max|(?:inside|outside|[oi]/s)(?: ir35)?|"
    r"plus (?:car|bonus|benefits|pension|package|equity)|up to)\b"
)
_LEFT = (", ", ";", "(", " but ", " - ", " and ", ": ", " / ")
_RIGHT = (", ", ";", ")", " but ", " - ", " and ", " / ")


def money(text: Text, sentence: Span) -> Iterator[Found]:
    """Every amount that is pay; one that merely could be is left alone."""
    for match in AMOUNT.finditer(text.low, sentence.start, sentence.end):
        if _is_pay(text, sentence, match):
            span = text.trim(Span(*match.span("all")), " ,;:.-")
            if match["or"]:
                yield from _either(text, span, match)
            else:
                yield Found(FACT, text.value(span), span, reach=span)


def either(text: Text, span: Span) -> list[Found]:
    """The two amounts of a whole span that leaves it open which: '500 or 550 a day'; none of any other."""
    match = AMOUNT.fullmatch(text.low, span.start, span.end)
    return list(_either(text, span, match)) if match and match["or"] else []


def _either(text: Text, span: Span, match: re.Match[str]) -> Iterator[Found]:
    """The two amounts of '500 or 550 a day', each with the currency, the unit and the rest of the other."""
    one = Span(span.start, match.end("tail" if match["tail"] else "first"))
    two = Span(match.start("second"), span.end)
    rest = text.value(Span(match.end("second"), span.end))
    first, second = text.value(one), text.value(two)
    thousands = re.search(rf"[ ]?(?:{_THOUSANDS})$", match["second"])
    if thousands and first[-1:].isdigit():
        first += thousands[0]
    if match["sign"] and not match["sign2"]:
        gap = text.value(Span(match.start("sign"), match.start("first")))
        second = f"{gap}{second}"
    joint = "" if re.match(r"[/€£$]|$", rest) else " "
    yield Found(FACT, f"{first}{joint}{rest}", one, reach=one)
    yield Found(FACT, second, two, reach=two)


def _is_pay(text: Text, sentence: Span, match: re.Match[str]) -> bool:
    start, end = match.span("all")
    clause = _clause(text, sentence, start, end)
    before = text.low[max(sentence.start, start - 40) : start]
    if WISHED_BEFORE.search(before) and GRANTED_LATER.search(text.low, end, sentence.end):
        return False
    granted = GRANTED_BEFORE.search(before) is not None
    currency = bool(match["sign"] or match["tail"] or match["tail2"])
    if not currency and (len(match["first"].strip()) < 2 or _COUNTS.match(text.low, end)):
        return False
    says = _SAYS.search(before) is not None
    if _THEY_PAY.search(clause) or (not says and _OTHER.search(clause)):
        return False
    alone = not re.search(r"[a-z]{3}", _RESTATES.sub("", clause.replace(match["all"], "", 1)))
    meant = _CUE.search(clause) is not None
    if currency:
        return bool(match["unit"] or match["unit2"]) or meant or alone or granted
    sized = bool(match["unit"]) and (meant or (alone and _is_rate(match)))
    return (
        says
        or sized
        or _SAYS_AFTER.match(text.low, end, sentence.end) is not None
        or ((alone or granted) and _is_sum(match))
    )


def _is_rate(match: re.Match[str]) -> bool:
    """Say whether a bare number and its unit are in the range of pay: '500 a day', not '37.5 per week'."""
    number = float(re.sub(r"[^\d.]", "", match["first"].replace(",", "")) or 0)
    hourly = re.search(r"(?:hours?|hrs?|h|hourly|ph|days?|d|daily|pd)\b", match["unit"]) is not None
    return number >= (15 if hourly else 200) or "k" in match["first"]


def _is_sum(match: re.Match[str]) -> bool:
    """Say whether a bare number can only be money: '90k'."""
    if re.search(r"\b(?:and|or)\b", match["all"]):
        return False
    whole = r"|\d{1,3}(?:[.,]\d+)?[ ]?k" if _TOTAL.search(match["all"]) else ""
    return (
        re.fullmatch(rf"\d{{2,3}}[ ]?k|\d{{1,3}}(?:\.\d)?[ ]?lpa{whole}", match["first"].strip()) is not None
    )


def _clause(text: Text, sentence: Span, start: int, end: int) -> str:
    """The words around an amount, up to the nearest comma, bracket or clause word."""
    left = max(text.low.rfind(mark, sentence.start, start) for mark in _LEFT)
    rights = [text.low.find(mark, end, sentence.end) for mark in _RIGHT]
    right = min((at for at in rights if at >= 0), default=sentence.end)
    return text.low[max(left, sentence.start) : right]
