"""What a family's word tables find in a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checks.text.lexicon import Audience, Entry, Lexicon, Rule
from assistant.checks.text.scan import Scan
from assistant.draft import Finding, Severity

# How many tokens away a context still speaks of the hit.
NEAR = 6


@dataclass(frozen=True)
class Asked:
    """Where a text will be used, and for whom it is."""

    jurisdiction: str | None = None
    audience: Audience | None = None


@dataclass(frozen=True)
class Hit:
    """An entry found on some tokens, half-open."""

    entry: Entry
    first: int
    stop: int


def find_hits(scan: Scan, lexicon: Lexicon, asked: Asked) -> tuple[Hit, ...]:
    """Every hit that no context excuses; of overlapping ones of a category the longest, in order."""
    rules = dict.fromkeys(lexicon.owner[pattern] for pattern in scan.candidates(lexicon.by_first))
    return tuple(_longest([hit for rule in rules for hit in rule_hits(scan, lexicon, rule, asked)]))


def rule_hits(scan: Scan, lexicon: Lexicon, rule: Rule, asked: Asked) -> list[Hit]:
    """The hits of one entry that no context excuses, those that overlap included."""
    if not _applies(rule.entry, asked):
        return []
    return [
        Hit(rule.entry, first, stop)
        for pattern in rule.match
        for first, stop in scan.spans(pattern)
        if scan.tokens_in(lexicon.fine).isdisjoint(range(first, stop))
        and scan.reading.sentence_of[first] not in scan.sentences_with(lexicon.fine_sentence)
        and _stands(scan, rule, first, stop)
    ]


def to_finding(scan: Scan, lexicon: Lexicon, hit: Hit, asked: Asked) -> Finding:
    """A hit as it is reported."""
    start, end = scan.reading.span(hit.first, hit.stop)
    return Finding(
        check=lexicon.family,
        category=hit.entry.category,
        severity=_severity(hit.entry, asked),
        span=(start, end),
        quote=scan.reading.text[start:end],
        message=hit.entry.message,
        suggestion=hit.entry.suggestion,
        source=hit.entry.source,
    )


def _severity(entry: Entry, asked: Asked) -> Severity:
    return "risk" if covers(entry.risk_in, asked.jurisdiction) else entry.severity


def covers(places: Iterable[str], jurisdiction: str | None) -> bool:
    """Say whether a place lies in one of some places: `US` covers `US-CA`."""
    return jurisdiction is not None and any(f"{jurisdiction}-".startswith(f"{place}-") for place in places)


def _applies(entry: Entry, asked: Asked) -> bool:
    here = not entry.jurisdictions or covers(entry.jurisdictions, asked.jurisdiction)
    return here and entry.audience in (None, asked.audience)


def _stands(scan: Scan, rule: Rule, first: int, stop: int) -> bool:
    """Say whether no context of the entry makes the hit fine."""
    sentence = scan.reading.sentence_of[first]
    if sentence in scan.sentences_with(rule.unless_sentence):
        return False
    if rule.needs and sentence not in scan.sentences_with(rule.needs):
        return False
    start, end = scan.reading.sentences[sentence]
    near = range(max(first - NEAR, start), min(stop + NEAR, end))
    return scan.tokens_in(rule.unless).isdisjoint(range(first, stop)) and scan.tokens_in(
        rule.unless_near
    ).isdisjoint(near)


def _longest(hits: list[Hit]) -> Iterator[Hit]:
    """Of hits of one category that overlap, the longest; then in the order of the text."""
    taken: dict[str, set[int]] = {}
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.stop, hit.first, hit.entry.id)):
        tokens = taken.setdefault(hit.entry.category, set())
        if tokens.isdisjoint(range(hit.first, hit.stop)):
            tokens.update(range(hit.first, hit.stop))
            kept.append(hit)
    yield from sorted(kept, key=lambda hit: (hit.first, hit.stop, hit.entry.category))
