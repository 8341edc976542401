"""Keep the library's vectors in a file named by what they were made from: right, or not there."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from knowledge.cache import Cache

Matrix = npt.NDArray[np.float32]
Embed = Callable[[Sequence[str]], Matrix]

KEPT = 4  # other versions of the cards, of another checkout or branch
_CHECK = hashlib.sha256().digest_size


def cached_vectors(
    cache: Cache, model: str, texts: Sequence[str], embed: Embed, of: str = "library"
) -> Matrix:
    """The texts' vectors as rows from the cache, or embedded and kept; `model` is the model's digest.

    `of` names what the texts are; the versions of each are kept apart.

    Any process may read without a lock: a file is written whole, and its name says which texts and model.
    """
    name = f"{of}-{_key(model, texts)}.vectors"
    found = _read(cache.find(name), len(texts))
    if found is not None:
        return found
    cache.drop(name)
    vectors = np.ascontiguousarray(embed(texts), dtype=np.float32)
    cache.write(name, lambda path: _fill(path, vectors))
    cache.prune(f"{of}-*.vectors", keep=KEPT)
    return vectors


def _key(model: str, texts: Sequence[str]) -> str:
    digest = hashlib.sha256(model.encode())
    for text in texts:
        data = text.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:32]


def _fill(path: Path, vectors: Matrix) -> None:
    data = vectors.tobytes()
    path.write_bytes(hashlib.sha256(data).digest() + data)


def _read(path: Path | None, count: int) -> Matrix | None:
    """The file's vectors, or nothing when it is missing, cut short or altered."""
    if path is None:
        return None
    try:
        content = path.read_bytes()
    except OSError:
        return None
    check, data = content[:_CHECK], content[_CHECK:]
    if hashlib.sha256(data).digest() != check or len(data) % (count * 4):
        return None
    return np.frombuffer(data, dtype=np.float32).reshape(count, -1)
