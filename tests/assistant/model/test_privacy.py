"""What a manager wrote, and the key, come out of a call in no log, trace, message or repr."""

import logging
import os
import traceback

import pytest

from assistant.desk import Desk
from assistant.errors import HiringError
from assistant.model.endpoint import TALKATIVE, TRACING
from assistant.model.gateway import Gateway
from assistant.settings import Settings
from tests.assistant.model import plays
from tests.assistant.model.conftest import PROMPT, SECRET
from tests.assistant.model.fault_server import FaultServer, Play
from tests.assistant.model.test_faults import FAULTS

MESSAGE = f"I need a tester, contractor. Outcome: {SECRET} is tested. Please draft a job definition."


def echo(code: int) -> Play:
    """An error that quotes what was sent, as some endpoints do."""
    return plays.status(code, f"bad request: {SECRET} sk-{SECRET}")


@pytest.mark.parametrize("name", [*FAULTS, "ok"])
def test_nothing_in_a_log(
    name: str, server: FaultServer, model_settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever comes of a call, no log at any level holds a prompt or the key."""
    caplog.set_level(logging.DEBUG)
    server.on("", plays.whole(f"{SECRET}") if name == "ok" else FAULTS[name][0])
    gateway = Gateway(model_settings, chance=lambda: -0.5)
    try:
        gateway.whole(PROMPT)
    except HiringError as error:
        told = f"{error!r} {error} {''.join(traceback.format_exception(error))}"
        assert SECRET not in told
    gateway.close()
    assert SECRET not in caplog.text


@pytest.mark.parametrize("code", [400, 401, 404, 429, 500])
def test_nothing_in_a_turn_that_was_not_said(
    code: int, desk: Desk, server: FaultServer, conversation: str, caplog: pytest.LogCaptureFixture
) -> None:
    """An endpoint that quotes the prompt in its error is not quoted."""
    caplog.set_level(logging.DEBUG)
    server.on("", echo(code))
    turn = desk.send("local", conversation, MESSAGE)
    assert SECRET not in turn.reply.replace(f"{SECRET} is tested", "")
    assert SECRET not in str(turn.faults)
    assert SECRET not in caplog.text


def test_nothing_in_an_unfit_answer(
    desk: Desk, server: FaultServer, conversation: str, caplog: pytest.LogCaptureFixture
) -> None:
    """An answer that cannot be read is told as that, without its text."""
    caplog.set_level(logging.DEBUG)
    server.on("", plays.as_json({"intent": SECRET, "lines": SECRET, "sections": [{"id": SECRET}]}))
    turn = desk.send("local", conversation, "I need a tester. Please draft a job definition.")
    assert SECRET not in turn.model_dump_json() + caplog.text


def test_an_inherited_tracer_is_off(model_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tracing and gateways that a machine has set up for other programs get nothing of ours."""
    from langsmith.utils import get_env_var, tracing_is_enabled

    for name in TRACING:
        monkeypatch.setenv(name, "true")
    monkeypatch.setenv("LANGSMITH_GATEWAY", "true")
    get_env_var.cache_clear()
    assert tracing_is_enabled()
    Gateway(model_settings).open()
    assert not tracing_is_enabled()
    assert "LANGSMITH_GATEWAY" not in os.environ


def test_vendors_log_warnings_alone(model_settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    """A root logger at DEBUG does not make the vendors' libraries write down requests."""
    caplog.set_level(logging.DEBUG)
    Gateway(model_settings).open()
    assert {logging.getLogger(f"{name}.any").getEffectiveLevel() for name in TALKATIVE} == {logging.WARNING}
