"""`hiring-assistant check`: a report or JSON Lines, and exit codes that a pipeline can use."""

import io
import json
import sys
from pathlib import Path

import pytest

import cli


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str, given: bytes = b"") -> int:
    """The exit code of the command, with bytes on standard input."""
    monkeypatch.setattr(sys, "argv", ["hiring-assistant", "check", *arguments])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
    try:
        cli.main()
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def test_a_file_is_reported_and_a_risk_ends_with_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Text mode ends with 1 on a risk and with 0 on advice."""
    file = tmp_path / "ad.txt"
    file.write_text("We want a young team.", encoding="utf-8-sig")
    assert run(monkeypatch, "--as", "job_ad", str(file)) == 1
    assert "~~~~~" in capsys.readouterr().out
    assert run(monkeypatch, "--as", "job_ad", "-", given=b"We want a rock star.") == 0
    assert "ADVICE" in capsys.readouterr().out


def test_json_lines_in_and_out(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One answer a line in the same order; a bad line yields an error and the run goes on."""
    given = b'{"id": 1, "text": "young team"}\nnot json\n\n[1]\n\xff\n{"id": 2, "text": "All is well."}\n'
    assert run(monkeypatch, "--as", "job_ad", "--json", given=given) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == [1, None, None, None, 2]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False]
    assert run(monkeypatch, "--as", "job_ad", "--json", "--fail-on", "risk", given=given) == 1


def test_lines_that_could_not_be_checked_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard error names them by number; a pipeline that fails on a risk does not take them for clean."""
    given = b'{"id": 1, "text": "All is well."}\n{"id": 2, "text": " "}\n\n{"id": 3, "text": "a\\u0000b"}\n'
    assert run(monkeypatch, "--as", "job_ad", "--json", "--fail-on", "risk", given=given) == 2
    shown = capsys.readouterr()
    assert ["error" in json.loads(line) for line in shown.out.splitlines()] == [False, True, True]
    assert shown.err == "Lines not answered: 2, 4.\n"


@pytest.mark.parametrize("given", [b"", b" \r\n", "\u200b\ufeff".encode(), b"young\0team"])
def test_no_text_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], given: bytes
) -> None:
    """Nothing to check, or something that is no text, is not reported as clean."""
    assert run(monkeypatch, "--as", "job_ad", given=given) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--as", "poem", "-"],
        ["-"],
        ["--as", "job_ad", "/nowhere/at/all"],
        ["--as", "job_ad", "--jurisdiction", "Atlantis", "-"],
    ],
)
def test_usage_and_input_end_with_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """What cannot be done as asked is told in a line."""
    assert run(monkeypatch, *arguments, given=b"text") == 2
    assert "Traceback" not in capsys.readouterr().err


def test_bytes_that_are_no_text_and_too_much_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Latin-1 bytes and more than 2 MB end with 2."""
    assert run(monkeypatch, "--as", "job_ad", "-", given=b"caf\xe9") == 2
    assert run(monkeypatch, "--as", "job_ad", "-", given=b"a" * 2_000_001) == 2


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '{"id": "b", "text": 5}',
        '{"id": "b", "text": NaN}',
        '{"id": "b", "text": "young',
        '{"id": "b", "text": "a", "x": 1}',
    ],
)
@pytest.mark.parametrize("source", ["-", "file", None])
def test_a_broken_line_does_not_make_a_file_of_records_one_text(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    line: str,
    source: str | None,
) -> None:
    """A file of JSON Lines is answered line by line; the broken one is an error, and ends with 2."""
    given = f'{{"id": "a", "text": "Hi there."}}\n{line}\n'.encode()
    file = tmp_path / "texts.jsonl"
    file.write_bytes(given)
    arguments = [str(file) if source == "file" else source] if source else []
    asked = ("--as", "interview_question", "--json", "--fail-on", "risk", *arguments)
    assert run(monkeypatch, *asked, given=given) == 2
    first, second = (json.loads(each) for each in capsys.readouterr().out.splitlines())
    assert first == {"id": "a", "findings": []}
    assert "error" in second
    assert second["id"] in (None, "b")


def test_a_plain_text_in_a_file_is_one_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A file in which no line begins as JSON is answered as one text."""
    file = tmp_path / "ad.txt"
    file.write_text("We want a young team.\nCome {soon}.", encoding="utf-8")
    assert run(monkeypatch, "--as", "job_ad", "--json", "--fail-on", "risk", str(file)) == 1
    (answer,) = (json.loads(each) for each in capsys.readouterr().out.splitlines())
    assert answer["id"] is None
    assert answer["findings"][0]["category"] == "age"
