"""Take a stream's chunks as plain JSON: the vendor's objects for each cost more than all the rest.

An endpoint that knows no streams and sends a whole completion is taken to have streamed it in one chunk.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from types import TracebackType
from typing import Any

from assistant.model.faults import ModelUnreachableError, too_long

DATA, DONE = "data:", "[DONE]"
SECONDS_TO_END = 0.5
# Far more than an answer may have: its letters may be escaped, and thoughts stand beside it.
MOST_BODY = 4_000_000


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
                if line.lstrip().startswith("{"):
                    yield _as_chunk(await _rest(line, lines))
                    return
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


async def _rest(first: str, lines: AsyncIterator[str]) -> str:
    """A body that is one JSON text; raises `ReplyCutError` when it grows beyond any document's length."""
    texts, letters = [first], len(first)
    async for line in lines:
        texts.append(line)
        letters += len(line)
        if letters > MOST_BODY:
            raise too_long()
    return "\n".join(texts)


def _as_chunk(body: str) -> dict[str, Any]:
    """A whole completion as the one chunk of a stream; raises `ValueError` or `LookupError` for none."""
    completion = _chunk(body)
    choice = completion["choices"][0]
    content = choice["message"]["content"]
    if not isinstance(content, str):
        raise ValueError("A completion has a text.")
    delta = {"role": "assistant", "content": content}
    told = {"index": 0, "delta": delta, "finish_reason": choice.get("finish_reason")}
    return {**completion, "object": "chat.completion.chunk", "choices": [told]}


def _chunk(data: str) -> dict[str, Any]:
    chunk = json.loads(data)
    if not isinstance(chunk, dict):
        raise ValueError("A chunk is an object.")
    if chunk.get("error"):
        raise ModelUnreachableError("The endpoint failed while it answered.", advice="Try again.")
    return chunk
