"""Keep files that can always be made again: found in any folder of a path, written whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import SetupError


def default_folders() -> tuple[Path, ...]:
    """The folder that `HIRING_CACHE_DIR` names; without one the environment's own, then the user's."""
    named = os.environ.get("HIRING_CACHE_DIR")
    if named:
        return (Path(named),)
    user = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return (Path(sys.prefix) / "var" / "hiring-assistant", user / "hiring-assistant")


@dataclass(frozen=True)
class Cache:
    """A search path of folders; file names carry a digest of what is in them, so none goes stale."""

    folders: tuple[Path, ...]

    def find(self, name: str) -> Path | None:
        """The file of this name, from the first folder that has it."""
        paths = (folder / name for folder in self.folders)
        return next((path for path in paths if path.is_file()), None)

    def write(self, name: str, fill: Callable[[Path], None]) -> Path:
        """Let `fill` write a new file, then give it its name in the first folder that can be written."""
        failure: OSError | None = None
        for folder in self.folders:
            try:
                return _write(folder, name, fill)
            except OSError as error:
                failure = error
        raise SetupError(
            "No cache folder can be written.",
            advice=f"Free space in, or allow writing to, {str(self.folders[0])!r}.",
        ) from failure

    def drop(self, name: str) -> None:
        """Forget a damaged file; a folder that cannot be written keeps it."""
        for folder in self.folders:
            try:
                (folder / name).unlink(missing_ok=True)
            except OSError:
                continue

    def prune(self, pattern: str, keep: int) -> None:
        """Remove all but the newest files of a pattern; a reader that has one open is not disturbed."""
        for folder in self.folders:
            try:
                files = sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
                for path in files[keep:]:
                    path.unlink(missing_ok=True)
            except OSError:
                continue


def _write(folder: Path, name: str, fill: Callable[[Path], None]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=f".{name}-", dir=folder)
    os.close(handle)
    try:
        fill(Path(draft))
        os.chmod(draft, 0o644)  # mkstemp's 0600 would hide a shared environment's file from its users
        os.replace(draft, folder / name)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return folder / name
