"""One hit for what words and meaning, or a statement and the question after it, say twice."""

from dataclasses import replace

from assistant.checks.text.hits import Hit

# Hits of words that cover so much of a sentence say where in it the matter is.
COVERED = 1 / 3


def beside(words: tuple[Hit, ...], found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits of words, and those sentences found by meaning in which none of the same category starts."""
    return words + tuple(hit for hit in found if not any(_starts_in(other, hit) for other in words))


def merged(words: tuple[Hit, ...], found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Of hits of one category the longest; one that holds hits of words keeps the entry of the first."""
    longest = [hit for hit in found if not any(_within(hit, other) for other in found if other != hit)]
    told = []
    for hit in longest:
        held = next((other for other in words if _within(other, hit)), hit)
        told.append(replace(held, first=hit.first, stop=hit.stop))
    return (*(other for other in words if not any(_within(other, hit) for hit in told)), *told)


def uncovered(words: tuple[Hit, ...], found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The sentences found of which hits of words of the same category cover little; those hits stay exact."""

    def covered(sentence: Hit) -> int:
        return sum(hit.stop - hit.first for hit in words if _starts_in(hit, sentence))

    return tuple(hit for hit in found if covered(hit) < COVERED * (hit.stop - hit.first))


def _starts_in(inner: Hit, outer: Hit) -> bool:
    return inner.entry.category == outer.entry.category and outer.first <= inner.first < outer.stop


def _within(inner: Hit, outer: Hit) -> bool:
    return _starts_in(inner, outer) and inner.stop <= outer.stop
