"""Find by meaning what no row of words catches, in a few sentences a page (docs/lexicon.md)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.checks.text.choosing import choose, is_short
from assistant.checks.text.hits import Asked, Hit, fine_sentences, seen, sentences_apart
from assistant.checks.text.jury import jury
from assistant.checks.text.lexicon import Lexicon
from assistant.checks.text.merging import beside, merged, uncovered
from assistant.checks.text.scan import Scan
from assistant.checks.text.sparing import not_spared
from assistant.checks.text.verdict import Case, verdicts

if TYPE_CHECKING:
    from knowledge.vector_cache import Matrix

# A sentence of so many words leans on the statement before it; the second where all are looked at.
SHORT, SHORT_OF_FEW = 8, 12


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
        likeness, votes = jury(meant).count([*texts, *(_text(scan, lexicon, number) for number in suspects)])
        standing = not_spared(scan, meant, hits, doubted, votes[: len(doubted)].sum(axis=1).tolist())
        likeness, votes = likeness[len(doubted) :], votes[len(doubted) :]
        found = _hits(scan, lexicon, asked, standing, suspects, (likeness, votes))
    if chosen.decided:
        counted = jury(meant).count_words([_text(scan, lexicon, number) for number in chosen.decided])
        found += _hits(scan, lexicon, asked, standing, chosen.decided, counted)
    if meant.said.told_alone:
        found = uncovered(standing, _not_echoes(scan, lexicon, standing, found))
    return merged(standing, found) if meant.said.whole else beside(standing, found)


def _not_echoes(
    scan: Scan, lexicon: Lexicon, known: tuple[Hit, ...], found: tuple[Hit, ...]
) -> tuple[Hit, ...]:
    """Without the short sentences that are suspect only for the statement before them, which is told."""
    assert lexicon.meant
    judged, enough, reading = jury(lexicon.meant), lexicon.meant.said.advice, scan.reading
    told = {reading.sentence_of[hit.first] for hit in (*known, *found)}

    def echoes(hit: Hit) -> bool:
        number = reading.sentence_of[hit.first]
        if _extent(scan, lexicon, number) == reading.sentences[number]:
            return False
        own = judged.suspicion(reading.sentence_text(number))
        return number - 1 in told and own < enough

    return tuple(hit for hit in found if not echoes(hit))


def _hits(
    scan: Scan,
    lexicon: Lexicon,
    asked: Asked,
    known: tuple[Hit, ...],
    numbers: Sequence[int],
    counted: tuple["Matrix", "Matrix"],
) -> tuple[Hit, ...]:
    """The sentences that an entry finds."""
    meant = lexicon.meant
    assert meant
    apart = sentences_apart(scan, lexicon)
    likeness, votes = counted
    cases = (
        Case(near, cast, number in apart, _asks(scan, number), _known(scan, known, number))
        for number, near, cast in zip(numbers, likeness, votes.tolist(), strict=True)
    )
    return tuple(
        Hit(entry, *_extent(scan, lexicon, number, told=True), severity)
        for number, (entry, severity) in zip(numbers, verdicts(meant, cases, asked), strict=True)
        if entry and seen(scan, entry, number)
    )


def _asks(scan: Scan, number: int) -> bool:
    return scan.reading.sentence_text(number).endswith("?")


def _known(scan: Scan, known: tuple[Hit, ...], number: int) -> frozenset[str]:
    """The categories of the risks that words have found in a sentence."""
    sentence_of = scan.reading.sentence_of
    risks = (hit for hit in known if hit.entry.severity == "risk")
    return frozenset(hit.entry.category for hit in risks if sentence_of[hit.first] == number)


def _text(scan: Scan, lexicon: Lexicon, number: int) -> str:
    """A sentence; a short one together with the statement before it ("I have two boys myself. And you?")."""
    text = scan.reading.sentence_text(number)
    if _extent(scan, lexicon, number) == scan.reading.sentences[number]:
        return text
    return f"{scan.reading.sentence_text(number - 1)} {text}"


def _extent(scan: Scan, lexicon: Lexicon, number: int, *, told: bool = False) -> tuple[int, int]:
    """The tokens of a sentence as it is read; as it is told, with a statement before it if that is told."""
    assert lexicon.meant
    said, reading = lexicon.meant.said, scan.reading
    first, stop = reading.sentences[number]
    short = SHORT_OF_FEW if said.whole and is_short(scan) else SHORT
    by_itself = said.by_itself or (told and (said.told_alone or not said.whole))
    if by_itself or number == 0 or stop - first > short:
        return first, stop
    alone = _asks(scan, number - 1) or number - 1 in fine_sentences(scan, lexicon)
    alone = alone or "\n" in reading.text[reading.ends[first - 1] : reading.starts[first]]
    return (first if alone else reading.sentences[number - 1][0]), stop
