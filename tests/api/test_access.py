"""Who gets in: every route by every kind of caller."""

import functools
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr
from starlette.websockets import WebSocketDisconnect

from api.app import create_app
from api.security import COOKIE
from assistant.build import Assistant
from assistant.settings import Settings
from tests.api.conftest import LOCAL

TOKEN = "a long random text ☂"
BEARER = {"Authorization": f"Bearer {TOKEN}".encode()}
OPEN = {"/health", "/health/ready", "/sign-in"}
UNLISTED = [
    ("GET", "/"),
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
    ("GET", "/docs"),
    ("GET", "/openapi.json"),
]


@pytest.fixture
def guarded_app(assistant: Assistant, settings: Settings) -> FastAPI:
    """The application with a token, reachable under one more name."""
    guarded = settings.model_copy(
        update={"token": SecretStr(TOKEN), "allowed_hosts": "hire.example.org, other.example.org:8443"}
    )
    return create_app(assistant, guarded)


@pytest.fixture
def guarded(guarded_app: FastAPI) -> Iterator[TestClient]:
    """A client without the token."""
    with TestClient(guarded_app, base_url=LOCAL, follow_redirects=False) as client:
        yield client


@functools.cache
def routes() -> list[tuple[str, str]]:
    """Every method and path, with an id that is nobody's."""
    paths = create_app(SimpleNamespace(desk=None), Settings()).openapi()["paths"]
    listed = [(method.upper(), path) for path, methods in paths.items() for method in methods]
    assert len(listed) > 15
    filled = [(method, path.replace("{id}", "nobodys").replace("{number}", "1")) for method, path in listed]
    return [*filled, *UNLISTED]


FOREIGN = {
    "a foreign name": {"Host": "evil.example.com"},
    "no name": {"Host": ""},
    "a name that only begins like ours": {"Host": "localhost.evil.example.com"},
    "a page elsewhere": {"Origin": "https://evil.example.com"},
    "a page of another port": {"Origin": "http://localhost:9999"},
    "a page of nowhere": {"Origin": "null"},
}


@pytest.mark.parametrize("caller", FOREIGN)
def test_no_route_answers_a_page_elsewhere(guarded: TestClient, caller: str) -> None:
    """Under a foreign name or from a foreign page nothing is answered, health included."""
    for method, path in routes():
        for extra in ({}, BEARER):
            reply = guarded.request(method, path, headers={**FOREIGN[caller], **extra})
            assert reply.status_code == 403, (method, path)
            assert reply.headers["content-type"] == "application/problem+json"
            assert "evil" not in reply.text


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_change_is_made_for_another_site(guarded: TestClient, site: str) -> None:
    """A browser that says that the request comes from another site changes nothing."""
    changing = [(method, path) for method, path in routes() if method != "GET"]
    assert changing
    for method, path in changing:
        reply = guarded.request(method, path, headers={**BEARER, "Sec-Fetch-Site": site})
        assert reply.status_code == 403, (method, path)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer "},
        {"Authorization": "Basic YTpi"},
        {"Authorization": f"Bearer {TOKEN}x".encode()},
        {"Cookie": f"{COOKIE}=wrong"},
        {"Cookie": f"{COOKIE}={TOKEN}".encode()},
    ],
)
def test_every_route_but_health_asks_for_the_token(guarded: TestClient, headers: dict[str, str]) -> None:
    """Without the token, or with a wrong one, only health and the sign-in form answer."""
    for method, path in routes():
        reply = guarded.request(method, path, headers=headers)
        expected = 401 if path not in OPEN else 401 if method == "POST" else 200
        assert reply.status_code == expected, (method, path)
        if path not in OPEN:
            assert reply.headers["www-authenticate"] == "Bearer"
            assert reply.json()["title"] == "A token is needed"


def test_the_token_opens_every_route(guarded: TestClient) -> None:
    """With the token no route refuses the caller as a stranger."""
    for method, path in routes():
        if path != "/sign-in":
            assert guarded.request(method, path, headers=BEARER).status_code not in (401, 403), (method, path)


def test_no_token_is_asked_where_none_is_set(client: TestClient) -> None:
    """On this machine alone, without a token, the page's own requests just work."""
    own = {"Origin": LOCAL, "Sec-Fetch-Site": "same-origin"}
    assert client.post("/api/conversations", json={}, headers=own).status_code == 201
    assert client.get("/sign-in").status_code == 404


def test_the_description_is_hidden_behind_a_token(guarded: TestClient, client: TestClient) -> None:
    """With a token set nobody is told what there is to call; without, the description is served."""
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert guarded.get(path, headers=BEARER).status_code == 404
    assert client.get("/openapi.json").status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8000",
        "127.0.0.1:8000",
        "127.0.0.9",
        "[::1]:8000",
        "LOCALHOST",
        "hire.example.org:443",
    ],
)
def test_own_names_are_served(guarded: TestClient, host: str) -> None:
    """Loopback under any name, and the names that the settings give, with any port."""
    assert guarded.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("localhost:8000", "http://localhost:8000"),
        ("hire.example.org", "https://hire.example.org"),
        ("127.0.0.1:8000", "https://hire.example.org"),
        ("other.example.org:8443", "https://other.example.org:8443"),
    ],
)
def test_own_pages_are_served(guarded: TestClient, host: str, origin: str) -> None:
    """The page of the same address, or of a named proxy before it, may ask."""
    assert guarded.get("/health", headers={"Host": host, "Origin": origin}).status_code == 200


def test_a_browser_signs_in_with_a_form(guarded: TestClient) -> None:
    """The token typed into the form leaves a cookie that opens the page and is of no use elsewhere."""
    away = guarded.get("/", headers={"Accept": "text/html"})
    assert (away.status_code, away.headers["location"]) == (303, "/sign-in")
    assert guarded.post("/sign-in", data={"token": "wrong"}).status_code == 401
    entered = guarded.post("/sign-in", data={"token": TOKEN}, headers={"Origin": LOCAL})
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    cookie = entered.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    assert TOKEN not in cookie
    assert guarded.get("/").status_code == 200
    assert guarded.get("/api/kinds").status_code == 200


def test_a_cookie_is_sent_over_https_alone_where_there_is_https(guarded_app: FastAPI) -> None:
    """Behind TLS the cookie is marked Secure."""
    with TestClient(guarded_app, base_url="https://localhost", follow_redirects=False) as client:
        assert "Secure" in client.post("/sign-in", data={"token": TOKEN}).headers["set-cookie"]


def test_a_websocket_is_refused(guarded: TestClient) -> None:
    """Nothing here speaks over a socket."""
    with pytest.raises(WebSocketDisconnect) as caught, guarded.websocket_connect("/api/conversations"):
        pass
    assert caught.value.code == 1008


@pytest.mark.parametrize("path", ["/", "/health", "/api/kinds", "/nowhere"])
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    """No answer may be framed, sniffed, run foreign code or be kept by a cache."""
    headers = client.get(path).headers
    policy = headers["content-security-policy"].split("; ")
    assert policy[0] == "default-src 'none'"
    assert not any("unsafe" in part or "http" in part or "*" in part for part in policy)
    assert {"frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} <= set(policy)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
