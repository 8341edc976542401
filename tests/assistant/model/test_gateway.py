"""The gateway: an answer as it comes, and what the endpoint is sent."""

import json
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.errors import SettingsError
from assistant.model.gateway import Gateway, Piece
from assistant.model.prompt import Prompt, Usage
from assistant.settings import Settings
from tests.assistant.model import plays
from tests.assistant.model.conftest import PROMPT
from tests.assistant.model.fault_server import FaultServer

ITEMS = {"sections": [{"id": "one", "lines": ["a {brace}", 'a "quote"']}, {"id": "two", "lines": []}]}


def test_a_whole_answer(server: FaultServer, gateway: Gateway) -> None:
    """An answer comes back whole, with the tokens that the endpoint counted."""
    server.on("", plays.whole("Grüße, whole and well", cost=(120, 9)))
    assert gateway.whole(PROMPT) == ("Grüße, whole and well", Usage(120, 9))


def test_items_come_one_by_one(server: FaultServer, gateway: Gateway) -> None:
    """Each item of a list is handed over when it is finished, while the endpoint holds back the next."""
    first = json.dumps(ITEMS)[: json.dumps(ITEMS).index('{"id": "two"') + 5]
    server.on("", plays.part(first, plays.LONG))
    items = gateway.items(PROMPT)
    assert json.loads(next(items).text) == ITEMS["sections"][0]
    items.close()
    assert server.calls[0].left.wait(10)


