"""Mask who a sentence is about, so that he and she, and one name and another, read the same by meaning."""

import re

from assistant.checks.text.clauses import Clauses, is_capital
from assistant.checks.text.deed_words import deed_words
from assistant.checks.text.naming import NAME
from assistant.checks.text.tokens import Reading, read
from assistant.checks.text.words import folded

# One form for each pronoun, and for the helping verbs that follow it.
SAME = {
    **dict.fromkeys(("he", "she"), "they"),
    **dict.fromkeys(("his", "her", "hers", "theirs", "him", "them"), "their"),
    **dict.fromkeys(("himself", "herself"), "themselves"),
    **dict.fromkeys(("is", "am"), "are"),
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
    **dict.fromkeys(("he's", "she's"), "they're"),
    **dict.fromkeys(("he'd", "she'd"), "they'd"),
    **dict.fromkeys(("he'll", "she'll"), "they'll"),
    **dict.fromkeys(("he've", "she've"), "they've"),
}  # fmt: skip
SOMEBODY = "they"
POSSESSIVE = re.compile(r"['\u2019]s$")


def masked(text: str) -> str:
    """A text with "they" for names and for he and she."""
    reading = read(text)
    clauses = Clauses(reading)
    out: list[str] = []
    end = 0
    named = False
    for at in range(len(reading)):
        start, stop = reading.starts[at], reading.ends[at]
        is_name = _is_name(reading, clauses, at)
        if is_name and named and text[end:start] in (" ", "-"):  # "Dr Okafor" and "Mei-Ling" are one name
            out[-2:] = [out[-2]]
        else:
            out.append(text[end:start])
        out.append(_masked(reading.surface(at), is_name))
        end, named = stop, is_name
    return "".join([*out, text[end:]])


def _masked(surface: str, is_name: bool) -> str:
    word = folded(surface)
    if word in SAME:
        return SAME[word]
    if not is_name:
        return surface
    return "their" if POSSESSIVE.search(surface) else SOMEBODY


def _is_name(reading: Reading, clauses: Clauses, at: int) -> bool:
    """Say whether a word reads as a name: a capital inside a sentence, or at its start before a verb."""
    surface = reading.surface(at)
    word = POSSESSIVE.sub("", folded(surface))
    if word == folded(NAME):
        return True
    if not is_capital(surface) or (len(surface) > 1 and surface.isupper()):
        return False
    if word in deed_words().capitals or clauses.is_date(at):
        return False
    first, stop = reading.sentences[reading.sentence_of[at]]
    if at > first:
        return True
    closed = clauses.words[at]
    of = deed_words()
    plain = (
        of.pronouns | of.determiners | of.joins | of.prepositions | of.auxiliaries | of.between | of.parties
    )
    if not plain.isdisjoint(closed):
        return False
    following = at + 1
    while following < stop and clauses.words[following][0] in of.between:
        following += 1
    return bool(POSSESSIVE.search(surface)) or (following < stop and clauses.is_verb(following, first, stop))
