"""Library vectors are computed when texts or model change, and only then."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from knowledge.cache import Cache
from knowledge.vector_cache import KEPT, Matrix, cached_vectors


class Counting:
    """Embed by length, and count how often that was asked."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, texts: Sequence[str]) -> Matrix:
        """Length and number of the call, a row a text."""
        self.calls += 1
        return np.array([[len(text), self.calls] for text in texts], dtype=np.float32)


@pytest.fixture
def embed() -> Counting:
    """A fresh counter."""
    return Counting()


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty cache."""
    return Cache((tmp_path,))


def test_the_same_texts_are_embedded_once(cache: Cache, embed: Counting) -> None:
    """A restart reads the vectors back as they were."""
    first = cached_vectors(cache, "model", ["a", "bc"], embed)
    np.testing.assert_array_equal(cached_vectors(cache, "model", ["a", "bc"], embed), first)
    assert embed.calls == 1


@pytest.mark.parametrize(
    ("model", "texts"),
    [("model", ["a", "bd"]), ("model", ["ab", "c"]), ("model", ["bc", "a"]), ("other", ["a", "bc"])],
)
def test_a_change_is_never_missed(cache: Cache, embed: Counting, model: str, texts: list[str]) -> None:
    """Another word, boundary, order or model means other vectors."""
    cached_vectors(cache, "model", ["a", "bc"], embed)
    assert cached_vectors(cache, model, texts, embed)[0, 1] == 2


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 48])
def test_a_damaged_file_is_made_again(cache: Cache, embed: Counting, tmp_path: Path, damage: bytes) -> None:
    """A cut or altered file is noticed, replaced and then used."""
    expected = cached_vectors(cache, "model", ["a", "bc"], embed)[:, 0]
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage)
    np.testing.assert_array_equal(cached_vectors(cache, "model", ["a", "bc"], embed)[:, 0], expected)
    cached_vectors(cache, "model", ["a", "bc"], embed)
    assert embed.calls == 2


def test_old_versions_do_not_pile_up(cache: Cache, embed: Counting, tmp_path: Path) -> None:
    """A card edited many times leaves only a few files behind."""
    for number in range(KEPT + 3):
        cached_vectors(cache, "model", [str(number)], embed)
    assert len(list(tmp_path.iterdir())) == KEPT
