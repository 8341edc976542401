"""Bad input is refused in words that do not repeat it, and leaves nothing behind."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from api.body_limits import USUAL
from api.problems import MEDIA_TYPE
from assistant.facts import FACTS
from assistant.turn import MAX_MESSAGE

CANARY = "xylophone"
JSON = {"Content-Type": "application/json"}


def refused(reply: Any, *statuses: int) -> dict[str, Any]:
    """The problem of a reply that repeats nothing."""
    assert reply.status_code in statuses, reply.text
    assert reply.headers["content-type"] == MEDIA_TYPE
    assert CANARY not in reply.text
    body: dict[str, Any] = reply.json()
    assert body["detail"].endswith(".")
    return body


BODIES = {
    "not JSON": (f"{CANARY}{{".encode(), 400),
    "cut short": (f'{{"text": "{CANARY}'.encode(), 400),
    "not UTF-8": (b'{"text": "' + CANARY.encode() + b' \xff"}', 400),
    "too deep": (b'{"text": ' + b"[" * 100_000, 400),
    "a huge number": (b'{"text": ' + b"9" * 5_000 + b"}", 400),
    "a list": (f'["{CANARY}"]'.encode(), 422),
    "a bare text": (f'"{CANARY}"'.encode(), 422),
    "null": (b"null", 422),
    "nothing": (b"", 422),
    "no field": (b"{}", 422),
    "a number for text": (b'{"text": 7}', 422),
    "an object for text": (f'{{"text": {{"{CANARY}": 1}}}}'.encode(), 422),
    "an unknown field": (f'{{"text": "hello", "{CANARY}": "{CANARY}"}}'.encode(), 422),
    "half a pair": (f'{{"text": "{CANARY} \\ud800"}}'.encode(), 422),
    "half a pair in a name": (b'{"text": "hello", "\\udfff": 1}', 422),
    "NUL": (f'{{"text": "{CANARY} \\u0000"}}'.encode(), 422),
    "an escape": (f'{{"text": "{CANARY} \\u001b[31m"}}'.encode(), 422),
    "empty": (b'{"text": ""}', 422),
    "blank": (b'{"text": " \\n\\t "}', 422),
    "too long": (json.dumps({"text": CANARY + "x" * MAX_MESSAGE}).encode(), 413),
    "far too long": (json.dumps({"text": CANARY + "x" * USUAL}).encode(), 413),
}


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
@pytest.mark.parametrize("name", BODIES)
def test_a_bad_message_is_refused(client: TestClient, conversation: str, name: str, accept: str) -> None:
    """A message that cannot be taken is a problem before anything is streamed, and is not kept."""
    body, status = BODIES[name]
    path = f"/api/conversations/{conversation}/messages"
    refused(client.post(path, content=body, headers={**JSON, "Accept": accept}), status)
    assert client.get(f"/api/conversations/{conversation}").json()["messages"] == []


def test_a_body_of_unknown_length_is_counted(client: TestClient, conversation: str) -> None:
    """A body that does not tell its length is refused as soon as it is too large."""

    def chunks() -> Iterator[bytes]:
        yield b'{"text": "'
        for _ in range(2 * USUAL // 1024):
            yield CANARY.encode() * 113
        yield b'"}'

    reply = client.post(f"/api/conversations/{conversation}/messages", content=chunks(), headers=JSON)
    assert refused(reply, 413)["title"] == "Too large"


def test_the_longest_message_is_taken(client: TestClient, conversation: str) -> None:
    """A message at the limit is taken, even when each character travels as two escapes."""
    text = "\N{GRINNING FACE}" * MAX_MESSAGE
    content = json.dumps({"text": text}).encode()
    assert len(content) > 12 * MAX_MESSAGE
    reply = client.post(f"/api/conversations/{conversation}/messages", content=content, headers=JSON)
    assert reply.status_code == 200
    assert client.get(f"/api/conversations/{conversation}").json()["messages"][0]["text"] == text


def test_json_must_say_that_it_is_json(client: TestClient, conversation: str) -> None:
    """A body sent as plain text, as a form of another site would, is not read."""
    path = f"/api/conversations/{conversation}/messages"
    problem = refused(
        client.post(path, content=b'{"text": "xylophone"}', headers={"Content-Type": "text/plain"}), 422
    )
    assert "application/json" in problem["detail"]


TEMPLATES = [
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "{role_title} ${HOME} %(x)s",
    "[TBD: nothing]",
    "<b>&amp;</b>",
]


@pytest.mark.parametrize("text", TEMPLATES)
def test_template_syntax_is_text(client: TestClient, conversation: str, text: str) -> None:
    """What looks like a template is kept and drafted letter by letter."""
    said = f"role_title: {text}\ndraft: job_definition"
    turn = client.post(f"/api/conversations/{conversation}/messages", json={"text": said}).json()
    assert turn["brief"]["facts"]["role_title"]["value"] == text
    assert turn["drafts"][0]["title"] == f"Job definition: {text}"
    patched = client.patch(f"/api/conversations/{conversation}/brief", json={"facts": {"team": text}})
    assert patched.json()["facts"]["team"]["value"] == text


FACTS_REFUSED = {
    "no object": {"facts": [CANARY]},
    "unknown": {"facts": {CANARY: "x"}},
    "a number": {"facts": {"team": 7}},
    "a list for one value": {"facts": {"team": [CANARY]}},
    "an object": {"facts": {"team": {"value": CANARY}}},
    "empty": {"facts": {"team": " "}},
    "too long": {"facts": {"team": CANARY * 1000}},
    "too many": {"facts": {"tools": [CANARY] * 41}},
    "an empty item": {"facts": {"tools": [CANARY, ""]}},
    "a number in a list": {"facts": {"tools": [CANARY, 3]}},
    "NUL": {"facts": {"team": f"{CANARY}\0"}},
    "no choice": {"facts": {"engagement": CANARY}},
    "no place": {"facts": {"jurisdiction": CANARY}},
    "an unknown field": {"facts": {}, CANARY: 1},
}


@pytest.mark.parametrize("name", FACTS_REFUSED)
def test_a_bad_fact_is_refused(client: TestClient, conversation: str, name: str) -> None:
    """A fact that is not one changes nothing, in a conversation's brief or in one sent with a draft."""
    body = FACTS_REFUSED[name]
    path = f"/api/conversations/{conversation}/brief"
    refused(client.patch(path, json=body), 422)
    assert client.get(path).json()["facts"] == {}
    sent = {
        "kind": "job_definition",
        "brief": body["facts"],
        **{k: v for k, v in body.items() if k != "facts"},
    }
    refused(client.post("/api/drafts", json=sent), 422)


