"""Contractor or employee, as far as a sentence says it of the person wanted."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.patterns import joined, pattern
from assistant.reading.text import Span, Text

FACT = "engagement"
_JOBS = joined(r"""
    (?:engineer|developer|admin|administrator|sysadmin|dba|analyst|architect|designer|tester|consultant|
    manager|specialist|programmer|technician|scrum master|product owner|dev)
""")
# These words speak of the engagement itself; the plain nouns below need a look at what stands before them.
_CONTRACT = joined(r"""
    (?:free-?lanc(?:e|ing)|1099|c2c|corp[- ]to[- ]corp|self[- ]employed(?: person)?|outside ir35|
    contract (?:role|position|basis|job|post|worker|hire|person)|on (?:a )?contract(?= basis|,|\.|;|$)|
    day[- ]rate contract|b2b(?: contract)?(?= |,|\.|$)|sole trader|
    (?:(?<=[,;|] )|(?<=\())(?:contract|interim)(?=[ ]*(?:[,;.)|]|$)))
""")
_PAYROLL = joined(rf"""
    (?:on (?:our |the )?payroll|payroll|perm\b|permanent(?:ly)?(?= (?:role|position|hire|job|post|staff|
    contract|employment|member|basis|network|senior|junior|\w+ {_JOBS})|,|\.|;|!|$|\)| and | or | not )|
    w-?2\b|(?<!\d )(?<!% )fte(?=,|\.|;|$| role| position| hire)|staff position|permanent member of staff|
    direct hire|
    employment contract|salaried(?: role| position| post)?)
""")
_CONTRACTOR = r"(?:(?:independent |external |outside |self-employed )?contractors?|free-?lancers?)"
WORD = pattern(rf"""
    (?<![\w-])(?:(?P<contract>{_CONTRACT})|(?P<payroll>{_PAYROLL})|(?P<contractor>{_CONTRACTOR})|
    (?P<employee>employees?))
    (?![\w])
