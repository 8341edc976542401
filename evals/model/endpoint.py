"""A chat endpoint that answers every prompt at a set pace, and notes when each byte went out."""

import asyncio
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from evals.model.talk import document

LETTERS = 4  # a token
FIRM = re.compile(r"Firm (\d+)")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


@dataclass
class Course:
    """When a caller's first prompt arrived and its document began, and each section's last byte.

    `planned` is when that byte was due, in seconds after the beginning.
    """

    asked: float = 0.0
    begun: float = 0.0
    sections: dict[str, float] = field(default_factory=dict)
    planned: dict[str, float] = field(default_factory=dict)


class Endpoint:
    """Plays one answer for each prompt by name; documents at a pace, the rest at once.

    A caller is told by the number in its prompt.
    """

    def __init__(self, answers: Mapping[str, Any], seconds: float) -> None:
        self._answers = {name: json.dumps(answer) for name, answer in answers.items()}
        self._seconds = seconds
        self.courses: defaultdict[int, Course] = defaultdict(Course)
        self.url = ""

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["Endpoint"]:
        """Serve on this machine; `url` is the base address."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, limit=2**22)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        async with server:
            yield self

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(re.search(rb"content-length: (\d+)", head, re.IGNORECASE)[1])  # type: ignore[index]
                body = json.loads(await reader.readexactly(length))
                await self._answer(body, time.perf_counter(), writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            writer.close()

    async def _answer(self, body: Mapping[str, Any], now: float, writer: asyncio.StreamWriter) -> None:
        name = body["response_format"]["json_schema"]["name"]
        number = FIRM.search(body["messages"][-1]["content"])
        course = self.courses[int(number[1])] if number else Course()
        course.asked = course.asked or now
        text = self._answers.get(name, '{"lines": []}')
        writer.write(HEAD)
        if name in ("read", "repair"):
            writer.write(_chunk({"content": FIRM.sub(number[0] if number else "", text)}))
        else:
            await self._paced(text, course, writer)
        writer.write(_chunk({}, "stop") + _sent(b"data: [DONE]\n\n") + b"0\r\n\r\n")
        await writer.drain()

    async def _paced(self, text: str, course: Course, writer: asyncio.StreamWriter) -> None:
        """One token after another, each at its time; what is late is not made up for by waiting."""
        ends = _ends(text)
        course.begun = time.perf_counter()
        for count, at in enumerate(range(0, len(text), LETTERS)):
            wait = course.begun + count * self._seconds - time.perf_counter()
            if wait > 0:
                await asyncio.sleep(wait)
            writer.write(_chunk({"content": text[at : at + LETTERS]}))
            for section, end in ends.items():
                if at < end <= at + LETTERS:
                    course.sections[section] = time.perf_counter()
                    course.planned[section] = count * self._seconds


def _ends(text: str) -> dict[str, int]:
    """Where each section of a document is finished."""
    at, ends = 0, {}
    for section in json.loads(text)["sections"]:
        at = text.index(json.dumps(section), at) + len(json.dumps(section))
        ends[section["id"]] = at
    return ends


def _chunk(delta: Mapping[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": finish}
    data = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return _sent(b"data: %b\n\n" % json.dumps(data).encode())


def _sent(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


async def _serve(letters: int, seconds: float) -> None:
    """Serve one document to whoever asks, until the standard input ends."""
    async with Endpoint({"job_definition": document(letters)}, seconds).serving() as endpoint:
        print(endpoint.url, flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), float(sys.argv[2])))
