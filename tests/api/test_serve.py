"""The address is taken before anything slow is done, or refused in words."""

import gc
import socket

import pytest
import uvicorn

from api.serve import _listening, run
from assistant.errors import SettingsError
from assistant.settings import Settings


def test_a_free_port_is_taken(settings: Settings) -> None:
    """Port 0 takes any free port of the address."""
    with _listening(settings.model_copy(update={"port": 0})) as listener:
        host, port = listener.getsockname()
        assert host == "127.0.0.1"
        socket.create_connection((host, port)).close()


def test_a_port_in_use_is_told(settings: Settings) -> None:
    """A second server on the same port is told which setting to change."""
    with _listening(settings.model_copy(update={"port": 0})) as listener:
        taken = settings.model_copy(update={"port": listener.getsockname()[1]})
        with pytest.raises(SettingsError, match="HIRING_PORT"):
            _listening(taken)


def test_an_address_of_another_machine_is_told(settings: Settings) -> None:
    """An address that is not of this machine cannot be served."""
    with pytest.raises(SettingsError, match="HIRING_HOST"):
        _listening(settings.model_copy(update={"host": "192.0.2.1"}))


def test_the_collector_works_while_it_serves(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the command pauses for a faster start is at work again before the first request."""
    seen: list[bool] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: seen.append(gc.isenabled()))
    gc.disable()
    try:
        run(settings.model_copy(update={"port": 0}), lambda line: None)
    finally:
        gc.enable()
        gc.unfreeze()
    assert seen == [True]
