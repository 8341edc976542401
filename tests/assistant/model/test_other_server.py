"""The wire is the one that others speak: tried against aimock, where its `llmock` is installed.

`npm install @copilotkit/aimock` anywhere, and put its `node_modules/.bin` on PATH.
"""

import json
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.build import build
from assistant.errors import HiringError
from assistant.model.faults import ModelBusyError, ModelUnreachableError, ReplyCutError, ReplyFilteredError
from assistant.model.gateway import Gateway
from assistant.model.prompt import Prompt
from assistant.settings import Settings
from knowledge.cards import Library
from knowledge.search import Search
from tests.assistant.model.briefs import DOCUMENT, MESSAGE, READING

LLMOCK = shutil.which("llmock")
pytestmark = pytest.mark.skipif(
    LLMOCK is None, reason="llmock, of the npm package @copilotkit/aimock, is not on PATH"
)
SCHEMA = {"type": "object", "properties": {}, "additionalProperties": False}
FIXTURES = [
    {"match": {"systemMessage": "You read one message"}, "response": {"content": json.dumps(READING)}},
    {"match": {"systemMessage": "You word a job definition"}, "response": {"content": json.dumps(DOCUMENT)}},
    {"match": {"userMessage": "plain"}, "response": {"content": "An answer, in pieces."}},
    {"match": {"userMessage": "long"}, "response": {"content": "Cut", "finishReason": "length"}},
    {"match": {"userMessage": "filter"}, "response": {"content": "Cut", "finishReason": "content_filter"}},
    {"match": {"userMessage": "busy"}, "response": {"error": {"message": "slow down"}, "status": 429}},
    {"match": {"userMessage": "fail"}, "response": {"error": {"message": "oh no"}, "status": 503}},
    {"match": {"userMessage": "break"}, "response": {"content": "word " * 50}, "truncateAfterChunks": 2},
]  # fmt: skip


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running llmock."""
    file = tmp_path_factory.mktemp("llmock") / "fixtures.json"
    file.write_text(json.dumps({"fixtures": FIXTURES}))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(LLMOCK), "-p", str(port), "-f", str(file), "--strict"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if str(port) in line:
            break
    # What it goes on to log must not fill the pipe.
    reader = threading.Thread(target=process.stdout.read, daemon=True)
    reader.start()
    yield f"http://127.0.0.1:{port}/v1"
    process.terminate()
    process.wait(10)
    reader.join(10)
    process.stdout.close()


@pytest.fixture
def gateway(url: str) -> Iterator[Gateway]:
    """A gateway to it."""
    gateway = Gateway(Settings(model="openai:gpt-5-mini", model_base_url=url), chance=lambda: -0.5)
    yield gateway
    gateway.close()


def test_a_stream(gateway: Gateway) -> None:
    """A streamed answer comes whole, with the tokens that the other server counts."""
    text, usage = gateway.whole(Prompt("s", "plain", "answer", SCHEMA, "d"))
    assert text == "An answer, in pieces."
    assert usage.tokens_in > 0
    assert usage.tokens_out > 0


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("long", ReplyCutError),
        ("filter", ReplyFilteredError),
        ("busy", ModelBusyError),
        ("fail", ModelUnreachableError),
        ("break", HiringError),
    ],
)
def test_faults(message: str, kind: type[HiringError], gateway: Gateway) -> None:
    """The faults that it plays are told as ours are."""
    with pytest.raises(kind):
        gateway.whole(Prompt("s", message, "answer", SCHEMA, "d"))


def test_a_whole_turn(
    gateway: Gateway,
    url: str,
    tmp_path: Path,
    library_search: tuple[Library, Search],
    ids: Callable[[], str],
) -> None:
    """A message is read and a document written through it, schema and all."""
    settings = Settings(data_dir=tmp_path, model="openai:gpt-5-mini", model_base_url=url)
    assistant = build(settings, ids=ids, gateway=gateway, shelf=library_search)
    turn = assistant.desk.send("local", assistant.desk.create_conversation("local").id, MESSAGE)
    assistant.close()
    assert (turn.writer, turn.faults) == ("model", ())
    assert turn.tokens_in > 0
