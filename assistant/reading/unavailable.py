"""Documents that a message asks for and that nobody here drafts, in the manager's own words."""

from collections.abc import Callable, Iterator

from assistant.reading.patterns import joined, pattern
from assistant.reading.text import Span, Text

_LEAD = joined(r"""
    (?:(?:hi|hello|hey|ok|okay|great|good|thanks|thank you|perfect|please|pls|kindly|now|next|also|and|then|
    so|yes|can you|could you|would you|will you|can u|(?:i need|i want|i'd like|i would like) you to|
    i need to|i have to|i want to|we need to|help me(?: to)?|just|quickly|maybe|let's|all|team)[ ,.!:-]+){0,6}
""")
_WRITE = joined(r"""
    (?:(?:write|draft|create|make|prepare|produce|generate|put together|compose|knock up|whip up|draw up|
    come up with|rewrite)(?:[ ](?:me|us|up))?)
""")
_WANT = joined(r"""
    (?:(?:i|we)(?:'d| would|'ll)?[ ](?:also |now )?(?:need|want|like)(?: to (?:have|get|see))?|need|
    give (?:me|us)|send (?:me|us)|get (?:me|us)|do(?: me)?|what about|how about)
""")
_DET = r"(?:(?:an?|the|my|our|its|this|another|some|also an?)[ ])?"
_STEP = r"(?:(?!(?:to|for|that|which|who|and|or|with|of|on|in)\b)[\w'&/-]+[ ])"
_NAMED = joined(r"""
    (?:sourcing (?:plan|strategy)|task (?:assignment|brief|sheet)|assignment brief|working agreement|
    (?:access|contract|onboarding|offboarding|exit|handover|hiring) (?:checklist|check list)|
    (?:onboarding|training|handover|recruitment|recruiting|hiring|outreach|30[-/ ]60[-/ ]90(?:[- ]day)?)
    (?: plan| strategy)|offer (?:letter|e-?mail)|rejection (?:letter|e-?mail|note)|statement of work|sow|
    performance (?:review|appraisal)|(?:mid-?term|end-of-contract|annual|final) review|appraisal|
    reference letter|outreach (?:message|e-?mail)|linkedin (?:message|inmail))
""")
_ANY = joined(rf"""
    (?:{_STEP}{{0,4}}(?:plan|strategy|letter|e-?mail|agreement|checklist|contract|nda|policy|report|template|
    form|guide|review|appraisal|assessment|questionnaire|survey|memo|invoice|presentation|announcement|roadmap|
    handbook|manual|register|certificate|reference|message|slides|persona))
""")
_END = joined(r"""
    s?(?=[ ]*(?:$|[,.;!?)\n]|(?:for|to|with|and|about|please|pls|plz|on|from|by|based|in|as|too|now|asap|when|
    next|first|again|of|we|i|that|so)\b))
""")
ASKS = pattern(rf"""
    ^{_LEAD}(?:{_WRITE}[ ]{_DET}(?P<any>{_NAMED}|{_ANY})|{_WANT}[ ]{_DET}(?P<named>{_NAMED})|
    {_DET}(?P<bare>{_NAMED})(?=[ ]*(?:$|[.!?]|please|pls|plz|next|now|too|asap|for\b))){_END}
""")
_LISTED = pattern(rf"(?:,|and|plus|&|or)[ ]{_DET}(?P<listed>{_NAMED}){_END}")


def unavailable(text: Text, sentence: Span, drafted: Callable[[Span], bool]) -> Iterator[Span]:
    """The words of each such document, after an order; `drafted` says that words name one we draft."""
    match = ASKS.match(text.low, sentence.start, sentence.end)
    start = sentence.start
    if match:
        name = next(group for group in ("any", "named", "bare") if match[group])
        span = Span(match.start(name), match.end())
        start = span.end
        if not drafted(span):
            yield span
    if match or drafted(sentence):
        for other in _LISTED.finditer(text.low, start, sentence.end):
            yield Span(other.start("listed"), other.end())
