"""One process at a time writes to a data folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.errors import DataFolderError
from knowledge.folder_lock import FolderLock

HOLD = """
import sys
from pathlib import Path
from knowledge.folder_lock import FolderLock
lock = FolderLock(Path(sys.argv[1])).acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_told_which_one_holds_the_folder(tmp_path: Path) -> None:
    """The error names the other process; once that is killed the folder is free again."""
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(DataFolderError, match=rf"process {other.pid}\b"):
            FolderLock(tmp_path).acquire()
        other.kill()
    with FolderLock(tmp_path):
        pass


def test_a_released_folder_can_be_taken_again(tmp_path: Path) -> None:
    """Within a process too, one holder at a time; releasing twice does no harm."""
    lock = FolderLock(tmp_path / "new").acquire()
    with pytest.raises(DataFolderError, match=str(os.getpid())):
        FolderLock(tmp_path / "new").acquire()
    lock.release()
    lock.release()
    FolderLock(tmp_path / "new").acquire().release()


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    """The error names the folder and the setting to change."""
    (tmp_path / "file").touch()
    with pytest.raises(DataFolderError, match="HIRING_DATA_DIR"):
        FolderLock(tmp_path / "file" / "data").acquire()


def test_a_full_disk_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the lock cannot be written, no handle stays behind to block the next attempt."""

    def full(handle: int, data: bytes, offset: int) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "pwrite", full)
        with pytest.raises(DataFolderError, match="HIRING_DATA_DIR"):
            FolderLock(tmp_path).acquire()
    FolderLock(tmp_path).acquire().release()
