"""Take a stream's chunks as plain JSON: the vendor's objects for each cost more than all the rest."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from types import TracebackType
from typing import Any

from assistant.model.faults import ModelUnreachableError

DATA, DONE = "data:", "[DONE]"
SECONDS_TO_END = 0.5


class PlainCompletions:
    """Stands before the vendor's own `chat.completions`; what it creates is streamed as dictionaries."""

    def __init__(self, completions: Any) -> None:
        self._completions = completions

    async def create(self, **payload: Any) -> "PlainStream":
        """Send a request; raises what the vendor raises for a refusal."""
        raw = await self._completions.with_raw_response.create(**payload)
        return PlainStream(raw.http_response)


class PlainStream:
    """The chunks of one answer; the connection is let go at the end."""

    def __init__(self, response: Any) -> None:
        self._response = response

    async def __aenter__(self) -> "PlainStream":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._response.aclose()

    async def __aiter__(self) -> AsyncIterator[dict[str, Any]]:
        """Each chunk; raises `TimeoutError`, `ConnectionError` or `ValueError` when one cannot be had."""
        import httpx2

        try:
            lines = self._response.aiter_lines()
            async for line in lines:
                if line.startswith(DATA):
                    data = line[len(DATA) :].strip()
                    if data == DONE:
                        await _drained(lines)
                        return
                    yield _chunk(data)
        except httpx2.TimeoutException:
            raise TimeoutError from None
        except httpx2.TransportError:
            raise ConnectionError from None


async def _drained(lines: AsyncIterator[str]) -> None:
    """Read what is left, so that the connection serves again; one that stays open is not waited for."""
    with suppress(TimeoutError):
        async with asyncio.timeout(SECONDS_TO_END):
            async for _ in lines:
                pass


def _chunk(data: str) -> dict[str, Any]:
    chunk = json.loads(data)
    if not isinstance(chunk, dict):
        raise ValueError("A chunk is an object.")
    if chunk.get("error"):
        raise ModelUnreachableError("The endpoint failed while it answered.", advice="Try again.")
    return chunk
