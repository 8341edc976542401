"""The whole loop on an endpoint of the tests: record, replay, change, record again."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evals.gate.faults import damage
from evals.gate.places import GATE, ROOT
from evals.gate.storing import read_recording
from tests.evals.answerer import Answerer

pytestmark = pytest.mark.slow

DEFINITION, PROFILE = "job_definition/rich-network", "candidate_profile/rich-test-engineer"
RECORD = ("--record-mode=new_episodes", "--eval-source=scripted", "--eval-family=the script of the tests")
KEY = "sk-secret-of-the-tests"

Gate = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def answerer() -> Iterator[Answerer]:
    """An endpoint that answers by a script."""
    answerer = Answerer()
    yield answerer
    answerer.close()


@pytest.fixture(scope="module")
def gate(answerer: Answerer) -> Gate:
    """Run the gate in a process of its own, on two cases: how it ended, and what it printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HIRING_")}
    settings = {
        "HIRING_MODEL": "openai:somebody",
        "HIRING_MODEL_BASE_URL": answerer.url,
        "HIRING_MODEL_API_KEY": KEY,
        "HIRING_MODEL_RETRIES": "0",
    }

    def run(folder: Path, *options: str) -> tuple[int, str]:
        chosen = f"test_with_a_model and ({DEFINITION} or {PROFILE})"
        command = [sys.executable, "-m", "pytest", str(GATE), "-p", "evals.gate.plugin", "-k", chosen]
        done = subprocess.run(
            [*command, f"--eval-recordings={folder}", *options],
            cwd=ROOT,
            env={**kept, **settings},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    return run


@pytest.fixture(scope="module")
def made(gate: Gate, answerer: Answerer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Recordings of two cases, made by the script."""
    folder = tmp_path_factory.mktemp("recordings")
    code, said = gate(folder, *RECORD)
    assert code == 0, said
    assert len(answerer.asked) == 2
    return folder


@pytest.fixture
def harmed(made: Path, tmp_path: Path) -> Path:
    """A copy of those recordings, to do harm to."""
    return Path(shutil.copytree(made, tmp_path / "recordings"))


def test_a_recording_says_where_it_comes_from_and_holds_no_secret(made: Path) -> None:
    """What a script answered is called scripted; the key, the cookie and the request's id are not kept."""
    kept = read_recording(made / f"{DEFINITION}.yaml")
    said = kept["metadata"]["provenance"]
    assert (said["source"], said["family"]) == ("scripted", "the script of the tests")
    assert (said["model_asked"], said["model_answered"]) == ("openai:somebody", "somebody")
    assert list(said["prompts"]) == ["job_definition"]
    text = (made / f"{DEFINITION}.yaml").read_text(encoding="utf-8")
    assert not [word for word in (KEY, "session=", "req-1", "127.0.0.1:4011") if word in text]
    assert not list(damage(made / f"{DEFINITION}.yaml"))


def test_a_recording_can_be_read_in_a_review(made: Path) -> None:
    """Prompt and answer stand there as texts, line by line."""
    text = (made / f"{DEFINITION}.yaml").read_text(encoding="utf-8")
    assert re.search(r"^ +You word a job definition", text, re.MULTILINE)
    assert re.search(r"^ +House rules", text, re.MULTILINE)


def test_a_replay_asks_nobody(made: Path, gate: Gate, answerer: Answerer) -> None:
    """Recordings alone carry the gate: the same verdicts, and not one call."""
    before = len(answerer.asked)
    code, said = gate(made)
    assert (code, len(answerer.asked)) == (0, before), said


def test_recording_again_touches_what_is_stale_and_nothing_else(
    harmed: Path, gate: Gate, answerer: Answerer
) -> None:
    """A run that was broken off goes on where it stopped; one that fits is left alone."""
    fits, stale = harmed / f"{PROFILE}.yaml", harmed / f"{DEFINITION}.yaml"
    old = fits.read_bytes()
    stale.write_text(
        stale.read_text(encoding="utf-8").replace("Invent nothing", "Invent little"), encoding="utf-8"
    )
    before = len(answerer.asked)
    code, said = gate(harmed, *RECORD)
    assert (code, len(answerer.asked)) == (0, before + 1), said
    assert fits.read_bytes() == old
    assert len(read_recording(stale)["interactions"]) == 1
    assert "Invent little" not in stale.read_text(encoding="utf-8")


def test_a_changed_prompt_fails_with_the_difference_and_the_way_out(harmed: Path, gate: Gate) -> None:
    """The gate shows which line of the prompt changed, and the command that records it again."""
    path = harmed / f"{DEFINITION}.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Invent nothing", "Invent little"), encoding="utf-8"
    )
    code, said = gate(harmed)
    assert code == 1
    assert re.search(r'^ *- +"- Invent little: no figure', said, re.MULTILINE), said
    assert re.search(r'^ *\+ +"- Invent nothing: no figure', said, re.MULTILINE), said
    assert f"hiring-assistant eval record -k '{DEFINITION}'" in said


def test_a_half_played_recording_fails(harmed: Path, gate: Gate) -> None:
    """An exchange that is no longer asked for is not carried along."""
    path = harmed / f"{DEFINITION}.yaml"
    other = (harmed / f"{PROFILE}.yaml").read_text(encoding="utf-8")
    exchange = other.partition("interactions:\n")[2].partition("\nversion:")[0]
    path.write_text(
        path.read_text(encoding="utf-8").replace("\nversion:", f"\n{exchange}\nversion:"), encoding="utf-8"
    )
    code, said = gate(harmed)
    assert code == 1
    assert "no longer asks all that was recorded" in said
