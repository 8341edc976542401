"""A few sentences as bits: where each name stands, so that a pattern is tried everywhere at once."""

from collections.abc import Iterator, Sequence

# Whole sentences are put together up to about this many tokens: one machine word holds 64 of them.
TOKENS = 1_500


class Block:
    """Tokens in slots, one bit each, with an empty slot after every sentence that nothing can cross."""

    def __init__(self, sentences: Sequence[tuple[int, int]], known: Sequence[frozenset[str]]) -> None:
        self.first = sentences[0][0]
        self._slots: dict[str, int] = {}
        self._sentences: dict[str, int] = {}
        self.tokens, self.opens, self.closes = 0, 0, 0
        self._token_at: list[int] = []
        self._sentence_at: list[int] = []
        self._masks: dict[frozenset[str], int] = {}
        self._numbers: dict[frozenset[str], int] = {}
        for number, (start, stop) in enumerate(sentences):
            self.opens |= 1 << len(self._token_at)
            for token in range(start, stop):
                self._put(token, known[token], 1 << number)
            self.closes |= 1 << len(self._token_at)
            self._token_at.append(stop)
            slots = len(self._token_at) - len(self._sentence_at)
            mask = ((1 << slots) - 1) << len(self._sentence_at)
            self._sentence_at += [mask] * slots

    def _put(self, token: int, names: frozenset[str], sentence: int) -> None:
        bit = 1 << len(self._token_at)
        self._token_at.append(token)
        self.tokens |= bit
        for name in names:
            self._slots[name] = self._slots.get(name, 0) | bit
            self._sentences[name] = self._sentences.get(name, 0) | sentence

    def mask(self, names: frozenset[str]) -> int:
        """The slots whose token has one of some names."""
        found = self._masks.get(names)
        if found is None:
            found = self._masks[names] = _united(self._slots, names)
        return found

    def has(self, needs: Sequence[frozenset[str]]) -> bool:
        """Say whether a sentence has one name of each of some sets."""
        both = -1
        for names in needs:
            found = self._numbers.get(names)
            if found is None:
                found = self._numbers[names] = _united(self._sentences, names)
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


def _united(masks: dict[str, int], names: frozenset[str]) -> int:
    found = 0
    for name in names:
        found |= masks.get(name, 0)
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
