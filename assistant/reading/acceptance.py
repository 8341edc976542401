"""Words that accept what a draft suggests: all of it, some by number or kind, or one by its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.accepting import Suggestion
from assistant.brief import fold
from assistant.reading.edits import list_fact
from assistant.reading.patterns import joined, pattern, words
from assistant.reading.text import Span, Text

_COUNTS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(?:(?:no\.? ?|number |#)?(?:\d{{1,2}}(?!\d)(?:st|nd|rd|th)?|{'|'.join(_COUNTS)}|last))"
_THING = joined(r"""
    (?:suggest(?:ion|ed (?:one|line|item|thing))s?|assumptions?|proposals?|ones?|lines?|items?|points?)
""")
_KIND = joined(r"""
    (?:outcomes?|goals?|results?|kpis?|indicators?|metrics?|measures?|responsibilit(?:y|ies)|duties|duty|
    tasks?)
""")
_LEAD = joined(r"""
    (?:(?:yes|yep|yeah|yup|ok|okay|sure|great|good|perfect|fine|nice|lovely|cool|thanks|please|pls|right|
    agreed|and|also|so|then|now|let's|i|i'll|i'd like to|we|we'll|can you|could you|you can|looks good|just|
    happy to|all good)[ ,.!:-]+){0,5}
""")
_SURE = r"(?:accept|add|include|approve|adopt|agree (?:to|with)|yes to)"
_VERB = rf"(?:{_SURE}|keep|take|use|go with|go for|put in)"
_END = r"(?=[ ]*(?:$|[,.;!)\n]|(?:please|pls|too|as well|in|to it|and|but|then|thanks|thx)\b))"
_MORE = rf"(?:(?:,| and|, and| &|,? plus)[ ](?:the )?{_NUMBER}){{0,9}}"
_OPENS = pattern(rf"^{_LEAD}{_VERB}[ ]")
ACCEPTS = pattern(rf"""
    ^{_LEAD}(?:{_SURE}[ ](?:(?P<one>(?:that|it|this)(?: one)?)|
    (?P<all>(?:all|both|everything|them|those|these|the lot)
    (?: (?:of )?(?:(?:the|your|these|those) )?(?:(?:two|three) )?(?:them|those|these|it|{_THING}))?
    (?: all| you (?:suggest|propos|offer)(?:ed)?)?)|
    (?:all |both )?(?:of )?(?:the |your |that |this |those |these )(?:suggested )?(?P<kind>{_KIND}))|
    {_VERB}[ ](?:(?P<suggestion>(?:the|your|that|this) suggest(?:ion|ed (?:one|line|item)))|
    (?P<suggestions>(?:all )?(?:the |your |these |those )?suggest(?:ions|ed (?:ones|lines|items)))|
    (?:the )?first (?P<many>two|three|four|five|six|\d)(?: (?P<kind2>{_KIND})| {_THING})?|
    (?:the |your )?(?:{_THING} |(?P<kind5>{_KIND}) )?(?P<places>{_NUMBER}{_MORE})
    (?: (?P<kind3>{_KIND})| {_THING})?|
    (?:the |your )(?:suggestion|one|line|point|bit|(?P<kind4>{_KIND}))[ ](?:about|on|with|for)[ ]
    (?P<about>[^,.;!\n]{{3,80}}?)))
    {_END}
""")
_KIND_OF = {"indicator": "kpis", "metric": "kpis", "measure": "kpis", "task": "responsibilities"}
_SMALL = words("the|a|an|of|and|with|for|in|on|to|is|are|from|our")
# An ending such as "s" or "ing" may be all in which two words differ.
_ROOT, _ENDING = 4, 3


@dataclass(frozen=True)
class Acceptance:
    """The words that accept, and what; nothing when one is meant and it is not said which."""

    words: Span
    taken: tuple[Suggestion, ...]


def acceptance(text: Text, sentence: Span, offered: Sequence[Suggestion]) -> Acceptance | None:
    """What a sentence accepts of what is offered, if that is what it does."""
    facts = [item for item in offered if item.fact]
    opens = _OPENS.match(text.low, sentence.start, sentence.end)
    quoted = [item for item in facts if opens and fold(item.value) in fold(text.folded(sentence))]
    if quoted:
        return Acceptance(text.trim(sentence), tuple(quoted))
    match = ACCEPTS.match(text.low, sentence.start, sentence.end)
    if match is None:
        return None
    taken = _meant(match, offered, facts)
    return Acceptance(text.trim(Span(*match.span())), tuple(taken))


def _meant(
    match: re.Match[str], offered: Sequence[Suggestion], facts: Sequence[Suggestion]
) -> list[Suggestion]:
    """What is accepted; a number or a kind of fact counts among what would be facts."""
    kind = next((match[name] for name in ("kind", "kind2", "kind3", "kind4", "kind5") if match[name]), None)
    of_kind = [item for item in facts if kind is None or item.fact == _fact(kind)]
    if match["all"] or match["suggestions"]:
        return list(offered)
    if match["many"]:
        return of_kind[: _number(match["many"])]
    if match["places"]:
        places = (_place(part, len(of_kind)) for part in re.findall(_NUMBER, match["places"]))
        return [of_kind[at] for at in places if 0 <= at < len(of_kind)]
    if match["about"]:
        of_kind = [item for item in of_kind if _speaks_of(item, match["about"])]
    several = match["kind"] is not None and match["kind"].endswith("s")
    return of_kind if several or len(of_kind) == 1 else []


def _fact(kind: str) -> str | None:
    return _KIND_OF.get(kind.rstrip("s")) or list_fact(kind)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word) + 1


def _place(word: str, count: int) -> int:
    digits = re.search(r"\d+", word)
    if digits:
        return int(digits[0]) - 1
    return count - 1 if word == "last" else _COUNTS.index(word)


def _speaks_of(item: Suggestion, about: str) -> bool:
    """Say whether a suggestion holds every word that tells it apart, whatever its ending."""
    told = [word for word in re.findall(r"\w+", about) if word not in _SMALL]
    held = re.findall(r"\w+", fold(item.value))
    return bool(told) and all(any(_alike(word, other) for other in held) for word in told)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short[: max(_ROOT, len(short) - 2)]) and len(long) - len(short) <= _ENDING
