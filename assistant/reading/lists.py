"""Lists inside a span: items cut at commas, semicolons, bullets and a closing 'and', never inside brackets."""

import re
from collections.abc import Iterator

from assistant.reading.text import Span, Text

MOST_ITEMS = 40
# Two words that are one thing. Kept whole, as is every pair we are not sure of.
PAIRS = frozenset(
    [
        "research and development",
        "terms and conditions",
        "health and safety",
        "learning and development",
        "sales and marketing",
        "identity and access",
        "command and control",
        "drag and drop",
        "trial and error",
        "design and build",
        "build and release",
        "backup and recovery",
        "backup and restore",
        "detection and response",
        "profit and loss",
        "supply and demand",
        "install and configure",
        "plan and chase",
        "search and rescue",
        "pros and cons",
        "merger and acquisition",
        "requirements and design",
        "look and feel",
        "checks and balances",
        "diversity and inclusion",
        "terms and terminations",
        "black and white",
        "up and running",
        "end and start",
        "governance and compliance",
        "risk and compliance",
        "monitoring and alerting",
        "authentication and authorisation",
        "authentication and authorization",
        "extract and load",
        "patch and maintain",
        "build and run",
        "run and maintain",
        "maintain and support",
        "support and maintenance",
    ]
)
_CUT = re.compile(r"[;\n|]|,(?!\d{3}\b)|(?<=\s)(?:/|\+)(?=\s)|(?<=\s)[*•](?=\s)")
_AND = re.compile(r"\s(?:and(?:/or)?|&|plus|as well as)\s")
_LEAD = re.compile(r"(?:and|or|plus|also|as well as|but also|then|as well|both|&|-)\s+")
_OPEN, _SHUT = "([{", ")]}"
# A head that two items share: "Linux and Ansible skills" are Linux and Ansible.
_SHARED = re.compile(r"\s(?:skills|experience|knowledge|expertise)$")


def items(
    text: Text, span: Span, known: frozenset[str] = frozenset(), *, loose: bool = False
) -> list[Span]:
    """The items of a list, trimmed; `known` are folded names that may stand on either side of an 'and'.

    `loose` lists are cut between any two short items.
    """
    *before, last = _parts(text, span)
    parts = [piece for part in before for piece in _split_and(text, part, 0, known)]
    parts += _split_and(text, last, len(before) + 1 + loose, known)
    trimmed = [text.trim(_without_lead(text, text.trim(part))) for part in parts]
    return _without_shared_head(text, [part for part in trimmed if part])[:MOST_ITEMS]


def _parts(text: Text, span: Span) -> Iterator[Span]:
    depth, start, scanned = 0, span.start, span.start
    for match in _CUT.finditer(text.low, span.start, span.end):
        between = text.low[scanned : match.start()]
        depth = max(0, depth + sum(map(between.count, _OPEN)) - sum(map(between.count, _SHUT)))
        scanned = match.start()
        if depth == 0 or match[0] == "\n":
            yield Span(start, match.start())
            start, depth = match.end(), 0
    yield Span(start, span.end)


def _split_and(text: Text, part: Span, count: int, known: frozenset[str]) -> list[Span]:
    """The last part cut at its 'and': always in a list of three, else only between two plain names."""
    part = text.trim(_without_lead(text, text.trim(part)))
    cuts = [
        match
        for match in _AND.finditer(text.low, part.start, part.end)
        if _outside(text, part, match.start())
    ]
    pieces = [part]
    for cut in reversed(cuts):
        left, right = Span(part.start, cut.start()), Span(cut.end(), pieces[0].end)
        if _pair(text, left, right):
            continue
        if not _separable(text, left, right, count, known):
            break
        pieces[:1] = [left, right]
    return pieces


def _pair(text: Text, left: Span, right: Span) -> bool:
    one, other = text.folded(left).split(), text.folded(right).split()
    return bool(one and other) and f"{one[-1]} and {other[0].strip(',;')}" in PAIRS


def _outside(text: Text, part: Span, at: int) -> bool:
    before = text.low[part.start : at]
    return sum(map(before.count, _OPEN)) <= sum(map(before.count, _SHUT))


def _separable(text: Text, left: Span, right: Span, count: int, known: frozenset[str]) -> bool:
    one, other = text.folded(left).split(), text.folded(right).split()
    if not one or not other:
        return False
    if _names(text, left, known) and _names(text, right, known):
        return True
    return count > 1 and max(len(one), len(other)) <= 6


def _names(text: Text, span: Span, known: frozenset[str]) -> bool:
    """Say whether a span is a plain name: a known skill word, or one to three words spelt as a name."""
    words = _SHARED.sub("", text.folded(span)).strip(" ,.;")
    bare = re.sub(
        r"^(?:strong|solid|good|deep|some|basic|excellent|proven|hands-on|knows?|know)\s+", "", words
    )
    if words in known or bare in known:
        return True
    last = text.quote(text.trim(span)).split()
    return 0 < len(last) <= 3 and all(_is_name(word) for word in last[-1:]) and _is_name(last[0])


def _is_name(word: str) -> bool:
    return any(char.isupper() or char.isdigit() for char in word)


def _without_lead(text: Text, span: Span) -> Span:
    match = _LEAD.match(text.low, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def _without_shared_head(text: Text, spans: list[Span]) -> list[Span]:
    if len(spans) < 2:
        return spans
    match = _SHARED.search(text.folded(spans[-1]))
    if match and not _SHARED.search(text.folded(spans[0])):
        spans[-1] = Span(spans[-1].start, spans[-1].start + match.start())
    return spans
