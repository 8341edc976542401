"""Every error is told as a problem, and none says what was sent."""

import importlib
import logging
import pkgutil

import pytest
from fastapi.testclient import TestClient

import assistant
from api.problems import MEDIA_TYPE, REFUSED, TABLE, Problem, problem_of
from assistant import errors
from assistant.desk import Desk
from assistant.errors import HiringError


def tree(root: type[Exception]) -> set[type[Exception]]:
    """A class and everything under it."""
    return {root}.union(*(tree(below) for below in root.__subclasses__()))


def test_the_table_is_complete() -> None:
    """Every error of the tree as it is drawn has a row of its own."""
    assert {error.__name__ for error in TABLE} == set(errors.__all__)


def test_every_other_error_has_a_family() -> None:
    """An error that is declared where a vendor is called falls under a family that has a row."""
    for module in pkgutil.walk_packages(assistant.__path__, "assistant."):
        if "migrations" not in module.name:
            importlib.import_module(module.name)
    others = tree(HiringError) - set(TABLE)
    assert others
    for error in others:
        nearest = next(kind for kind in error.__mro__ if kind in TABLE)
        assert nearest is not HiringError, error


def test_names_are_told_apart() -> None:
    """A problem's type names one kind of error."""
    names = [row.name for row in TABLE.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("error", sorted(TABLE, key=lambda error: error.__name__))
def test_each_error_becomes_its_problem(client: TestClient, desk: Desk, error: type[HiringError]) -> None:
    """Raised in a handler, each error is answered with its status, its words and its advice."""

    def fail(*_: object) -> None:
        raise error("What happened.", advice="What to do.")

    desk.kinds = fail
    reply = client.get("/api/kinds")
    row = TABLE[error]
    assert reply.status_code == row.status
    assert reply.headers["content-type"] == MEDIA_TYPE
    assert reply.json() == {
        "type": f"urn:hiring-assistant:{row.name}",
        "title": row.title,
        "status": row.status,
        "detail": "What happened. What to do.",
    }


def test_families_fall_in_their_range() -> None:
    """What the caller can fix is a 4xx; everything else is not the caller's fault."""
    for error, row in TABLE.items():
        assert (400 <= row.status < 500) == issubclass(error, errors.RequestError), error


def test_a_new_error_is_told_as_its_family() -> None:
    """An error without a row takes that of its nearest ancestor."""

    class NewError(errors.NotFoundError):
        pass

    assert problem_of(NewError("Gone.")).status == 404


def test_an_unforeseen_error_says_nothing_of_itself(
    client: TestClient, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the answer nor the log repeats the message of an error that nobody foresaw."""

    def fail(*_: object) -> None:
        raise ValueError("".join(("sec", "ret")))  # the log shows this line, but not what it makes

    desk.kinds = fail
    with caplog.at_level(logging.DEBUG):
        reply = client.get("/api/kinds")
    assert reply.status_code == 500
    assert Problem.model_validate(reply.json()).type == "urn:hiring-assistant:fault"
    assert "secret" not in reply.text
    assert "secret" not in caplog.text
    assert "ValueError" in caplog.text
    assert "in fail" in caplog.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere-canary", 404),
        ("GET", "/api/kinds/", 404),
        ("GET", "/api/drafts/canary", 404),
        ("GET", "/api/drafts/canary/versions", 404),
        ("GET", "/api/drafts/canary/versions/1", 404),
        ("GET", "/api/drafts/canary/versions/1/passages", 404),
        ("GET", "/api/drafts/canary/diff?from=1&to=2", 404),
        ("GET", "/api/drafts/canary/export", 404),
        ("GET", "/api/passages/canary", 404),
        ("GET", "/api/conversations/canary", 404),
        ("DELETE", "/api/conversations/canary", 404),
        ("GET", "/api/conversations/canary/brief", 404),
        ("PUT", "/api/kinds", 405),
        ("DELETE", "/api/drafts", 405),
    ],
)
def test_the_frameworks_own_refusals_are_problems(
    client: TestClient, method: str, path: str, status: int
) -> None:
    """An unknown address, id or method is answered like any other error."""
    reply = client.request(method, path)
    assert reply.status_code == status
    assert reply.headers["content-type"] == MEDIA_TYPE
    assert set(reply.json()) == {"type", "title", "status", "detail"}
    assert "canary" not in reply.text
    assert ("allow" in reply.headers) == (status == 405)


def test_the_web_layers_refusals_end_with_advice() -> None:
    """Each of them is a sentence or more."""
    assert all(detail.endswith(".") for _, _, detail in REFUSED.values())
