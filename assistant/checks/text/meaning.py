"""Find by meaning what no row of words catches, in a few sentences a page (docs/lexicon.md)."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from assistant.checks.text.hits import Asked, Hit, applies, seen, sentences_apart
from assistant.checks.text.jury import Jury, jury
from assistant.checks.text.lexicon import Lexicon, Meant
from assistant.checks.text.scan import Scan
from assistant.checks.text.table import Entry
from assistant.draft import Severity

if TYPE_CHECKING:
    from knowledge.vector_cache import Matrix

# A sentence costs two to three milliseconds: four a page, and less than half a second on a long text.
CHARACTERS_EACH = 750
FEWEST = 4
MOST = 60
# A longer row of words is no question.
LONGEST = 60
# A sentence of so many words leans on the statement before it.
SHORT = 8
# By their words alone so many sentences are looked at, each in ten microseconds; a label says too little.
MOST_BY_WORDS = 3_000
FEWEST_WORDS = 4
# What gets fewer votes by its words is hardly ever told by its meaning.
LEAST_SUSPICION = 0.25


def hits_by_meaning(scan: Scan, lexicon: Lexicon, asked: Asked, known: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Whole sentences that say what an entry finds; none of those where a risk is `known` by its words."""
    if lexicon.meant is None:
        return ()
    room = min(max(FEWEST, len(scan.reading.text) // CHARACTERS_EACH), MOST)
    numbers = _most_suspect(scan, lexicon.meant, _nominated(scan, lexicon, lexicon.meant, known), room)
    if not numbers:
        return ()
    by_itself = lexicon.meant.said.by_itself
    texts = [
        scan.reading.sentence_text(number) if by_itself else _in_context(scan, number) for number in numbers
    ]
    likeness, votes = jury(lexicon.meant).count(texts)
    apart = sentences_apart(scan, lexicon)
    found = zip(
        numbers,
        _entries(lexicon.meant, likeness, votes, [number in apart for number in numbers], asked),
        strict=True,
    )
    hits = (
        Hit(entry, *scan.reading.sentences[number], severity)
        for number, (entry, severity) in found
        if entry and seen(scan, entry, number)
    )
    return tuple(hit for hit in hits if not _told(scan, hit, known))


def _told(scan: Scan, hit: Hit, known: tuple[Hit, ...]) -> bool:
    """Say whether words have found the category in the sentence already."""
    return any(
        other.entry.category == hit.entry.category and hit.first <= other.first < hit.stop for other in known
    )


def _most_suspect(scan: Scan, meant: Meant, nominated: Iterator[int], room: int) -> list[int]:
    """As many of the nominated sentences as there is room for; by their words where words count."""
    if not meant.said.words:
        return list(islice(nominated, room))
    judged, sentences = jury(meant), scan.reading.sentences
    long_enough = (
        number for number in nominated if sentences[number][1] - sentences[number][0] >= FEWEST_WORDS
    )
    suspects = [
        (judged.suspicion(scan.reading.sentence_text(number)), -number)
        for number in islice(long_enough, MOST_BY_WORDS)
    ]
    if len(sentences) > FEWEST:  # a few sentences cost little
        suspects = [pair for pair in suspects if pair[0] >= LEAST_SUSPICION]
    return sorted(-number for _, number in sorted(suspects, reverse=True)[:room])


def _nominated(scan: Scan, lexicon: Lexicon, meant: Meant, known: tuple[Hit, ...]) -> Iterator[int]:
    """The numbers of the sentences that are worth the cost, in order."""
    sentence_of, sentences = scan.reading.sentence_of, scan.reading.sentences
    done = {sentence_of[hit.first] for hit in known if hit.entry.severity == "risk"}
    done |= {sentence_of[token] for token in scan.tokens_in(lexicon.fine)}
    done |= scan.sentences_with(lexicon.fine_sentence)
    if meant.said.apart is None or len(sentences) > FEWEST:
        done |= sentences_apart(scan, lexicon)
    cued = scan.sentences_with(meant.cue)
    for number, (first, stop) in enumerate(sentences):
        if number in done or stop - first > LONGEST:
            continue
        if number in cued or scan.reading.sentence_text(number).endswith("?"):
            yield number


def _in_context(scan: Scan, number: int) -> str:
    """A sentence; a short one together with the statement before it ("I have two boys myself. And you?")."""
    reading = scan.reading
    text = reading.sentence_text(number)
    first, stop = reading.sentences[number]
    if number == 0 or stop - first > SHORT:
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
