"""A turn as server-sent events, the last of them `done` or `error`."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Annotated

import anyio
from fastapi import Depends
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute
from fastapi.sse import ServerSentEvent
from starlette.datastructures import Headers
from starlette.routing import Match
from starlette.types import Scope

from api.dependencies import LocalOwner, TheDesk
from api.problems import log_fault, problem_of
from api.requests import NewMessage
from assistant.errors import HiringError
from assistant.turns import Event

MEDIA_TYPE = "text/event-stream"


class EventRoute(APIRoute):
    """A route for callers that ask for events; the others fall through to the next route of the same path."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match like any route, if the caller accepts events."""
        if scope["type"] == "http" and MEDIA_TYPE not in Headers(scope=scope).get("accept", ""):
            return Match.NONE, {}
        return super().matches(scope)


class Stream:
    """The events of a turn, the first already at hand: what fails before it is an ordinary problem."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._first = next(events)
        self._rest = events

    def __iter__(self) -> Iterator[ServerSentEvent]:
        yield _sent(self._first)
        try:
            for event in self._rest:
                yield _sent(event)
        except HiringError as error:
            yield _failed(error)
        except Exception as error:
            log_fault(error)
            yield _failed(error)


def _sent(event: Event) -> ServerSentEvent:
    return ServerSentEvent(event=event.name, raw_data=json.dumps(event.data, ensure_ascii=False))


def _failed(error: Exception) -> ServerSentEvent:
    return ServerSentEvent(event="error", raw_data=problem_of(error).model_dump_json(exclude_defaults=True))


async def open_stream(desk: TheDesk, owner: LocalOwner, id: str, body: NewMessage) -> AsyncIterator[Stream]:
    """Begin the turn; once the response is over or the client is gone, stop it and free its conversation."""
    events = desk.take(owner, id, body.text)
    try:
        yield await run_in_threadpool(Stream, events)
    finally:
        with anyio.CancelScope(shield=True):
            await run_in_threadpool(_close, events)


def _close(events: Iterator[Event]) -> None:
    close = getattr(events, "close", None)
    if close:
        close()


OpenStream = Annotated[Stream, Depends(open_stream)]