""")
# "Contract network engineer".
BEFORE_ROLE = pattern(
    rf"(?<![\w-])(?:contract|interim) (?=(?:\w+[ -]){{0,3}}?(?:{_JOBS}|cto|cfo|ciso|director|head|lead)\b)"
)
_NOT = pattern(r"""
    (?:\bnot|n't|\bno|\bnever|\bwithout|\bthan|rather than|instead of|\bnor|\bneither)
    (?: (?:want|need|hire|be|as|an?|any|the|our|have|really|on|looking for|going to|do|another)){0,3}[ ]$
""")
_OTHERS = pattern(r"""
    \b(?:our|my|their|his|her|these|those|other|existing|current|last|previous|former|old|main|manage|
    managing|coordinate|between|of|all|some|several|many|few|two|three|four|five|\d+|most|like|train|
    supervise|how|when|why|via|using|use|had|have|has|used|with|by|from|than)[ ](?:(?:other|external|the|
    a|an|our|existing|of|it|\d+) ){0,3}$
""")
_WANTED = pattern(r"""
    (?:^|[,;:(/.-])[ ]*$|\b(?:need|needs|want|wants|hire|hiring|looking for|look for|seeking|engage|
    engaging|find|get|in|as|is|be|for|take on|recruit|it's|its|it'll be|prefer|make it|make that|type|
    actually|that's|he's|she's|they're|now|rather)[ ](?:(?:an?|be|him|her|them|it|as|us|me|in|our|on|
    really|definitely|just|good|senior|experienced|remote|full-time|part-time|external|uk|us|eu)[ ]){0,4}$
""")
_NOUN_BEFORE = pattern(rf"""
    \b(?:an?|one|1|{_JOBS}|devops|qa|ux|us|uk|german|french|british|dutch|polish|us-based|uk-based|senior|junior|
    experienced|
    permanent|full-time|part-time|salaried) $
""")
# "Must not be an employee" leaves one reading; "not a permanent role" may be a fixed term on the payroll.
NO_EMPLOYEE = pattern(r"""
    (?:^|[,;:][ ]|[ ](?:and|but)[ ])(?:(?:he|she|they|it|this|the (?:person|role|candidate)|this person|
    someone who|s/he)[ ])?(?:must(?: not|n't)|can(?:not|'t| not)|may not|should(?: not|n't))[ ]be[ ]
    (?P<who>an? employee|employees?|on (?:our |the )?payroll)(?=[ ]*(?:[.;!,]|$|[ ](?:and|but)\b))
""")
BETWEEN = pattern(r"""
    \b(?:(?<!not )inside ir35|(?:contract|temp)[- ]to[- ](?:hire|perm(?:anent)?))\b
    (?=[ ]*(?:[,;.!)|/]|$|role|position|basis|-))
""")
DENIED = pattern(r"""
    (?:\bnot|n't)[ ](?:(?:be|as|an?|the|our|on|looking for|want|need|hire|really|going to be)[ ]){0,4}
    (?:(?:permanent|perm|contract|contractor|employee|freelance|payroll|staff)[ ](?:role|position|job|hire|
    post|employee|contractor|member of staff)|(?:permanent|perm|contractors?|employees?|payroll|
    freelancers?)
    (?=[ ]*(?:[.,;!]|$)))
""")
_EITHER = pattern(r"""
    [ ]?(?:/|or)[ ]?(?:an? |as an? |on (?:a )?)?(?:(?:independent |external )?contractors?|freelancers?|
    freelance|employees?|permanent|perm|payroll|fte|staff)\b
""")
_EITHER_BEFORE = pattern(r"""
    (?:contractors?|freelancers?|freelance|employees?|permanent|perm|payroll|staff)[ ]?(?:/|or)[ ]?(?:an? |
    on )?$
""")
_GENERIC = pattern(r"""
    \s(?:agreement|management|handbook|benefits|portal|data|records|survey|code|terms|status|policy|
    policies|laptops?|devices?|accounts?|directory|onboarding|system|self[- ]service|app|experience|base|
    review)\b
""")
_DOES = pattern(
    r"[ ](?:will|must|should|reports?|works|needs|has to|is to|is responsible|shall|starts|gets|joins|can)\b"
)


def engagements(text: Text, sentence: Span) -> Iterator[Found]:
    """Each time a sentence says contractor or employee of the person wanted; undecided words say nothing."""
    for match in WORD.finditer(text.low, sentence.start, sentence.end):
        before = text.low[max(sentence.start, match.start() - 45) : match.start()]
        if not _open(text, sentence, match, before) and _about_wanted(text, match, before):
            span = Span(*match.span())
            value = "contractor" if match["contract"] or match["contractor"] else "employee"
            yield Found(FACT, value, span, reach=span)
    for match in NO_EMPLOYEE.finditer(text.low, sentence.start, sentence.end):
        span = text.trim(Span(*match.span()))
        yield Found(FACT, "contractor", span, reach=span)
    for match in BEFORE_ROLE.finditer(text.low, sentence.start, sentence.end):
        before = text.low[max(sentence.start, match.start() - 45) : match.start()]
        if not _OTHERS.search(before) and not _NOT.search(before):
            span = text.trim(Span(*match.span()))
            yield Found(FACT, "contractor", span, reach=span)


def unclear(text: Text, sentence: Span) -> Span | None:
    """The words that name a footing between the two: 'inside IR35', 'contract to hire'."""
    match = BETWEEN.search(text.low, sentence.start, sentence.end)
    return Span(*match.span()) if match else None


def denied(text: Text, sentence: Span) -> Span | None:
    """The words that deny one kind of engagement without saying the other: 'not a permanent role'."""
    match = DENIED.search(text.low, sentence.start, sentence.end)
    return Span(*match.span()) if match else None


def undecided(text: Text, sentence: Span) -> Span | None:
    """The words that leave it open: 'contractor or employee'."""
    for match in WORD.finditer(text.low, sentence.start, sentence.end):
        other = _EITHER.match(text.low, match.end(), sentence.end)
        if other:
            return Span(match.start(), other.end())
    return None


def _open(text: Text, sentence: Span, match: re.Match[str], before: str) -> bool:
    """Say whether the words are denied, or one of two."""
    either = _EITHER.match(text.low, match.end(), sentence.end) or _EITHER_BEFORE.search(before)
    return either is not None or _NOT.search(before) is not None


def _about_wanted(text: Text, match: re.Match[str], before: str) -> bool:
    """Say whether the word is about the person wanted, not about others whom the firm has."""
    if match["contract"] or match["payroll"]:
        offer = re.match(
            r" (?:platforms?|marketplaces?|sites?|portals?|agenc|websites?|rates)",
            text.low[match.end() :][:14],
        )
        return not offer and not re.search(r"\b(?:our|last|previous|former|existing|current) $", before)
    if match[0].endswith("s") or _GENERIC.match(text.low, match.end()):
        return False
    if re.search(r"\b(?:the|this|our new) $", before):
        return "our new" in before or _DOES.match(text.low, match.end()) is not None
    return bool(_WANTED.search(before) or _NOUN_BEFORE.search(before)) and not _OTHERS.search(before)
