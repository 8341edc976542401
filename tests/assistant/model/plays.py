"""Answers to play: proper streams, every fault, and the JSON of readings, documents and revisions."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from tests.assistant.model.fault_server import Play, Step

DONE = b"data: [DONE]\n\n"
# Pauses no test waits for: what sits in one is cancelled, or the test has failed.
LONG = 60.0


def event(data: object) -> bytes:
    """One server-sent event."""
    return f"data: {json.dumps(data)}\n\n".encode()


def delta(text: str | None, finish: str | None = None) -> bytes:
    """A chunk of a completion."""
    content = {} if text is None else {"content": text}
    choice = {"index": 0, "delta": {"role": "assistant", **content}, "finish_reason": finish}
    return event(chunk([choice]))


def chunk(choices: list[Any], **more: Any) -> dict[str, Any]:
    """A chunk as JSON."""
    base = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "scripted"}
    return {**base, "choices": choices, **more}


def usage(tokens_in: int, tokens_out: int) -> bytes:
    """The last chunk, which tells what the answer cost."""
    total = {"prompt_tokens": tokens_in, "completion_tokens": tokens_out}
    return event(chunk([], usage={**total, "total_tokens": tokens_in + tokens_out}))


def pieces(text: str, size: int = 40) -> list[str]:
    """A text cut into pieces."""
    return [text[at : at + size] for at in range(0, len(text), size)]


def whole(text: str, *, finish: str | None = "stop", cost: tuple[int, int] = (11, 7)) -> Play:
    """A proper stream; `finish` may be another end, or none."""
    body = [delta(piece) for piece in pieces(text)]
    return Play((*body, delta(None, finish), usage(*cost), DONE))


def as_json(value: object, *, escaped: bool = False, **how: Any) -> Play:
    """A proper stream of a JSON answer; `escaped` writes only ASCII, which can say what no encoding can."""
    return whole(json.dumps(value, ensure_ascii=escaped), **how)


def part(text: str, *ends: bytes | float | Step) -> Play:
    """The first pieces of a stream, and how it ends."""
    return Play((*(delta(piece) for piece in pieces(text)), *ends))


def until(value: object, text: str, *ends: bytes | float | Step) -> Play:
    """A JSON answer up to the place where a text begins, and how it ends."""
    whole = json.dumps(value)
    return part(whole[: whole.index(text)], *ends)


def drip(text: str) -> Play:
    """A stream that gives one letter, then hardly any more."""

    def steps() -> Iterator[bytes | float]:
        for letter in text:
            yield delta(letter)
            yield LONG

    return Play(tuple(steps()))


def unstreamed(text: str | None, *, finish: str | None = "stop", indent: int | None = None) -> Play:
    """A whole completion, as endpoints send it that know no streams."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    cost = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
    body = json.dumps({**chunk([choice]), "object": "chat.completion", "usage": cost}, indent=indent)
    return Play((body.encode(),), headers={"Content-Type": "application/json"})


def html(text: str = "<html><body>Sign in</body></html>") -> Play:
    """A web page where an answer should be."""
    return Play((text.encode(),), headers={"Content-Type": "text/html"})


def status(code: int, message: str = "no", **headers: str) -> Play:
    """An error of the endpoint."""
    body = json.dumps({"error": {"message": message, "type": "error", "code": None}}).encode()
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return Play((body,), code, {"Content-Type": "application/json", **sent})


RESET = Play((Step.RESET,))
HANG_UP = Play((Step.CUT,))
NO_CHOICES = Play((event(chunk([])), DONE))
SILENCE = Play((LONG,))


def reading(**given: Any) -> dict[str, Any]:
    """A reading as a model answers it."""
    nothing = {
        "intent": "brief", "kinds": [], "question": "", "declined": False, "language": "en",
        "acknowledgement": "", "changes": [], "unplaced": [], "hearsay": [],
    }  # fmt: skip
    return {**nothing, **given}


def change(fact: str, value: str, quote: str | None = None, op: str = "set") -> dict[str, str]:
    """A change as a model answers it."""
    return {"fact": fact, "op": op, "value": value, "quote": value if quote is None else quote}


def line(
    *cells: str, basis: str = "brief", facts: Sequence[str] = (), cites: Sequence[str] = ()
) -> dict[str, Any]:
    """A line as a model answers it."""
    return {"cells": list(cells), "basis": basis, "facts": list(facts), "citations": list(cites)}


def document(**sections: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A document as a model answers it."""
    return {"sections": [{"id": id_, "lines": list(lines)} for id_, lines in sections.items()]}
