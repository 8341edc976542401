"""Let in only this assistant's own user: checks on host, origin and token before anything is read."""

import hashlib
import hmac
from collections.abc import Collection, Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import refusal, respond

COOKIE = "hiring_session"
SIGN_IN = "/sign-in"
# What asks for no token; the files of the page hold nothing of anybody's, and the sign-in form needs them.
PUBLIC = frozenset(("/health", "/health/ready", SIGN_IN))
FILES = "/static/"
READING = frozenset(("GET", "HEAD", "OPTIONS"))
TITLES = {"host": "Unknown name", "origin": "Request from elsewhere", "token": "A token is needed"}
ELSEWHERE = "A page elsewhere may not use this assistant. Open the assistant's own page."
NO_TOKEN = "Send 'Authorization: Bearer ...' with the value of HIRING_TOKEN, or sign in at /sign-in."
# "none" is an address typed by the user; without the header it is no browser.
OWN_SITE = frozenset(("same-origin", "none", None))


class Gate:
    """Refuses a request under a foreign name, from a page elsewhere, or without the token."""

    def __init__(self, app: ASGIApp, names: Collection[str], token: "Token") -> None:
        self._app = app
        self._names = frozenset(name.strip().lower() for name in names if name.strip())
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or pass on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        refused = self._refused(Headers(scope=scope), scope["method"], scope["path"])
        await (refused or self._app)(scope, receive, send)

    def _refused(self, headers: Headers, method: str, path: str) -> Response | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._is_ours(hosts[0]):
            return _refuse(
                403, "host", "This name is not served here. If it is yours, add it to HIRING_ALLOWED_HOSTS."
            )
        if any(not self._is_own_page(origin, hosts[0]) for origin in headers.getlist("origin")):
            return _refuse(403, "origin", ELSEWHERE)
        if method not in READING and headers.get("sec-fetch-site") not in OWN_SITE:
            return _refuse(403, "origin", ELSEWHERE)
        if path in PUBLIC or path.startswith(FILES) or self._token.fits(headers):
            return None
        if not path.startswith("/api") and "text/html" in headers.get("accept", ""):
            return RedirectResponse(SIGN_IN, 303)
        return _refuse(401, "token", NO_TOKEN, {"WWW-Authenticate": "Bearer"})

    def _is_ours(self, host: str) -> bool:
        name = _name_of(host)
        return name in self._names or host.lower() in self._names or _is_loopback(name)

    def _is_own_page(self, origin: str, host: str) -> bool:
        """A page of the very address that is asked, or of one that the settings name."""
        place = urlsplit(origin).netloc.lower()
        return bool(place) and (place == host.lower() or place in self._names)


class Token:
    """The secret of HIRING_TOKEN, and the cookie that stands for it in a browser; empty: all may pass."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self.cookie = hmac.new(self._secret, b"hiring-assistant session", hashlib.sha256).hexdigest()

    def __bool__(self) -> bool:
        return bool(self._secret)

    def is_secret(self, given: bytes) -> bool:
        """Compare in constant time."""
        return hmac.compare_digest(given, self._secret)

    def fits(self, headers: Headers) -> bool:
        """Say whether a request brings the secret or its cookie."""
        if not self._secret:
            return True
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.is_secret(given.strip().encode("latin-1")):
            return True
        cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        return hmac.compare_digest(cookie.encode(), self.cookie.encode())


def _refuse(status: int, name: str, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    return respond(refusal(status, name, TITLES[name], detail), headers)


def _name_of(host: str) -> str:
    """The name in a Host header, without port or brackets; empty when it is malformed."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_loopback(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
