"""The commands of `hiring-assistant eval`: each runs the gate in pytest and tells what it showed."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from assistant.errors import SetupError
from evals.gate.cases import load_cases
from evals.gate.faults import missing
from evals.gate.places import GATE, RECORDINGS, ROOT
from evals.gate.results import Result
from evals.gate.unrecorded import write_unrecorded

RESULTS = TypeAdapter(list[Result])


@dataclass(frozen=True)
class Ran:
    """One run of the gate: whether it passed, what pytest said, the results."""

    passed: bool
    said: str
    results: Sequence[Result]


def run(keyword: str = "", *options: str) -> Ran:
    """Replay the cases, or those that the keyword chooses, as pytest's `-k` does."""
    return _gate(keyword, options)


def record(keyword: str, source: str, family: str, workers: int) -> Ran:
    """Ask the endpoint of the settings what no recording answers, several cases at a time.

    A recording that still fits is only played, so a run that was broken off goes on where it stopped.
    """
    options = ("--record-mode=new_episodes", f"--eval-source={source}", f"--eval-family={family}")
    try:
        return _ask(keyword, workers, options)
    finally:
        write_unrecorded(missing(load_cases(), RECORDINGS))


def live(keyword: str, repeat: int, workers: int) -> Ran:
    """Ask the endpoint of the settings every case anew, several times, and record nothing."""
    return _ask(keyword, workers, ("--disable-recording", "--record-mode=all", f"--eval-live={repeat}"))


def _ask(keyword: str, workers: int, options: Sequence[str]) -> Ran:
    """Run the cases that a model answers with this machine's settings, showing each as it ends."""
    if not os.environ.get("HIRING_MODEL"):
        raise SetupError(
            "No model is set.", advice="Set HIRING_MODEL and HIRING_MODEL_BASE_URL, as for serving."
        )
    chosen = f"({keyword}) and test_with_a_model" if keyword else "test_with_a_model"
    spread = ("-n", str(workers), "--dist=worksteal", "-vv")
    return _gate(f"{chosen} and not gone_wrong", (*options, *spread), asking=True)


def _gate(keyword: str, options: Sequence[str], asking: bool = False) -> Ran:
    """Run the gate in a process of its own; a replay gets none of this machine's settings."""
    if not GATE.exists():
        raise SetupError("The gate is not here.", advice="Evals run from a checkout of the repository.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results.json"
        command = [sys.executable, "-m", "pytest", str(GATE), "-p", "evals.gate.plugin"]
        command += [f"--eval-results={path}", *(("-k", keyword) if keyword else ()), *options]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("HIRING_")}
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=dict(os.environ) if asking else clean,
            stdout=sys.stderr if asking else subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        results = RESULTS.validate_json(path.read_bytes()) if path.exists() else []
    return Ran(done.returncode in (0, 5), done.stdout or "", results)
