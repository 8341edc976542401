"""The application over the real library, with a reader that takes facts line by line."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from api.app import create_app
from assistant.brief import Change
from assistant.build import Assistant, new_writer
from assistant.desk import Desk
from assistant.drafting import Drafter
from assistant.facts import FACTS, LISTS
from assistant.kinds import Kind
from assistant.reading.reading import Context, Declined, Reading
from assistant.records.database import open_engine
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.turn import Turns
from knowledge.cards import Library
from knowledge.search import Search

LOCAL = "http://localhost"


class LineReader:
    """Reads lines such as `role_title: tester`, `draft: KIND`, `ask: QUESTION` and `rate: NAME`."""

    def read(self, message: str, context: Context) -> Reading:
        """Read one message."""
        lines = [line.partition(": ") for line in message.splitlines()]
        changes = tuple(
            Change(name, "add" if name in LISTS else "correct", value, value)
            for name, _, value in lines
            if name in FACTS
        )
        kinds = tuple(value for name, _, value in lines if name == "draft")
        asked = next((value for name, _, value in lines if name == "ask"), None)
        rated = any(name == "rate" for name, _, _ in lines)
        declined = (
            Declined("ranking people", "Only people do that.", "Ask for a scorecard.") if rated else None
        )
        intent = "answer" if asked else "draft" if kinds else "brief" if changes else "help"
        return Reading("decline" if rated else intent, changes, kinds, asked, declined)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a data folder of their own."""
    return Settings(data_dir=tmp_path / "data")


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    """A fresh database."""
    engine = open_engine(settings)
    yield engine
    engine.dispose()


@pytest.fixture
def assistant(
    engine: Engine,
    library: Library,
    search: Search,
    kinds: dict[str, Kind],
    drafter: Drafter,
    clock: Callable[[], dt.datetime],
    ids: Callable[[], str],
) -> Assistant:
    """An assistant over the real library and a fresh database."""
    reader, store = LineReader(), Store(engine)
    turns = Turns(reader, drafter, search, kinds, store, clock, ids)
    desk = Desk(turns, reader, drafter, search, kinds, store, clock, ids)
    return Assistant(library, kinds, search, reader, new_writer(library, search), drafter, store, desk)


@pytest.fixture
def client(assistant: Assistant, settings: Settings) -> Iterator[TestClient]:
    """A client on this machine, without a token."""
    with TestClient(create_app(assistant, settings), base_url=LOCAL) as client:
        yield client


@pytest.fixture
def conversation(client: TestClient) -> str:
    """The id of a new conversation."""
    return str(client.post("/api/conversations", json={}).json()["id"])
