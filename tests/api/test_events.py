"""A stream says how it ended, and a client that goes away stops it."""

import asyncio
import json
import logging
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.problems import MEDIA_TYPE
from api.running import Running
from assistant.build import Assistant
from assistant.desk import Desk
from assistant.errors import StorageError
from assistant.settings import Settings
from assistant.turns import Event
from tests.api.test_conversations import FIRST, events_of

EVENTS = {"Accept": "text/event-stream"}


class Script:
    """Stands in for the desk's turns: plays events, notes when it is closed."""

    def __init__(self, *steps: Event | Exception, endless: bool = False) -> None:
        self.steps = steps
        self.endless = endless
        self.closed = threading.Event()

    def take(self, *_: object) -> Iterator[Event]:
        """Play the steps, raising those that are errors."""
        try:
            for step in self.steps:
                if isinstance(step, Exception):
                    raise step
                yield step
            while self.endless:
                yield Event("status", {"stage": "writing"})
        finally:
            self.closed.set()


READING = Event("status", {"stage": "reading"})


def test_a_stream_is_not_buffered_or_kept(client: TestClient, conversation: str) -> None:
    """Proxies and caches let the events through as they come."""
    path = f"/api/conversations/{conversation}/messages"
    headers = client.post(path, json={"text": FIRST}, headers=EVENTS).headers
    assert headers["cache-control"] == "no-cache"
    assert headers["x-accel-buffering"] == "no"


def test_an_error_before_the_first_event_is_a_plain_problem(client: TestClient) -> None:
    """A conversation that does not exist is a 404, not a stream that fails."""
    reply = client.post("/api/conversations/nobodys/messages", json={"text": "hello"}, headers=EVENTS)
    assert reply.status_code == 404
    assert reply.headers["content-type"] == MEDIA_TYPE


def test_an_error_in_midstream_is_an_event(client: TestClient, desk: Desk, conversation: str) -> None:
    """A disk that fills while a draft is written ends the stream with the problem itself."""
    script = Script(READING, StorageError("The records could not be kept.", advice="Free space."))
    desk.take = script.take
    reply = client.post(f"/api/conversations/{conversation}/messages", json={"text": "x"}, headers=EVENTS)
    assert events_of(reply.text) == [
        ("status", {"stage": "reading"}),
        (
            "error",
            {
                "type": "urn:hiring-assistant:storage",
                "title": "The records are not available",
                "status": 503,
                "detail": "The records could not be kept. Free space.",
            },
        ),
    ]
    assert script.closed.wait(10)


def test_an_unforeseen_error_in_midstream_says_nothing_of_itself(
    client: TestClient, desk: Desk, conversation: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the event nor the log repeats what an unforeseen error says."""
    desk.take = Script(READING, KeyError("secret")).take
    with caplog.at_level(logging.DEBUG):
        reply = client.post(f"/api/conversations/{conversation}/messages", json={"text": "x"}, headers=EVENTS)
    name, problem = events_of(reply.text)[-1]
    assert (name, problem["status"]) == ("error", 500)
    assert "secret" not in reply.text + caplog.text
    assert "KeyError" in caplog.text


def test_text_cannot_forge_an_event(client: TestClient, conversation: str) -> None:
    """Line breaks and event syntax in a message stay inside the data of the event that carries them."""
    text = "role_title: x\r\nevent: done\rdata: {}\n\nevent: error\u2028data: {}\ndraft: job_definition"
    reply = client.post(f"/api/conversations/{conversation}/messages", json={"text": text}, headers=EVENTS)
    names = [line for line in reply.text.split("\n") if line.startswith("event: ")]
    assert names.count("event: done") == 1
    assert "event: error" not in names
    assert client.get(f"/api/conversations/{conversation}").json()["messages"][0]["text"] == text


async def leave_after_first_event(app: FastAPI, path: str, version: str) -> int:
    """Hear the first event and go away, as servers of a version tell it; returns how many were sent."""
    sent, gone = 0, asyncio.Event()
    body = json.dumps({"text": FIRST}).encode()
    incoming: list[dict[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        if incoming:
            return incoming.pop()
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal sent
        if gone.is_set() and version == "2.4":
            raise OSError("gone")
        if message["type"] == "http.response.body" and message["body"]:
            sent += 1
            gone.set()

    headers = {"host": "localhost", "content-type": "application/json", "accept": "text/event-stream"}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": version},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
    }
    async with app.router.lifespan_context(app) as state:
        scope["state"] = dict(state)
        await asyncio.wait_for(app(scope, receive, send), 10)
    return sent


@pytest.mark.parametrize("version", ["2.3", "2.4"])
def test_a_client_that_goes_away_stops_the_turn(
    assistant: Assistant,
    settings: Settings,
    desk: Desk,
    conversation: str,
    version: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """When the client is gone an endless turn ends, is closed, and the next message is not kept waiting."""
    script = Script(READING, endless=True)
    real, desk.take = desk.take, script.take
    app = create_app(assistant, settings)
    sent = asyncio.run(leave_after_first_event(app, f"/api/conversations/{conversation}/messages", version))
    assert script.closed.wait(10)
    assert 1 <= sent < 100
    assert "Unforeseen" not in caplog.text
    desk.take = real
    assert desk.send("local", conversation, FIRST).drafts


@pytest.mark.parametrize("version", ["2.3", "2.4"])
def test_a_turn_that_is_left_frees_its_conversation(
    assistant: Assistant, settings: Settings, desk: Desk, conversation: str, version: str
) -> None:
    """A real turn that the client leaves before its end keeps nothing and lets the next one in."""
    take, left = desk.take, threading.Event()

    def slow(*given: str) -> Iterator[Event]:
        events = take(*given)
        yield next(events)
        yield next(events)
        assert left.wait(10)
        yield from events

    desk.take = slow
    app = create_app(assistant, settings)
    asyncio.run(leave_after_first_event(app, f"/api/conversations/{conversation}/messages", version))
    left.set()
    desk.take = take
    turn = desk.send("local", conversation, FIRST)
    assert [message.turn for message in desk.conversation("local", conversation).messages] == [None, turn]


def test_a_listener_that_stalls_keeps_nobody_waiting(desk: Desk, conversation: str) -> None:
    """A turn whose events nobody fetches is finished and kept, and the next message is taken."""

    async def stall() -> None:
        turn = Running(desk.take("local", conversation, FIRST))
        await turn.begin()
        await asyncio.wait_for(asyncio.to_thread(desk.send, "local", conversation, FIRST), 10)

    asyncio.run(stall())
    assert len(desk.conversation("local", conversation).messages) == 4


def test_many_messages_at_once_are_taken_in_turn(client: TestClient, conversation: str) -> None:
    """More messages to one conversation than the server has threads are all answered, one after the other."""
    path, replies = f"/api/conversations/{conversation}/messages", []

    def ask(number: int) -> None:
        headers = EVENTS if number % 2 else {}
        replies.append(client.post(path, json={"text": f"hello {number}"}, headers=headers))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [reply.status_code for reply in replies] == [200] * 60
    messages = client.get(f"/api/conversations/{conversation}").json()["messages"]
    assert len(messages) == 120
    assert {message["role"] for message in messages[::2]} == {"manager"}
