"""Verbs of a note that tell neither a deed nor what came of it: wishes, circumstances, what others said."""

from assistant.checks.text.clauses import Clauses
from assistant.checks.text.deed_words import deed_words
from assistant.checks.text.tokens import Reading

SEEN = ("noticed", "saw", "watched", "observed", "see", "notice")
# "When Ingrid asked you": the occasion, not what followed.
WHEN = ("when", "while", "whenever")
# "It started at 10:00": a time, not what followed.
TIMED = frozenset(("start", "begin", "end"))
AT = ("at", "from", "on")
# "We wish that": a request like "please".
WRITER = frozenset(("i", "we"))
# What may stand between them: "I should like", "we would ask", "I must request".
POLITE = (
    "would",
    "should",
    "must",
    "do",
    "also",
    "therefore",
    "hereby",
    "kindly",
    "just",
    "only",
    "really",
    "now",
)
# "I wish to thank you for ..." tells what was done.
THANKS = ("thank", "congratulate", "commend", "praise", "express")


class Asides:
    """What the clauses of a note tell by the way."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses
        self._words = clauses.words
        self._of = deed_words()

    def wishes(self, first: int, stop: int) -> bool:
        """Say whether a sentence starts with what the writer wants: "I ask him to", "it is asked that"."""
        impersonal = self._is_impersonal(first, stop)
        at = first + 1
        while at < stop and self._words[at][0] in POLITE:
            at += 1
        if WRITER.isdisjoint(self._words[first]) or at >= stop or self._words[at][0] not in self._of.wishes:
            return impersonal
        return not any(words[0] in THANKS for words in self._words[at + 1 : at + 4])

    def of_writer(self, at: int, start: int) -> bool:
        """Say whether a verb only tells what somebody thinks or wants, or that they saw what follows."""
        word = self._words[at][0]
        stop = self._reading.sentences[self._reading.sentence_of[at]][1]
        if word in SEEN and any("you" in known for known in self._words[at:stop]):
            return True
        found = self._clauses.head(at, start)
        wants = word in self._of.wishes and found and not WRITER.isdisjoint(self._words[found[0]])
        return bool(wants) or word in self._of.opinions

    def is_occasion(self, at: int, start: int) -> bool:
        """Say whether a verb stands in a clause that only says when: "when Ingrid asked you"."""
        return start > 0 and self._words[start - 1][0] in WHEN and self._clauses.head(at, start) is not None

    def is_referred(self, at: int, start: int) -> bool:
        """Say whether a verb only refers to something: "as stated in annex B"."""
        return at == start > 0 and self._words[start - 1][0] == "as"

    def is_timed(self, at: int) -> bool:
        """Say whether a verb only says when something took place: "it started at 10:00"."""
        following = self._words[at + 1][0] if at + 1 < len(self._words) else ""
        return not TIMED.isdisjoint(self._words[at]) and following in AT

    def is_reported(self, at: int, start: int) -> bool:
        """Tell "it must be noted that" from what was done."""
        found = self._clauses.head(at, start)
        return bool(found and found[1]) and self._words[at][0] in self._of.noted

    def _is_impersonal(self, first: int, stop: int) -> bool:
        """Say whether a sentence asks without saying who does: "it is asked to wait"."""
        following = [words[0] for words in self._words[first + 1 : min(stop, first + 5)]]
        return (
            self._words[first][0] == "it"
            and following[:1] == ["is"]
            and any(word in self._of.asked for word in following)
        )
