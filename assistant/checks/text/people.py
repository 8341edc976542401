"""Mask who a sentence is about, so that he and she, and one name and another, read the same by meaning."""

from assistant.checks.text.naming import NAME
from assistant.checks.text.tokens import TOKEN
from assistant.checks.text.words import folded

# One form for each pronoun, for the helping verbs that follow it, and for the one name.
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
    NAME.casefold(): "they",
    f"{NAME.casefold()}'s": "their",
}  # fmt: skip


def masked(text: str) -> str:
    """A text of one name for all (`naming.one_name`), with "they" for that name and for he and she."""
    return TOKEN.sub(lambda word: SAME.get(folded(word[0]), word[0]), text)
