"""What a note on work says: when or where, what was done, what followed, what comes next."""

from functools import cached_property
from typing import Literal

from assistant.checks.text.deeds import Deeds
from assistant.checks.text.hits import Asked, Hit, find_hits
from assistant.checks.text.lexicon import load_lexicon
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import Reading

Part = Literal["situation", "behaviour", "impact", "next_step"]
# Words that judge what was done, or guess at it, and tell no deed.
JUDGED = ("vague_deed", "vague_praise", "trait_word", "mind_reading", "not_given", "comparison_with_others")
PARTS: tuple[Part, ...] = ("situation", "behaviour", "impact", "next_step")


class Note:
    """A note, and which of its parts are there; `hits` are what the word tables found in it."""

    def __init__(self, reading: Reading, hits: tuple[Hit, ...] = ()) -> None:
        self.reading = reading
        judged = [hit for hit in (*hits, *self._hits) if hit.entry.category in JUDGED]
        self.deeds = Deeds(reading, frozenset(at for hit in judged for at in range(hit.first, hit.stop)))

    def has(self, part: Part) -> bool:
        """Say whether a part is there."""
        if part == "behaviour":
            return self.deeds.done
        if part == "impact":
            return self.deeds.followed or bool(self._cues("impact"))
        if part == "next_step":
            return self._asks or bool(self._cues("next_step"))
        told = self.reading.sentence_of
        return any(told[hit.first] not in self.deeds.asking for hit in self._cues("situation"))

    @property
    def _asks(self) -> bool:
        texts = (self.reading.sentence_text(number) for number in range(len(self.reading.sentences)))
        return any(text.endswith("?") for text in texts)

    def _cues(self, part: Part) -> list[Hit]:
        return [hit for hit in self._hits if hit.entry.category == part]

    @cached_property
    def _hits(self) -> tuple[Hit, ...]:
        lexicon = load_lexicon("feedback_parts")
        return find_hits(Scan(self.reading, lexicon.vocabulary), lexicon, Asked())
