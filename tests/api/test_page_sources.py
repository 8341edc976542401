"""The page's sources: what no template or script may contain, and that they fit each other and the API."""

import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.page.routes import FOLDER
from tests.api.tags import Tags

SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "static").glob("*.js")}
TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "templates").glob("*.html")}
IMPORT = re.compile(r'^import (?:[^"]* from )?"\./([^"]+)";$', re.MULTILINE)
UNSAFE = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bFunction\(|srcdoc|DOMParser"
    r"|createContextualFragment|\.style\b|javascript:|setTimeout\(\s*[\"'`]"
)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_nothing_inline(name: str) -> None:
    """No template holds a script, a style or a handler of its own: the content policy forbids them."""
    found = Tags(TEMPLATES[name])
    assert found.inline == ""
    assert "style" not in [tag for tag, _ in found.tags]
    attributes = {key for _, attrs in found.tags for key in attrs}
    assert not [key for key in attributes if key.startswith("on") or key == "style"]
    assert "|safe" not in TEMPLATES[name].replace(" ", "")


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_script_sets_text_only(name: str) -> None:
    """No script turns text into HTML, code or style."""
    assert not UNSAFE.findall(SCRIPTS[name])


def test_modules_are_there_and_used() -> None:
    """Every module that is imported exists, and every one that exists is reached from the first."""
    seen: set[str] = set()
    waiting = ["app.js"]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += IMPORT.findall(SCRIPTS[name])
    assert seen == set(SCRIPTS)


def test_imported_names_are_exported() -> None:
    """Every name that a module takes from another is one that the other gives."""
    for script in SCRIPTS.values():
        for names, other in re.findall(r'^import \{ ([^}]+) \} from "\./([^"]+)";$', script, re.MULTILINE):
            given = re.findall(
                r"^export (?:async )?(?:function\*?|const|class) (\w+)", SCRIPTS[other], re.MULTILINE
            )
            assert set(names.split(", ")) <= set(given), other


def test_elements_that_scripts_look_for() -> None:
    """Every element that a script fetches by a fixed id is in the shell or made by a script."""
    made = {
        name
        for script in SCRIPTS.values()
        for name in re.findall(r'(?:\bid: |disclosure\()"([\w-]+)"', script)
    }
    wanted = {
        name for script in SCRIPTS.values() for name in re.findall(r'getElementById\("([\w-]+)"\)', script)
    }
    assert wanted <= made | set(Tags(TEMPLATES["shell.html"]).ids())


def test_addresses_that_scripts_call(client: TestClient) -> None:
    """Every address that a script calls is one that the API serves."""
    app = client.app
    assert isinstance(app, FastAPI)
    served = {re.sub(r"\{\w+\}", "*", path) for path in app.openapi()["paths"]}
    called = {
        re.sub(r"\$\{[^}]*\}", "*", path).partition("?")[0]
        for script in SCRIPTS.values()
        for path in re.findall(r'["`](/api/[^"`]+)["`]', script)
    }
    assert called
    assert called <= served
