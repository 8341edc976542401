"""What no line may carry out, whoever wrote it: links, markup, scores, rankings, verdicts on people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.subject import Options, Subject, found
from assistant.draft import Finding


@dataclass(frozen=True)
class Leak:
    """Something that must not leave: what it is, and its half-open span."""

    what: str
    start: int
    end: int


PERSON = (
    r"(?:candidates?|applicants?|she|he|they"
    r"|(?:this|the) (?:person|contractor|developer|engineer|employee))"
)
RANKED = r"(?:rank(?:s|ed|ing)?|shortlist(?:s|ed)?|top|best|strongest|weakest|worst|preferred)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("a link", r"(?:https?|ftp|data|javascript|file)\s*:\s*(?://|\S)\S*|\bwww\.\S+|\[[^\]]*\]\([^)]*\)"),
    ("an image", r"!\[[^\]]*\]"),
    ("markup", r"</?[a-zA-Z][^<>]{0,200}>|<!--|&(?:lt|gt|#\d+);"),
    (
        "a score",
        r"\b\d{1,3}(?:\.\d)?\s*(?:/|out of)\s*(?:5|10|100)\b"
        r"|\b(?:score|rating|grade)d?\s*(?:is|of|:|=)\s*\w+",
    ),
    (
        "a ranking",
        rf"\b{RANKED}\b[^.!?|]{{0,30}}\b{PERSON}\b"
        rf"|\b{PERSON}\b[^.!?|]{{0,30}}\b(?:ranks?|ranked|shortlisted|(?:comes|is) (?:first|second|last))\b",
    ),
    (
        "a verdict on a person",
        r"\b(?:hire|reject|fire|dismiss|recommend|not hire|pass on)\s+(?:this |that |the )?"
        rf"(?:{PERSON}\b|(?:her|him|them)\b|(?-i:[A-Z])[a-z]+\b)"
        rf"|\b{PERSON}\s+(?:should|must|ought to) be (?:hired|rejected|fired|dismissed|let go)\b"
        r"|\b(?:strong|no|not a) hire\b|\bculture fit\b",
    ),
)
LEAKS = tuple((what, re.compile(pattern, re.IGNORECASE)) for what, pattern in _PATTERNS)


def leaks(text: str) -> Iterator[Leak]:
    """Everything in a text that must not leave."""
    for what, pattern in LEAKS:
        for match in pattern.finditer(text):
            yield Leak(what, match.start(), match.end())


def no_leaks(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report what must not go out, unless the manager's own words hold it."""
    said = " ".join(text for fact in subject.brief.facts.values() for text in fact.items)
    for section, line in subject.lines():
        for leak in leaks(line.text) if not line.edited else ():
            if line.text[leak.start : leak.end] not in said:
                yield found(
                    "leak",
                    "risk",
                    f"This holds {leak.what}, which no document here carries.",
                    suggestion="Strike it.",
                    section=section,
                    line=line,
                    span=(leak.start, leak.end),
                )
