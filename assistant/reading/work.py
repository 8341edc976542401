"""The work that somebody is wanted for: 'someone to rebuild our network', 'an engineer to run it'."""

import re
from dataclasses import dataclass

from assistant.reading.patterns import joined, pattern
from assistant.reading.text import Span, Text

_ASKED = pattern(r"""
    \b(?:(?P<who>(?:someone|somebody|a person|a contractor|a freelancer|an expert|a specialist|an employee|
    a consultant|people|a pair of hands)(?:[ ](?:good|experienced|external|reliable|technical|skilled|else|
    in))?)[ ]
    (?:(?:who|that) (?:can|could|will|would)|to)|(?:need|want|looking for|with|some)(?: \w+)? (?P<help>help)
    (?: with| to))[ ]
""")
# What a person does on any job is no work of its own.
_ANY_JOB = joined(r"""
    (?:start|begin|join|report|be|come|sit|cover for|fill in|work (?:with|in|from|on[- ]?site|remote|for|
    under)|take over from|have|get(?! (?:us|our|the|it)\b)|hire|know|has|speak)\b
""")
_LENGTH = joined(r"""
    (?:(?:about|around|up to|at least|approx\.?) )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|
    nine|ten|twelve|a few|a couple of)[ -](?:or |to )?(?:\w+[ -])?(?:days?|weeks?|months?|years?)\b
""")
_TO_DO = pattern(rf"""
    (?:[ ]\((?:[\w-]+ ?){{1,3}}\)|
    ,?[ ](?:an? )?(?:contract|contractor|freelance|freelancer|perm|permanent|remote|hybrid|part-time|
    full-time)\b|
    ,?[ ](?:for )?{_LENGTH})*
    ,?[ ]+(?:(?:who|that) (?:can|could|will|would) |to )(?P<work>(?!{_ANY_JOB})[a-z]+\b)
""")
_END = pattern(rf"""
    [,;]|:[ ]|[ ]-[ ]|[ ](?:because|since|as our|starting|starts? (?:on|in|asap)|for (?={_LENGTH})|
    reporting to|reports to|remotely\b|on a contract|as a (?:contractor|freelancer)|at (?=[£€$\d])|
    with (?=(?:strong|experience|good|solid|proven|deep)\b)|but\b|budget\b|ideally\b|preferably\b|
    (?=(?:\d|one|two|three|four|five)[ -](?:days?|hours?|hrs?) (?:a|per) (?:week|day))|(?:within|
    over)(?: the next)? (?:\w+ )?(?:weeks|months)|who\b|in (?:london|uk|us|cet) (?:hours|time))
""")
_TRIVIAL = pattern(r"""
    (?:help|do it|do this|join|start|work|assist|support us|help us|help me|help out|help with it|it|this|
    that|me|us|them|do|talk to|speak to|hire|interview|\w+ (?:it|this|that|them))[ .]*
""")


@dataclass(frozen=True)
class Asked:
    """The work in the manager's words, and the same with whom it is asked of: 'someone to ...'."""

    work: Span
    whole: Span


def work_asked_for(text: Text, sentence: Span) -> Asked | None:
    """The work by which a sentence asks for somebody without naming a role."""
    match = _ASKED.search(text.low, sentence.start, sentence.end)
    work = _until(text, sentence, match.end()) if match else None
    if match is None or work is None or re.match(_ANY_JOB, text.folded(work)):
        return None
    return Asked(work, Span(match.start("who" if match["who"] else "help"), work.end))


def work_after(text: Text, sentence: Span, role: Span) -> Span | None:
    """The work that follows a role: 'a network engineer to rebuild our office network'."""
    match = _TO_DO.match(text.low, role.end, sentence.end)
    return _until(text, sentence, match.start("work")) if match else None


def _until(text: Text, sentence: Span, start: int) -> Span | None:
    end = _END.search(text.low, start, sentence.end)
    span = text.trim(Span(start, end.start() if end else sentence.end))
    return None if not span or _TRIVIAL.fullmatch(text.folded(span)) else span
