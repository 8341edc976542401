"""Words that accept what a draft suggests, against labelled messages."""

import pytest

from assistant.accepting import Suggestion
from assistant.brief import Brief
from assistant.reading.reader import RuleReader
from assistant.reading.reading import Context

OFFERED = (
    Suggestion("p.1", "Purpose: keeps it running."),
    Suggestion("s.1", "Outcome: Guests are kept apart.", "outcomes", "Guests are kept apart."),
    Suggestion("s.2", "Outcome: Drawings are current.", "outcomes", "Drawings are current."),
    Suggestion("s.3", "Responsibility: Trace faults.", "responsibilities", "Trace faults."),
    Suggestion("s.4", "Indicator: downtime in minutes a month", "kpis", "downtime in minutes a month"),
)
ALL = ("p.1", "s.1", "s.2", "s.3", "s.4")


def context(offered: tuple[Suggestion, ...]) -> Context:
    """A draft with some suggestions."""
    return Context(Brief(), drafted=("job_definition",), offered=offered)


@pytest.mark.parametrize(
    ("says", "lines"),
    [
        ("Accept all suggestions please.", ALL),
        ("yes, add them all", ALL),
        ("accept everything you suggested", ALL),
        ("Accept the first one", ("s.1",)),
        ("ok add the second and the fourth", ("s.2", "s.4")),
        ("accept 1, 3", ("s.1", "s.3")),
        ("take the last one please", ("s.4",)),
        ("accept the outcomes", ("s.1", "s.2")),
        ("Please add the first outcome, the rest later", ("s.1",)),
        ("add the second outcome", ("s.2",)),
        ("add your suggested KPI", ("s.4",)),
        ("accept the first two", ("s.1", "s.2")),
        ("yes add the one about guests", ("s.1",)),
        ("accept the suggestion on tracing faults", ("s.3",)),
        ('add "Downtime in minutes a month"', ("s.4",)),
        ("yes, add that", ()),
        ("accept number 9", ()),
    ],
)
def test_what_is_accepted(reader: RuleReader, says: str, lines: tuple[str, ...]) -> None:
    """A message accepts exactly the suggestions that it names; one that could be any accepts none."""
    reading = reader.read(says, context(OFFERED))
    assert reading.accepting
    assert reading.accepts == lines
    facts = {item.line: (item.fact, item.value) for item in OFFERED if item.fact}
    assert [(change.fact, change.value) for change in reading.changes] == [
        facts[line] for line in lines if line in facts
    ]
    assert all(change.quote in says for change in reading.changes)


def test_the_only_suggestion_is_meant(reader: RuleReader) -> None:
    """'Yes, add that' means the one suggestion that is open, quoted by these words."""
    (change,) = reader.read("Yes, add that.", context(OFFERED[1:2])).changes
    assert (change.fact, change.value, change.quote) == (
        "outcomes",
        "Guests are kept apart.",
        "Yes, add that",
    )


@pytest.mark.parametrize(
    "says",
    [
        "add Docker to the must-haves",
        "keep it short",
        "accept cookies on the site",
        "How do I accept an offer?",
        "Anna accepts the results.",
        "add responsibilities",
        "use that budget for two months",
    ],
)
def test_what_accepts_nothing(reader: RuleReader, says: str) -> None:
    """Ordinary orders, questions and statements accept no suggestion."""
    assert not reader.read(says, context(OFFERED)).accepting


def test_the_rest_of_a_sentence_is_read(reader: RuleReader) -> None:
    """What stands beside an acceptance is read as ever."""
    changes = reader.read("Accept the first outcome, and it starts on 1 March.", context(OFFERED)).changes
    assert [(change.fact, change.value) for change in changes] == [
        ("start", "1 March (2027-03-01)"),
        ("outcomes", "Guests are kept apart."),
    ]
