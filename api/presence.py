"""Notice that a client has left while its request is still worked on, so that no model writes for nobody."""

import asyncio

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.model.caller import Caller, CallerGoneError, calling


class Presence:
    """Names the caller of each request; model calls made for one end when the client leaves."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and listen for the end of the connection once the whole body has come."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        line = _Line(receive)
        try:
            with calling(line.caller):
                await self._app(scope, line.receive, send)
        except CallerGoneError:
            raise ClientDisconnect from None
        finally:
            line.drop()


class _Line:
    """A request's messages, and what comes after them: nothing but the news that the client has left."""

    def __init__(self, receive: Receive) -> None:
        self.caller = Caller()
        self._receive = receive
        self._end: asyncio.Task[Message] | None = None

    async def receive(self) -> Message:
        """The next message."""
        if self._end:
            return await asyncio.shield(self._end)
        message = await self._receive()
        if message["type"] == "http.disconnect":
            self.caller.leave()
        elif not message.get("more_body", False):
            self._end = asyncio.create_task(self._listen())
        return message

    async def _listen(self) -> Message:
        message = await self._receive()
        self.caller.leave()
        return message

    def drop(self) -> None:
        """Stop listening."""
        if self._end:
            self._end.cancel()
