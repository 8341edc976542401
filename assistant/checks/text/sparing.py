"""Let go of hits in sentences that, read as a whole, say something that is fine."""

from collections.abc import Sequence

from assistant.checks.text.hits import Hit
from assistant.checks.text.jury import jury
from assistant.checks.text.lexicon import Meant
from assistant.checks.text.scan import Scan


def doubtful(scan: Scan, meant: Meant, hits: tuple[Hit, ...]) -> list[int]:
    """The sentences with a hit whose words add few votes, the fewest first."""
    if meant.said.spare is None:
        return []
    numbers = dict.fromkeys(scan.reading.sentence_of[hit.first] for hit in hits)
    judged = jury(meant)
    support = {number: judged.support(scan.reading.sentence_text(number)) for number in numbers}
    return sorted(
        (number for number in numbers if support[number] < meant.said.doubt),
        key=lambda number: (support[number], number),
    )


def not_spared(
    scan: Scan, meant: Meant, hits: tuple[Hit, ...], looked_at: Sequence[int], totals: Sequence[float]
) -> tuple[Hit, ...]:
    """The hits, but for those in a sentence for which fewer than `spare` of all examples vote."""
    spare = meant.said.spare or 0
    spared = {number for number, total in zip(looked_at, totals, strict=True) if total < spare}
    return tuple(hit for hit in hits if scan.reading.sentence_of[hit.first] not in spared)
