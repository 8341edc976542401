"""Calls run in a thread of their own and end when nobody waits for them."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator

import pytest

from assistant.errors import UpstreamError
from assistant.model.caller import Caller, CallerGoneError, calling
from assistant.model.gateway import Gateway
from assistant.model.loop import Loop
from tests.assistant.model import plays
from tests.assistant.model.conftest import PROMPT
from tests.assistant.model.fault_server import FaultServer


@pytest.fixture
def loop() -> Iterator[Loop]:
    """A loop in its thread."""
    loop = Loop()
    yield loop
    loop.close()


class Source:
    """Yields one number, then waits for ever; `ended` is set when it is cancelled."""

    def __init__(self) -> None:
        self.ended = threading.Event()

    async def numbers(self) -> AsyncIterator[int]:
        """The stream."""
        try:
            yield 1
            await asyncio.Event().wait()
        finally:
            self.ended.set()


def test_items_and_errors_pass_through(loop: Loop) -> None:
    """A reader gets what a stream yields, and then what it raises."""

    async def failing() -> AsyncIterator[int]:
        yield 1
        raise UpstreamError("Down.")

    items = loop.iterate(failing())
    assert next(items) == 1
    with pytest.raises(UpstreamError, match="Down"):
        next(items)


def test_a_reader_that_leaves_cancels(loop: Loop) -> None:
    """A stream ends when its reader closes it."""
    source = Source()
    items = loop.iterate(source.numbers())
    next(items)
    items.close()
    assert source.ended.wait(10)


def test_a_caller_that_leaves_cancels(loop: Loop) -> None:
    """A stream ends when the caller leaves, even while its reader waits in another thread."""
    source, caller = Source(), Caller()
    with calling(caller):
        items = loop.iterate(source.numbers())
        next(items)
    leaving = threading.Timer(0.05, caller.leave)
    leaving.start()
    with pytest.raises(CallerGoneError):
        next(items)
    assert source.ended.wait(10)
    leaving.join()


def test_nothing_begins_for_a_caller_who_left(server: FaultServer, gateway: Gateway) -> None:
    """Once the caller has left, no further call is made."""
    caller = Caller()
    caller.leave()
    with calling(caller), pytest.raises(CallerGoneError):
        gateway.whole(PROMPT)
    assert server.calls == []


def test_closing_ends_the_calls(loop: Loop) -> None:
    """A reader whose loop is closed is told, and does not take what came for all there is."""
    source = Source()
    items = loop.iterate(source.numbers())
    next(items)
    loop.close()
    with pytest.raises(CallerGoneError):
        next(items)
    assert source.ended.is_set()


def test_one_fault_is_enough_for_a_caller(server: FaultServer, gateway: Gateway) -> None:
    """After a fault of the endpoint, the same request does not wait for it again; the next one does."""
    server.on("", plays.status(401))
    with calling(Caller()):
        for _ in range(2):
            with pytest.raises(UpstreamError, match="refuses the key"):
                gateway.whole(PROMPT)
    assert len(server.calls) == 1
    server.on("", plays.whole("ok"))
    with calling(Caller()):
        assert gateway.whole(PROMPT)[0] == "ok"


def test_an_unfit_answer_is_no_fault_of_the_endpoint(server: FaultServer, gateway: Gateway) -> None:
    """After an answer that cannot be used, the same request may ask another question."""
    server.on("", plays.whole(""), plays.whole("ok"))
    with calling(Caller()):
        with pytest.raises(Exception, match="empty"):
            gateway.whole(PROMPT)
        assert gateway.whole(PROMPT)[0] == "ok"


def test_a_gateway_opens_again(server: FaultServer, gateway: Gateway) -> None:
    """A closed gateway takes a call all the same."""
    server.on("", plays.whole("ok"))
    gateway.whole(PROMPT)
    gateway.close()
    assert gateway.whole(PROMPT)[0] == "ok"


def test_many_at_once(server: FaultServer, gateway: Gateway) -> None:
    """Calls from many threads do not mix."""
    server.on("", lambda body: plays.whole(body["messages"][1]["content"]))
    answers: dict[int, str] = {}

    def call(number: int) -> None:
        prompt = type(PROMPT)("s", f"question {number}", "n", {}, "d")
        answers[number] = gateway.whole(prompt)[0]

    threads = [threading.Thread(target=call, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: f"question {number}" for number in range(20)}
