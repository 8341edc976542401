"""Clients of the assistant: each sends one message and notes when its events come."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from assistant.writing.judging import MOST_LETTERS

FACTS = {
    "role_title": "network engineer",
    "engagement": "contractor",
    "must_haves": "OSPF routing",
    "outcomes": "the office network is rebuilt",
    "why_now": "the old network fails",
    "organisation": "Firm 0",  # the endpoint puts in the firm of the message
}
MESSAGE = (
    "Firm {number} needs a network engineer, contractor, as the old network fails. Must have: OSPF routing. "
    "Outcome: the office network is rebuilt. Please draft a job definition."
)


def reading() -> dict[str, object]:
    """What a model reads in the message."""
    changes = [{"fact": name, "op": "set", "value": text, "quote": text} for name, text in FACTS.items()]
    return {"intent": "draft", "kinds": ["job_definition"], "changes": changes}


def document(letters: int) -> dict[str, object]:
    """A document of about so many letters, in four sections of lines that may stand."""
    ids = ("purpose", "outcomes", "post_success", "post_must")
    each = letters // len(ids)
    size = min(each, MOST_LETTERS - 1)
    text = ("OSPF routing in the office network. " * (size // 30 + 1))[:size]
    line = {"cells": [text], "basis": "brief", "facts": ["must_haves"], "citations": []}
    return {"sections": [{"id": id_, "lines": [line] * max(each // size, 1)} for id_ in ids]}


@dataclass
class Seen:
    """When the message went out, and when each section came last."""

    sent: float = 0.0
    sections: dict[str, float] = field(default_factory=dict)
    done: bool = False


async def talk(address: str, number: int) -> Seen:
    """Start a conversation, send the message and follow its events to the end."""
    made = await _post(address, "/api/conversations", {})
    id_ = json.loads(made[2])["id"]
    seen = Seen(time.perf_counter())
    path = f"/api/conversations/{id_}/messages"
    reader, writer, _ = await _post(address, path, {"text": MESSAGE.format(number=number)}, stream=True)
    name = ""
    while line := await reader.readline():
        if line.startswith(b"event: "):
            name = line.decode().strip().removeprefix("event: ")
        elif line.startswith(b"data: ") and name == "section":
            section = json.loads(line.removeprefix(b"data: "))["section"]["id"]
            seen.sections.setdefault(section, time.perf_counter())
        if name in ("done", "error"):
            seen.done = name == "done"
            break
    writer.close()
    return seen


async def _post(
    address: str, path: str, body: dict[str, object], stream: bool = False
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter, bytes]:
    place, data = urlsplit(address), json.dumps(body).encode()
    reader, writer = await asyncio.open_connection(place.hostname, place.port, limit=2**24)
    accept = "text/event-stream" if stream else "application/json"
    writer.write(
        f"POST {path} HTTP/1.1\r\nHost: {place.netloc}\r\nAccept: {accept}\r\nConnection: close\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n".encode()
        + data
    )
    await reader.readuntil(b"\r\n\r\n")
    if stream:
        return reader, writer, b""
    whole = await reader.read()
    writer.close()
    return reader, writer, whole
