"""Drafts over HTTP: made, edited, revised, compared, taken away."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.samples import NETWORK_BRIEF

Draft = dict[str, Any]
FINDING = {
    "check",
    "category",
    "severity",
    "section",
    "line",
    "span",
    "quote",
    "message",
    "suggestion",
    "source",
}


@pytest.fixture
def draft(client: TestClient) -> Draft:
    """A job definition that belongs to no conversation."""
    reply = client.post("/api/drafts", json={"kind": "job_definition", "brief": dict(NETWORK_BRIEF)})
    assert reply.status_code == 201
    return reply.json()


@pytest.fixture
def kit(client: TestClient) -> Draft:
    """An interview kit."""
    return client.post("/api/drafts", json={"kind": "interview_kit", "brief": dict(NETWORK_BRIEF)}).json()


def lines(draft: Draft, shape: str | None = None) -> list[dict[str, Any]]:
    """The lines of a draft, of sections of one shape."""
    return [line for part in draft["sections"] if shape in (None, part["shape"]) for line in part["lines"]]


def test_its_shape_is_the_contracts(draft: Draft) -> None:
    """Sections, lines, questions and provenance have the fields that the contract names."""
    assert draft["version"] == 1
    for section in draft["sections"]:
        assert {"id", "title", "shape", "columns", "lines"} <= set(section)
        for line in section["lines"]:
            assert {"id", "text", "cells", "basis", "facts", "citations"} <= set(line)
            assert line["basis"] in ("brief", "guidance", "assumption")
    for question in draft["open_questions"]:
        assert {"fact", "text", "choices"} <= set(question)
    for finding in draft["findings"]:
        assert set(finding) >= FINDING
    assert {"writer", "model", "prompt_digest", "passages", "created_at"} <= set(draft["provenance"])
    assert set(draft["added"]) == {line["id"] for line in lines(draft) if line["basis"] == "assumption"}


def test_the_brief_shape_drafts_the_same(client: TestClient, draft: Draft) -> None:
    """A brief as the API hands it out can be sent back and drafts the same lines."""
    id_ = client.post("/api/conversations", json={}).json()["id"]
    brief = client.patch(f"/api/conversations/{id_}/brief", json={"facts": dict(NETWORK_BRIEF)}).json()
    again = client.post("/api/drafts", json={"kind": "job_definition", "brief": brief}).json()
    assert again["sections"] == draft["sections"]
    assert again["id"] != draft["id"]


def test_a_contradiction_that_is_sent_stays_one(client: TestClient) -> None:
    """A conflict in a brief that is sent is asked about, not picked."""
    said = [{"value": "three months", "quote": "three months"}, {"value": "a year", "quote": "a year"}]
    brief = {"facts": {}, "open": [], "conflicts": [{"fact": "duration", "values": said}]}
    made = client.post("/api/drafts", json={"kind": "job_definition", "brief": brief}).json()
    (question,) = [item for item in made["open_questions"] if item["fact"] == "duration"]
    assert [choice.partition(": ")[2] for choice in question["choices"]] == ["three months", "a year"]


def test_an_edit_is_a_new_version(client: TestClient, draft: Draft) -> None:
    """Changed, struck and accepted lines make version 2; version 1 stays."""
    bullet, struck, *_ = lines(draft, "bullets")
    row = lines(draft, "table")[0]
    accepted = draft["added"][0]
    cells = [f"{cell} indeed" for cell in row["cells"]]
    body = {
        "lines": {bullet["id"]: {"text": "In my own words."}, row["id"]: {"cells": cells}},
        "strike": [struck["id"]],
        "accept": [accepted],
        "version": 1,
    }
    edited = client.patch(f"/api/drafts/{draft['id']}", json=body).json()
    now = {line["id"]: line for line in lines(edited)}
    assert edited["version"] == 2
    assert now[bullet["id"]]["text"] == "In my own words."
    assert now[row["id"]]["cells"] == cells
    assert struck["id"] not in now
    assert accepted not in edited["added"]
    assert client.get(f"/api/drafts/{draft['id']}").json() == edited
    assert client.get(f"/api/drafts/{draft['id']}/versions").json() == {"items": [draft, edited]}
    assert client.get(f"/api/drafts/{draft['id']}/versions/1").json() == draft


def test_an_answered_question_is_no_longer_open(client: TestClient) -> None:
    """A TBD that the manager writes over takes its question with it, and only its own."""
    made = client.post("/api/drafts", json={"kind": "feedback_note", "brief": {}}).json()
    line = next(item for item in lines(made) if "[TBD: what followed from it" in item["text"])
    body = {"lines": {line["id"]: {"text": "The release went out on time."}}}
    edited = client.patch(f"/api/drafts/{made['id']}", json=body).json()
    facts = [[item["fact"] for item in draft["open_questions"]] for draft in (made, edited)]
    assert "impact" in facts[0]
    assert facts[1] == [fact for fact in facts[0] if fact != "impact"]


def test_a_stale_edit_is_a_conflict(client: TestClient, draft: Draft) -> None:
    """An edit of a version that is no longer the newest is refused, and changes nothing."""
    path, line = f"/api/drafts/{draft['id']}", lines(draft, "bullets")[0]["id"]
    assert client.patch(path, json={"strike": [line], "version": 1}).status_code == 200
    reply = client.patch(path, json={"lines": {line: {"text": "x"}}, "version": 1})
    assert (reply.status_code, reply.json()["type"]) == (409, "urn:hiring-assistant:conflict")
    assert client.get(path).json()["version"] == 2


def test_no_rating_can_be_written(client: TestClient, kit: Draft) -> None:
    """A value in a rating cell is refused whole, with the reason."""
    section = next(part for part in kit["sections"] if part["id"] == "scorecard")
    row = section["lines"][0]
    for at in (-1, -2):
        cells = list(row["cells"])
        cells[at] = "4"
        reply = client.patch(f"/api/drafts/{kit['id']}", json={"lines": {row["id"]: {"cells": cells}}})
        assert (reply.status_code, reply.json()["title"]) == (422, "Ratings are not held here")
    assert client.get(f"/api/drafts/{kit['id']}").json() == kit


BAD_EDITS: dict[str, Any] = {
    "nothing": {},
    "an unknown line": {"strike": ["canary"]},
    "an unknown field": {"canary": 1},
    "a rating field": {"lines": {"LINE": {"rating": 4}}},
    "text and cells": {"lines": {"LINE": {"text": "x", "cells": ["x"]}}},
    "neither": {"lines": {"LINE": {}}},
    "empty": {"lines": {"LINE": {"text": " "}}},
    "NUL": {"lines": {"LINE": {"text": "canary\0"}}},
    "too long": {"lines": {"LINE": {"text": "canary" * 1000}}},
    "cells for a line": {"lines": {"LINE": {"cells": ["canary"] * 9}}},
    "a number": {"lines": {"LINE": {"text": 7}}},
    "no version": {"strike": ["LINE"], "version": "1"},
}


@pytest.mark.parametrize("name", BAD_EDITS)
def test_a_bad_edit_is_refused(client: TestClient, draft: Draft, name: str) -> None:
    """An edit that cannot be made says why, without repeating it, and makes no version."""
    line = lines(draft, "bullets")[0]["id"]
    body = dict(BAD_EDITS[name])
    if "LINE" in body.get("lines", {}):
        body["lines"] = {line: body["lines"]["LINE"]}
    reply = client.patch(f"/api/drafts/{draft['id']}", json=body)
    assert reply.status_code == 422
    assert "canary" not in reply.text
    assert client.get(f"/api/drafts/{draft['id']}").json()["version"] == 1


def test_a_difference_names_lines(client: TestClient, draft: Draft) -> None:
    """Comparing two versions shows each line that differs, before and after, and nothing else."""
    bullet, struck, *_ = lines(draft, "bullets")
    path = f"/api/drafts/{draft['id']}"
    client.patch(path, json={"lines": {bullet["id"]: {"text": "New words."}}, "strike": [struck["id"]]})
    diff = client.get(f"{path}/diff?from=1&to=2").json()
    assert (diff["draft_id"], diff["from_version"], diff["to_version"]) == (draft["id"], 1, 2)
    changed = [part for part in diff["sections"] if part["change"] != "same"]
    found = [(line["change"], line["before"], line["after"]) for part in changed for line in part["lines"]]
    assert ("changed", bullet["text"], "New words.") in [
        (change, before["text"], after["text"]) for change, before, after in found if before and after
    ]
    assert len(found) == 2
    assert {part["id"] for part in diff["sections"]} == {part["id"] for part in draft["sections"]}
    same = client.get(f"{path}/diff?from=2&to=2").json()
    assert {part["change"] for part in same["sections"]} == {"same"}
    assert client.get(f"{path}/diff?from=1&to=3").status_code == 404
    assert client.get(f"{path}/diff?from=1").status_code == 422


def test_a_version_keeps_what_it_cites(client: TestClient, draft: Draft) -> None:
    """The passages of a version can be read as they stood, and each cited id is among them."""
    items = client.get(f"/api/drafts/{draft['id']}/versions/1/passages").json()["items"]
    assert [item["id"] for item in items] == draft["provenance"]["passages"]
    assert all(item["text"] for item in items)


def test_markdown_can_be_taken_away(client: TestClient, draft: Draft) -> None:
    """The export is a file named by kind and version, never by what was written."""
    reply = client.get(f"/api/drafts/{draft['id']}/export?format=md")
    assert reply.headers["content-type"] == "text/markdown; charset=utf-8"
    assert reply.headers["content-disposition"] == 'attachment; filename="job_definition-v1.md"'
    assert reply.text.startswith("# Job definition: network engineer")


def test_another_format_is_told(client: TestClient, draft: Draft) -> None:
    """A format that does not exist is refused with a list of those that do."""
    reply = client.get(f"/api/drafts/{draft['id']}/export?format=canary")
    assert reply.status_code == 422
    assert "There is: md" in reply.json()["detail"]
    assert "canary" not in reply.text


def test_a_conversations_draft_becomes_stale(client: TestClient, conversation: str) -> None:
    """When the brief changes, a draft that used the fact says so until it is drafted anew."""
    brief = f"/api/conversations/{conversation}/brief"
    client.patch(brief, json={"facts": {"role_title": "tester", "duration": "two weeks"}})
    order = {"kind": "job_definition", "conversation_id": conversation}
    made = client.post("/api/drafts", json=order).json()
    assert made["stale"] == []
    client.patch(brief, json={"facts": {"duration": "six months", "degree": None}})
    assert client.get(f"/api/drafts/{made['id']}").json()["stale"] == ["duration"]
    (shown,) = client.get(f"/api/conversations/{conversation}").json()["drafts"]
    assert shown["stale"] == ["duration"]
    again = client.post("/api/drafts", json=order).json()
    assert (again["id"], again["version"], again["stale"]) == (made["id"], 2, [])


def test_a_fresh_kind_starts_a_new_document(client: TestClient, conversation: str) -> None:
    """Each feedback note is a document of its own."""
    order = {"kind": "feedback_note", "conversation_id": conversation}
    first, second = (client.post("/api/drafts", json=order).json() for _ in range(2))
    assert first["id"] != second["id"]
    assert second["version"] == 1


def test_a_draft_follows_its_words(client: TestClient, draft: Draft) -> None:
    """A revision in words changes the facts it names and makes a new version."""
    path = f"/api/drafts/{draft['id']}"
    revised = client.post(f"{path}/revise", json={"text": "duration: nine weeks"})
    assert revised.status_code == 200
    assert revised.json()["version"] == 2
    assert "nine weeks" in str(revised.json()["sections"])
    assert client.get(path).json() == revised.json()
    assert client.post("/api/drafts/nobodys/revise", json={"text": "x"}).status_code == 404
    assert client.post(f"{path}/revise", json={"text": "x", "canary": 1}).status_code == 422


def test_a_finding_is_acknowledged_and_stays_so(client: TestClient) -> None:
    """With a reason a finding may stand, also in the versions after, until its words are gone."""
    brief = {**NETWORK_BRIEF, "must_haves": ["Native English speaker", "Runs switches"]}
    made = client.post("/api/drafts", json={"kind": "job_definition", "brief": brief}).json()
    found = next(finding for finding in made["findings"] if finding["category"] == "origin")
    item = {name: found[name] for name in ("line", "category", "quote")}
    url = f"/api/drafts/{made['id']}"

    def reasons(reply: Any) -> list[str | None]:
        assert reply.status_code == 200
        return [one["acknowledged"] for one in reply.json()["findings"] if one["category"] == "origin"]

    unknown = client.patch(url, json={"acknowledge": [{**item, "quote": "other words", "reason": "why"}]})
    assert unknown.status_code == 422
    assert reasons(client.patch(url, json={"acknowledge": [{**item, "reason": "The contract asks."}]})) == [
        "The contract asks."
    ]
    other = next(line["id"] for line in lines(made, "bullets") if line["id"] != found["line"])
    assert reasons(client.patch(url, json={"strike": [other]})) == ["The contract asks."]
    gone = {"lines": {found["line"]: {"text": "Fluent English"}}}
    assert reasons(client.patch(url, json=gone)) == []
