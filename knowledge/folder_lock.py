"""Let one process at a time write to a data folder; a killed one leaves nothing behind."""

import fcntl
import os
from pathlib import Path
from types import TracebackType

from knowledge.errors import DataFolderError

NAME = "lock"


class FolderLock:
    """The right to write to `folder`, held until released or until the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handle: int | None = None

    def acquire(self) -> "FolderLock":
        """Take the folder, making it if need be; raises `DataFolderError` naming the process that has it."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise DataFolderError(
                f"The data folder {str(self.folder)!r} cannot be written.",
                advice="Allow writing to it, free space, or set HIRING_DATA_DIR to another folder.",
            ) from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.ftruncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode(), 0)
        except OSError as error:
            holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip()
            os.close(handle)
            raise self._refused(holder, error) from error
        self._handle = handle
        return self

    def release(self) -> None:
        """Give the folder up; a second call does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> "FolderLock":
        return self.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _refused(self, holder: str, error: OSError) -> DataFolderError:
        if not isinstance(error, BlockingIOError):
            return DataFolderError(
                f"The data folder {str(self.folder)!r} cannot be locked.",
                advice="Free space, or set HIRING_DATA_DIR to a folder on a local disk.",
            )
        who = f"process {holder}" if holder.isdigit() else "another process"
        return DataFolderError(
            f"The data folder {str(self.folder)!r} is in use by {who}.",
            advice="Stop that process, or set HIRING_DATA_DIR to another folder.",
        )
