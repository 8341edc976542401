"""A client that leaves ends the model's call that was made for it, and frees its conversation."""

import json
import socket
import struct
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn

from api.app import create_app
from assistant.build import Assistant
from assistant.settings import Settings
from tests.assistant.model import plays
from tests.assistant.model.briefs import DOCUMENT, MESSAGE, READING
from tests.assistant.model.fault_server import FaultServer, Play

# The endpoint holds its answer for a minute: a connection closed before that was closed on purpose.
SECONDS = 20


@pytest.fixture
def address(assistant: Assistant, settings: Settings) -> Iterator[str]:
    """The assistant on a real socket."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(assistant, settings), log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listener.close()


def post(address: str, path: str, body: dict[str, Any], accept: str = "application/json") -> socket.socket:
    """Send a request and leave its answer unread."""
    place = urlsplit(address)
    data = json.dumps(body).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {place.netloc}\r\nAccept: {accept}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    connection = socket.create_connection((str(place.hostname), int(place.port or 0)))
    connection.sendall(head.encode() + data)
    return connection


@pytest.mark.parametrize("accept", ["text/event-stream", "application/json"])
@pytest.mark.parametrize("stage", ["read", "job_definition"])
def test_leaving_ends_the_call(
    accept: str, stage: str, address: str, server: FaultServer, assistant: Assistant
) -> None:
    """When the client leaves, the endpoint sees its connection closed, and nothing is kept."""
    server.on("read", plays.as_json(READING))
    server.on("job_definition", plays.as_json(DOCUMENT))
    id_ = assistant.desk.create_conversation("local").id
    server.on(stage, plays.part('{"', plays.LONG))
    client = post(address, f"/api/conversations/{id_}/messages", {"text": MESSAGE}, accept)
    while not server.named(stage):
        assert server.arrived.acquire(timeout=SECONDS)
    client.close()
    assert server.named(stage)[0].left.wait(SECONDS)
    with assistant.desk._turns.locks.hold("local", id_):
        assert assistant.desk.conversation("local", id_).messages == ()


def test_leaving_ends_a_lone_draft(address: str, server: FaultServer) -> None:
    """A draft asked for by itself ends with its client too."""
    server.on("job_definition", plays.SILENCE)
    brief = {"role_title": "tester", "must_haves": ["test design"]}
    client = post(address, "/api/drafts", {"kind": "job_definition", "brief": brief})
    assert server.arrived.acquire(timeout=SECONDS)
    client.close()
    assert server.calls[0].left.wait(SECONDS)


def test_the_endpoint_sees_who_left_before_it_answered(server: FaultServer) -> None:
    """A connection that was closed before the scripted endpoint wrote its first byte is seen as closed."""
    closed = threading.Event()

    def late(_: dict[str, Any]) -> Play:
        closed.wait(SECONDS)
        return plays.part('{"', plays.LONG)

    server.on("", late)
    client = post(server.url.removesuffix("/v1"), "/v1/chat/completions", {})
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # close by a reset
    client.close()
    closed.set()
    assert server.arrived.acquire(timeout=SECONDS)
    assert server.calls[0].left.wait(SECONDS)


def test_a_client_that_stays_gets_its_turn(address: str, server: FaultServer, assistant: Assistant) -> None:
    """Nothing is cut short for a client that waits."""
    server.on("read", plays.as_json(READING))
    server.on("job_definition", plays.as_json(DOCUMENT))
    id_ = assistant.desk.create_conversation("local").id
    client = post(address, f"/api/conversations/{id_}/messages", {"text": MESSAGE})
    answer = client.makefile("rb")
    assert b"200" in answer.readline()
    length = next(
        int(line.split()[1]) for line in iter(answer.readline, b"\r\n") if b"content-length" in line
    )
    while answer.readline().strip():
        pass
    assert json.loads(answer.read(length))["writer"] == "model"
    client.close()
