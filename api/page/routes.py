"""Serve the page's shell and sign-in form, and its files under an address that changes with them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.errors import NotFoundError
from assistant.facts import FACTS
from assistant.turn import MAX_MESSAGE

FOLDER = Path(__file__).parent
FILES = "/static"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
# The address holds the files' digest, so a browser may keep them for good and still never mix two releases.
KEEP = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-store"


@dataclass(frozen=True)
class StaticFile:
    """One file of the page, held in memory: a request never reaches the disk."""

    content: bytes
    media_type: str


class Page:
    """The page's templates, in an environment of their own, and its files."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(folder / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.files = _read(folder / "static")
        self.digest = _digest(self.files)

    def shell(self) -> HTMLResponse:
        """The page a manager works on; it gets everything else from the web API."""
        return self._html("shell.html", facts=FACTS.values(), most=MAX_MESSAGE)

    def sign_in(self, failed: bool = False) -> HTMLResponse:
        """The form that asks for the token; `failed` says that the last one was wrong."""
        return self._html("sign_in.html", status=401 if failed else 200, failed=failed)

    def file(self, digest: str, name: str) -> Response:
        """One script, style or picture; raises `NotFoundError` for another release's address."""
        found = self.files.get(name) if digest == self.digest else None
        if found is None:
            raise NotFoundError("There is no such file.", advice="Load the page again.")
        return Response(found.content, media_type=found.media_type, headers={"Cache-Control": KEEP})

    def _html(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        text = self._templates.get_template(template).render(base=f"{FILES}/{self.digest}", **values)
        return HTMLResponse(text, status_code=status, headers={"Cache-Control": ASK_AGAIN})


def page_router(page: Page) -> APIRouter:
    """The routes of the page and its files; the sign-in routes belong to whoever holds the token."""
    router = APIRouter(include_in_schema=False)

    @router.get("/", response_class=HTMLResponse)
    def shell() -> HTMLResponse:
        return page.shell()

    @router.get(FILES + "/{digest}/{name}")
    def file(digest: str, name: str) -> Response:
        return page.file(digest, name)

    return router


def _read(folder: Path) -> Mapping[str, StaticFile]:
    return {
        path.name: StaticFile(path.read_bytes(), TYPES[path.suffix])
        for path in sorted(folder.iterdir())
        if path.suffix in TYPES
    }


def _digest(files: Mapping[str, StaticFile]) -> str:
    total = hashlib.sha256()
    for name, each in files.items():
        total.update(f"{name} {len(each.content)}\n".encode())
        total.update(each.content)
    return total.hexdigest()[:16]
