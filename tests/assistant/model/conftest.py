"""A scripted endpoint, a gateway to it, and an assistant whose model it is."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from pydantic import SecretStr

from assistant.build import Assistant, build
from assistant.desk import Desk
from assistant.model.gateway import Gateway
from assistant.model.prompt import Prompt
from assistant.settings import Settings
from knowledge.cards import Library
from knowledge.search import Search
from tests.assistant.model.fault_server import FaultServer

# What goes into a prompt, a brief or a key and may come out nowhere else.
SECRET = "zxqv-confidential"
PROMPT = Prompt(
    f"You answer. {SECRET}",
    f"Who leads the work? {SECRET}",
    "answer",
    {"type": "object", "properties": {}},
    "0123",
)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A scripted endpoint."""
    server = FaultServer()
    yield server
    server.close()


@pytest.fixture
def model_settings(server: FaultServer, settings: Settings) -> Settings:
    """Settings that name the scripted endpoint."""
    return settings.model_copy(
        update={
            "model": "openai:scripted",
            "model_base_url": server.url,
            "model_api_key": SecretStr(f"sk-{SECRET}"),
        }
    )


@pytest.fixture
def gateway(model_settings: Settings) -> Iterator[Gateway]:
    """A gateway to the scripted endpoint; it does not wait between tries unless it is told to."""
    gateway = Gateway(model_settings, chance=lambda: -0.5)
    yield gateway
    gateway.close()


@pytest.fixture
def assistant(
    model_settings: Settings,
    gateway: Gateway,
    library_search: tuple[Library, Search],
    clock: Callable[[], dt.datetime],
    ids: Callable[[], str],
) -> Iterator[Assistant]:
    """An assistant whose model is the scripted endpoint."""
    assistant = build(model_settings, clock=clock, ids=ids, gateway=gateway, shelf=library_search)
    yield assistant
    assistant.close()


@pytest.fixture
def desk(assistant: Assistant) -> Desk:
    """Its desk."""
    return assistant.desk


@pytest.fixture
def conversation(desk: Desk) -> str:
    """The id of a new conversation."""
    return desk.create_conversation("local").id
