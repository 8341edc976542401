"""Let go of hits in sentences that, read as a whole, say something that is fine."""

from assistant.checks.text.hits import Hit
from assistant.checks.text.jury import jury
from assistant.checks.text.lexicon import Lexicon, Meant
from assistant.checks.text.scan import Scan

# A sentence costs two to three milliseconds: two on a page, and few on a long text.
CHARACTERS_EACH = 1_500
FEWEST, MOST = 2, 20


def not_spared(scan: Scan, lexicon: Lexicon, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits, but for those in a doubtful sentence for which fewer than `spare` of all examples vote."""
    meant = lexicon.meant
    if meant is None or meant.said.spare is None or not hits:
        return hits
    numbers = _doubtful(scan, meant, hits)
    if not numbers:
        return hits
    _, votes = jury(meant).count([scan.reading.sentence_text(number) for number in numbers])
    totals = votes.sum(axis=1).tolist()
    spared = {number for number, total in zip(numbers, totals, strict=True) if total < meant.said.spare}
    return tuple(hit for hit in hits if scan.reading.sentence_of[hit.first] not in spared)


def _doubtful(scan: Scan, meant: Meant, hits: tuple[Hit, ...]) -> list[int]:
    """The sentences with a hit whose words alone give the least suspicion, the least first."""
    numbers = dict.fromkeys(scan.reading.sentence_of[hit.first] for hit in hits)
    suspicion = {number: jury(meant).suspicion(scan.reading.sentence_text(number)) for number in numbers}
    doubtful = [number for number in numbers if suspicion[number] < meant.said.doubt]
    room = min(max(FEWEST, len(scan.reading.text) // CHARACTERS_EACH), MOST)
    return sorted(doubtful, key=lambda number: (suspicion[number], number))[:room]
