"""A turn as server-sent events, the last of them `done` or `error`."""

import json
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends
from fastapi.routing import APIRoute
from fastapi.sse import ServerSentEvent
from starlette.datastructures import Headers
from starlette.routing import Match
from starlette.types import Scope

from api.dependencies import LocalOwner, TheDesk
from api.problems import log_fault, problem_of
from api.requests import NewMessage
from api.running import Running
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


async def begin(desk: TheDesk, owner: LocalOwner, id: str, body: NewMessage) -> AsyncIterator[Running]:
    """Begin the turn, so that a failure before its first event is an ordinary problem; stop it at the end."""
    turn = Running(desk.take(owner, id, body.text))
    try:
        await turn.begin()
        yield turn
    finally:
        turn.stop()


BegunTurn = Annotated[Running, Depends(begin)]


async def events_of(turn: Running) -> AsyncIterator[ServerSentEvent]:
    """The events as they are sent; an error in midstream is the last of them."""
    try:
        async for event in turn:
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
