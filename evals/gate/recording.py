"""What of an exchange is recorded: the request's body, the answer, and nothing that is secret or volatile."""

import json
from collections.abc import Iterator
from typing import Any

from evals.gate.places import REPLAY_MODEL, REPLAY_URL

KEPT = ("accept", "content-type")
MATCH_ON = ("method", "scheme", "host", "path", "query", "body")
DONE = "[DONE]"


def settled_request(request: Any) -> Any:
    """A vcrpy request as it is kept and compared: one address, one model name, each message line by line.

    The address and the name stand still, so that any endpoint can record what all machines replay; who was
    asked indeed stands in the provenance. Lines make a changed prompt a short difference.
    """
    request.headers = {name: value for name, value in request.headers.items() if name.lower() in KEPT}
    if request.uri.endswith("/chat/completions"):
        request.uri = f"{REPLAY_URL}/chat/completions"
    body = json.loads(request.body)
    body["model"] = REPLAY_MODEL.partition(":")[2]
    for message in body["messages"]:
        if isinstance(message["content"], str):
            message["content"] = message["content"].split("\n")
    request.body = json.dumps(body, ensure_ascii=False)
    return request


def settled_response(response: Any) -> Any:
    """A vcrpy response as it is kept: the whole answer in one piece; none, unless it was finished."""
    if response["status"]["code"] != 200:
        return None
    events = list(_events(_text(response["body"]["string"])))
    chunks = [event for event in events if event != DONE]
    reasons = [choice["finish_reason"] for chunk in chunks for choice in chunk["choices"]]
    if DONE not in events or "stop" not in reasons:
        return None
    headers = {name: value for name, value in response["headers"].items() if name.lower() in KEPT}
    body = stream(_content(chunks), str(chunks[0].get("model", "")), _usage(chunks))
    return {"status": response["status"], "headers": headers, "body": {"string": body.encode()}}


def stream(content: str, model: str, usage: dict[str, int]) -> str:
    """The server-sent events of an answer, in one piece."""
    base = {"id": "recorded", "object": "chat.completion.chunk", "created": 0, "model": model}
    said = {"index": 0, "delta": {"role": "assistant", "content": content}, "finish_reason": None}
    end = {"index": 0, "delta": {}, "finish_reason": "stop"}
    chunks = [
        {**base, "choices": [said]},
        {**base, "choices": [end]},
        {**base, "choices": [], "usage": usage},
    ]
    events = [json.dumps(chunk, ensure_ascii=False) for chunk in chunks] + [DONE]
    return "".join(f"data: {event}\n\n" for event in events)


def answer_of(body: str) -> tuple[str, str, dict[str, int]]:
    """The text of a recorded answer, the model that gave it, and its cost."""
    chunks = [event for event in _events(body) if event != DONE]
    return _content(chunks), str(chunks[0]["model"]), _usage(chunks)


def _events(body: str) -> Iterator[Any]:
    for line in body.splitlines():
        data = line.removeprefix("data:").strip() if line.startswith("data:") else ""
        if data:
            yield data if data == DONE else json.loads(data)


def _content(chunks: list[Any]) -> str:
    deltas = [choice.get("delta", {}) for chunk in chunks for choice in chunk["choices"]]
    return "".join(delta.get("content") or "" for delta in deltas)


def _usage(chunks: list[Any]) -> dict[str, int]:
    found: dict[str, Any] = next((chunk["usage"] for chunk in chunks if chunk.get("usage")), {})
    counted = {name: int(found.get(name, 0)) for name in ("prompt_tokens", "completion_tokens")}
    return {**counted, "total_tokens": sum(counted.values())}


def _text(body: bytes | str) -> str:
    return body.decode() if isinstance(body, bytes) else body
