"""What only code can see of a question: that nothing open follows it, that it asks two things."""

import re

from assistant.checks.text.scan import Scan

# Words that open a question or a request which cannot be answered with yes or no.
OPEN = frozenset((
    "how", "what", "which", "why", "where", "when", "who", "whom", "whose",
    "tell", "describe", "explain", "give", "walk", "talk", "show", "share", "if",
))  # fmt: skip
# A second question with one of these goes on about the first; one on dates and notice is a formality.
SAME_SUBJECT = frozenset((
    "it", "its", "that", "this", "these", "those", "they", "them", "their", "there", "then", "so", "one",
    "ones", "he", "she", "else", "differently", "different", "instead", "outcome", "result", "results",
    "happen", "happened", "end", "ended", "next", "first", "learn", "learned", "learnt", "change",
    "changed", "decide", "decided", "choose", "why", "start", "available", "part", "role", "cause", "fault",
    "go", "went", "turn", "turned", "hardest", "worked", "notice",
))  # fmt: skip
HEAD = re.compile(
    r"\b(?:and|or|also|plus)\s+(?:then\s+|also\s+)?(?=(?:what|how|which|where|when|who|do|can|have|are|would|tell|describe)\b)",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z']+")
FEWEST_WORDS = 4


def closed(scan: Scan, number: int) -> bool:
    """Say whether a sentence leaves it at yes or no: it ends with its own mark, and nothing open follows."""
    if not scan.reading.sentence_text(number).endswith("?"):
        return False
    sentences = scan.reading.sentences
    if number + 1 == len(sentences):
        return True
    return not OPEN & set(_words(scan.reading.sentence_text(number + 1))[:3])


def two_subjects(scan: Scan, number: int) -> bool:
    """Say whether the last question of a sentence is on something else than the one before it."""
    text = scan.reading.sentence_text(number)
    *_, last = HEAD.split(text)
    words = _words(last)
    return text.endswith("?") and len(words) >= FEWEST_WORDS and SAME_SUBJECT.isdisjoint(words)


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())
