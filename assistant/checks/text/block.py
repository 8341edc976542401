"""A few sentences as bits: where each name stands, so that a pattern is tried everywhere at once."""

from collections.abc import Iterator, Sequence

# Whole sentences are put together up to about this many tokens: one machine word holds 64 of them.
TOKENS = 1_500


class Block:
    """Tokens in slots, one bit each, with an empty slot after every sentence that nothing can cross."""

    def __init__(self, sentences: Sequence[tuple[int, int]], known: Sequence[frozenset[str]]) -> None:
        self.first = sentences[0][0]
        self.opens, self.closes = 0, 0
        self._token_at: list[int] = []
        self._sentence_at: list[int] = []
        self._masks: dict[frozenset[str], int] = {}
        self._numbers: dict[frozenset[str], int] = {}
        slots: dict[frozenset[str], int] = {}
        numbers: dict[frozenset[str], int] = {}
        bit, sentence = 1, 1
        for start, stop in sentences:
            opened = bit
            for names in known[start:stop]:
                if names:
                    slots[names] = slots.get(names, 0) | bit
                    numbers[names] = numbers.get(names, 0) | sentence
                bit <<= 1
            self.opens |= opened
            self.closes |= bit
            bit <<= 1
            self._token_at += range(start, stop + 1)
            self._sentence_at += [bit - opened] * (stop + 1 - start)
            sentence <<= 1
        self.tokens = (bit - 1) ^ self.closes
        self._slots, self._sentences = _by_name(slots), _by_name(numbers)
        self._known = frozenset(self._slots)

    def mask(self, names: frozenset[str]) -> int:
        """The slots whose token has one of some names."""
        found = self._masks.get(names)
        if found is None:
            found = self._masks[names] = _united(self._slots, names & self._known)
        return found

    def has(self, needs: Sequence[frozenset[str]]) -> bool:
        """Say whether a sentence has one name of each of some sets."""
        both = -1
        for names in needs:
            found = self._numbers.get(names)
            if found is None:
                found = self._numbers[names] = _united(self._sentences, names & self._known)
            both &= found
            if not both:
                return False
        return True

    def sentence(self, slot: int) -> int:
        """The slots of the sentence that a slot belongs to, the one after it included."""
        return self._sentence_at[slot]

    def token(self, slot: int) -> int:
        """The number of the token in a slot; for the slot after a sentence, where the sentence stops."""
        return self._token_at[slot]


def _by_name(masks: dict[frozenset[str], int]) -> dict[str, int]:
    """The masks of tokens that are known by the same names, for each name."""
    found: dict[str, int] = {}
    for names, mask in masks.items():
        for name in names:
            found[name] = found.get(name, 0) | mask
    return found


def _united(masks: dict[str, int], names: frozenset[str]) -> int:
    found = 0
    for name in names:
        found |= masks[name]
    return found


def blocks(
    sentences: Sequence[tuple[int, int]], known: Sequence[frozenset[str]], size: int = TOKENS
) -> Iterator[Block]:
    """A text's sentences in blocks, in order."""
    group: list[tuple[int, int]] = []
    for sentence in sentences:
        if group and sentence[1] - group[0][0] > size:
            yield Block(group, known)
            group = []
        group.append(sentence)
    if group:
        yield Block(group, known)
