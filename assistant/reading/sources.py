"""Sources of hearsay: what Gartner, an old advert or a far condition says is so to the sentence's end."""

import re

from assistant.reading.patterns import joined, pattern
from assistant.reading.text import Span

SAID = joined(r"""
    (?:said|mentioned|thinks?|thought|suggested|suggests?|reckons?|claimed|
    claims?(?= (?:that|to|it|we|he|she|they|you|i)\b)|told (?:me|us)|hinted|
    proposed|proposes|recommended|recommends|says|guessed|assumes?|heard|believes?|quoted|wants)
""")
_SPREADS = pattern(rf"""
    \baccording to[ ](?!(?:our|the|this|my) (?:plan|contract|brief|policy)\b)[^,.;]{{2,40}},|
    \b(?:studies|research|surveys?|statistics|experts?|gartner|forrester|glassdoor|payscale|chatgpt|google)[ ]
    (?:shows?|says?|suggests?|recommends?|claims?|thinks?)\b|
    \b{SAID}:|\b(?:the|our|my|their|an?) (?:last|previous|former|old|existing|earlier|other)[ ]
    (?:job )?(?:description|definition|ad|advert|post|posting|spec|brief|draft|version)[ ](?:we had )?
    (?:said|says|stated|states|asked|asks|listed|lists|had|has|required|requires|read|reads|wanted)\b|
    (?:^|[ ])(?:if (?!possible|you\b)|once |assuming |provided |should )[^,.;]{{3,60}},? (?:then )?
    (?:we|i)(?:'d| would| could| might)\b(?! (?:like|need|want|prefer|love)\b)
""")
_SPREADS_TO = re.compile(r";|,? but |\n")


def spreading(low: str) -> Span | None:
    """The part of a folded sentence that stands under such words, if any."""
    match = _SPREADS.search(low)
    if match is None:
        return None
    end = _SPREADS_TO.search(low, match.end())
    return Span(match.start(), end.start() if end else len(low))
