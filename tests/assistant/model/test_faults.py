"""Every fault of an endpoint is a defined outcome in words; it is tried again only while nothing has come."""

import json

import pytest

from assistant.errors import HiringError
from assistant.model import gateway as gateway_module
from assistant.model.faults import (
    ModelBusyError,
    ModelSettingsError,
    ModelTimeoutError,
    ModelUnreachableError,
    ModelWindowError,
    ReplyCutError,
    ReplyFilteredError,
    ReplyShapeError,
)
from assistant.model.gateway import Gateway
from assistant.settings import Settings
from tests.assistant.model import plays
from tests.assistant.model.conftest import PROMPT, SECRET
from tests.assistant.model.fault_server import FaultServer, Play, Step

OK = plays.whole("ok")
BEGUN = "The answer began"
FAULTS = {
    "cut cleanly": (plays.part(BEGUN, plays.DONE), ReplyCutError, "broke off"),
    "cut in the middle": (plays.part(BEGUN, Step.CUT), ModelUnreachableError, "connection broke"),
    "reset in the middle": (plays.part(BEGUN, 0.05, Step.RESET), ModelUnreachableError, "connection broke"),
    "length": (plays.whole(BEGUN, finish="length"), ReplyCutError, "length limit"),
    "content filter": (plays.whole(BEGUN, finish="content_filter"), ReplyFilteredError, "content filter"),
    "filtered at once": (plays.whole("", finish="content_filter"), ReplyFilteredError, "content filter"),
    "empty": (plays.whole(""), ReplyShapeError, "empty"),
    "a web page": (plays.html(), ReplyShapeError, "no answer of a chat model"),
    "an empty body": (Play((b"",)), ReplyShapeError, "no answer of a chat model"),
    "broken JSON": (
        plays.part(BEGUN, b'data: {"choices": [{"delta\n\n'),
        ReplyShapeError,
        "no answer of a chat model",
    ),
    "JSON of something else": (
        Play((plays.event({"hello": "you"}), plays.DONE)),
        ReplyShapeError,
        "no answer of a chat model",
    ),
    "a list": (Play((plays.event([1, 2]), plays.DONE)), ReplyShapeError, "no answer of a chat model"),
    "no choices": (plays.NO_CHOICES, ReplyShapeError, "no answer of a chat model"),
    "half a letter": (
        plays.part(BEGUN, b"data: \xff\xfe\n\n"),
        ReplyShapeError,
        "no answer of a chat model",
    ),
    "an error in the middle": (
        plays.part(BEGUN, plays.event({"error": {"message": SECRET, "type": "server"}})),
        ModelUnreachableError,
        "failed while it answered",
    ),
    "an error with 200": (
        Play((b'{"error": {"message": "no"}}',), headers={"Content-Type": "application/json"}),
        ModelUnreachableError,
        "failed while it answered",
    ),
    "JSON of something else, unstreamed": (
        Play((b'{"hello": "you"}',)),
        ReplyShapeError,
        "no answer of a chat model",
    ),
    "an unstreamed answer without a text": (
        plays.unstreamed(None),
        ReplyShapeError,
        "no answer of a chat model",
    ),
    "an unstreamed answer without an end": (plays.unstreamed(BEGUN, finish=None), ReplyCutError, "broke off"),
    "an unstreamed answer at its limit": (
        plays.unstreamed(BEGUN, finish="length"),
        ReplyCutError,
        "length limit",
    ),
    "half an unstreamed answer": (
        Play((b'{"choices": [{"message": {"content": "a',)),
        ReplyShapeError,
        "no answer of a chat model",
    ),
    "401": (plays.status(401, SECRET), ModelSettingsError, "HIRING_MODEL_API_KEY"),
    "403": (plays.status(403, SECRET), ModelSettingsError, "HIRING_MODEL_API_KEY"),
    "404": (plays.status(404, SECRET), ModelSettingsError, "does not know this model"),
    "400": (plays.status(400, SECRET), ModelSettingsError, "refuses the request"),
    "413": (plays.status(413, SECRET), ModelWindowError, "longer than this model can read"),
    "402": (plays.status(402, SECRET), ModelSettingsError, "account is used up"),
    "thoughts alone": (plays.whole("<think>Who asks? {}</think>"), ReplyShapeError, "empty"),
    "thoughts without an end": (plays.whole("\n<think>Who asks?"), ReplyShapeError, "empty"),
    "429 for good": (plays.status(429, SECRET), ModelBusyError, "busy"),
    "500 for good": (plays.status(500, SECRET), ModelUnreachableError, "status 500"),
    "503 for good": (plays.status(503, SECRET), ModelUnreachableError, "status 503"),
    "reset for good": (plays.RESET, ModelUnreachableError, "cannot be reached"),
    "closed for good": (plays.HANG_UP, ModelUnreachableError, "cannot be reached"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_has_its_words(name: str, server: FaultServer, gateway: Gateway) -> None:
    """A fault is one error of ours that says what happened and what to do, in none of the vendor's words."""
    play, kind, words = FAULTS[name]
    server.on("", play)
    with pytest.raises(HiringError, match=words) as caught:
        gateway.whole(PROMPT)
    assert type(caught.value) is kind
    assert caught.value.advice
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_refused_connection(server: FaultServer, gateway: Gateway) -> None:
    """An endpoint that is not there is told as one that cannot be reached."""
    server.stop_listening()
    with pytest.raises(ModelUnreachableError, match="HIRING_MODEL_BASE_URL"):
        gateway.whole(PROMPT)


@pytest.mark.parametrize(
    ("code", "message", "kind"),
    [
        ("content_filter", "filtered", ReplyFilteredError),
        ("context_length_exceeded", "long", ModelWindowError),
    ],
)
def test_refusals_with_a_code(
    code: str, message: str, kind: type[HiringError], server: FaultServer, gateway: Gateway
) -> None:
    """A request refused for its content or its length is told as that, and not sent again."""
    body = json.dumps({"error": {"message": message, "code": code, "type": "invalid_request_error"}})
    server.on("", Play((body.encode(),), 400, {"Content-Type": "application/json"}))
    with pytest.raises(kind):
        gateway.whole(PROMPT)
    assert len(server.calls) == 1


@pytest.mark.parametrize("field", ["code", "type"])
def test_an_account_that_is_used_up(field: str, server: FaultServer, gateway: Gateway) -> None:
    """A 429 that no waiting mends is told as what it is, and not sent again."""
    error = {"message": "no", "code": None, "type": None} | {field: "insufficient_quota"}
    body = json.dumps({"error": error}).encode()
    server.on("", Play((body,), 429, {"Content-Type": "application/json"}))
    with pytest.raises(ModelSettingsError, match="used up"):
        gateway.whole(PROMPT)
    assert len(server.calls) == 1


PASSING = {
    "busy": (plays.status(429), plays.status(429)),
    "busy, with a wait": (plays.status(429, Retry_After="0"), plays.status(503, Retry_After="0.01")),
    "failing": (plays.status(500), plays.status(502)),
    "reset": (plays.RESET, plays.HANG_UP),
    "reset after the head": (Play((0.01, Step.RESET)), Play((0.01, Step.CUT))),
}


@pytest.mark.parametrize("name", PASSING)
def test_what_passes_is_tried_again(name: str, server: FaultServer, gateway: Gateway) -> None:
    """What may pass in a moment is tried again, as often as the settings say."""
    server.on("", *PASSING[name], OK)
    assert gateway.whole(PROMPT)[0] == "ok"
    assert len(server.calls) == 3


@pytest.mark.parametrize("name", ["cut cleanly", "cut in the middle", "reset in the middle", "401", "404"])
def test_what_does_not_pass_is_not(name: str, server: FaultServer, gateway: Gateway) -> None:
    """Nothing is asked twice once a part of the answer has come, or when asking again cannot help."""
    server.on("", FAULTS[name][0], OK)
    with pytest.raises(HiringError):
        gateway.whole(PROMPT)
    assert len(server.calls) == 1


def test_retries_are_bounded(server: FaultServer, gateway: Gateway) -> None:
    """After the tries that the settings allow, the fault stands."""
    server.on("", plays.status(500))
    with pytest.raises(ModelUnreachableError):
        gateway.whole(PROMPT)
    assert len(server.calls) == 3


@pytest.mark.parametrize("asked", ["3600", "Thu, 01 Jan 2026 11:00:00 GMT"])
def test_a_wait_beyond_the_deadline_is_not_begun(asked: str, server: FaultServer, gateway: Gateway) -> None:
    """When the endpoint asks for a longer wait than there is time, it is told at once that it is busy."""
    server.on("", plays.status(429, Retry_After=asked, Date="Thu, 01 Jan 2026 10:00:00 GMT"), OK)
    with pytest.raises(ModelBusyError):
        gateway.whole(PROMPT)
    assert len(server.calls) == 1


@pytest.mark.parametrize("asked", ["soon", "nan", "-5", "Thu, 01 Jan 2026 09:00:00 GMT"])
def test_an_unfit_wait_is_none(asked: str, server: FaultServer, gateway: Gateway) -> None:
    """A wait that makes no sense is not waited for."""
    server.on("", plays.status(429, Retry_After=asked, Date="Thu, 01 Jan 2026 10:00:00 GMT"), OK)
    assert gateway.whole(PROMPT)[0] == "ok"


def test_waits_grow_with_jitter(model_settings: Settings) -> None:
    """Without word from the endpoint, waits double, each within half and one and a half of its length."""
    for chance, waits in ((0.0, [0.25, 0.5, 1.0]), (1.0, [0.75, 1.5, 3.0])):
        gateway = Gateway(model_settings, chance=lambda chance=chance: chance)
        assert [gateway._wait(attempt, ConnectionError()) for attempt in range(3)] == waits


@pytest.mark.parametrize("play", [plays.SILENCE, plays.drip("ab"), Play((plays.event({}), plays.LONG))])
def test_the_deadline_holds(play: Play, server: FaultServer, model_settings: Settings) -> None:
    """An answer that does not come, or drips, ends at the deadline, and the endpoint is let go."""
    gateway = Gateway(model_settings.model_copy(update={"model_deadline": 0.3}))
    server.on("", play)
    with pytest.raises(ModelTimeoutError, match="HIRING_MODEL_DEADLINE"):
        gateway.whole(PROMPT)
    assert server.calls[0].left.wait(10)
    assert len(server.calls) == 1
    gateway.close()


def test_an_endless_answer_is_ended(
    server: FaultServer, gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer longer than any document is not read to its end."""
    monkeypatch.setattr(gateway_module, "MOST_LETTERS", 1000)
    server.on("", plays.part("x" * 1200, plays.LONG))
    with pytest.raises(ReplyCutError, match="beyond any document"):
        gateway.whole(PROMPT)
    assert server.calls[0].left.wait(10)


def test_items_before_a_fault_hold(server: FaultServer, gateway: Gateway) -> None:
    """What was finished before an answer broke off has been handed over, and what it cost is told."""
    text = json.dumps({"sections": [{"id": "one"}, {"id": "two"}]})
    server.on("", plays.part(text[: text.index('"two"')], plays.DONE))
    seen = []
    with pytest.raises(ReplyCutError):
        seen += [seen.append(piece) for piece in gateway.items(PROMPT)]
    assert [json.loads(piece.text) for piece in seen if piece.text] == [{"id": "one"}]
    assert seen[-1].usage.tokens_out > 0
