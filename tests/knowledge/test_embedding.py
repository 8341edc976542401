"""The embedding model computes what the published one computes, and survives a damaged file."""

import math
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from knowledge import embedding, model_file
from knowledge.cache import Cache
from knowledge.embedding import PROBE, TOGETHER, MiniLM
from knowledge.errors import ModelFileError

Array = npt.NDArray[np.float64]
TEXTS = [
    PROBE,
    "Kubernetes",
    "Überstunden, café: 9-17 h?",
    "The contractor keeps their own hours, and answers to one person. " * 6,
]


class Reference:
    """The model written again from its paper, in plain numpy: no shared line with the graph."""

    def __init__(self) -> None:
        files = model_file.find_weights()
        self.weights = load_file(files.tensors)
        self.tokenizer = Tokenizer.from_file(str(files.tokenizer))
        self.tokenizer.no_padding()

    def vector(self, text: str) -> Array:
        """The unit vector of one text."""
        ids = self.tokenizer.encode(text).ids
        tables = [
            self.weights[f"embeddings.{kind}_embeddings.weight"]
            for kind in ("word", "position", "token_type")
        ]
        state = self.normed("embeddings", tables[0][ids].astype(float) + tables[1][: len(ids)] + tables[2][0])
        for number in range(6):
            state = self.layer(f"encoder.layer.{number}", state)
        mean = state.mean(axis=0)
        return mean / np.sqrt((mean**2).sum())

    def layer(self, name: str, state: Array) -> Array:
        """One encoder layer."""
        query, key, value = (
            self.linear(f"{name}.attention.self.{part}", state).reshape(-1, 12, 32)
            for part in ("query", "key", "value")
        )
        weight = np.exp(np.einsum("qhd,khd->hqk", query, key) / math.sqrt(32))
        share = weight / weight.sum(axis=-1, keepdims=True)
        mixed = np.einsum("hqk,khd->qhd", share, value).reshape(-1, 384)
        state = self.normed(
            f"{name}.attention.output", self.linear(f"{name}.attention.output.dense", mixed) + state
        )
        wide = self.linear(f"{name}.intermediate.dense", state)
        wide = wide * 0.5 * (1 + np.vectorize(math.erf)(wide / math.sqrt(2)))
        return self.normed(f"{name}.output", self.linear(f"{name}.output.dense", wide) + state)

    def linear(self, name: str, state: Array) -> Array:
        """A linear layer."""
        product: Array = state @ self.weights[f"{name}.weight"].T.astype(float) + self.weights[f"{name}.bias"]
        return product

    def normed(self, name: str, state: Array) -> Array:
        """A layer norm."""
        centred = state - state.mean(axis=-1, keepdims=True)
        unit = centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
        scaled: Array = (
            unit * self.weights[f"{name}.LayerNorm.weight"] + self.weights[f"{name}.LayerNorm.bias"]
        )
        return scaled


def test_vectors_agree_with_an_independent_forward_pass(minilm: MiniLM) -> None:
    """Every component is within 1e-4 of the model's own mathematics, in a batch of unlike lengths."""
    reference = Reference()
    expected = np.array([reference.vector(text) for text in TEXTS])
    np.testing.assert_allclose(minilm.vectors(TEXTS), expected, atol=1e-4)


def test_a_text_has_one_vector_whatever_its_company(minilm: MiniLM) -> None:
    """Order and batch change nothing."""
    together = minilm.vectors([*TEXTS, *reversed(TEXTS)])
    np.testing.assert_allclose(together[: len(TEXTS)], together[len(TEXTS) :][::-1], atol=1e-6)
    np.testing.assert_allclose(together[1], minilm.embed_query(TEXTS[1]), atol=1e-5)


def test_what_stands_beyond_the_limit_is_cut(minilm: MiniLM) -> None:
    """A long text counts by its first 256 tokens."""
    long = "word " * 254
    np.testing.assert_allclose(
        minilm.vectors([long])[0], minilm.vectors([long + "other " * 999])[0], atol=1e-6
    )


def test_odd_texts_have_a_vector_too(minilm: MiniLM) -> None:
    """Nothing, half a surrogate pair and NUL are embedded without an error."""
    vectors = minilm.vectors(["", "half \ud83d pair", "a\0b"])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert minilm.vectors([]).shape == (0, 384)


def test_groups_are_bounded_in_tokens() -> None:
    """No group holds more tokens than it should, a long text stands alone, and none is left out."""
    lengths = [3] * 90 + [100] * 11 + [256] * 3 + [900] + [5, 5]
    groups = list(embedding._groups([[number] * length for number, length in enumerate(lengths)]))
    assert [ids[0] for group in groups for ids in group] == list(range(len(lengths)))
    for group in groups:
        assert len(group) == 1 or sum(map(len, group)) <= TOGETHER
    assert len(groups) == 2 + 5 + 3 + 1 + 1


def test_threads_may_share_it(minilm: MiniLM) -> None:
    """Eight threads at once get the vectors that one would get."""
    alone = minilm.vectors(TEXTS)
    with ThreadPoolExecutor(8) as pool:
        for vectors in pool.map(lambda _: minilm.vectors(TEXTS), range(16)):
            np.testing.assert_allclose(vectors, alone, atol=1e-6)


@pytest.mark.parametrize("damage", ["cut", "changed"])
def test_a_damaged_model_file_is_built_again(
    damage: str, tmp_path: Path, minilm: MiniLM, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was cut short or altered is noticed and replaced, never used."""
    minilm.load()
    built = model_file.model_file(minilm._cache, lambda line: None)
    content = bytearray(built.read_bytes())
    half = len(content) // 2
    content[half : half + 4000] = bytes([0x3F]) * 4000
    (tmp_path / built.name).write_bytes(content if damage == "changed" else content[:half])
    monkeypatch.setattr(model_file, "_build", lambda path: path.write_bytes(built.read_bytes()))
    told: list[str] = []
    fresh = MiniLM(Cache((tmp_path,)), told.append)
    np.testing.assert_allclose(fresh.vectors([PROBE]), minilm.vectors([PROBE]), atol=1e-6)
    assert len(told) == 1


def test_a_model_that_computes_nonsense_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When building it again does not help, the error says what to do."""
    monkeypatch.setattr(model_file, "_build", lambda path: path.write_bytes(b"no model"))
    with pytest.raises(ModelFileError, match="make clean setup"):
        embedding.MiniLM(Cache((tmp_path,))).load()
