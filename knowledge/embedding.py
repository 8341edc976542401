"""Embed texts with all-MiniLM-L6-v2 on the CPU, behind LangChain's `Embeddings`."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cache as once
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.embeddings import Embeddings

from knowledge.cache import Cache
from knowledge.errors import ModelFileError
from knowledge.model_file import DIGEST, NAME, TOKENIZER_SHA256, Progress, find_weights, model_file, verified
from knowledge.vector_cache import Matrix, cached_vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

SIZE = 384
TOKENS = 256
# So many tokens of short texts are embedded at once; the model compares each with each, and keeps the memory.
TOGETHER = 256
THREADS = 2

# A damaged file can still load: this sentence's first components tell whether it computes what it should.
PROBE = "Name one decision-maker before work starts."
PROBE_VECTOR = (-0.02605, 0.013403, -0.006241, 0.002073, 0.03002, 0.011026, 0.08478, -0.004572)


class MiniLM(Embeddings):
    """Unit vectors of 384 numbers; texts beyond 256 tokens are cut. Loads at first use; thread-safe."""

    digest = DIGEST

    def __init__(self, cache: Cache, progress: Progress = lambda line: None) -> None:
        self._cache = cache
        self._progress = progress
        self._loading = threading.Lock()
        self._loaded: tuple[Tokenizer, InferenceSession] | None = None

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, in order."""
        return [[float(number) for number in row] for row in self.vectors(texts)]

    def embed_query(self, text: str) -> list[float]:
        """The vector of one text."""
        return self.embed_documents([text])[0]

    def vectors(self, texts: Sequence[str]) -> Matrix:
        """The vectors as rows, float32 (texts, 384)."""
        tokenizer, session = self._load()
        # Not `encode_batch`: for a few texts its threads cost more time than they save.
        encoded = [tokenizer.encode(_clean(text)).ids for text in texts]
        together = [_run(session, group) for group in _groups(encoded)]
        return np.concatenate(together) if together else np.empty((0, SIZE), dtype=np.float32)

    def kept(self, texts: Sequence[str], of: str) -> Matrix:
        """As `vectors`, out of the cache where they have been embedded before; `of` names what they are."""
        return cached_vectors(self._cache, self.digest, texts, self.vectors, of)

    def load(self) -> None:
        """Load the model now, building its file if need be."""
        self._load()

    def _load(self) -> "tuple[Tokenizer, InferenceSession]":
        with self._loading:
            if self._loaded is None:
                tokenizer = _tokenizer()
                self._loaded = (tokenizer, self._session(tokenizer))
            return self._loaded

    def _session(self, tokenizer: "Tokenizer") -> "InferenceSession":
        session = self._opened(tokenizer)
        if session is None:
            self._cache.drop(NAME)
            session = self._opened(tokenizer)
        if session is None:
            raise ModelFileError(
                "The embedding model computes wrong numbers.", advice="Run `make clean setup`."
            )
        return session

    def _opened(self, tokenizer: "Tokenizer") -> "InferenceSession | None":
        """The session, or nothing when the file is damaged."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = THREADS
        options.inter_op_num_threads = 1
        # A thread that spins while it waits takes the processor from the rest of the process.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 4
        path = model_file(self._cache, self._progress)
        try:
            session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
            probe = _run(session, [tokenizer.encode(PROBE).ids])[0, : len(PROBE_VECTOR)]
        except Exception:  # onnxruntime raises a dozen types of its own for a damaged file
            return None
        return session if np.allclose(probe, PROBE_VECTOR, atol=1e-3) else None


@once
def minilm(cache: Cache) -> MiniLM:
    """The one model of this process over a cache: a second one would cost 130 MB and half a second."""
    return MiniLM(cache)


def _tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(verified(find_weights().tokenizer, TOKENIZER_SHA256)))
    tokenizer.enable_truncation(max_length=TOKENS)
    tokenizer.no_padding()
    return tokenizer


def _clean(text: str) -> str:
    # The tokenizer is written in Rust and refuses half a surrogate pair.
    return text.encode("utf-8", "replace").decode("utf-8")


def _groups(encoded: Iterable[list[int]]) -> Iterator[list[list[int]]]:
    """Texts in their order, in groups of up to `TOGETHER` tokens."""
    group: list[list[int]] = []
    room = TOGETHER
    for ids in encoded:
        if group and len(ids) > room:
            yield group
            group, room = [], TOGETHER
        group.append(ids)
        room -= len(ids)
    if group:
        yield group


def _run(session: "InferenceSession", group: Sequence[Sequence[int]]) -> Matrix:
    sizes = [len(ids) for ids in group]
    output: Any = session.run(
        ["vectors"],
        {
            "ids": np.concatenate(group),
            "places": np.concatenate([np.arange(size) for size in sizes]),
            "texts": np.repeat(np.arange(len(group)), sizes),
        },
    )
    vectors: Matrix = output[0]
    return vectors