def test_tokens_are_estimated_when_nobody_counts(server: FaultServer, gateway: Gateway) -> None:
    """Where the endpoint counts no tokens, about as many are told as four letters make one."""
    server.on("", plays.Play((plays.delta("x" * 400), plays.delta(None, "stop"), plays.DONE)))
    _, usage = gateway.whole(PROMPT)
    assert usage == Usage((len(PROMPT.system) + len(PROMPT.user)) // 4, 100)


def test_what_is_sent(server: FaultServer, gateway: Gateway) -> None:
    """A request holds two messages, the schema and the model's name, and is the same each time."""
    server.on("", plays.whole("{}"))
    gateway.whole(PROMPT)
    gateway.whole(PROMPT)
    one, other = (call.body for call in server.calls)
    assert one == other
    assert one == {
        "model": "scripted",
        "stream": True,
        "stream_options": {"include_usage": True},
        "messages": [
            {"role": "system", "content": PROMPT.system},
            {"role": "user", "content": PROMPT.user},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": PROMPT.name, "schema": PROMPT.schema, "strict": True},
        },
    }


def test_the_key_of_the_settings_alone(
    server: FaultServer, model_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key of the settings goes out; one inherited from the environment does not."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-inherited")
    server.on("", plays.whole("{}"))
    for key in ("sk-ours", ""):
        gateway = Gateway(model_settings.model_copy(update={"model_api_key": SecretStr(key)}))
        gateway.whole(PROMPT)
        gateway.close()
    assert [call.headers["authorization"] for call in server.calls] == ["Bearer sk-ours", "Bearer none"]


@pytest.mark.parametrize(
    "name", ["OPENAI_BASE_URL", "OPENAI_API_BASE", "LANGSMITH_GATEWAY", "HTTP_PROXY", "ALL_PROXY"]
)
def test_nothing_reroutes(
    name: str, server: FaultServer, model_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No inherited variable sends text elsewhere than the settings say."""
    monkeypatch.setenv(name, "http://127.0.0.1:9/v1")
    server.on("", plays.whole("{}"))
    gateway = Gateway(model_settings)
    gateway.whole(PROMPT)
    gateway.close()
    assert len(server.calls) == 1


def test_an_endpoint_that_knows_no_schema(server: FaultServer, gateway: Gateway) -> None:
    """An endpoint that refuses the schema is asked without it, from then on at once."""

    def old(body: dict[str, object]) -> plays.Play:
        return plays.status(400) if "response_format" in body else plays.whole("{}")

    server.on("", old)
    assert gateway.whole(PROMPT)[0] == "{}"
    assert gateway.whole(PROMPT)[0] == "{}"
    assert ["response_format" in call.body for call in server.calls] == [True, False, False]


@pytest.mark.parametrize(
    ("model", "url", "host"),
    [
        ("openai:x", "", "api.openai.com"),
        ("openai:x", "http://localhost:11434/v1", "localhost:11434"),
        ("openai:x", "https://user:secret@llm.intern/v1", "llm.intern"),
        ("anthropic:x", "", "anthropic"),
    ],
)
def test_the_host_is_told(model: str, url: str, host: str) -> None:
    """The host that text goes to is known before any call, without what an address may carry besides."""
    assert Gateway(Settings(model=model, model_base_url=url)).host == host


@pytest.mark.parametrize("model", ["gpt-5", "openai:", "nobody:x"])
def test_a_model_that_cannot_be_used(model: str) -> None:
    """A model without a provider, or of one that is not there, is refused at the start."""
    with pytest.raises(SettingsError, match="HIRING_MODEL"):
        Gateway(Settings(model=model)).open()


def test_azure_takes_its_address(server: FaultServer, model_settings: Settings) -> None:
    """Azure's own class works with an address and a version in it."""
    settings = model_settings.model_copy(
        update={"model": "azure_openai:gpt-5", "model_base_url": f"{server.url}/openai/deployments/d"}
    )
    server.on("", plays.whole("{}"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPENAI_API_VERSION", "2024-10-21")
        gateway = Gateway(settings)
        assert gateway.whole(PROMPT)[0] == "{}"
        gateway.close()
    assert server.calls[0].path == "/v1/openai/deployments/d/chat/completions?api-version=2024-10-21"


def test_no_text_of_a_prompt_in_a_repr(settings: Settings, tmp_path: Path) -> None:
    """A prompt shows its name and version, never its messages."""
    prompt = Prompt("system secret", "user secret", "read", {"enum": ["secret"]}, "abc")
    assert "secret" not in repr(prompt)
    assert "secret" not in repr(Piece("")) + repr(Gateway(Settings(model="openai:x")))


def test_an_endpoint_that_does_not_hang_up(server: FaultServer, gateway: Gateway) -> None:
    """An answer is over with its end, though the endpoint leaves the connection open."""
    body = (plays.delta("ok"), plays.delta(None, "stop"), plays.usage(3, 1), plays.DONE, plays.LONG)
    server.on("", plays.Play(body))
    assert gateway.whole(PROMPT) == ("ok", Usage(3, 1))


def test_connections_serve_again(server: FaultServer, gateway: Gateway) -> None:
    """One call after the other goes over the same connection."""
    server.on("", plays.whole("ok"))
    for _ in range(3):
        gateway.whole(PROMPT)
    assert server.connections == 1


@pytest.mark.parametrize(
    "url",
    [
        "not-a-url",
        "localhost:11434/v1",
        "ftp://localhost/v1",
        "http://[::1",
        "http://x:99999/v1",
        "http://a b",
    ],
)
def test_an_address_that_is_none(url: str, model_settings: Settings) -> None:
    """An address that cannot be called stops the start, in words that name the setting."""
    with pytest.raises(SettingsError, match="HIRING_MODEL_BASE_URL is no web address"):
        Gateway(model_settings.model_copy(update={"model_base_url": url}))


@pytest.mark.parametrize("key", ["schlüssel", "two words", "tab\there"])
def test_a_key_that_is_none(key: str, model_settings: Settings) -> None:
    """A key that no request can carry stops the start, and is not said again."""
    gateway = Gateway(model_settings.model_copy(update={"model_api_key": SecretStr(key)}))
    with pytest.raises(SettingsError, match="HIRING_MODEL_API_KEY") as caught:
        gateway.open()
    assert key not in str(caught.value)


def test_openai_without_a_key(model_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a key OpenAI cannot be asked: the start says so, and that an inherited key is not used."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-inherited")
    gateway = Gateway(
        model_settings.model_copy(update={"model_base_url": "", "model_api_key": SecretStr("")})
    )
    with pytest.raises(SettingsError, match="OPENAI_API_KEY is not used"):
        gateway.open()


@pytest.mark.parametrize(
    ("name", "value"), [("HTTPS_PROXY", "gopher://proxy"), ("SSL_CERT_FILE", "/nowhere.pem")]
)
def test_an_environment_that_cannot_be_used(
    name: str, value: str, model_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy or certificates of the environment that cannot be used stop the start in words."""
    monkeypatch.setenv(name, value)
    gateway = Gateway(model_settings.model_copy(update={"model_base_url": "https://elsewhere.example/v1"}))
    with pytest.raises(SettingsError, match="proxy or the certificates"):
        gateway.open()


@pytest.mark.parametrize("size", [1, 3, 400])
def test_thoughts_are_no_answer(size: int, server: FaultServer, gateway: Gateway) -> None:
    """What a model thinks aloud before its answer is passed over, however it is cut."""
    text = '\n<think>Perhaps {"sections": [{"id": "no"}]}?\n</think>\n' + json.dumps(ITEMS)
    body = [plays.delta(piece) for piece in plays.pieces(text, size)]
    server.on("", plays.Play((*body, plays.delta(None, "stop"), plays.DONE)))
    items = [json.loads(piece.text) for piece in gateway.items(PROMPT) if piece.text]
    assert items == ITEMS["sections"]
    assert json.loads(gateway.whole(PROMPT)[0]) == ITEMS


@pytest.mark.parametrize("indent", [None, 2])
def test_a_whole_completion_is_taken(indent: int | None, server: FaultServer, gateway: Gateway) -> None:
    """An endpoint that ignores the wish for a stream is read all the same, what it counts too."""
    text = json.dumps({"sections": [{"id": "one"}, {"id": "two"}]}, indent=indent)
    server.on("", plays.unstreamed(text, indent=indent))
    assert gateway.whole(PROMPT) == (text, Usage(11, 7))
    items = [piece.text for piece in gateway.items(PROMPT) if piece.text]
    assert [json.loads(item)["id"] for item in items] == ["one", "two"]
