"""What a family's word tables find in a text."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.text.lexicon import Lexicon, Patterns, Rule
from assistant.checks.text.questions import closed, two_subjects
from assistant.checks.text.scan import Scan
from assistant.checks.text.table import Audience, Entry, Local
from assistant.draft import Finding, Severity
from assistant.places import lies_in

# How many words away a context still speaks of a hit, and a denial still denies it.
NEAR = 6
DENIES = 4
# "No rock stars, ninjas or gurus": what stands this close to a denied hit is denied with it.
SAME_LIST = 2
# More hits of one entry than anybody reads: the rest of the text only repeats it.
MANY = 5_000

ALSO: Mapping[str, Callable[[Scan, int], bool]] = {"closed": closed, "two_subjects": two_subjects}


@dataclass(frozen=True)
class Asked:
    """Where a text will be used, and for whom it is."""

    jurisdiction: str | None = None
    audience: Audience | None = None


@dataclass(frozen=True)
class Hit:
    """An entry found on some tokens, half-open; `severity` where it is other than the entry's own."""

    entry: Entry
    first: int
    stop: int
    severity: Severity | None = None


def find_hits(scan: Scan, lexicon: Lexicon, asked: Asked) -> tuple[Hit, ...]:
    """Every hit that no context excuses; of overlapping ones of a category the longest, in order."""
    rules = dict.fromkeys(rule for name in sorted(scan.names) for rule in lexicon.by_first.get(name, ()))
    found = [hit for rule in rules for hit in rule_hits(scan, lexicon, rule, asked)]
    return tuple(_longest(_not_denied(scan, lexicon, found)))


def rule_hits(scan: Scan, lexicon: Lexicon, rule: Rule, asked: Asked) -> list[Hit]:
    """The hits of one entry that no context excuses, whether denied or not."""
    if not applies(rule.entry, asked):
        return []
    spans = set(scan.spans_of(rule.match))
    if rule.hint:
        apart = sentences_apart(scan, lexicon) | scan.sentences_with(lexicon.apart_things)
        hints = scan.spans_of(rule.hint)
        spans.update(span for span in hints if scan.reading.sentence_of[span[0]] not in apart)
    sentences: dict[int, bool] = {}
    standing = []
    for span in sorted(spans):
        sentence = scan.reading.sentence_of[span[0]]
        if sentence not in sentences:
            sentences[sentence] = _may_stand_in(scan, lexicon, rule, sentence)
        if sentences[sentence] and _stands(scan, lexicon, rule, span):
            standing.append(Hit(rule.entry, *span))
            if len(standing) == MANY:
                break
    return standing


def sentences_apart(scan: Scan, lexicon: Lexicon) -> frozenset[int]:
    """The numbers of the sentences that are on other things than what the family looks for."""
    return scan.sentences_without(lexicon.apart, lexicon.apart_save)


def fine_sentences(scan: Scan, lexicon: Lexicon) -> frozenset[int]:
    """The numbers of the sentences in which nothing is found, such as "we never ask about age"."""
    return scan.sentences_without(lexicon.fine_sentence, lexicon.fine_sentence_save)


def entry_stands(scan: Scan, lexicon: Lexicon, rule: Rule, asked: Asked) -> bool:
    """Say whether one entry, by itself, finds anything in a text."""
    return any(_not_denied(scan, lexicon, rule_hits(scan, lexicon, rule, asked)))


