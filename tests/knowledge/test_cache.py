"""Cache files appear whole or not at all, in the first folder that can be written."""

import os
from pathlib import Path

import pytest

from knowledge.cache import Cache, default_folders
from knowledge.errors import SetupError


def test_a_file_is_found_in_any_folder(tmp_path: Path) -> None:
    """An installation that can only be read still brings its files."""
    first, second = tmp_path / "first", tmp_path / "second"
    Cache((second,)).write("a", Path.touch)
    assert Cache((first, second)).find("a") == second / "a"
    assert Cache((first,)).find("a") is None


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    """A file that was cut short is never found under its name, nor left beside it."""

    def interrupted(path: Path) -> None:
        path.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Cache((tmp_path,)).write("a", interrupted)
    assert list(tmp_path.iterdir()) == []


def test_the_next_folder_serves_when_the_first_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only environment falls back to the user's cache folder."""
    real = os.replace

    def refuse(source: str, target: Path) -> None:
        if target.parent.name == "locked":
            raise PermissionError
        real(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    cache = Cache((tmp_path / "locked", tmp_path / "open"))
    assert cache.write("a", Path.touch) == tmp_path / "open" / "a"


def test_no_folder_at_all_is_a_clear_error(tmp_path: Path) -> None:
    """When nothing can be written the error says which folder to free."""
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(SetupError, match="file"):
        Cache((blocked,)).write("a", Path.touch)


def test_old_versions_go(tmp_path: Path) -> None:
    """Only the newest files of a pattern stay."""
    for age, name in enumerate(("new", "old", "older")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    Cache((tmp_path,)).prune("*", keep=1)
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_the_users_folder_follows_the_desktop_standard(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`XDG_CACHE_HOME` is honoured."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folders()[1] == tmp_path / "hiring-assistant"


def test_a_named_folder_is_the_only_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`HIRING_CACHE_DIR` holds for the search and for the checks: one model, one folder."""
    monkeypatch.setenv("HIRING_CACHE_DIR", str(tmp_path))
    assert default_folders() == (tmp_path,)
