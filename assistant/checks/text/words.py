"""The names under which a pattern can find a word: as written, without its clitic, as lemma and singular."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma.strategies import DictionaryLookupStrategy

# Soft hyphens, joiners, marks of direction and of a variant, and what else shows nothing inside a word.
INVISIBLE = "".join(
    chr(code)
    for row in ((0xAD,), (0x34F,), (0x61C,), (0x180E,), range(0x200B, 0x2010), range(0x202A, 0x202F),
                range(0x2060, 0x2070), range(0xFE00, 0xFE10), (0xFEFF,))
    for code in row
)  # fmt: skip
# Longer runs of letters are no English word: neither folded whole nor looked up.
LONGEST = 40
DROP = str.maketrans("", "", INVISIBLE)
# What is typed for an apostrophe between two letters.
CURLY = (
    "\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
    "\N{FULLWIDTH APOSTROPHE}\N{PRIME}\N{ACUTE ACCENT}"
)
APOSTROPHES = str.maketrans({char: "'" for char in CURLY})
CLITIC = re.compile(r"'(?:s|re|ll|ve|d|m)$")
NUMBER_WORDS = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
))  # fmt: skip


def folded(surface: str) -> str:
    """A word without case, invisible characters and curly quotes; cut when it is too long to be one."""
    surface = surface[:LONGEST]
    if surface.isascii():
        return surface.lower()
    return unicodedata.normalize("NFKC", surface.translate(DROP).translate(APOSTROPHES)).casefold()


@lru_cache(maxsize=50_000)
def names(surface: str) -> tuple[str, ...]:
    """Every name of a word: `Drivers’` and `driver's` are also `driver`, `didn't` is also `not` and `do`."""
    word = folded(surface)
    found = [word]
    base = CLITIC.sub("", word) if "'" in word else word
    if word.endswith("n't"):
        found.append("not")
        base = {"can't": "can", "won't": "will", "shan't": "shall"}.get(word, word[:-3])
    elif word == "cannot":
        found += ["can", "not"]
    found.append(base)
    if base.isalpha() and len(surface) < LONGEST:
        found.append(_lemma(base))
        if len(base) > 3 and base[-1] == "s" and base[-2] != "s":
            found.append(base[:-1])
    return tuple(dict.fromkeys(found))


def is_number(word: str) -> bool:
    """Say whether a folded word is a figure or a number word."""
    return word[0].isdigit() or word in NUMBER_WORDS


def _lemma(word: str) -> str:
    return (lemma(word) or word).lower()


def lemma(word: str) -> str | None:
    """The lemma of a word as the dictionary writes it, or none of a word that it does not know."""
    return _dictionary().get_lemma(word, "en")


@cache
def _dictionary() -> "DictionaryLookupStrategy":
    from simplemma.strategies import DictionaryLookupStrategy  # its tables take 0.2 s to read

    return DictionaryLookupStrategy()