def told(scan: Scan, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits to tell, in order: one that stands `alone` is left out of a sentence with a risk."""
    sentence_of = scan.reading.sentence_of
    grave = {sentence_of[hit.first] for hit in hits if hit.entry.severity == "risk"}
    return tuple(hit for hit in hits if not hit.entry.alone or sentence_of[hit.first] not in grave)


def to_finding(scan: Scan, lexicon: Lexicon, hit: Hit, asked: Asked) -> Finding:
    """A hit as it is reported."""
    start, end = scan.reading.span(hit.first, hit.stop)
    entry = hit.entry
    local = _local(entry, asked)
    severity = "risk" if covers(entry.risk_in, asked.jurisdiction) else entry.severity
    return Finding(
        check=lexicon.family,
        category=entry.category,
        severity=hit.severity or local.severity or severity,
        span=(start, end),
        quote=scan.reading.text[start:end],
        message=local.message or entry.message,
        suggestion=local.suggestion or entry.suggestion,
        source=local.source or entry.source,
    )


def _local(entry: Entry, asked: Asked) -> Local:
    """What the entry says for the place, or for the nearest one around it."""
    here = [place for place in entry.by_place if covers([place], asked.jurisdiction)]
    return entry.by_place[max(here, key=len)] if here else Local()


def covers(places: Iterable[str], jurisdiction: str | None) -> bool:
    """Say whether a place lies in one of some places: `US` covers `US-CA`."""
    return jurisdiction is not None and any(lies_in(jurisdiction, place) for place in places)


def seen(scan: Scan, entry: Entry, sentence: int) -> bool:
    """Say whether code sees in a sentence what the entry asks for too."""
    return entry.also is None or ALSO[entry.also](scan, sentence)


def applies(entry: Entry, asked: Asked) -> bool:
    """Say whether an entry has anything to say there and to that audience."""
    here = not entry.jurisdictions or covers(entry.jurisdictions, asked.jurisdiction)
    return here and entry.audience in (None, asked.audience)


def _may_stand_in(scan: Scan, lexicon: Lexicon, rule: Rule, sentence: int) -> bool:
    """Say whether nothing in a sentence makes every hit in it fine."""
    if sentence in fine_sentences(scan, lexicon):
        return False
    if rule.unless_sentence and sentence in scan.sentences_with(rule.unless_sentence):
        return False
    if rule.needs and sentence not in scan.sentences_with(rule.needs):
        return False
    return seen(scan, rule.entry, sentence)


def _stands(scan: Scan, lexicon: Lexicon, rule: Rule, span: tuple[int, int]) -> bool:
    """Say whether nothing in or near a hit makes it fine."""
    first, stop = span
    sentence = scan.reading.sentence_of[first]
    here = range(first, stop)
    if not scan.tokens_in(lexicon.fine).isdisjoint(here):
        return False
    if rule.unless and not scan.tokens_in(rule.unless).isdisjoint(here):
        return False
    if lexicon.quotes_are_fine and not scan.reading.quoted.isdisjoint(here):
        return False
    if not rule.unless_near:
        return True
    start, end = scan.reading.sentences[sentence]
    near = range(max(first - NEAR, start), min(stop + NEAR, end))
    return scan.tokens_in(rule.unless_near).isdisjoint(near)


def _not_denied(scan: Scan, lexicon: Lexicon, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits that are not denied, in the order of the text."""
    before = _ends(scan, lexicon.denied_before)
    after = _starts(scan, lexicon.denied_after)
    void = scan.sentences_with(lexicon.denials_void)
    clause_of, sentence_of = scan.reading.clause_of, scan.reading.sentence_of
    last = None
    for hit in sorted(hits, key=lambda hit: (hit.first, hit.stop)):
        if not hit.entry.deniable or sentence_of[hit.first] in void:
            yield hit
            continue
        at = bisect_left(before, hit.first + 1) - 1
        denied = (
            at >= 0 and hit.first - before[at] <= DENIES and clause_of[before[at] - 1] == clause_of[hit.first]
        )
        at = bisect_left(after, hit.stop)
        denied |= (
            at < len(after)
            and after[at] - hit.stop <= DENIES
            and clause_of[after[at]] == clause_of[hit.stop - 1]
        )
        listed = last is not None and hit.first - last.stop <= SAME_LIST
        if denied or (last is not None and listed and sentence_of[last.first] == sentence_of[hit.first]):
            last = hit
        else:
            yield hit


def _ends(scan: Scan, patterns: Patterns) -> list[int]:
    return sorted({stop for _, stop in scan.spans_of(patterns)})


def _starts(scan: Scan, patterns: Patterns) -> list[int]:
    return sorted({first for first, _ in scan.spans_of(patterns)})


def _longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Of hits of one category that overlap, the longest; then in the order of the text."""
    taken: dict[str, set[int]] = {}
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.stop, hit.first, hit.entry.id)):
        tokens = taken.setdefault(hit.entry.category, set())
        if tokens.isdisjoint(range(hit.first, hit.stop)):
            tokens.update(range(hit.first, hit.stop))
            kept.append(hit)
    yield from sorted(kept, key=lambda hit: (hit.first, hit.stop, hit.entry.category))
