"""What is wrong with the recordings as a whole: orphans, secrets, cases without one."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from pydantic import ValidationError

from evals.gate.cases import EvalCase
from evals.gate.recording import KEPT
from evals.gate.results import Provenance
from evals.gate.storing import read_recording

SECRET = re.compile(
    r"\bsk-[A-Za-z0-9_-]{8,}|\bBearer\s+\S+|\b(?:authorization|cookie|openai-organization|x-request-id)\b\s*:",
    re.IGNORECASE,
)


def recorded(folder: Path) -> dict[str, Path]:
    """The recordings by the id of their case."""
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path for path in sorted(folder.glob("*/*.yaml"))
    }


def wants_recording(case: EvalCase) -> bool:
    """Say whether a model answers this case, and not a script."""
    return "model" in case.about.ways and not case.scripted


def orphans(cases: Collection[EvalCase], folder: Path) -> list[str]:
    """The recordings that no case plays."""
    wanted = {case.id for case in cases if wants_recording(case)}
    return [id_ for id_ in recorded(folder) if id_ not in wanted]


def missing(cases: Collection[EvalCase], folder: Path) -> list[str]:
    """The cases that have no recording."""
    found = recorded(folder)
    return [case.id for case in cases if wants_recording(case) and case.id not in found]


def damage(path: Path) -> Iterator[str]:
    """What is wrong with one recording: a secret, a header that should not be kept, no provenance."""
    text = path.read_text(encoding="utf-8")
    for match in SECRET.finditer(text):
        yield f"it holds what looks like a secret ({match[0][:6]}...)"
    kept = read_recording(path)
    try:
        Provenance.model_validate(kept["metadata"]["provenance"])
    except (KeyError, TypeError, ValidationError):
        yield "it does not say where it comes from"
    for item in kept["interactions"]:
        for part in ("request", "response"):
            extra = [name for name in item[part]["headers"] if name.lower() not in KEPT]
            yield from (f"it keeps the header {name!r}" for name in extra)
