"""The page: its shell, its sign-in form and its files."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.page import routes
from api.page.routes import FILES, FOLDER, TYPES, Page, page_router
from api.problems import add_handlers
from assistant.facts import FACTS
from tests.api.tags import Tags


@pytest.fixture(scope="module")
def page() -> Page:
    """The page as it is served."""
    return Page()


@pytest.fixture(scope="module")
def browser(page: Page) -> Iterator[TestClient]:
    """A client of the page alone."""
    app = FastAPI()
    add_handlers(app)
    app.include_router(page_router(page))
    with TestClient(app) as client:
        yield client


@pytest.fixture(scope="module")
def shell(browser: TestClient) -> str:
    """The shell as a browser gets it."""
    return browser.get("/").text


def test_shell_says_what_to_do(browser: TestClient, shell: str) -> None:
    """The first look shows one sentence, three examples and the three parts, and is never kept by a cache."""
    answer = browser.get("/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert shell.count('class="example"') == 3
    assert {"conversation", "brief", "draft", "message"} <= set(Tags(shell).ids())
    assert "Nothing here is legal advice. Nobody is scored." in shell


def test_shell_ids_are_unique(shell: str) -> None:
    """No id stands twice, so a label or a script never finds the wrong element."""
    ids = Tags(shell).ids()
    assert len(ids) == len(set(ids))


def test_shell_knows_every_fact(shell: str) -> None:
    """Every fact of a brief has its title on the page."""
    titles = {
        attrs["data-name"]: attrs["data-title"] for _, attrs in Tags(shell).tags if "data-name" in attrs
    }
    assert titles == {spec.name: spec.title for spec in FACTS.values()}


def test_text_is_escaped(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a value of a template holds, it stays text."""
    hostile = replace(FACTS["team"], title='"><script>alert(1)</script>{{ 7 * 7 }}')
    monkeypatch.setattr(routes, "FACTS", {"team": hostile})
    tags = Tags(bytes(page.shell().body).decode())
    assert [attrs["src"] for tag, attrs in tags.tags if tag == "script"] == [f"{FILES}/{page.digest}/app.js"]
    assert hostile.title in [attrs.get("data-title") for _, attrs in tags.tags]


@pytest.mark.parametrize("failed", [False, True])
def test_sign_in_form(page: Page, failed: bool) -> None:
    """The form works without a script, and says in words when the token was wrong."""
    answer = page.sign_in(failed)
    text = bytes(answer.body).decode()
    forms = [attrs for tag, attrs in Tags(text).tags if tag == "form"]
    assert forms == [{"method": "post", "action": "/sign-in"}]
    assert (answer.status_code, 'role="alert"' in text) == ((401, True) if failed else (200, False))


@pytest.mark.parametrize("name", sorted(path.name for path in (FOLDER / "static").iterdir()))
def test_files(browser: TestClient, page: Page, name: str) -> None:
    """Every file has its type and may be kept for good, for its address changes with it."""
    answer = browser.get(f"{FILES}/{page.digest}/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == TYPES[Path(name).suffix]
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.content == (FOLDER / "static" / name).read_bytes()


@pytest.mark.parametrize(
    "path", ["0123456789abcdef/app.js", "DIGEST/none.js", "DIGEST/..%2froutes.py", "DIGEST/../routes.py"]
)
def test_no_other_file(browser: TestClient, page: Page, path: str) -> None:
    """An old release's address, an unknown name and a way out of the folder all find nothing."""
    assert browser.get(f"{FILES}/{path.replace('DIGEST', page.digest)}").status_code == 404


def test_address_changes_with_a_file(page: Page, tmp_path: Path) -> None:
    """A changed script gets a new address, so no browser mixes two releases."""
    shutil.copytree(FOLDER, tmp_path / "page")
    (tmp_path / "page/static/app.js").write_text("// changed\n", encoding="utf-8")
    assert Page(tmp_path / "page").digest != page.digest


def test_page_under_the_policy(client: TestClient) -> None:
    """The page is served under a policy that runs and loads nothing but its own files."""
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
