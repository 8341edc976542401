"""A small OpenAI-compatible server on this machine that plays scripted answers, faults among them."""

import asyncio
import json
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Step(Enum):
    """What a play does besides sending bytes."""

    CUT = "close without the end of the body"
    RESET = "reset the connection"


@dataclass(frozen=True)
class Play:
    """One scripted answer: its steps are bytes of the body, pauses in seconds, and what `Step` names."""

    steps: tuple[bytes | float | Step, ...]
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Answer = Play | Callable[[dict[str, Any]], Play]


@dataclass
class Call:
    """A request as it came in, and whether its client left before the answer was over."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    left: threading.Event = field(default_factory=threading.Event)

    @property
    def name(self) -> str:
        """The name of the schema that the answer is to have: which prompt this is."""
        return str(self.body.get("response_format", {}).get("json_schema", {}).get("name", ""))

    @property
    def system(self) -> str:
        """The first message."""
        return str(self.body["messages"][0]["content"])

    @property
    def user(self) -> str:
        """The last message."""
        return str(self.body["messages"][-1]["content"])


class FaultServer:
    """Answers each prompt by the plays set for its name, in order; the last one of them again and again."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.connections = 0
        self.arrived = threading.Semaphore(0)
        self._plays: defaultdict[str, deque[Answer]] = defaultdict(deque)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._serve(), self._loop).result()

    @property
    def url(self) -> str:
        """The base address, as HIRING_MODEL_BASE_URL takes it."""
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"

    def on(self, name: str, *plays: Answer) -> None:
        """Answer prompts of this name by these plays; the name "" answers every other prompt."""
        self._plays[name] = deque(plays)

    def named(self, name: str) -> list[Call]:
        """The calls of one prompt."""
        return [call for call in self.calls if call.name == name]

    def stop_listening(self) -> None:
        """Refuse every further connection."""
        self._loop.call_soon_threadsafe(self._server.close)
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self._loop).result()

    def close(self) -> None:
        """End the server and its thread."""
        self.stop_listening()
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self) -> asyncio.Server:
        return await asyncio.start_server(self._connected, "127.0.0.1", 0, limit=2**24)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while await self._exchange(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Play one answer; say whether the connection may serve another."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            key.lower(): value for key, _, value in (line.partition(": ") for line in head[1:] if line)
        }
        raw = await reader.readexactly(int(headers.get("content-length", "0")))
        call = Call(head[0].split(" ")[1], headers, json.loads(raw))
        play = self._next(call)
        self.calls.append(call)
        self.arrived.release()
        try:
            return await self._play(play, call, reader, writer)
        except ConnectionError:  # it left before the first byte was written
            call.left.set()
            raise

    def _next(self, call: Call) -> Play:
        plays = self._plays[call.name] or self._plays[""]
        answer = plays.popleft() if len(plays) > 1 else plays[0]
        return answer if isinstance(answer, Play) else answer(call.body)

    async def _play(
        self, play: Play, call: Call, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """Send the answer; say whether it was sent whole."""
        begun = False
        for step in play.steps:
            if isinstance(step, Step):
                if step is Step.RESET:
                    writer.transport.abort()
                return False
            if not begun:
                writer.write(_head(play))
                begun = True
            if isinstance(step, bytes):
                writer.write(b"%x\r\n%b\r\n" % (len(step), step))
                await writer.drain()
            elif await _gone(reader, step):
                call.left.set()
                return False
        writer.write((b"" if begun else _head(play)) + b"0\r\n\r\n")
        await writer.drain()
        return True


async def _gone(reader: asyncio.StreamReader, seconds: float) -> bool:
    """Wait; say whether the client left meanwhile."""
    try:
        return await asyncio.wait_for(reader.read(1), seconds) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True


def _head(play: Play) -> bytes:
    headers = {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked", **play.headers}
    lines = [f"HTTP/1.1 {play.status} Played", *(f"{key}: {value}" for key, value in headers.items())]
    return "\r\n".join((*lines, "", "")).encode()
