"""Whoever waits for a model's answer: when they leave, the calls made for them end."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from assistant.errors import UpstreamError


class CallerGoneError(Exception):
    """Nobody waits for this answer any more."""


class Caller:
    """One request's caller. `fault` is the endpoint's first: one is enough for a request."""

    def __init__(self) -> None:
        self.fault: UpstreamError | None = None
        self._gone = False
        self._lock = threading.Lock()
        self._ends: list[Callable[[], None]] = []

    def leave(self) -> None:
        """End the calls under way, and every later one."""
        with self._lock:
            self._gone = True
            ends = list(self._ends)
        for end in ends:
            end()

    @contextmanager
    def ending(self, end: Callable[[], None]) -> Iterator[None]:
        """Call `end` when the caller leaves; raises `CallerGoneError` when that was before."""
        with self._lock:
            if self._gone:
                raise CallerGoneError
            self._ends.append(end)
        try:
            yield
        finally:
            with self._lock:
                self._ends.remove(end)


# A worker thread gets a copy of the context it is started from: whoever answers a request sets this once.
CALLER: ContextVar[Caller | None] = ContextVar("caller", default=None)


@contextmanager
def calling(caller: Caller) -> Iterator[None]:
    """Let calls made here, and in threads started from here, belong to this caller."""
    token = CALLER.set(caller)
    try:
        yield
    finally:
        CALLER.reset(token)


def caller() -> Caller:
    """The caller of the request under way; one who never leaves, where there is no request."""
    return CALLER.get() or Caller()
