"""What an advert says about itself: its offer, pay and place, and whom it speaks to."""

import re
from collections import Counter
from functools import cached_property
from itertools import islice
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
# Pay that is named by its grade can be looked up.
GRADE = re.compile(
    r"\b(?:(?:salary|pay|nhs|afc|agenda for change)[ :-]{1,3}"
    r"(?:band|grade|scale|spine point|point|step|level)"
    r"|entgeltgruppe|besoldungsgruppe)\s{0,2}[A-Z]{0,2}\s?\d|\b(?:band|grade) \d[a-d]? \((?:nhs|afc)\)"
    r"|\b(?:tv-?ö?o?e?[dlhv]|tvöd|tvoed)\b[^.\n]{0,12}\b(?:e|s|p|eg)\s?\d|\bGS-\d{1,2}\b",
    re.IGNORECASE,
)
# What a firm takes, and what it spends on other things than its people's work.
_OTHER_MONEY = re.compile(
    r"\b(?:rais(?:ed?|ing)|fund(?:ed|ing)|turn(?:ed)? over|turnover|revenues?|sales|profits?|"
    r"invest(?:ed|ment|ors?)|valu(?:ed|ation)|worth|grants?|donat\w+|transactions|series [a-e]|"
    r"(?:training|learning|travel|equipment|book|conference|marketing|project|home.office)\s"
    r"(?:budget|allowance))\b",
    re.IGNORECASE,
)
_PAY_WORD = re.compile(
    r"\b(?:salar(?:y|ies)|pay|paid|pays|wages?|compensation|remuneration|rates?|ote|earn|base|gross|net)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_AROUND = 200
MOST_AMOUNTS = 300
# "Up to $150k" and "from $90k" name one end.
_ONE_END = re.compile(
    r"\b(?:up to|as much as|maximum(?: of)?|max\.?|from|starting at|starts at|at least|minimum(?: of)?)\s?$",
    re.IGNORECASE,
)
_OTHER_END = re.compile(r"\s?(?:-|–|—|to\b|and\b|up to\b)\s?\D{0,4}\d", re.IGNORECASE)
_FIGURE = re.compile(rf"(?:(?:{_SIGN})\s?)?{_AMOUNT}", re.IGNORECASE)
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
        """Say whether it names an amount, or the grade by which it can be looked up."""
        return bool(self._amounts) or GRADE.search(self._start) is not None

    @cached_property
    def one_end(self) -> tuple[int, int] | None:
        """Where the only amount that it names is one end of a range."""
        if len(self._amounts) != 1 or GRADE.search(self._start):
            return None
        start, end = self._amounts[0]
        figure = _FIGURE.search(self._start, start, end)
        if figure is None or _OTHER_END.match(self._start, figure.end()):
            return None
        before = _ONE_END.search(self._start, max(0, figure.start() - _AROUND), figure.start())
        return (before.start(), figure.end()) if before else None

    @cached_property
    def _amounts(self) -> list[tuple[int, int]]:
        """The first amounts that read as pay."""
        found = (match.span() for match in islice(PAY.finditer(self._start), MOST_AMOUNTS))
        return list(islice((span for span in found if not self._is_other_money(*span)), 2))

    def _is_other_money(self, start: int, end: int) -> bool:
        """Say whether the sentence around an amount speaks of other money than pay."""
        ends = list(_SENTENCE_END.finditer(self._start, max(0, start - _AROUND), start))
        first = ends[-1].end() if ends else max(0, start - _AROUND)
        close = _SENTENCE_END.search(self._start, end, end + _AROUND)
        last = close.start() if close else end + _AROUND
        sentence = self._start[first:last]
        return _OTHER_MONEY.search(sentence) is not None and _PAY_WORD.search(sentence) is None

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
        return Counter(name for surface in self._scan.reading.surfaces for name in set(names(surface)))
