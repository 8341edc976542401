"""What a clause is: stated, asked, merely supposed or conditional, or about the past and other people."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.reading.patterns import joined, pattern
from assistant.reading.sources import SAID, spreading
from assistant.reading.stories import GOES_ON, STORY
from assistant.reading.text import Span, Text

Mood = Literal["question", "hearsay", "past"]

_HELLO = joined(r"""
    (?:(?:and|but|so|also|or|btw|hi|hello|hey|please|quick question|question|well|ok|sorry|great|thanks|
    thank you|there|all|team|then|now|next)[,:!.]?[ ]+){0,5}
""")
_ASKS = joined(r"""
    (?:how|what|what's|whats|which|who|whom|whose|when|where|why|is|are|am|was|were|do|does|did|should|
    shall|can|could|may|might|would|will|must|has|have(?= (?:you|we|i|they)\b)|isn't|aren't|don't|doesn't|
    shouldn't|can't|couldn't|wouldn't|any (?:idea|tips|advice|thoughts|danger)|ok(?:ay)?|right|correct|
    yes|no|or)
""")
QUESTION_START = pattern(rf"""
    (?:^|[,;:(][ ]+|[ ]-[ ]|[ ](?:and|but|so|also|or)[ ]){_HELLO}(?P<ask>{_ASKS}\b)
""")
# Without a question mark, only these openings ask.
PLAIN_QUESTION = pattern(rf"""
    ^{_HELLO}(?:how (?:do|can|should|would|could|to|much|many|long|often|does|is|are|did|might|come)|
    what(?:'s| is| are| should| do| does| can| would| if| about| to)|which|who (?:should|do|can|is|are|
    does|decides|ought|may|owns)|whom|when (?:should|do|does|is|can|may|must)|where (?:should|do|can|to)|
    why(?!:)|should (?:i|we|he|she|they|it|the|a|an)|can (?:i|we|he|she|they|a|an|the)|could (?:i|we)|
    may (?:i|we)|must (?:i|we)|shall (?:i|we)|do (?:i|we)|does (?:a|an|the|it|he|she|this)|
    is (?:it|there|this|that|a|an|the)|are (?:there|we)|am i|would it|
    any (?:tips|advice|ideas?|thoughts|danger)|i (?:want|
    would like|need|'d like) to know|i wonder|i'm wondering|wondering|tell me (?:how|what|whether|if|why|
    which)|explain (?:how|what|to me|why)|advise|
    not sure (?:how(?! (?:long|much|many|often)\b)|what|whether|if))\b
""")
# A question in form, a request in fact.
REQUEST = pattern(rf"""
    ^{_HELLO}(?:(?:can|could|would|will|may i ask) (?:you|u|ya)(?: please| kindly| also| now| then| maybe)*
    (?: be so kind (?:as )?to| be able to| mind| help (?:me|us)(?: to| with)?| like to| go ahead and)?[ ]
    (?!(?:tell|explain|advise|recommend|think|say|suggest (?:how|what|whether))\b)[a-z]+|
    (?:can|could|may) (?:i|we) (?:please )?(?:have|get|ask (?:you )?for)\b|(?:do|would) you mind\b)
""")
_HEDGE = pattern(rf"""
    \b(?:i (?:think|guess|believe|suppose|assume|reckon|heard|gather|vaguely|seem to|imagine|feel like|
    have a feeling)|i(?:'m| am) not (?:\w+ )?sure|not (?:yet |quite |entirely |completely |totally |100% |
    really )?(?:sure|certain|decided|clear|settled|final|confirmed|agreed|fixed)|unsure|undecided|unclear|
    don'?t (?:really )?(?:know|remember)|do not know|no idea|(?:i|we) (?:might|may|could)|might|
    apparently|supposedly|allegedly|presumably|rumou?r|hearsay|word is|[a-z]+ {SAID}|could be|may be|
    would be around|would be (?:ok|okay|fine|acceptable|possible|an option|all right)|(?:could|might|may|
    can) (?:later )?(?:become|turn into|be converted|convert)|still (?:open|thinking|discussing|deciding|
    waiting|negotiating)|thinking (?:about|of)|considering|playing with|toying with|in two minds|we'll see|
    we will see|hopefully|wish(?! to (?:recruit|hire|engage|appoint|employ|take on|find|contract)\b)|
    depends|depending)\b
""")
_FIRM = pattern(r"""
    ^(?:it |this |that |which )?(?:might|may|could) be (?:extended|renewed)|
    \bi think (?:we|i) (?:need|want|should hire|should get)\b(?! (?:about|around|maybe))
""")
_HEDGE_WORD = pattern(r"""
    \b(?:maybe|perhaps|probably|possibly|likely|roughly speaking|or so\b(?= i)|potentially|conceivably|
    if possible|where possible|ideally|tbd|tbc|to be (?:confirmed|decided|discussed|agreed|determined|
    defined|clarified))\b|\?
""")
_EXTENDABLE = re.compile(r"\b(?:may|might|could|can)(?: possibly)? be (?:extended|renewed|prolonged)")
_CONDITION = pattern(r"(?:^|[ ])(?:if|unless|assuming|provided|in case|once we (?:get|have)|should we get)\b")
_THEIRS = (
    r"(?:contractors?|freelancers?|admins?|sysadmin|guy|developers?|engineers?|person|people|consultants?)"
)
_PAST = pattern(rf"""
    \b(?:(?:our|my|the|a|their|his|her|that) (?:last|previous|former|old|ex|prior|(?:current|existing|
    other)(?= {_THEIRS}\b))[ -](?!job (?:description|definition|ad|post)|brief|draft|version)|
    last (?:time|year|month|week|summer|hire|contractor|one)|previously|in the past|used to|back then|
    formerly|(?:years?|months?|weeks?) ago|the (?:guy|person|one|contractor|freelancer) (?:we had|before|
    who left)|predecessor(?!'s)|(?:my|a|another) (?:friend|competitor|company|colleague|former|
    neighbou?r)\b|competitors?|other companies|for example|e\.g\.|market rate|going rate|(?:agency|
    agencies|vendor|recruiter|consultancy|supplier)s? (?:quoted?|charged?s?|wants?|asks?|asked|offered|
    offers|proposes?|suggests?))
""")
_SUBJECT = r"(?:we|i|he|she|they|it|the|our|this|there|you|please|can|my)"
_CLAUSE = pattern(rf"""
    ;|[ ]-[ ]|,?[ ](?:but|though|although|however|whereas|while)[ ]|,[ ](?:so|and|yet)[ ](?={_SUBJECT}\b)|
    [(\n]|\)|:[ ]|,[ ](?=(?:need|want|looking for|hiring|seeking|we|i|he|she|they|it's|it is|you|please|
    can you|could you|our|but|though)\b)
""")
_SOME = r"(?:maybe|perhaps|probably|possibly)"
_FRAGMENT = pattern(rf"""
    ,[ ]|[ ]and[ ](?=(?:should )?(?:{_SOME}|ideally|hopefully)\b)|[ ](?=(?:for|at|with|from|in) {_SOME}\b)|
    [ ](?={_SOME} (?:for|at|around|about|with|from|in|a|\d))
""")


# Shorter quotations are names and words: "Docker".
LONG_QUOTATION = 5


@dataclass(frozen=True)
class Shade:
    """A span of a sentence that does not simply state."""

    span: Span
    mood: Mood


@dataclass(frozen=True)
class Sentence:
    """A sentence with the parts that are no plain statement; a foreign one stands in somebody's mail."""

    span: Span
    shades: Sequence[Shade]
    foreign: bool = False

    def shade_at(self, span: Span) -> Shade | None:
        """What stands in the way of believing a find, if anything does."""
        return next((shade for shade in self.shades if shade.span.meets(span)), None)

    @property
    def asks(self) -> Span | None:
        """The part that asks something."""
        return next((shade.span for shade in self.shades if shade.mood == "question"), None)


def sentence(text: Text, span: Span, foreign: bool = False, after: Span | None = None) -> Sentence:
    """A sentence with its shades: the question, and before it each clause and each fragment.

    `after` is the sentence before it, whose story it may go on with.
    """
    low = text.folded(span)
    if is_request(low):
        low = low.replace("?", " ")
    shades = [Shade(quoted, "past") for quoted in _quotations(text, span)]
    asked = _question(low)
    if spread := spreading(low if asked is None else low[:asked]):
        shades.append(Shade(Span(span.start + spread.start, span.start + spread.end), "hearsay"))
    if asked is not None:
        shades.append(Shade(Span(span.start + asked, span.end), "question"))
    story = after is not None and STORY.search(text.folded(after)) is not None
    for clause in _pieces(low if asked is None else low[:asked], _CLAUSE):
        words = low[clause.start : clause.end]
        firm = _FIRM.search(words)
        mood = None if firm else _mood(words)
        if story and not mood and GOES_ON.match(words):
            mood = "past"
        story = story or STORY.search(words) is not None
        if mood:
            shades.append(Shade(Span(span.start + clause.start, span.start + clause.end), mood))
            continue
        for part in _pieces(words, _FRAGMENT):
            fragment = words[part.start : part.end]
            if _HEDGE_WORD.search(fragment) or (firm and _mood(_FIRM.sub(" ", fragment)) == "hearsay"):
                start = span.start + clause.start + part.start
                shades.append(Shade(Span(start, start + part.end - part.start), "hearsay"))
    return Sentence(span, tuple(shades), foreign)


def _quotations(text: Text, span: Span) -> list[Span]:
    """What stands between quotation marks, opened in the sentence or before it: words of another text."""
    opened = text.low.count('"', 0, span.start) % 2 == 1
    marks = [at for at in range(span.start, span.end) if text.low[at] == '"']
    edges = [span.start, *marks] if opened else marks
    if len(edges) % 2:
        edges.append(span.end)
    pairs = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    whole = text.low.strip().startswith('"')
    return [] if whole else [pair for pair in pairs if len(text.folded(pair).split()) >= LONG_QUOTATION]


def is_request(low: str) -> bool:
    """Say whether a sentence in question form asks for work, not for an answer."""
    return bool(REQUEST.match(low.strip()))


def _question(low: str) -> int | None:
    """Where a question starts in a sentence, or none."""
    stripped = low.strip()
    if is_request(stripped):
        return None
    if not stripped.rstrip("\"')]").endswith("?"):
        return 0 if PLAIN_QUESTION.match(stripped) else None
    starts = [match.start("ask") for match in QUESTION_START.finditer(low)]
    if not starts:
        return 0
    if is_request(low[starts[0] :].strip(" ?.")):
        return None if len(starts) == 1 else starts[1]
    return starts[0]


def _mood(words: str) -> Mood | None:
    """The mood of one clause; that it may be extended is no doubt."""
    words = _EXTENDABLE.sub(" ", words)
    if _CONDITION.search(words) or _HEDGE.search(words):
        return "hearsay"
    return "past" if _PAST.search(words) or STORY.search(words) else None


def _pieces(words: str, cut: re.Pattern[str]) -> list[Span]:
    pieces, start = [], 0
    for match in cut.finditer(words):
        if match.start() > start:
            pieces.append(Span(start, match.start()))
        start = match.end()
    pieces.append(Span(start, len(words)))
    return [piece for piece in pieces if piece]