@pytest.mark.parametrize("character", ["\\ud800", "\\udc00\\ud800"])
@pytest.mark.parametrize(
    "place", ['{"facts": {"team": "%s"}}', '{"facts": {"%s": "x"}}', '{"facts": {"tools": ["%s"]}}']
)
def test_half_a_pair_is_no_fact(client: TestClient, conversation: str, place: str, character: str) -> None:
    """Half a surrogate pair is refused wherever it stands, never an inner error."""
    path = f"/api/conversations/{conversation}/brief"
    refused(client.patch(path, content=(place % character).encode(), headers=JSON), 422)


@pytest.mark.parametrize(
    "body",
    [
        '{"kind": "job_definition", "conversation_id": "\\ud800"}',
        '{"kind": "job_definition\\ud800", "brief": {}}',
        '{"kind": "job_definition", "brief": {"facts": {"team": {"value": "x", "quote": "\\ud800"}}}}',
    ],
)
def test_half_a_pair_is_no_id(client: TestClient, body: str) -> None:
    """Half a surrogate pair in an id, a kind or a quote never reaches the database."""
    refused(client.post("/api/drafts", content=body.encode(), headers=JSON), 422)


NEW_DRAFTS_REFUSED = {
    "unknown kind": {"kind": CANARY, "brief": {}},
    "no kind": {"brief": {}},
    "no brief": {"kind": "job_definition"},
    "two briefs": {"kind": "job_definition", "brief": {}, "conversation_id": "c"},
    "a list": {"kind": "job_definition", "brief": [CANARY]},
    "an unknown part of the brief": {"kind": "job_definition", "brief": {"facts": {}, CANARY: 1}},
    "an unknown part of a fact": {
        "kind": "job_definition",
        "brief": {"facts": {"team": {"value": "x", CANARY: 1}}},
    },
    "a fact without value": {"kind": "job_definition", "brief": {"facts": {"team": {"basis": "given"}}}},
    "an unknown basis": {
        "kind": "job_definition",
        "brief": {"facts": {"team": {"value": "x", "basis": CANARY}}},
    },
    "a conflict of one": {
        "kind": "job_definition",
        "brief": {"facts": {}, "conflicts": [{"fact": "team", "values": [{"value": CANARY}]}]},
    },
    "an unknown fact in conflict": {
        "kind": "job_definition",
        "brief": {"facts": {}, "conflicts": [{"fact": CANARY, "values": [{"value": "a"}, {"value": "b"}]}]},
    },
}


