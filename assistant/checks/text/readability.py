"""How hard a text is to read: the Gunning fog index, over hyphenation points that stand for syllables."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from assistant.checks.text.tokens import Reading

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]

# Enough to judge a style; a long text is judged by its start.
MOST_WORDS = 3_000
COMPLEX = 3
LONGEST = 40


def fog(reading: Reading) -> float:
    """Years of schooling that a text asks for: 0.4 x (words a sentence + percent of long words)."""
    words = [at for at, word in enumerate(reading.surfaces[:MOST_WORDS]) if word[0].isalpha()]
    if not words:
        return 0.0
    sentences = reading.sentence_of[words[-1]] - reading.sentence_of[words[0]] + 1
    hard = sum(_is_hard(reading, at) for at in words)
    return 0.4 * (len(words) / sentences + 100 * hard / len(words))


def _is_hard(reading: Reading, at: int) -> bool:
    """Three syllables or more; a name inside a sentence is easy for those who need to know it."""
    word = reading.surfaces[at]
    opens = at == reading.sentences[reading.sentence_of[at]][0]
    return (opens or not word[0].isupper()) and syllables(word.lower()) >= COMPLEX


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """The syllables of a lower-case English word, by where it may be hyphenated; -es and -ed add none."""
    stem = word[:LONGEST]
    for ending in ("es", "ed"):
        if len(stem) > len(ending) + 3:
            stem = stem.removesuffix(ending)
    return len(_hyphenation().positions(stem)) + 1


@cache
def _hyphenation() -> "Pyphen":
    from pyphen import Pyphen  # its dictionary takes 50 ms to read

    return Pyphen(lang="en_US", left=1, right=1)
