"""Kinds, briefs, lists and health over HTTP."""

from fastapi.testclient import TestClient

from api.problems import MEDIA_TYPE
from assistant.desk import Desk
from assistant.errors import StorageError
from assistant.kinds import Kind

PROBLEM = {"$ref": "#/components/schemas/Problem"}


def test_kinds_are_listed(client: TestClient, kinds: dict[str, Kind]) -> None:
    """Every kind with its facts and sections, in the shape of the contract."""
    items = client.get("/api/kinds").json()["items"]
    assert [item["id"] for item in items] == list(kinds)
    for item in items:
        assert set(item) == {"id", "title", "summary", "facts", "sections"}
        assert [part["id"] for part in item["sections"]] == [part.id for part in kinds[item["id"]].sections]


def test_health_is_cheap(client: TestClient, desk: Desk) -> None:
    """The process is well even while its records are not; readiness tells the difference."""
    assert client.get("/health/ready").json() == {"status": "ok"}

    def fail() -> None:
        raise StorageError("The records could not be read.")

    desk.ready = fail
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/health/ready").status_code == 503


def test_a_brief_is_edited(client: TestClient, conversation: str) -> None:
    """What is typed is its own quote; null forgets; what contradicts is settled by typing."""
    path = f"/api/conversations/{conversation}/brief"
    body = {"facts": {"team": "Platform", "tools": ["git", "make"], "engagement": "Contractor"}}
    edited = client.patch(path, json=body).json()
    assert edited["facts"]["team"] == {
        "value": "Platform",
        "basis": "given",
        "quote": "Platform",
        "message_id": None,
        "message_ids": None,
    }
    assert edited["facts"]["tools"]["quote"] == ["git", "make"]
    assert edited["facts"]["engagement"]["value"] == "contractor"
    assert "team" not in edited["open"]
    assert client.get(path).json() == edited
    forgotten = client.patch(path, json={"facts": {"team": None}}).json()
    assert "team" not in forgotten["facts"]
    assert "team" in forgotten["open"]


def test_conversations_come_and_go(client: TestClient) -> None:
    """A conversation is made with or without a body, listed newest first, and deleted for good."""
    first = client.post("/api/conversations")
    second = client.post("/api/conversations", json={})
    assert (first.status_code, second.status_code) == (201, 201)
    ids = [first.json()["id"], second.json()["id"]]
    items = client.get("/api/conversations").json()["items"]
    assert [item["id"] for item in items] == ids[::-1]
    assert set(items[0]) == {"id", "title", "created_at", "updated_at"}
    gone = client.delete(f"/api/conversations/{ids[0]}")
    assert (gone.status_code, gone.content) == (204, b"")
    assert client.get(f"/api/conversations/{ids[0]}").status_code == 404
    assert client.delete(f"/api/conversations/{ids[0]}").status_code == 404
    assert [item["id"] for item in client.get("/api/conversations").json()["items"]] == ids[1:]


def test_an_unknown_field_starts_no_conversation(client: TestClient) -> None:
    """Unknown fields are refused here as everywhere."""
    assert client.post("/api/conversations", json={"canary": 1}).status_code == 422
    assert client.get("/api/conversations").json() == {"items": []}


def test_every_route_is_described(client: TestClient) -> None:
    """The description names each route with a summary, strict bodies, and the shape of its answer."""
    described = client.get("/openapi.json").json()
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            assert operation["description"], (method, path)
            answers = operation["responses"]
            assert answers["default"]["content"][MEDIA_TYPE]["schema"] == PROBLEM
            assert "422" not in answers
            good = next(answers[code] for code in answers if code.startswith("2"))
            shown = "204" in answers or "export" in path or good["content"]["application/json"]["schema"]
            assert shown, (method, path)
    for name in ("NewMessage", "NewDraft", "DraftEdit", "FactEdits", "Revision"):
        assert described["components"]["schemas"][name]["additionalProperties"] is False
