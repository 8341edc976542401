"""What an advert says about itself: its offer, pay and place, and whom it speaks to."""

import re
from collections import Counter
from functools import cached_property
from typing import Literal

from assistant.checks.text.hits import Asked, find_hits
from assistant.checks.text.lexicon import load_lexicon
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import Reading, read
from assistant.checks.text.words import names

Part = Literal["apply", "offer", "place", "vague_pay"]

# Texts are searched for their parts only so far; whoever writes more has said it by then.
MOST_TEXT = 60_000
LONGEST_HEAD = 120

_SIGN = r"[$£€¥₹]|\b(?:usd|gbp|eur|chf|cad|aud|nzd|sgd|inr|aed|pln|sek|nok|dkk|czk|jpy|zar|euros?|pounds)\b"
_AMOUNT = r"\d[\d.,' ]{0,12}+k?+"
# A turnover or a number of users is no pay.
_NO_PAY = r"(?!\s?(?:m\b|mn\b|bn\b|million|billion))"
_TIME = r"(?:/|per|an?|each)\s?(?:hour|hr|day|week|month|year|annum)\b"
PAY = re.compile(
    rf"(?:{_SIGN})\s?{_AMOUNT}{_NO_PAY}|\b{_AMOUNT}\s?(?:{_SIGN})|\b{_AMOUNT}\s?{_TIME}"
    r"|\b(?:salary|pay|rate|compensation|remuneration)\b[^.\n]{0,40}\d{2}",
    re.IGNORECASE,
)
TITLED_PLACE = re.compile(r",\s*[A-Z]\w+")
PERSONS = {"you": ("you", "your", "yours"), "we": ("we", "our", "us", "ours")}


class Advert:
    """A text read as an advert."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.words = len(reading)
        self._start = reading.text[:MOST_TEXT]
        lexicon = load_lexicon("advert_parts")
        scan = Scan(reading if len(reading.text) <= MOST_TEXT else read(self._start), lexicon.vocabulary)
        self._scan = scan
        self._parts = {hit.entry.category: hit for hit in reversed(find_hits(scan, lexicon, Asked()))}

    def has(self, part: Part) -> bool:
        """Say whether it has a part."""
        return part in self._parts

    @property
    def has_pay(self) -> bool:
        """Say whether it names an amount."""
        return PAY.search(self._start) is not None

    @property
    def has_place(self) -> bool:
        """Say whether it says where; in its first line a place counts by its comma ("Tester, Brno")."""
        start, end = self.head
        return self.has("place") or TITLED_PLACE.search(self.text, start, end) is not None

    @property
    def vague_pay(self) -> tuple[int, int] | None:
        """Where it promises pay without an amount."""
        hit = self._parts.get("vague_pay")
        return self._scan.reading.span(hit.first, hit.stop) if hit else None

    @cached_property
    def head(self) -> tuple[int, int]:
        """Its first line, where findings on the whole are shown."""
        if not self.words:
            return 0, 0
        start = self._scan.reading.starts[0]
        line = self.text[start : start + LONGEST_HEAD].splitlines()[0].rstrip()
        return start, start + len(line)

    def count(self, person: Literal["you", "we"]) -> int:
        """How often it says "you" or "we", in any form."""
        return sum(self._forms[form] for form in PERSONS[person])

    @cached_property
    def _forms(self) -> Counter[str]:
        reading = self._scan.reading
        return Counter(name for at in range(len(reading)) for name in set(names(reading.surface(at))))
