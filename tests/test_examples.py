"""The examples are what the assistant writes today."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.exports.markdown import markdown
from assistant.records.records import Version

EXAMPLES = Path(__file__).parents[1] / "examples"
DRAFTS = sorted(EXAMPLES.glob("*.md"))


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_an_example_is_what_is_drafted_today(path: Path, compose: Callable[..., Version]) -> None:
    """Each draft under examples/ is composed anew, letter by letter; `make examples` writes them again."""
    brief, kind = path.stem.split(".")
    facts = json.loads((EXAMPLES / f"{brief}.json").read_text(encoding="utf-8"))
    assert markdown(compose(kind, **facts)) == path.read_text(encoding="utf-8"), "run `make examples`"


def test_every_example_brief_is_drafted() -> None:
    """No brief lies about without a draft."""
    briefs = {path.stem for path in EXAMPLES.glob("*.json")}
    assert briefs == {path.stem.split(".")[0] for path in DRAFTS}
