"""Put one name for every name of a person in a note, so that "Gay", "May" and "Anna" are told the same."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from assistant.checks.text.deed_words import deed_words
from assistant.checks.text.tokens import Reading, read
from assistant.checks.text.words import folded, is_number, lemma
from assistant.draft import Finding

# What stands for a name: no word of any language, so that nothing but its capital is read into it.
NAME = "Anyname"
POSSESSIVE = re.compile(r"['\u2019]s?$")
IRISH = re.compile(r"[OoDd]['\u2019][^\W\d_]{2}")  # "O'Brien", "D'Souza"
# What follows a name and hardly a noun or an adjective.
SAYS = frozenset((
    "needs", "wants", "has", "does", "says", "thinks", "seems", "makes", "takes", "writes", "tells", "asks",
    "gives", "keeps", "gets", "goes", "comes", "knows", "looks", "likes", "didn't", "isn't", "wasn't",
    "hasn't", "is", "was", "had", "did", "should", "could", "would", "must", "might", "can", "can't",
    "doesn't", "cannot", "couldn't", "shouldn't", "wouldn't", "always", "never", "may", "will", "ought",
))  # fmt: skip
BOTH = ("me", "you", "i", "he", "she", "they")
# "Dr Okafor" is one name.
TITLES = frozenset(("mr", "mrs", "ms", "mx", "miss", "dr", "prof", "sir"))
# "Could Will add them": the name follows the verb that asks.
ASKS = ("could", "can", "would", "should", "did", "does", "has", "is", "was", "may", "will")
# "He is Gay", "the Young": something is said of somebody, or a thing is named.
NO_NAME = frozenset((
    "be", "am", "is", "are", "was", "were", "been", "being", "too", "so", "very", "as", "quite", "rather",
))  # fmt: skip
# "I know English is not your first language" is on no person.
TONGUES = frozenset((
    "language", "languages", "tongue", "native", "accent", "grammar", "lessons",
))  # fmt: skip


@dataclass(frozen=True)
class Named:
    """A text with one name for all, and where its characters stood in the text as received."""

    original: str
    text: str
    starts: tuple[int, ...]  # in the new text, where each piece starts
    shifts: tuple[int, ...]  # what to add to a place in it
    names: tuple[tuple[int, int, int, int], ...]  # each name: its place in the new text and in the old

    def back(self, finding: Finding) -> Finding:
        """A finding on the new text, at its place in the text as received."""
        start, end = self._at(finding.span[0], 0), self._at(finding.span[1], 1)
        return finding.model_copy(update={"span": (start, end), "quote": self.original[start:end]})

    def _at(self, place: int, side: int) -> int:
        near = bisect_left(self.names, (place + side,)) - 1 + (not side)
        for new_start, new_end, start, end in self.names[max(near - 1, 0) : near + 1]:
            if new_start < place < new_end or place == (new_start, new_end)[side]:
                return (start, end)[side]
        return place + self.shifts[bisect_right(self.starts, place) - 1]


def one_name(text: str) -> Named:
    """A text with one name in the place of every name of a person."""
    reading = read(text)
    found: list[tuple[int, int]] = []
    last = -2
    for at in range(len(reading)):
        if not _is_name(reading, at):
            continue
        start, end = reading.starts[at], reading.ends[at]
        mark = POSSESSIVE.search(reading.surface(at))
        end -= len(mark[0]) if mark else 0
        titled = _word(reading, at - 1) in TITLES
        if last == at - 1 and (titled or text[found[-1][1] : start] in (" ", "-")):  # "Zhang Wei" is one
            start = found.pop()[0]
        elif titled:
            start = reading.starts[at - 1]
        found.append((start, end))
        last = at
    return _put(text, found)


def _put(text: str, found: list[tuple[int, int]]) -> Named:
    out: list[str] = []
    starts, shifts = [0], [0]
    named: list[tuple[int, int, int, int]] = []
    size = done = 0
    for start, end in found:
        out += [text[done:start], NAME]
        size += start - done
        named.append((size, size + len(NAME), start, end))
        size += len(NAME)
        done = end
        starts.append(size)
        shifts.append(end - size)
    out.append(text[done:])
    return Named(text, "".join(out), tuple(starts), tuple(shifts), tuple(named))


def _is_name(reading: Reading, at: int) -> bool:
    surface = reading.surface(at)
    if surface[0].lower() == surface[0].upper() and surface[0].isalpha():
        return True  # of a script without capitals, and what is checked is English
    if not surface[0].isupper() or not (surface[1:2].islower() or IRISH.match(surface)):
        return False
    word = POSSESSIVE.sub("", folded(surface))
    of = deed_words()
    if word in of.names:
        return _fits(reading, at, strict=word in of.strict_names)
    if word in of.capitals or word in of.days or word in of.months:
        return False
    known = lemma(word)
    first, _ = reading.sentences[reading.sentence_of[at]]
    strange = known is None or (known[0].isupper() and len(word) > 2)
    return strange and (at > first or _stands_alone(reading, at)) and _is_plain(word)


def _is_plain(word: str) -> bool:
    return len(word) > 1 and (word.isalpha() or bool(IRISH.match(word)))


def _stands_alone(reading: Reading, at: int) -> bool:
    """Say whether a word at the start of a sentence is followed as a name is."""
    following = _word(reading, at + 1)
    stop = reading.sentences[reading.sentence_of[at]][1]
    if at + 1 < stop and reading.clause_of[at] == reading.clause_of[at + 1] and _is_name(reading, at + 1):
        return True
    return bool(POSSESSIVE.search(reading.surface(at))) or _acts(following) or _and_me(reading, at)


def _fits(reading: Reading, at: int, *, strict: bool) -> bool:
    """Say whether a name that is a word too stands where a name may stand."""
    first, stop = reading.sentences[reading.sentence_of[at]]
    of = deed_words()
    before = _word(reading, at - 1) if at > first else ""
    following = _word(reading, at + 1) if at + 1 < stop else ""
    and_me = _and_me(reading, at)
    asked = at - 1 == first and before in ASKS
    if before in of.determiners or (before in NO_NAME and not asked):
        return False
    if is_number(before or "x") or is_number(following or "x"):
        return False
    words = {_word(reading, i) for i in range(first, stop)}
    if strict and not words.isdisjoint(TONGUES):
        return False
    comma = reading.text[reading.ends[at] : reading.ends[at] + 1] == ","
    after_comma = at > first and reading.clause_of[at] != reading.clause_of[at - 1]
    owned = bool(POSSESSIVE.search(reading.surface(at)))
    acts = _acts(following)
    if at == first:
        if reading.surface(at) == "Do" and following not in SAYS and not and_me:
            return False
        return owned or acts or and_me or (comma and not strict)
    ends = at + 1 == stop
    if owned and strict and before in of.prepositions:  # "in May's review"
        return False
    if owned or asked or acts or and_me or (ends and (after_comma or before in ("thanks", "you"))):
        return True
    return not strict and not _is_title(reading, first, stop)


def _is_title(reading: Reading, first: int, stop: int) -> bool:
    """Say whether most words of a sentence have a capital: there it says nothing."""
    large = sum(reading.surface(at)[0].isupper() for at in range(first, stop))
    return stop - first > 2 and large * 2 > stop - first


def _acts(word: str) -> bool:
    """Say whether a word after a name is what somebody did or does."""
    return word in SAYS or word in deed_words().past or (len(word) > 4 and word.endswith("ed"))


def _and_me(reading: Reading, at: int) -> bool:
    """Say whether "and I" or the like follows a word."""
    return _word(reading, at + 1) == "and" and _word(reading, at + 2) in BOTH


def _word(reading: Reading, at: int) -> str:
    return folded(reading.surface(at)) if 0 <= at < len(reading) else ""
