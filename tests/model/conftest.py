"""A scripted endpoint, a gateway to it, and an assistant whose model it is."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from assistant.build import build
from assistant.desk import Desk
from assistant.model.gateway import Gateway
from assistant.settings import Settings
from tests.model.fault_server import FaultServer

KEY = "sk-secret-of-the-tests"


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
        update={"model": "openai:scripted", "model_base_url": server.url, "model_retries": 2}
    )


@pytest.fixture
def gateway(model_settings: Settings) -> Iterator[Gateway]:
    """A gateway to the scripted endpoint; it waits hardly at all between tries."""
    gateway = Gateway(model_settings)
    yield gateway
    gateway.close()


@pytest.fixture
def desk(
    model_settings: Settings, clock: Callable[[], dt.datetime], ids: Callable[[], str]
) -> Iterator[Desk]:
    """The desk of an assistant with a model."""
    with closing(build(model_settings, clock=clock, ids=ids)) as assistant:
        yield assistant.desk


@pytest.fixture
def conversation(desk: Desk) -> str:
    """The id of a new conversation."""
    return desk.create_conversation("local").id
