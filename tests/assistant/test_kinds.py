"""Kinds are folders of data: a new one drafts without any Python, a faulty one refuses to start."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.brief import Brief, typed_changes
from assistant.build import new_writer
from assistant.checks.registry import CHECKS
from assistant.drafting import Drafter, Order, last_version
from assistant.errors import KindError
from assistant.kinds import PROMPTS, load_kinds
from knowledge.cards import Library
from knowledge.search import Search

UNSEEN = """
title: Welcome letter
summary: What a new contractor reads on the first morning.
asks_for: [welcome letter]
query: "onboarding {role_title}"
facts: [role_title, start, reports_to]
words: [10, 200]
sections:
  - id: opening
    title: Welcome
    shape: text
    lines:
      - {from: fact, text: "You start on {start} as {role_title}."}
  - id: first_steps
    title: Your first day
    shape: bullets
    lines:
      - {from: "guidance:onboarding-access", max: 2}
  - id: known
    title: Known about the role
    shape: table
    columns: [Access, Why]
    lines:
      - {from: role.access, max: 1, cells: ["{item}", "Usual for {role}"]}
checks: [sections, bases, citations, grounding]
"""


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A copy of prompts/ to change."""
    return Path(shutil.copytree(PROMPTS, tmp_path / "prompts"))


def test_an_unseen_kind_drafts_from_its_folder_alone(
    prompts: Path, library: Library, search: Search, clock: Callable[[], dt.datetime]
) -> None:
    """A folder with a kind.yaml is all that a new kind of document takes."""
    (prompts / "welcome_letter").mkdir()
    (prompts / "welcome_letter" / "kind.yaml").write_text(UNSEEN, encoding="utf-8")
    kind = load_kinds(library, frozenset(CHECKS), prompts)["welcome_letter"]
    drafter = Drafter(search, new_writer(library, search), clock)
    brief = Brief().merge(typed_changes({"role_title": "Network engineer", "start": "2 May"})).brief
    draft = last_version(drafter.write(Order("local", kind, brief, "d1"))).draft
    assert draft.sections[0].lines[0].text == "You start on 2 May as Network engineer."
    assert [line.basis for line in draft.sections[1].lines] == ["guidance", "guidance"]
    assert draft.sections[2].lines[0].basis == "assumption"
    assert draft.added == (draft.sections[2].lines[0].id,)
    assert not draft.findings


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("facts: [role_title,", "facts: [role_name,", "role_name"),
        ("from: role.access", "from: role.shoe_size", "shoe_size"),
        ("guidance:onboarding-access", "guidance:no-such-topic", "no-such-topic"),
        ("{start}", "{first_day}", "first_day"),
        ("checks: [sections,", "checks: [spelling,", "spelling"),
        ("shape: text", "shape: poem", "shape"),
        ("title: Welcome letter", "title: Welcome letter\nmood: sunny", "mood"),
        ("from: fact,", "from: thin-air,", "thin-air"),
        ('cells: ["{item}", "Usual for {role}"]', 'cells: ["{item}"]', "cell"),
    ],
)
def test_a_faulty_kind_refuses_to_start_and_says_why(
    prompts: Path, library: Library, old: str, new: str, named: str
) -> None:
    """An unknown fact, field, topic, place, check or source is named at start-up."""
    assert old in UNSEEN
    (prompts / "welcome_letter").mkdir()
    (prompts / "welcome_letter" / "kind.yaml").write_text(UNSEEN.replace(old, new), encoding="utf-8")
    with pytest.raises(KindError, match=named):
        load_kinds(library, frozenset(CHECKS), prompts)
