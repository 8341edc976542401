"""JSON Lines at the command line: one result a line, in order, whatever a line holds."""

import io
import json
import sys

import pytest

import cli
from assistant.errors import InvalidError
from assistant.lookup import Lookup
from knowledge.search import Search


def answers(
    lines: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> list[object]:
    """What comes back for lines that are piped in; each record is answered with its own id."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8"))
    cli._each_line(cli._lines_of_input(), lambda record: {"id": record.get("id"), "answered": True})
    return [json.loads(line, parse_constant=pytest.fail) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    "line",
    [b"no json", b'{"id": NaN}', b"[" * 100_000 + b"]" * 100_000, b'{"id": ' + b"9" * 9000 + b"}", b'"\xff"'],
    ids=["text", "constant", "deep", "digits", "bytes"],
)
def test_a_bad_line_fails_alone(
    line: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line that is no record yields an error, and the next one is answered."""
    first, second = answers(line + b'\n\n{"id": 2}\n', capsys, monkeypatch)
    assert isinstance(first, dict)
    assert set(first) == {"id", "error"}
    assert second == {"id": 2, "answered": True}


@pytest.mark.parametrize("id_", ['"\\ud800"', '{"a": ["\\udfff"]}', '"\\u0000"', '"ü"', "null"])
def test_an_id_comes_back_as_it_was(
    id_: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever an id is, it is written in a form that can be read again."""
    (answer,) = answers(f'{{"id": {id_}}}'.encode(), capsys, monkeypatch)
    assert answer == {"id": json.loads(id_), "answered": True}


def test_a_record_cannot_pose_as_an_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line that brings a field "error" is answered like any other."""
    assert answers(b'{"id": 1, "error": "x"}', capsys, monkeypatch) == [{"id": 1, "answered": True}]


@pytest.mark.parametrize("question", ["a\0b", "\ud800"])
def test_a_question_that_cannot_be_written_is_refused(search: Search, question: str) -> None:
    """As at the other doors, control characters and half pairs are an error of that line."""
    answer = Lookup(search, 3, (), None, None).record({"id": 7, "question": question})
    assert set(answer) == {"id", "error"}


def test_an_unknown_topic_is_refused(search: Search) -> None:
    """A topic that does not exist is told, and not answered with an empty list."""
    with pytest.raises(InvalidError, match="topic"):
        Lookup(search, 3, ("nosuch",), None, None)
