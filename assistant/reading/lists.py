"""Lists inside a span: items cut at commas, semicolons and a closing 'and', never inside brackets."""

import re
from collections.abc import Iterator

from assistant.reading.patterns import words
from assistant.reading.text import Span, Text

MOST_ITEMS = 200
# Two words that are one thing. Kept whole, as is every pair we are not sure of.
PAIRS = words(
    "research and development|terms and conditions|health and safety|learning and development",
    "sales and marketing|identity and access|command and control|drag and drop|trial and error",
    "design and build|build and release|backup and recovery|backup and restore",
    "detection and response|profit and loss|supply and demand|install and configure",
    "plan and chase|search and rescue|pros and cons|requirements and design|look and feel",
    "checks and balances|diversity and inclusion|black and white|up and running",
    "governance and compliance|risk and compliance|monitoring and alerting",
    "authentication and authorisation|authentication and authorization|patch and maintain",
    "build and run|run and maintain|maintain and support|support and maintenance",
)
_CUT = re.compile(
    r"[;|]|(?:^|(?<=\s))\(?[a-h\d]\)(?=\s)|,(?!\d{3}\b)|(?<=\s)(?:/|\+)(?=\s)|(?<=\s)[*•](?=\s)"
)
_MARK = re.compile(r"(?:^|(?<=\s))\(?[a-h\d]\)(?=\s)")
_AND = re.compile(r"\s(?:and(?:/or)?|&|plus|as well as)\s")
_LEAD = re.compile(r"(?:and|or|plus|also|as well as|but also|then|as well|both|&|-)\s+")
_PRAISE = re.compile(r"^(?:strong|solid|good|deep|some|basic|excellent|proven|hands-on|knows?)\s+")
# A head that two items share: "Linux and Ansible skills" are Linux and Ansible.
_SHARED = re.compile(r"\s(?:skills|experience|knowledge|expertise)$")
_REMARK = re.compile(r"(?:measured|reported|tracked|counted|taken|target|from|per|by|as)\b")
_OPEN, _SHUT = "([{", ")]}"


def items(text: Text, span: Span, known: frozenset[str] = frozenset(), *, loose: bool = False) -> list[Span]:
    """The items of a list, trimmed; `known` are folded names that may stand on either side of an 'and'.

    `loose` lists are cut between any two short items, and keep remarks ('measured monthly') with their item.
    """
    *before, last = _parts(text, span)
    parts = [piece for part in before for piece in _split(text, part, 0, known)]
    parts += _split(text, last, len(before) + loose, known)
    if loose:
        parts = _with_remarks(text, parts)
    trimmed = [text.trim(_bare(text, part)) for part in parts]
    return _without_shared_head(text, [part for part in trimmed if part])[:MOST_ITEMS]


def enumerated(text: Text, span: Span) -> bool:
    """Say whether the items are numbered or lettered: 'a) drawings b) a test'."""
    return len(_MARK.findall(text.folded(span))) > 1


def _with_remarks(text: Text, parts: list[Span]) -> list[Span]:
    """The parts, each with the remark that follows it: 'tickets closed in two days, measured monthly'."""
    joined: list[Span] = []
    for part in parts:
        if joined and _REMARK.match(text.folded(text.trim(part))):
            joined[-1] = Span(joined[-1].start, part.end)
        else:
            joined.append(part)
    return joined


def _parts(text: Text, span: Span) -> Iterator[Span]:
    depth, start, scanned = 0, span.start, span.start
    for match in _CUT.finditer(text.low, span.start, span.end):
        between = text.low[scanned : match.start()]
        depth = max(0, depth + sum(map(between.count, _OPEN)) - sum(map(between.count, _SHUT)))
        scanned = match.start()
        if depth == 0:
            yield Span(start, match.start())
            start = match.end()
    yield Span(start, span.end)


def _split(text: Text, part: Span, listed: int, known: frozenset[str]) -> list[Span]:
    """A part cut at its 'and': after other items always, else only between two plain names."""
    part = _bare(text, part)
    pieces = [part]
    for cut in reversed(list(_AND.finditer(text.low, part.start, part.end))):
        left, right = Span(part.start, cut.start()), Span(cut.end(), pieces[0].end)
        before = text.folded(left)
        inside = sum(map(before.count, _OPEN)) > sum(map(before.count, _SHUT))
        if inside or _pair(text, left, right):
            continue
        if not _separable(text, left, right, listed, known):
            break
        pieces[:1] = [left, right]
    return pieces


def _pair(text: Text, left: Span, right: Span) -> bool:
    one, other = text.folded(left).split(), text.folded(right).split()
    return bool(one and other) and f"{one[-1]} and {other[0].strip(',;')}" in PAIRS


def _separable(text: Text, left: Span, right: Span, listed: int, known: frozenset[str]) -> bool:
    one, other = text.folded(left).split(), text.folded(right).split()
    if not one or not other:
        return False
    if _is_name(text, left, known) and _is_name(text, right, known):
        return True
    return listed > 0 and max(len(one), len(other)) <= 6


def _is_name(text: Text, span: Span, known: frozenset[str]) -> bool:
    """Say whether a span is a plain name: a known skill word, or one to three words spelt as a name."""
    words = _SHARED.sub("", text.folded(span)).strip(" ,.;")
    if words in known or _PRAISE.sub("", words) in known:
        return True
    written = _SHARED.sub("", text.quote(text.trim(span))).split()
    return 0 < len(written) <= 3 and _spelt_as_name(written[0]) and _spelt_as_name(written[-1])


def _spelt_as_name(word: str) -> bool:
    return any(char.isupper() or char.isdigit() for char in word)


def _bare(text: Text, span: Span) -> Span:
    """The span without 'and', 'or' or 'also' before it."""
    span = text.trim(span)
    match = _LEAD.match(text.low, span.start, span.end)
    return text.trim(Span(match.end(), span.end)) if match else span


def _without_shared_head(text: Text, spans: list[Span]) -> list[Span]:
    match = _SHARED.search(text.folded(spans[-1])) if len(spans) > 1 else None
    if match and not _SHARED.search(text.folded(spans[0])):
        spans[-1] = Span(spans[-1].start, spans[-1].start + match.start())
    return spans
