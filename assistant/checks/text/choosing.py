"""Choose the sentences that are worth a look at their meaning, a few a page."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from assistant.checks.text.hits import Hit, fine_sentences, sentences_apart
from assistant.checks.text.jury import jury
from assistant.checks.text.lexicon import Lexicon, Meant
from assistant.checks.text.scan import Scan
from assistant.checks.text.sparing import doubtful

# A word costs about a sixth of a millisecond: few on a page, and half a second on a long text.
CHARACTERS_EACH = 100
FEWEST, MOST = 30, 500
# Of these words so many may go to hits that are doubted, in two sentences a page.
FOR_DOUBTS = 0.5
CHARACTERS_A_DOUBT = 1_500
FEWEST_DOUBTS = 2
# A text of so few sentences is looked at whole, where there is room.
FEW_SENTENCES = 4
# Room for one of a family that is looked at whole.
FEWEST_OF_FEW = 70
# A longer row of words is no question.
LONGEST = 60
# By their words alone so many sentences are looked at, each in thirty microseconds; a label says too little.
MOST_BY_WORDS = 2_000
FEWEST_WORDS = 4
# What gets fewer votes by its words is hardly ever told by its meaning, and what gets more nearly always.
LEAST_SUSPICION = 0.3
DECISIVE = 0.8


@dataclass(frozen=True)
class Chosen:
    """The numbers of the sentences whose hits are doubted, of suspects to look at, and of decided ones."""

    doubted: tuple[int, ...] = ()
    suspects: tuple[int, ...] = ()
    decided: tuple[int, ...] = ()


def choose(scan: Scan, lexicon: Lexicon, meant: Meant, hits: tuple[Hit, ...]) -> Chosen:
    """The sentences of a text to look at, as far as there is room, and those that their words decide."""
    start, end = scan.reading.extent
    of_all = (end - start) / max(len(scan.reading.text), 1)
    fewest = FEWEST_OF_FEW if meant.said.whole and is_short(scan) else FEWEST
    room = max(fewest, int(min((end - start) / CHARACTERS_EACH, MOST * of_all)))
    doubts = doubtful(scan, meant, hits)[: max(FEWEST_DOUBTS, (end - start) // CHARACTERS_A_DOUBT)]
    doubted = _that_fit(scan, doubts, int(room * FOR_DOUBTS))
    room -= sum(_size(scan, number) for number in doubted)
    suspects, decided = _suspects(
        scan, meant, islice(_nominated(scan, lexicon, meant, hits), math.ceil(MOST_BY_WORDS * of_all))
    )
    return Chosen(tuple(doubted), tuple(sorted(_that_fit(scan, suspects, room))), tuple(decided))


def is_short(scan: Scan) -> bool:
    """Say whether a text is of a few sentences."""
    return len(scan.reading.sentences) <= FEW_SENTENCES


def _that_fit(scan: Scan, numbers: Iterable[int], room: int) -> list[int]:
    """The first of some sentences whose words fit in the room, the very first in any case."""
    fit: list[int] = []
    for number in numbers:
        size = _size(scan, number)
        if size <= LONGEST and (size <= room or not fit):
            fit.append(number)
            room -= size
    return fit


def _size(scan: Scan, number: int) -> int:
    first, stop = scan.reading.sentences[number]
    return stop - first


def _suspects(scan: Scan, meant: Meant, nominated: Iterator[int]) -> tuple[list[int], list[int]]:
    """The nominated sentences to look at, the most suspect first, and those whose words alone decide.

    In a text of a few sentences all are looked at.
    """
    judged = jury(meant)
    fewest = 1 if meant.said.whole and is_short(scan) else FEWEST_WORDS
    long_enough = (number for number in nominated if _size(scan, number) >= fewest)
    suspicion = {number: judged.suspicion(scan.reading.sentence_text(number)) for number in long_enough}
    ranked = sorted(suspicion, key=lambda number: (-suspicion[number], number))
    if is_short(scan):
        return ranked, []
    decided = [number for number in ranked if suspicion[number] >= DECISIVE]
    return [number for number in ranked[len(decided) :] if suspicion[number] >= LEAST_SUSPICION], decided


def _nominated(scan: Scan, lexicon: Lexicon, meant: Meant, known: tuple[Hit, ...]) -> Iterator[int]:
    """The numbers of the sentences that are worth the cost, in order."""
    sentence_of, sentences = scan.reading.sentence_of, scan.reading.sentences
    whole = meant.said.whole and is_short(scan)
    done = set() if whole else {sentence_of[hit.first] for hit in known if hit.entry.severity == "risk"}
    done |= {sentence_of[token] for token in scan.tokens_in(lexicon.fine)}
    done |= fine_sentences(scan, lexicon)
    if meant.said.apart is None or not is_short(scan):
        done |= sentences_apart(scan, lexicon)
    cued = scan.sentences_with(meant.cue)
    for number, (first, stop) in enumerate(sentences):
        if number in done or stop - first > LONGEST:
            continue
        if whole or number in cued or scan.reading.sentence_text(number).endswith("?"):
            yield number
