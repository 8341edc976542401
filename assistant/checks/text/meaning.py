"""Find by meaning what no row of words catches, in a few sentences a page (docs/lexicon.md)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from assistant.checks.text.hits import Asked, Hit, applies, seen, sentences_apart
from assistant.checks.text.lexicon import Lexicon, Meant
from assistant.checks.text.scan import Scan
from assistant.checks.text.table import Entry
from knowledge.cache import Cache, default_folders

if TYPE_CHECKING:
    from knowledge.embedding import MiniLM
    from knowledge.vector_cache import Matrix

# A sentence costs two to three milliseconds: six on a page, and never more than half a second on a long text.
CHARACTERS_EACH = 500
FEWEST = 4
MOST = 100
# How fast a sentence's vote falls with distance, and how far votes are held down (kernel ridge regression).
NARROWNESS = 2.0
HELD_DOWN = 0.1

_CACHE = Cache(default_folders())


@dataclass(frozen=True, eq=False)
class Jury:
    """A family's sentences as vectors, and the vote of each for every category, its columns."""

    examples: "Matrix"
    votes: "Matrix"
    categories: tuple[tuple[str, str], ...]  # severity and category


def hits_by_meaning(scan: Scan, lexicon: Lexicon, asked: Asked, known: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Whole sentences that say what an entry finds; none of those where a risk is `known` by its words."""
    if lexicon.meant is None:
        return ()
    room = min(max(FEWEST, len(scan.reading.text) // CHARACTERS_EACH), MOST)
    numbers = list(islice(_nominated(scan, lexicon, lexicon.meant, known), room))
    if not numbers:
        return ()
    vectors = _model().vectors([scan.reading.sentence_text(number) for number in numbers])
    found = zip(numbers, _entries(lexicon.meant, vectors, asked), strict=True)
    return tuple(
        Hit(entry, *scan.reading.sentences[number])
        for number, entry in found
        if entry and seen(scan, entry, number)
    )


def _nominated(scan: Scan, lexicon: Lexicon, meant: Meant, known: tuple[Hit, ...]) -> Iterator[int]:
    """The numbers of the sentences that are worth the cost, in order."""
    sentence_of = scan.reading.sentence_of
    done = {sentence_of[hit.first] for hit in known if hit.entry.severity == "risk"}
    lawful = {sentence_of[token] for token in scan.tokens_in(lexicon.fine)}
    apart = sentences_apart(scan, lexicon) | scan.sentences_with(lexicon.fine_sentence) | done | lawful
    cued = scan.sentences_with(meant.cue)
    for number in range(len(scan.reading.sentences)):
        if number not in apart and (number in cued or scan.reading.sentence_text(number).endswith("?")):
            yield number


def _entries(meant: Meant, vectors: "Matrix", asked: Asked) -> Iterator[Entry | None]:
    """For each vector the nearest entry of the category that gets most votes, when they are enough."""
    jury = _jury(meant)
    likeness = vectors @ jury.examples.T
    for near, votes in zip(likeness.tolist(), (_nearness(likeness) @ jury.votes).tolist(), strict=True):
        chosen = _chosen(meant, jury, votes)
        entries = [
            (value, entry)
            for value, (_, entry) in zip(near, meant.sentences, strict=True)
            if entry and (entry.severity, entry.category) == chosen and applies(entry, asked)
        ]
        yield max(entries, key=lambda pair: pair[0])[1] if entries else None


def _chosen(meant: Meant, jury: Jury, votes: list[float]) -> tuple[str, str] | None:
    """The category that wins within the gravest severity whose votes together are enough."""
    for severity, enough in (("risk", meant.said.risk), ("advice", meant.said.advice)):
        of_it = [(vote, key) for vote, key in zip(votes, jury.categories, strict=True) if key[0] == severity]
        if sum(vote for vote, _ in of_it) >= enough:
            return max(of_it)[1]
    return None


def _nearness(likeness: "Matrix") -> "Matrix":
    import numpy as np

    nearness: Matrix = np.exp(NARROWNESS * (likeness - 1))
    return nearness


@cache
def _jury(meant: Meant) -> Jury:
    """The sentences' vectors and votes, from the cache where they have been worked out before."""
    from knowledge.vector_cache import cached_vectors

    model, sentences = _model(), [sentence for sentence, _ in meant.sentences]
    keys = [(entry.severity, entry.category) if entry else None for _, entry in meant.sentences]
    categories = tuple(sorted({key for key in keys if key}))
    examples = cached_vectors(_CACHE, model.digest, sentences, model.vectors, of=f"{meant.family}-wording")
    named = [f"{key} {NARROWNESS} {HELD_DOWN} {text}" for key, text in zip(keys, sentences, strict=True)]
    target = [[float(key == category) for category in categories] for key in keys]
    votes = cached_vectors(
        _CACHE, model.digest, named, lambda _: _votes(examples, target), of=f"{meant.family}-votes"
    )
    return Jury(examples, votes, categories)


def _votes(examples: "Matrix", target: list[list[float]]) -> "Matrix":
    """The votes with which the sentences best give one another their own categories."""
    import numpy as np

    nearness = _nearness((examples @ examples.T).astype(np.float64))
    votes: Matrix = np.linalg.solve(nearness + HELD_DOWN * np.eye(len(nearness)), np.array(target))
    return votes.astype(np.float32)


@cache
def _model() -> "MiniLM":
    from knowledge.embedding import MiniLM  # its packages take most of a second

    return MiniLM(_CACHE)
