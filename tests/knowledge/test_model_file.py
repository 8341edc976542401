"""The model's file is built once, from the pinned weights and no others."""

import importlib.util
from pathlib import Path

import pytest

from knowledge import model_file
from knowledge.cache import Cache
from knowledge.errors import ModelFileError


def test_the_file_is_built_once(tmp_path: Path) -> None:
    """The second call finds what the first has built, and says nothing."""
    told: list[str] = []
    cache = Cache((tmp_path,))
    first = model_file.model_file(cache, told.append)
    assert model_file.model_file(cache, told.append) == first
    assert len(told) == 1


def test_other_weights_are_refused(tmp_path: Path) -> None:
    """Weights that are not the pinned ones never become a model."""
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"other weights")
    with pytest.raises(ModelFileError, match="not the pinned one"):
        model_file.verified(path, model_file.WEIGHTS_SHA256)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    """A file that is gone is an error that names it."""
    with pytest.raises(ModelFileError, match=r"gone\.json"):
        model_file.verified(tmp_path / "gone.json", model_file.TOKENIZER_SHA256)


def test_a_missing_package_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its weights the assistant refuses with the command that brings them."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ModelFileError, match="make setup"):
        model_file.find_weights()
