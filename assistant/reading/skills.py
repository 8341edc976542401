"""Skills said to be needed without a word of 'must': 'needs PyTorch, MLOps, docker', 'Need: python'."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.lists import items
from assistant.reading.patterns import pattern
from assistant.reading.roles import RoleFinder
from assistant.reading.text import Span, Text

# "We need" asks for people as often as for skills: only what the person needs, or a bare "Need:".
_NEEDS = pattern(r"""
    (?:\b(?:he|she|they|the (?:person|contractor|candidate|role|job|hire)|who|and|
    [a-z]+er|[a-z]+or|[a-z]+st)[ ]|
    ^|,[ ])needs?:?[ ]|^need: ?
""")
_END = re.compile(r";|[.!?](?=\s|$)|[ ]-[ ]|[(]| (?:for|by|from|because|since|but|who|to|at|in)\b")
LEAST_KNOWN = 2


def needed(text: Text, sentence: Span, known: frozenset[str], roles: RoleFinder) -> Iterator[Found]:
    """The must-haves of a list of names, at least half of which are skill words that we know."""
    for match in _NEEDS.finditer(text.low, sentence.start, sentence.end):
        end = _END.search(text.low, match.end(), sentence.end)
        cut = items(text, Span(match.end(), end.start() if end else sentence.end), known)
        told = [item for item in cut if text.folded(item) in known]
        named = all(item in told or _is_name(text, item) for item in cut)
        if (
            told
            and named
            and LEAST_KNOWN * len(told) >= len(cut)
            and not any(roles.bare(text, i) for i in cut)
        ):
            for item in cut:
                yield Found("must_haves", text.value(item), item, reach=item)
            return


def _is_name(text: Text, item: Span) -> bool:
    """Say whether an item is one word that may be a tool's name."""
    return re.fullmatch(r"[a-z][\w.+#-]{1,19}", text.folded(item)) is not None
