"""What a model costs, and where text goes, is told."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from assistant.build import Assistant
from assistant.desk import Desk
from assistant.model.gateway import Gateway
from assistant.settings import Settings
from tests.assistant.model import plays
from tests.assistant.model.fault_server import FaultServer
from tests.assistant.model.test_turn import first


@pytest.fixture
def client(assistant: Assistant, settings: Settings) -> Iterator[TestClient]:
    """A client of the assistant with a model."""
    with TestClient(create_app(assistant, settings), base_url="http://localhost") as client:
        yield client


def test_a_conversation_adds_up(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A conversation tells the tokens of all its turns, and of drafts made beside them."""
    turn = first(desk, server, conversation)
    server.on("candidate_profile", plays.whole("{}", cost=(30, 4)))
    desk.drafts.make("local", "candidate_profile", conversation)
    view = desk.conversation("local", conversation)
    assert (view.tokens_in, view.tokens_out) == (turn.tokens_in + 30, turn.tokens_out + 4)


def test_where_text_goes(client: TestClient, gateway: Gateway) -> None:
    """The page can say which model text goes to and at which host, and asks for it under one address."""
    assert client.get("/api/model").json() == {"model": "openai:scripted", "host": gateway.host}
    assert gateway.host.startswith("127.0.0.1:")
    assert 'id="model"' in client.get("/").text


def test_without_a_model(client: TestClient, desk: Desk) -> None:
    """Without a model it says that there is none."""
    desk.model = type(desk.model)()
    assert client.get("/api/model").json() == {"model": None, "host": None}
