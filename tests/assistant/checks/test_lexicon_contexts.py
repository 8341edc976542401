"""Hints, places, entries that stand alone, and what code sees of a question."""

from pathlib import Path

import pytest

from assistant.checks.text.hits import Asked, find_hits, to_finding, told
from assistant.checks.text.lexicon import Lexicon, load_lexicon
from assistant.checks.text.questions import closed, two_subjects
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import read
from assistant.checks.text.vocabulary import Vocabulary

TABLE = """
apart: {when: [how would you], save: [your kids], things: [database]}
entries:
  - id: kids
    category: family
    severity: risk
    match: [your kids]
    hint: [kids]
    message: Private.
    suggestion: Ask about the hours.
    source: Practice
    by_place: {US: {source: US practice}, US-CA: {severity: advice, message: Private in California.}}
    examples: {hit: [a, b], miss: [c, d]}
  - id: taste
    category: weak
    severity: advice
    alone: true
    match: [favourite]
    message: Not about the work.
    suggestion: Ask about the work.
    source: Practice
    examples: {hit: [a, b], miss: [c, d]}
"""


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    """Two entries, one of them with a hint."""
    folder = tmp_path / "family"
    folder.mkdir()
    (folder / "kids.yaml").write_text(TABLE, encoding="utf-8")
    return load_lexicon("family", tmp_path)


def quotes(lexicon: Lexicon, text: str, place: str | None = None) -> list[tuple[str, str, str, str]]:
    """What is told: quote, severity, message and source."""
    scan = Scan(read(text), lexicon.vocabulary)
    asked = Asked(place)
    findings = [to_finding(scan, lexicon, hit, asked) for hit in told(scan, find_hits(scan, lexicon, asked))]
    return [(item.quote, item.severity, item.message, item.source) for item in findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Any kids at home?", ["kids"]),
        ("How would you test an app for kids?", []),
        ("Are kids in the database?", []),
        ("How would you feel if your kids were ill?", ["your kids"]),
    ],
)
def test_a_hint_does_not_stand_in_a_sentence_on_other_things(
    lexicon: Lexicon, text: str, found: list[str]
) -> None:
    """A hint is no hit in a sentence that is apart or holds one of its things; a match is."""
    assert [quote for quote, *_ in quotes(lexicon, text)] == found


@pytest.mark.parametrize(
    ("place", "severity", "message", "source"),
    [
        (None, "risk", "Private.", "Practice"),
        ("GB", "risk", "Private.", "Practice"),
        ("US-NY", "risk", "Private.", "US practice"),
        ("US-CA", "advice", "Private in California.", "Practice"),
    ],
)
def test_a_place_tells_its_own_law(
    lexicon: Lexicon, place: str | None, severity: str, message: str, source: str
) -> None:
    """What an entry says by place holds there and in the places within, the nearest first."""
    assert quotes(lexicon, "Any kids?", place) == [("kids", severity, message, source)]


def test_what_stands_alone_is_not_told_beside_a_risk(lexicon: Lexicon) -> None:
    """An entry that stands alone is told unless its sentence holds a risk."""
    found = quotes(lexicon, "What is your favourite film? Are your kids your favourite people?")
    assert [quote for quote, *_ in found] == ["favourite", "your kids"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Do you know Python?", True),
        ("Do you know Python? What did you build with it?", False),
        ("Do you know Python? Tell me about the last time.", False),
        ("Do you know Python? It is our main language.", True),
        ("You will know Python.", False),
    ],
)
def test_a_question_is_closed_when_nothing_open_follows(text: str, left: bool) -> None:
    """A yes-or-no question with an open one after it is fine."""
    assert closed(Scan(read(text), Vocabulary(())), 0) is left


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("What was the outcome, and how did you measure it?", False),
        ("Which tools do you use, and how do you deal with conflict?", True),
        ("What notice must you give, and when could you start?", False),
        ("What did you do, and why?", False),
    ],
)
def test_a_second_question_on_the_same_subject_is_one_question(text: str, two: bool) -> None:
    """Only a second question that leaves the first one's subject makes two."""
    assert two_subjects(Scan(read(text), Vocabulary(())), 0) is two
