"""Conversations over HTTP: their shapes, their turns, their events."""

import json

from fastapi.testclient import TestClient

TURN = {
    "id",
    "conversation_id",
    "intent",
    "reply",
    "answer",
    "brief",
    "drafts",
    "questions",
    "declined",
    "writer",
}
DRAFT = {
    "id",
    "kind",
    "version",
    "title",
    "sections",
    "open_questions",
    "added",
    "findings",
    "stale",
    "provenance",
}
FIRST = "role_title: network engineer\nmust_haves: OSPF routing\ndraft: job_definition"


def events_of(text: str) -> list[tuple[str, dict]]:
    """The events of a stream, by name and data."""
    blocks = [block for block in text.split("\n\n") if block.startswith("event: ")]
    pairs = [block.split("\n", 1) for block in blocks]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in pairs]


def test_a_message_becomes_a_turn_with_a_draft(client: TestClient, conversation: str) -> None:
    """A message comes back as a turn in the shape of the contract, its draft kept in the conversation."""
    turn = client.post(f"/api/conversations/{conversation}/messages", json={"text": FIRST})
    assert turn.status_code == 200
    body = turn.json()
    assert set(body) >= TURN
    assert body["conversation_id"] == conversation
    assert body["intent"] == "draft"
    assert body["brief"]["facts"]["role_title"] == {
        "value": "network engineer",
        "basis": "given",
        "quote": "network engineer",
        "message_id": client.get(f"/api/conversations/{conversation}").json()["messages"][0]["id"],
        "message_ids": None,
    }
    assert set(body["brief"]) == {"facts", "open", "conflicts"}
    (draft,) = body["drafts"]
    assert set(draft) >= DRAFT
    assert client.get(f"/api/drafts/{draft['id']}").json() == draft


def test_events_end_with_the_same_turn(client: TestClient, conversation: str) -> None:
    """Asked for events, the same message sends sections as they are finished and ends with the turn."""
    path = f"/api/conversations/{conversation}/messages"
    reply = client.post(path, json={"text": FIRST}, headers={"Accept": "text/event-stream"})
    assert reply.headers["content-type"].startswith("text/event-stream")
    events = events_of(reply.text)
    names = [name for name, _ in events]
    assert names[0] == "status"
    assert names[-1] == "done"
    assert set(names) <= {"status", "brief", "section", "finding", "question", "draft", "done"}
    assert {"brief", "section", "draft", "question"} <= set(names)
    done = events[-1][1]
    assert set(done) >= TURN
    assert names.index("draft") > max(at for at, name in enumerate(names) if name == "question")
    assert names.index("draft") > max(at for at, name in enumerate(names) if name in ("section", "finding"))
    sections = [data for name, data in events if name == "section"]
    assert {data["draft_id"] for data in sections} == {done["drafts"][0]["id"]}
    assert [data["section"]["id"] for data in sections] == [s["id"] for s in done["drafts"][0]["sections"]]
    kept = client.get(f"/api/conversations/{conversation}").json()
    assert kept["messages"][-1]["turn"] == done
