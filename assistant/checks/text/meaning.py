"""Find by meaning what no row of words catches, in a few sentences a page (docs/lexicon.md)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.checks.text.choosing import choose
from assistant.checks.text.hits import Asked, Hit, applies, seen, sentences_apart
from assistant.checks.text.jury import Jury, jury
from assistant.checks.text.lexicon import Lexicon, Meant
from assistant.checks.text.scan import Scan
from assistant.checks.text.sparing import not_spared
from assistant.checks.text.table import Entry
from assistant.draft import Severity

if TYPE_CHECKING:
    from knowledge.vector_cache import Matrix

# A sentence of so many words leans on the statement before it.
SHORT = 8


def weigh(scan: Scan, lexicon: Lexicon, asked: Asked, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits of words that stand, and whole sentences that say in other words what an entry finds."""
    meant = lexicon.meant
    if meant is None:
        return hits
    chosen = choose(scan, lexicon, meant, hits)
    doubted, suspects = chosen.doubted, chosen.suspects
    standing = hits
    found: tuple[Hit, ...] = ()
    if doubted or suspects:
        texts = [scan.reading.sentence_text(number) for number in doubted]
        likeness, votes = jury(meant).count([*texts, *(_text(scan, meant, number) for number in suspects)])
        standing = not_spared(scan, meant, hits, doubted, votes[: len(doubted)].sum(axis=1).tolist())
        found = _hits(scan, lexicon, asked, suspects, likeness[len(doubted) :], votes[len(doubted) :])
    if chosen.decided:
        counted = jury(meant).count_words([_text(scan, meant, number) for number in chosen.decided])
        found += _hits(scan, lexicon, asked, chosen.decided, *counted)
    return standing + tuple(hit for hit in found if not _told(scan, hit, standing))


def _hits(
    scan: Scan, lexicon: Lexicon, asked: Asked, numbers: Sequence[int], likeness: "Matrix", votes: "Matrix"
) -> tuple[Hit, ...]:
    """The sentences that an entry finds."""
    assert lexicon.meant
    apart = sentences_apart(scan, lexicon)
    told = _entries(lexicon.meant, likeness, votes, [number in apart for number in numbers], asked)
    return tuple(
        Hit(entry, *scan.reading.sentences[number], severity)
        for number, (entry, severity) in zip(numbers, told, strict=True)
        if entry and seen(scan, entry, number)
    )


def _told(scan: Scan, hit: Hit, known: tuple[Hit, ...]) -> bool:
    """Say whether words have found the category in the sentence already."""
    return any(
        other.entry.category == hit.entry.category and hit.first <= other.first < hit.stop for other in known
    )


def _text(scan: Scan, meant: Meant, number: int) -> str:
    """A sentence; a short one together with the statement before it ("I have two boys myself. And you?")."""
    reading = scan.reading
    text = reading.sentence_text(number)
    first, stop = reading.sentences[number]
    if meant.said.by_itself or number == 0 or stop - first > SHORT:
        return text
    before = reading.sentence_text(number - 1)
    between = reading.text[reading.ends[first - 1] : reading.starts[first]]
    return text if before.endswith("?") or "\n" in between else f"{before} {text}"


def _entries(
    meant: Meant, likeness: "Matrix", votes: "Matrix", apart: list[bool], asked: Asked
) -> Iterator[tuple[Entry | None, Severity | None]]:
    """For each sentence the nearest entry of the category that gets most votes, when they are enough."""
    judged, said = jury(meant), meant.said
    for near, cast, is_apart in zip(likeness.tolist(), votes.tolist(), apart, strict=True):
        more = said.apart - said.risk if is_apart and said.apart else 0.0
        chosen, severity = (_together if said.together else _by_severity)(judged, cast, more)
        rows = judged.rows[chosen] if chosen else ()
        entries = [(near[row], meant.sentences[row][1]) for row in rows]
        fit = [(value, entry) for value, entry in entries if entry and applies(entry, asked)]
        yield (max(fit, key=lambda pair: pair[0])[1] if fit else None), severity


# A severity and a category, and the severity to tell where it is not the entry's own.
Chosen = tuple[tuple[str, str] | None, Severity | None]


def _by_severity(judged: Jury, votes: list[float], more: float) -> Chosen:
    """The category that wins within the gravest severity whose votes together are enough."""
    said = judged.meant.said
    for severity, enough in (("risk", said.risk), ("advice", said.advice)):
        of_it = [
            (vote, key) for vote, key in zip(votes, judged.categories, strict=True) if key[0] == severity
        ]
        if sum(vote for vote, _ in of_it) >= enough + more:
            return max(of_it)[1], None
    return None, None


def _together(judged: Jury, votes: list[float], more: float) -> Chosen:
    """The category that wins when all votes but those for "fine" are enough; below `risk` it is advice."""
    said = judged.meant.said
    if sum(votes) < said.advice + more:
        return None, None
    winner = max(zip(votes, judged.categories, strict=True))[1]
    return winner, None if sum(votes) >= said.risk + more else "advice"
