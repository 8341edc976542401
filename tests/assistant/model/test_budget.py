"""A day's tokens are counted, across restarts, and a used-up budget stops calls."""

import datetime as dt
from pathlib import Path

import pytest

from assistant.model.budget import Budget, BudgetError
from assistant.model.gateway import Gateway
from assistant.model.prompt import Usage
from assistant.settings import Settings
from tests.assistant.model import plays
from tests.assistant.model.conftest import PROMPT
from tests.assistant.model.fault_server import FaultServer, Step

DAY = dt.datetime(2026, 11, 21, 23, 59, tzinfo=dt.UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the count is kept."""
    return tmp_path / "tokens.json"


def test_used_up_until_the_next_day(file: Path) -> None:
    """A used-up budget stops calls until the next day, also in a new process."""
    Budget(100, file, lambda: DAY).spend(Usage(60, 40))
    with pytest.raises(BudgetError, match="HIRING_MODEL_DAILY_TOKENS"):
        Budget(100, file, lambda: DAY).ask()
    Budget(100, file, lambda: DAY + dt.timedelta(minutes=1)).ask()
    Budget(101, file, lambda: DAY).ask()
    Budget(0, file, lambda: DAY).ask()


@pytest.mark.parametrize("kept", ["", "[]", '{"day": 1}', '{"day": "2026-11-21", "tokens": "many"}', "\x00"])
def test_a_damaged_count_starts_anew(file: Path, kept: str) -> None:
    """A damaged file counts as nothing used."""
    file.write_text(kept)
    budget = Budget(10, file, lambda: DAY)
    budget.ask()
    budget.spend(Usage(10, 0))
    with pytest.raises(BudgetError):
        budget.ask()


def test_calls_count(server: FaultServer, model_settings: Settings, file: Path) -> None:
    """What calls cost is counted: as told, and about right for an answer that broke off."""
    budget = Budget(18, file, lambda: DAY)
    gateway = Gateway(model_settings, budget=budget)
    server.on("", plays.whole("ok", cost=(11, 6)), plays.part("x" * 400, Step.CUT))
    gateway.whole(PROMPT)
    with pytest.raises(Exception, match="connection broke"):
        gateway.whole(PROMPT)
    with pytest.raises(BudgetError):
        gateway.whole(PROMPT)
    assert len(server.calls) == 2
    gateway.close()


def test_a_disk_that_is_full_stops_nothing(server: FaultServer, model_settings: Settings, file: Path) -> None:
    """An answer is given even when its cost cannot be written down."""
    gateway = Gateway(model_settings, budget=Budget(100, file / "no" / "folder", lambda: DAY))
    server.on("", plays.whole("ok"))
    assert gateway.whole(PROMPT)[0] == "ok"
    gateway.close()
