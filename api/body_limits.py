"""Refuse a body that is too large without holding it in memory."""

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import REFUSED, refusal, respond
from knowledge.parsing.limits import FILE_BYTES

# A message of 32,000 characters, each written as two escapes of six bytes, and what stands around it.
USUAL = 512 * 1024
# A checked text of 2 MB, each of its bytes written as an escape of six.
LIMITS: Mapping[str, int] = {"/api/checks": 12 * 1024 * 1024 + USUAL}
# An uploaded file, and room to tell in words that it is a little too large.
UPLOADS, UPLOAD = "/api/documents", FILE_BYTES + 4 * 1024 * 1024
# What is still read and thrown away, so that a client that sends before it listens hears the answer.
DRAINED = 64 * 1024 * 1024


class BodyLimits:
    """Counts what comes in; too much is answered with a problem."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse by the length that is told, else while reading."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most, told = _most(scope["path"]), Headers(scope=scope).get("content-length", "")
        if told.isdigit() and int(told) > most:
            await _drain(receive)
            await respond(refusal(413, *REFUSED[413]))(scope, receive, send)
            return
        await self._app(scope, _counted(receive, most), send)


def _most(path: str) -> int:
    """How many bytes an address takes."""
    if path == UPLOADS or path.startswith(f"{UPLOADS}/"):
        return UPLOAD
    return LIMITS.get(path, USUAL)


def _counted(receive: Receive, most: int) -> Receive:
    size = 0

    async def receive_counted() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > most:
            if message.get("more_body", False):
                await _drain(receive)
            raise HTTPException(413)
        return message

    return receive_counted


async def _drain(receive: Receive) -> None:
    size = 0
    while size <= DRAINED:
        message = await receive()
        size += len(message.get("body", b""))
        if not message.get("more_body", False):
            return
