"""Contractor or employee, as far as a sentence says it of the person wanted."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.text import Span, Text

FACT = "engagement"
_CONTRACTOR = (
    r"(?:independent |external |outside |self-employed )?contractors?|free-?lanc(?:e|er|ers|ing)|free lancer?|1099|c2c|corp[- ]to[- ]corp|"
    r"self[- ]employed(?: person)?|outside ir35|contract (?:role|position|basis|job|post|worker|hire|person)|on (?:a )?contract(?= basis|,|\.|;|$)|"
    r"day[- ]rate contract|b2b(?: contract)?(?= |,|\.|$)|sole trader"
)
_EMPLOYEE = (
    r"employees?|on (?:our |the )?payroll|payroll|perm\b|permanent(?:ly)?(?= (?:role|position|hire|job|post|staff|contract|employment|member|basis|network|"
    r"senior|junior|\w+ (?:engineer|developer|admin|administrator|analyst|manager))|,|\.|;|!|$|\)| and | or | not )|w-?2\b|"
    r"fte(?=,|\.|;|$| role| position| hire)|staff position|permanent member of staff|direct hire|employment contract|salaried(?: role| position| post)?"
)
WORD = re.compile(rf"(?<![\w-])(?:(?P<contractor>{_CONTRACTOR})|(?P<employee>{_EMPLOYEE}))(?![\w])")
# Before a role: "contract network engineer", "freelance DBA".
BEFORE_ROLE = re.compile(
    r"(?<![\w-])(?:contract|interim) (?=(?:\w+[ -]){0,3}?(?:engineer|developer|admin|administrator|sysadmin|dba|analyst|architect|designer|tester|consultant|manager|specialist|programmer|technician)\b)"
)
_NOT_BEFORE = re.compile(
    r"(?:\bnot|n't|\bno|\bnever|\bwithout|\bthan|rather than|instead of|\bnor|\bnot as|\bnot be|\bneither)(?: (?:want|need|hire|be|as|an?|any|the|our|have|really|on|looking for|going to|do|another))*[ ]$"
)
_OTHERS_BEFORE = re.compile(
    r"\b(?:our|my|their|his|her|these|those|other|existing|current|last|previous|former|old|main|by|with|for|to|from|manage|managing|coordinate|"
    r"between|of|all|some|several|many|few|two|three|four|five|\d+|most|external|like|train|supervise|how|when|why|as with|via|using|use|had|have|has|used|former)[ ](?:other |external |the |a |an |our |existing |of |it |\d+ )*$"
)
_WANTED_BEFORE = re.compile(
    r"(?:\b(?:need|needs|want|wants|hire|hiring|looking for|look for|seeking|engage|engaging|find|get|bring in|as|is|be|for|take on|recruit|it's|its|it'll be|prefer|make it|make that|with|the|"
    r"contract|engagement|type|actually|works|work|by|to|should be|must be|that's|he's|she's|they're|now|rather)(?:[ ](?:an?|the|on|be|to be|hire|rather|him|her|them|it|as|basis|our|for|really|definitely|just|good|senior|experienced|remote|full-time|part-time|uk|us|eu))*[ ])$"
)
_EITHER = re.compile(
    r"[ ]?(?:/|or)[ ]?(?:an? |as an? |on (?:a )?)?(?:(?:independent |external )?contractors?|freelancers?|freelance|employees?|permanent|perm|payroll|employee|fte|staff)\b"
)
_GENERIC = re.compile(
    r"\s(?:agreement|management|handbook|benefits|portal|data|records|survey|code|terms|status|policy|policies|laptops?|devices?|accounts?|directory|onboarding|system|self-service|app|experience|base|self service)\b"
)
_DEFINITE = re.compile(r"\b(?:the|this|our new) $")
_DOES = re.compile(
    r"[ ](?:will|must|should|reports?|works|needs|has to|is to|is responsible|shall|starts|gets|joins|can)\b"
)


def engagements(text: Text, sentence: Span) -> Iterator[Found]:
    """Each time a sentence says contractor or employee of the person wanted; undecided words say nothing."""
    for match in WORD.finditer(text.low, sentence.start, sentence.end):
        if _about_wanted(text, sentence, match):
            span = Span(*match.span())
            yield Found(FACT, "contractor" if match["contractor"] else "employee", span, reach=span)
    for match in BEFORE_ROLE.finditer(text.low, sentence.start, sentence.end):
        span = text.trim(Span(*match.span()))
        if "interim" not in match[0] and not _OTHERS_BEFORE.search(
            text.low[max(sentence.start, span.start - 40) : span.start]
        ):
            yield Found(FACT, "contractor", span, reach=span)


def undecided(text: Text, sentence: Span) -> Span | None:
    """The words that leave it open: 'contractor or employee'."""
    for match in WORD.finditer(text.low, sentence.start, sentence.end):
        other = _EITHER.match(text.low, match.end(), sentence.end)
        if other:
            return Span(match.start(), other.end())
    return None


def _about_wanted(text: Text, sentence: Span, match: re.Match[str]) -> bool:
    before = text.low[max(sentence.start, match.start() - 45) : match.start()]
    if (
        _NOT_BEFORE.search(before)
        or (_GENERIC.match(text.low, match.end()) and not match[0].startswith("freelance"))
        or _EITHER.match(text.low, match.end(), sentence.end)
    ):
        return False
    if re.search(
        r"(?:contractors?|freelancers?|freelance|employees?|permanent|perm|payroll|staff)[ ]?(?:/|or)[ ]?(?:an? |on )?$",
        before,
    ):
        return False
    word = match[0]
    if word.startswith(
        (
            "on ",
            "1099",
            "c2c",
            "corp",
            "outside ir35",
            "w2",
            "w-2",
            "contract ",
            "permanent",
            "b2b",
            "payroll",
            "freelance",
            "self",
            "direct hire",
            "perm",
        )
    ) and not word.endswith("rs"):
        return not re.search(
            r"\b(?:our|last|previous|former|existing|current|not|no) $", before
        ) or word.startswith("on ")
    if word.endswith("s") and not word.endswith("ss"):
        return False
    if _DEFINITE.search(before):
        return bool(_DOES.match(text.low, match.end())) or "our new" in before
    opens = not before.strip() or before.rstrip()[-1] in ",;:(-/."
    return bool(
        opens
        or _WANTED_BEFORE.search(before)
        or re.search(
            r"\b(?:an?|engineer|developer|admin|administrator|analyst|architect|designer|tester|dba|devops|qa|ux|specialist|technician|us|uk|german|french|british|dutch|polish|us-based|uk-based|senior|junior|experienced) $",
            before,
        )
    ) and not _OTHERS_BEFORE.search(re.sub(r"\b(?:for|with|by|to)[ ](?:an? )?$", "", before))
