"""What no line may carry out, whoever wrote it: links, markup, scores, rankings, verdicts on people."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.brief import Brief
from assistant.checks.foreign_patterns import foreign_patterns
from assistant.checks.leak_patterns import PATTERNS
from assistant.checks.subject import Options, Subject, found
from assistant.draft import Finding

# What a reader does not see and a program may: control and format characters, and the "tag" letters.
HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)

# Letters of other scripts, and a full stop, that look like ours or are taken for them.
ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u051b\u051d"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408"
    "\u0405\u03bf\u03b1\u03bd\u03b9\u03c1\u03c5\u0391\u0392\u0395\u0396\u0397\u0399\u039a"
    "\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u3002",
    "aeopcyxijsdhqwABEKMHOPCTYXIJSoavipuABEZHIKMNOPTYX.",
)

# A line is looked at by whoever judges it, then with its whole draft, and again in the next version.
MOST_KNOWN = 4096


@dataclass(frozen=True)
class Leak:
    """Something that must not leave: what it is, and its half-open span."""

    what: str
    start: int
    end: int


def visible(text: str) -> str:
    """A text without what a reader cannot see."""
    return HIDDEN.sub("", text)


def leaks(text: str) -> Iterator[Leak]:
    """Everything in a text that must not leave; what shows only beneath its disguise spans the whole text."""
    return iter(_leaks(text))


@lru_cache(maxsize=MOST_KNOWN)
def _leaks(text: str) -> tuple[Leak, ...]:
    patterns = (*PATTERNS, *foreign_patterns(text))
    plain = [Leak(what, *match.span()) for what, pattern in patterns for match in pattern.finditer(text)]
    bare = visible(unicodedata.normalize("NFKC", text)).translate(ALIKE)
    if bare == text:
        return tuple(plain)
    known = {leak.what for leak in plain}
    hidden = {
        what
        for what, pattern in (*PATTERNS, *foreign_patterns(bare))
        if what not in known and pattern.search(bare)
    }
    return (*plain, *(Leak(what, 0, len(text)) for what in sorted(hidden)))


def own_words(brief: Brief) -> str:
    """The manager's own words, which may go out whatever they hold."""
    facts = [text for fact in brief.facts.values() for text in fact.items]
    return "\n".join((*facts, *(claim.value for item in brief.conflicts for claim in item.values)))


def leaks_beyond(text: str, said: str) -> Iterator[Leak]:
    """What must not leave, unless somebody who may say so said it."""
    return (leak for leak in leaks(text) if text[leak.start : leak.end].strip() not in said)


def no_leaks(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report what must not go out, unless the manager's own words hold it."""
    said = own_words(subject.brief)
    for section, line in subject.lines():
        for leak in leaks_beyond(line.text, said) if not line.edited else ():
            yield found(
                "leak",
                "risk",
                f"This holds {leak.what}, which no document here carries.",
                suggestion="Strike it.",
                section=section,
                line=line,
                span=(leak.start, leak.end),
            )
