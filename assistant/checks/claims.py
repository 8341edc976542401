"""Find the claims in a line that only a brief or a source can support: figures, names, tools, degrees."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

ClaimKind = Literal["number", "name", "degree"]

NUMBER_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100",
}  # fmt: skip
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
DEGREE = re.compile(
    r"\b(?:degree|diploma|bachelor|master'?s degree|ph\.?d|b\.?sc|m\.?sc|mba|certifi(?:ed|cation|cate)s?)\b",
    re.IGNORECASE,
)
# A capital inside a sentence, or a word with signs or digits in it (C++, .NET, k8s, IPv6).
NAME = re.compile(r"(?<![\w'’])(?:\.?[A-Z][\w+#]*(?:[.&'’-][A-Z][\w+#]*)*|[a-z]+\d\w*)")
OPENS = re.compile(r"(?:^|[.!?:;|(\[\"“‘•]|->|—|–)\s*$")
DATE = re.compile(r"\b\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")
TBD = re.compile(r"\[TBD: [^\]]*\]")
# Capitalised in ordinary English, and nobody's product.
ORDINARY = frozenset(("i", "i'm", "i'd", "it", "tbd", "ok", "english", "kpi", "kpis"))


@dataclass(frozen=True)
class Claim:
    """A claim, folded for comparison, with its half-open span."""

    kind: ClaimKind
    key: str
    start: int
    end: int


def claims(text: str) -> Iterator[Claim]:
    """Every claim in a text, outside its TBD marks."""
    blank = TBD.sub(lambda match: " " * len(match[0]), text)
    for match in NUMBER.finditer(blank):
        yield Claim("number", number_key(match[0]), match.start(), match.end())
    for match in NUMBER_WORD.finditer(blank):
        yield Claim("number", NUMBER_WORDS[match[0].lower()], match.start(), match.end())
    for match in DEGREE.finditer(blank):
        yield Claim("degree", match[0].lower().rstrip("s"), match.start(), match.end())
    for match in NAME.finditer(blank):
        if _is_name(match, blank):
            yield Claim("name", match[0].casefold(), match.start(), match.end())


def _is_name(match: re.Match[str], text: str) -> bool:
    word = match[0]
    if word.casefold() in ORDINARY:
        return False
    signs = any(char.isupper() or char.isdigit() or char in "+#" for char in word[1:])
    return signs or not OPENS.search(text[: match.start()])


def number_key(digits: str) -> str:
    """A figure folded for comparison: thousands separators away, closing zeros of a decimal away."""
    plain = re.sub(r"[,](?=\d{3}(?:\D|$))", "", digits)
    return re.sub(r"(\.\d*?)0+$", r"\1", plain).rstrip(".") if "." in plain else plain


@dataclass(frozen=True)
class Support:
    """What a text can bear out: the figures and words that stand in it."""

    numbers: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, *texts: str) -> "Support":
        """The support that some texts give together."""
        numbers, found = set(), set()
        for text in texts:
            numbers |= {claim.key for claim in claims(text) if claim.kind == "number"}
            found |= {match.casefold() for match in re.findall(r"\.?[\w+#]+(?:[.&'’-][\w+#]+)*", text)}
            found |= {match.casefold() for match in re.findall(r"[\w+#]+", text)}
            for month, day in DATE.findall(text):  # "2027-01-05" bears out "5 January 2027"
                numbers.add(str(int(day)))
                found.add(calendar.month_name[int(month)].casefold())
        return cls(frozenset(numbers), frozenset(found))

    def bears(self, claim: Claim) -> bool:
        """Say whether a claim stands in the texts."""
        if claim.kind == "number":
            return claim.key in self.numbers
        return claim.key in self.words or {claim.key.removesuffix("s"), f"{claim.key}s"} & self.words != set()
