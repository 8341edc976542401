"""What a note on work says: when or where, what was done, what followed, what comes next."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby
from typing import Literal

from assistant.checks.text.deeds import Deeds
from assistant.checks.text.hits import Asked, Hit, find_hits
from assistant.checks.text.lexicon import load_lexicon
from assistant.checks.text.part_votes import Part, part_votes
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import Reading

Cue = Part | Literal["deed", "outcome", "suffered"]
# Words that judge what was done, or guess at it, and tell no deed.
JUDGED = ("vague_deed", "vague_praise", "trait_word", "mind_reading", "not_given", "comparison_with_others")
# A sentence of more words, found by meaning, may tell a deed beside what it judges.
LONG = 8
# What words on how it ended say; plain praise outweighs the trouble that it was earned in.
SIGNS = {"ended-well": 1, "ended-badly": -1, "praised": 4}
# A note of more words is read by its words alone: the model takes a quarter of a millisecond for each.
MOST_BY_MEANING = 90
FEWEST_OF_CLAUSE = 3
# The votes of some sentence from which a part is there, where words show it and where they show none.
SHOWN: Mapping[Part, float] = {"situation": 0.32, "behaviour": 0.28, "impact": 0.3, "next_step": -0.04}
UNSHOWN: Mapping[Part, float] = {"situation": 0.5, "behaviour": 0.6, "impact": 0.52, "next_step": 0.4}


class Note:
    """A note, and which of its parts are there; `hits` are what the word tables found in it."""

    def __init__(self, reading: Reading, hits: tuple[Hit, ...] = ()) -> None:
        self.reading = reading
        judged = [
            hit for hit in (*hits, *self._hits) if hit.entry.category in JUDGED and not self._is_long(hit)
        ]
        self.deeds = Deeds(reading, _tokens(judged), _tokens(self._cues("suffered")))

    def has(self, part: Part) -> bool:
        """Say whether a part is there, by words and meaning; a long note is read by its words alone."""
        shown = self.shows(part)
        if len(self.reading) > MOST_BY_MEANING:
            return shown
        return self._votes[part] >= (SHOWN if shown else UNSHOWN)[part]

    def shows(self, part: Part) -> bool:
        """Say whether words show that a part is there."""
        if part == "behaviour":
            return self.deeds.done or self._is_told("deed")
        if part == "impact":
            followed = [hit for hit in self._cues("impact") if hit.stop - 1 not in self.deeds.by_person]
            return self.deeds.followed or bool(followed or self._cues("suffered"))
        if part == "next_step":
            return self._asks or bool(self._cues("next_step")) or self._ended_well
        return self._is_told("situation")

    def _is_told(self, cue: Cue) -> bool:
        """Say whether a sign stands in a sentence that asks for nothing."""
        sentence = self.reading.sentence_of
        return any(sentence[hit.first] not in self.deeds.asking for hit in self._cues(cue))

    def _is_long(self, hit: Hit) -> bool:
        """Say whether a hit is a sentence that was found by meaning and is long enough to tell a deed too."""
        whole = (hit.first, hit.stop) == self.reading.sentences[self.reading.sentence_of[hit.first]]
        return whole and hit.stop - hit.first > LONG

    @property
    def _ended_well(self) -> bool:
        """Say whether a note tells of what went well: it may end there."""
        signs = [SIGNS[hit.entry.id] for hit in self._cues("outcome")]
        if sum(signs):
            return sum(signs) > 0
        return (not signs or max(signs) > 0) and self.shows("behaviour") and self.shows("impact")

    @property
    def _asks(self) -> bool:
        texts = (self.reading.sentence_text(number) for number in range(len(self.reading.sentences)))
        return any(text.endswith("?") for text in texts)

    @cached_property
    def _votes(self) -> Mapping[Part, float]:
        reading = self.reading
        sentences = [reading.sentence_text(number) for number in range(len(reading.sentences))]
        return part_votes([*sentences, *_clauses(reading)])

    def _cues(self, part: Cue) -> list[Hit]:
        return [hit for hit in self._hits if hit.entry.category == part]

    @cached_property
    def _hits(self) -> tuple[Hit, ...]:
        lexicon = load_lexicon("feedback_parts")
        return find_hits(Scan(self.reading, lexicon.vocabulary), lexicon, Asked())


def _clauses(reading: Reading) -> Iterator[str]:
    """The clauses of sentences that have several: one may tell the deed, the next what followed."""
    for first, stop in reading.sentences:
        clauses = [list(clause) for _, clause in groupby(range(first, stop), reading.clause_of.__getitem__)]
        if len(clauses) > 1:
            for clause in clauses:
                if len(clause) >= FEWEST_OF_CLAUSE:
                    yield reading.text[slice(*reading.span(clause[0], clause[-1] + 1))]


def _tokens(hits: list[Hit]) -> frozenset[int]:
    """All tokens that hits cover."""
    return frozenset(at for hit in hits for at in range(hit.first, hit.stop))
