"""The cases that are still to be recorded, named one by one; the list is to be empty in the end."""

from collections.abc import Collection
from pathlib import Path

from evals.gate.places import UNRECORDED

HEAD = "# Cases whose recording is still to be made; `hiring-assistant eval record` shortens the list.\n"


def unrecorded(path: Path = UNRECORDED) -> tuple[str, ...]:
    """The ids on the list."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return tuple(line for line in lines if line and not line.startswith("#"))


def write_unrecorded(ids: Collection[str], path: Path = UNRECORDED) -> None:
    """Write the list anew; an empty one is no file."""
    if ids:
        path.write_text(HEAD + "".join(f"{id_}\n" for id_ in sorted(ids)), encoding="utf-8")
    else:
        path.unlink(missing_ok=True)
