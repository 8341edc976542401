"""The words and pairs of words of a sentence, by which two sentences are alike in wording."""

from itertools import pairwise

from assistant.checks.text.tokens import TOKEN
from assistant.checks.text.words import names

START, END = "<", ">"


def terms(sentence: str) -> frozenset[str]:
    """Its lemmas and pairs of neighbouring lemmas, its edges included; `don't` is `do` and `not`."""
    lemmas = [START]
    for surface in TOKEN.findall(sentence):
        known = names(surface)
        lemmas.append(known[-1])
        if "not" in known[:-1]:
            lemmas.append("not")
    lemmas.append(END)
    return frozenset(lemmas) | {f"{one} {other}" for one, other in pairwise(lemmas)}
