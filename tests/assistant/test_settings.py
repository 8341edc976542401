"""Settings refuse what is unknown, wrong or unsafe."""

import re
from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import Settings, read_settings

README = Path(__file__).parents[2] / "README.md"


def test_environment_values_are_honoured() -> None:
    """Host, port and data folder come from the environment."""
    settings = read_settings({"HIRING_PORT": "9000", "HIRING_DATA_DIR": "elsewhere"})
    assert (settings.port, settings.data_dir, settings.host) == (9000, Path("elsewhere"), "127.0.0.1")


def test_the_command_line_overrules_the_environment() -> None:
    """An option beats the variable of the same name."""
    assert read_settings({"HIRING_PORT": "9000"}, port=9001).port == 9001


def test_a_misspelt_setting_is_refused_with_a_hint() -> None:
    """A setting that does not exist stops the start and names the nearest."""
    with pytest.raises(SettingsError, match="HIRING_PORT"):
        read_settings({"HIRING_PROT": "9000"})


def test_a_wrong_value_is_refused_without_its_text() -> None:
    """A port that is no number is refused by the setting's name alone."""
    with pytest.raises(SettingsError, match="HIRING_PORT") as caught:
        read_settings({"HIRING_PORT": "secret-text"})
    assert "secret-text" not in str(caught.value)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "example.org"])
def test_beyond_loopback_needs_a_token(host: str) -> None:
    """An address that others can reach is refused without a token, and accepted with one."""
    with pytest.raises(SettingsError, match="HIRING_TOKEN"):
        read_settings({"HIRING_HOST": host})
    assert read_settings({"HIRING_HOST": host, "HIRING_TOKEN": "t" * 20}).host == host


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.8.8"])
def test_loopback_needs_no_token(host: str) -> None:
    """An address of this machine alone needs no token."""
    assert read_settings({"HIRING_HOST": host}).loopback


def test_the_readme_lists_every_setting() -> None:
    """The README's table names each setting, and no setting that does not exist."""
    named = set(re.findall(r"`(HIRING_[A-Z_]+)`", README.read_text(encoding="utf-8")))
    assert named == {f"HIRING_{name.upper()}" for name in Settings.model_fields}


def test_an_empty_setting_counts_as_unset() -> None:
    """An empty value, as a compose file leaves it, means the default and not the folder one stands in."""
    settings = read_settings({"HIRING_DATA_DIR": "", "HIRING_PORT": " ", "HIRING_HOST": ""})
    assert (settings.data_dir, settings.port, settings.host) == (Path(".data"), 8000, "127.0.0.1")


def test_a_blank_token_is_none() -> None:
    """Spaces protect nothing, and space around a token is not part of it."""
    with pytest.raises(SettingsError, match="HIRING_TOKEN"):
        read_settings({"HIRING_HOST": "0.0.0.0", "HIRING_TOKEN": "  "})
    assert read_settings({"HIRING_TOKEN": "abc\n"}).token.get_secret_value() == "abc"
