"""The application over the desk of the tests."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from assistant.build import Assistant
from assistant.desk import Desk
from assistant.drafting import Drafter
from assistant.kinds import Kind
from assistant.records.store import Store
from assistant.settings import Settings
from knowledge.cards import Library
from knowledge.search import Search
from tests.line_reader import LineReader

LOCAL = "http://localhost"


@pytest.fixture
def assistant(
    desk: Desk, store: Store, library: Library, search: Search, kinds: dict[str, Kind], drafter: Drafter
) -> Assistant:
    """An assistant around the desk."""
    return Assistant(
        library=library,
        kinds=kinds,
        search=search,
        reader=LineReader(),
        writer=drafter._writer,
        drafter=drafter,
        records=store,
        desk=desk,
        close=lambda: None,
    )


@pytest.fixture
def client(assistant: Assistant, settings: Settings) -> Iterator[TestClient]:
    """A client on this machine, without a token."""
    with TestClient(create_app(assistant, settings), base_url=LOCAL) as client:
        yield client


@pytest.fixture
def conversation(client: TestClient) -> str:
    """The id of a new conversation."""
    return str(client.post("/api/conversations", json={}).json()["id"])