@pytest.mark.parametrize("name", NEW_DRAFTS_REFUSED)
def test_a_bad_order_is_refused(client: TestClient, name: str) -> None:
    """A draft of an unknown kind, or from an unfit brief, is not made."""
    refused(client.post("/api/drafts", json=NEW_DRAFTS_REFUSED[name]), 422)


def test_an_unknown_conversation_has_no_draft(client: TestClient) -> None:
    """A draft for a conversation that does not exist is not found."""
    refused(client.post("/api/drafts", json={"kind": "job_definition", "conversation_id": CANARY}), 404)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?q=",
        "?q=%20",
        "?q=xylophone%00",
        "?q=x&k=0",
        "?q=x&k=51",
        "?q=x&k=xylophone",
        "?q=x&topic=xylophone",
        "?q=x&jurisdiction=xylophone",
        "?q=x&engagement=xylophone",
        "?q=" + "x" * 2001,
    ],
)
def test_a_bad_question_is_refused(client: TestClient, query: str) -> None:
    """A question that cannot be searched for says why."""
    refused(client.get(f"/api/guidance{query}"), 422)


def test_faults_name_our_fields_alone(client: TestClient, conversation: str) -> None:
    """A fault names the field by our name for it; a name that was sent is not told."""
    path = f"/api/conversations/{conversation}/brief"
    problem = refused(client.patch(path, json={"facts": {"team": 7, CANARY: 7}}), 422)
    fields = {fault["field"] for fault in problem["errors"]}
    assert fields == {"facts.team", "facts.?"}
    assert "team" in FACTS


@pytest.fixture
def full_disk(engine: Engine) -> Iterator[list[bool]]:
    """A disk that fills up once the list is not empty."""
    full: list[bool] = []

    def fail(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if full and statement.startswith(("INSERT", "UPDATE", "DELETE")):
            raise OperationalError(statement, {}, Exception("database or disk is full"))

    event.listen(engine, "before_cursor_execute", fail)
    yield full
    event.remove(engine, "before_cursor_execute", fail)


def test_a_full_disk_is_told(client: TestClient, conversation: str, full_disk: list[bool]) -> None:
    """Every write says that nothing was saved, and what stood before stays."""
    text = f"role_title: {CANARY}\ndraft: job_definition"
    path = f"/api/conversations/{conversation}"
    before = client.get(path).json()
    made = client.post("/api/drafts", json={"kind": "job_definition", "brief": {}}).json()
    line = made["sections"][0]["lines"][0]["id"]
    full_disk.append(True)
    for method, where, body in (
        ("POST", "/api/conversations", {}),
        ("DELETE", path, None),
        ("POST", f"{path}/messages", {"text": text}),
        ("PATCH", f"{path}/brief", {"facts": {"team": CANARY}}),
        ("POST", "/api/drafts", {"kind": "job_definition", "conversation_id": conversation}),
        ("PATCH", f"/api/drafts/{made['id']}", {"strike": [line]}),
        ("POST", f"/api/drafts/{made['id']}/revise", {"text": text}),
    ):
        problem = refused(client.request(method, where, json=body), 503)
        assert "nothing was saved" in problem["detail"]
    full_disk.clear()
    assert client.get(path).json() == before
    assert client.get(f"/api/drafts/{made['id']}").json() == made
