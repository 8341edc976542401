"""Requests about people that are declined: to rank, choose, judge, guess at or watch somebody."""

import re

from assistant.reading.declinable import RULES, VERDICT
from assistant.reading.moods import is_request
from assistant.reading.patterns import pattern
from assistant.reading.reading import Declined
from assistant.reading.text import Span, Text

# Asking how it is done well, or whether one may, is a question of method; asking for a decision is not.
_METHOD = pattern(r"""
    ^(?:(?:and|but|so|also|btw|hi|hello|hey|ok|well|question|quick question)[,:!]?[ ]+)*(?:how (?:do|
    should|can|could|would|to|does|might|best|is|are)(?! you\b)|what(?:'s| is| are) (?:a|an|the) (?:fair|
    good|best|right|proper|legal|usual|lawful|way|process)|what (?:should|do|can|must|may) (?:i|we)|
    what (?:to|belongs|makes|happens|does it)|(?:can|may|could|should|must|do|are) (?:i|we|a|an|
    interviewers|my|our|they|companies|employers)(?: allowed)?[ ]|is it (?:ok|okay|legal|fair|allowed|
    lawful|fine|right|all right|alright|possible|a good)|why|when (?:should|do|can|may)|is there|
    (?:any )?(?:tips|advice) (?:for|on)|who should (?:interview|decide|be|ask|score|rate|rank|do|review|
    sit|screen|write|talk|set|sign|own|run|join|take part)|does (?:it|the|a)|are there|what happens)\b
""")
_THINGS = pattern(r"""
    \b(?:must[- ]haves?|requirements?|criteria|skills?|competenc(?:y|ies)|priorities|outcomes|kpis|
    questions?|tasks|tools|options|vendors?|channels|sheet|card|template|form|kit)\b
""")
# "The candidates' profile", "contractors and employees", "evaluate candidates fairly".
_AFTER_THINGS = pattern(r"""
    '?s?'? (?:profile|requirements?|must-haves|questions|criteria|fairly|consistently|objectively|
    without bias|equally)\b|(?:,| and| or| vs\.?| versus| with| to) ?(?:employees|contractors|freelancers|
    permanent|staff|agencies|in-house)\b
""")
_FOR_OTHERS = pattern(r"""
    \b(?:how to|way to|sheet to|form to|card to|questions? (?:to|that)|helps? (?:us )?to|template to|
    criteria (?:to|for)|never|don't|do not|not to|without|(?<!you )(?:will|would|must|should|can|could|
    may|shall|has to|have to)(?! you)|responsible for)(?: \w+)? ?$
""")


def declined(text: Text, sentences: list[Span]) -> tuple[Declined, Span] | None:
    """What a message asks for that is not done, and where; a question of method is no such thing."""
    for sentence in sentences:
        said = " ".join(text.value(sentence).translate({0x2019: "'"}).split())
        method = _METHOD.match(said.casefold()) is not None and not is_request(said.casefold())
        for rule in RULES:
            match = rule.said.search(said)
            if match and not _harmless(said, match) and (rule.declined is VERDICT or not method):
                return rule.declined, sentence
    return None


# "A person who can keep our servers alive" is whom one looks for.
_SOMEBODY = pattern(r"""
    \b(?:someone|somebody|anyone|(?:an?|one) (?:[\w-]+ ){0,3}?(?:person|contractor|freelancer|engineer|
    developer|admin|administrator|expert|specialist|consultant|employee|technician)) $
""")


def _harmless(said: str, match: re.Match[str]) -> bool:
    """Say whether the hit is about things, a form to fill by hand, or what somebody else will do."""
    if match[0].casefold().startswith("who ") and _SOMEBODY.search(said[: match.start()].casefold()):
        return True
    after = said[match.end() :].casefold()
    if _THINGS.search(match[0].casefold()) or _AFTER_THINGS.match(after):
        return True
    return _FOR_OTHERS.search(said[: match.start()].casefold()) is not None
