"""The chat in a terminal tells where text goes before anything is written."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import cli


@pytest.mark.parametrize("model", ["", "openai:scripted"])
def test_the_terminal_says_where_text_goes(
    model: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With a model its name and host are told at the start; without one nothing of the kind."""
    monkeypatch.setenv("HIRING_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("HIRING_MODEL", model)
    monkeypatch.setenv("HIRING_MODEL_BASE_URL", "http://127.0.0.1:9/v1")
    result = CliRunner().invoke(cli, ["chat"], input="\n")
    assert result.exit_code == 0
    assert ("openai:scripted at 127.0.0.1:9" in result.stderr) is bool(model)
