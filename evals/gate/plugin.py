"""The gate's options for pytest, and its results in one file: loaded by the commands with `-p`."""

import json
from pathlib import Path

import pytest

from evals.gate.results import Result

PROPERTY = "eval_result"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the commands pass on."""
    group = parser.getgroup("evals")
    group.addoption("--eval-results", help="Write every result to this file, as JSON.")
    group.addoption("--eval-recordings", help="Play and keep recordings in this folder.")
    group.addoption(
        "--eval-live", type=int, default=0, help="Ask the endpoint of the settings, so many times."
    )
    group.addoption("--eval-source", choices=["model", "scripted"], help="Who answers while recording.")
    group.addoption("--eval-family", help="The family of the model that answers while recording.")


class Collector:
    """Takes the results out of the tests' reports, from other processes too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._results: list[Result] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the results of a test that has run."""
        if report.when == "call":
            found = [value for name, value in report.user_properties if name == PROPERTY]
            self._results += [Result.model_validate_json(str(value)) for value in found]

    def pytest_sessionfinish(self) -> None:
        """Write them down."""
        kept = [result.model_dump(mode="json") for result in self._results]
        self._path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Collect results in the process that speaks to the user, when they are asked for."""
    path = config.getoption("--eval-results")
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Collector(Path(path)), "eval-results")
