"""The stage of the eval cases, and how pytest-recording keeps and plays their recordings."""

import datetime as dt
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from vcr import VCR
from vcr.persisters.filesystem import FilesystemPersister

from assistant.settings import read_settings
from evals.gate.cases import EvalCase
from evals.gate.places import RECORDINGS
from evals.gate.recording import MATCH_ON, settled_request, settled_response
from evals.gate.results import Provenance, Result
from evals.gate.shelf import shelf_digest
from evals.gate.stage import Stage, replay_settings
from evals.gate.storing import ReadableSerializer


def pytest_recording_configure(config: pytest.Config, vcr: VCR) -> None:
    """Keep recordings readable; pytest-recording's own persister cannot load their metadata."""
    vcr.register_persister(FilesystemPersister)
    vcr.register_serializer("yaml", ReadableSerializer)


@pytest.fixture(scope="session")
def recording(record_mode: str) -> bool:
    """Whether answers are recorded in this run."""
    return record_mode != "none"


@pytest.fixture(scope="session")
def live(pytestconfig: pytest.Config) -> int:
    """How many times each case asks the endpoint of the settings; nought when recordings are played."""
    return int(pytestconfig.getoption("--eval-live", default=0))


@pytest.fixture(scope="session")
def recordings(pytestconfig: pytest.Config) -> Path:
    """Where the recordings are."""
    return Path(pytestconfig.getoption("--eval-recordings", default=None) or RECORDINGS)


@pytest.fixture(scope="module")
def vcr_cassette_dir(recordings: Path) -> str:
    """Every recording lies under its flow."""
    return str(recordings)


@pytest.fixture
def default_cassette_name(request: pytest.FixtureRequest) -> str:
    """A recording is called after its case."""
    case: EvalCase = request.getfixturevalue("case")
    return case.id


@pytest.fixture
def vcr_config(recording: bool) -> dict[str, Any]:
    """Match on the whole request; while recording, forget what is no longer asked."""
    return {
        "match_on": MATCH_ON,
        "before_record_request": settled_request,
        "before_record_response": settled_response,
        "decode_compressed_response": True,
        "drop_unused_requests": recording,
    }


@pytest.fixture(scope="session")
def stage(recording: bool, live: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The assistants; a replay knows nothing of this machine's settings."""
    settings = read_settings() if recording or live else replay_settings()
    stage = Stage(settings, tmp_path_factory.mktemp("stage"))
    yield stage
    stage.close()


@pytest.fixture(scope="session")
def provenance(pytestconfig: pytest.Config) -> dict[str, str]:
    """What the one who records says of who answers."""
    return {
        "source": pytestconfig.getoption("--eval-source", default=None) or "",
        "family": pytestconfig.getoption("--eval-family", default=None) or "",
    }


def provenance_of(result: Result, said: dict[str, str], answered: str) -> Provenance:
    """Where a recording made just now comes from."""
    settings = read_settings()
    return Provenance(
        **said,
        model_asked=settings.model,
        model_answered=answered,
        endpoint="OpenAI-compatible, chat completions" if settings.model_base_url else "the provider's own",
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        prompts=result.prompts,
        shelf=shelf_digest(),
        package=version("hiring-assistant"),
    )
