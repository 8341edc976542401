"""Documents from the command line: added, listed, replaced and removed."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import cli
from assistant.settings import Settings
from knowledge.folder_lock import FolderLock

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line over a data folder: exit code, output, errors."""
    monkeypatch.setenv("HIRING_DATA_DIR", str(settings.data_dir))

    def command(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["hiring-assistant", *map(str, arguments)])
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return command


def write(folder: Path, name: str, text: str) -> Path:
    """A file to upload."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.slow
def test_documents_come_and_go(run: Run, tmp_path: Path) -> None:
    """What is added is listed with what was left out, replaced under its id, and removed."""
    first = write(tmp_path, "rules.md", "# Rules\n\nBe kind.\n\n<!-- to be checked -->\n")
    code, out, _ = run("documents", "add", first, write(tmp_path, "more.txt", "Be early."))
    assert code == 0
    assert "Rules (rules.md, " in out
    assert "left out: Comments: 3 words." in out
    listed = run("documents", "list")[1]
    assert sorted(listed.splitlines()) == sorted(out.splitlines())
    id_ = listed.split()[0]
    assert run("documents", "replace", id_, write(tmp_path, "new.md", "Be brief."))[0] == 0
    assert f"{id_}  new (new.md" in run("documents", "list")[1]
    assert run("documents", "remove", id_) == (0, "", "")
    assert id_ not in run("documents", "list")[1]


def test_one_bad_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    """Each file that cannot be read is named with the reason; the rest are kept; the exit code is 2."""
    good = write(tmp_path, "good.md", "Be kind.")
    code, out, err = run("documents", "add", tmp_path / "none.md", write(tmp_path, "a.xlsx", "x"), good)
    assert code == 2
    assert "good.md" in out
    assert "none.md: The file cannot be read." in err
    assert "a.xlsx: Files of this kind are not read." in err


@pytest.mark.slow
def test_an_unknown_document_is_an_input_error(run: Run, tmp_path: Path) -> None:
    """Removing or replacing what is not there says so and exits with 2."""
    assert run("documents", "remove", "nothing")[0] == 2
    assert run("documents", "replace", "nothing", write(tmp_path, "a.md", "Be kind."))[0] == 2


def test_a_folder_in_use_is_written_by_nobody_else(run: Run, tmp_path: Path, settings: Settings) -> None:
    """Beside a server, adding says which process holds the folder; listing just works."""
    with FolderLock(settings.data_dir):
        code, _, err = run("documents", "add", write(tmp_path, "a.md", "Be kind."))
        assert code == 3
        assert "in use by process" in err
        assert run("documents", "list") == (0, "", "")
