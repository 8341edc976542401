"""Count the words that a study of adverts found masculine or feminine; a report, never a fault."""

from dataclasses import dataclass

from assistant.checks.text.hits import Asked, find_hits
from assistant.checks.text.lexicon import load_lexicon
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import Reading

# A first line this short is a title, and titles are not scored.
TITLE_WORDS = 12


@dataclass(frozen=True)
class Balance:
    """How many words of each kind a text has."""

    masculine: int
    feminine: int


def balance(reading: Reading) -> Balance:
    """The coded words of a text, its title left out."""
    lexicon = load_lexicon("gender_balance")
    hits = find_hits(Scan(reading, lexicon.vocabulary), lexicon, Asked())
    title = reading.sentences[0][1] if reading.sentences and reading.sentences[0][1] <= TITLE_WORDS else 0
    counted = [hit.entry.category for hit in hits if hit.first >= title]
    return Balance(counted.count("masculine"), counted.count("feminine"))
