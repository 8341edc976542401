"""The reader as a whole: labelled messages, and promises that hold for any text."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.brief import MAX_VALUE, Brief
from assistant.draft import Question
from assistant.facts import FACTS, LISTS
from assistant.kinds import Kind
from assistant.reading.composing import MOST_READ
from assistant.reading.reader import RuleReader
from assistant.reading.reading import Context, Reading
from knowledge.cards import Library
from knowledge.names import role_names
from knowledge.search import Search
from tests.assistant.reading.cases import Case, cases, faults

CASES = dict(cases())
EMPTY = Context(Brief())
ASKED = Context(
    Brief(),
    [Question(fact=name, text="?", choices=spec.choices) for name, spec in FACTS.items()],
    ["job_definition"],
)
# Bits that mean something to the reader, thrown together in any order.
BITS = st.sampled_from(
    [
        "We need", "a senior network engineer", "contractor", "on our payroll", "3 months",
        "for about two weeks",
        "£500/day", "must have", "nice to have:", "Cisco, BGP and firewalls", "reports to me", "Anna Schmidt",
        "London hours", "9-5", "CET", "remote", "on site in Leeds", "start 1 March", "drop the degree",
        "instead",
        "change", "to", "maybe", "I think", "not", "?", ".", ",", "\n", "\n- ", "> ", "Role:", "Budget:",
        "**KPIs:**",
        "because our admin left", "rank the candidates", "who should I hire", "interview kit",
        "feedback for Maria",
        "so the site was down", "{{7*7}}", "\x00", "’", "🙂", "ﬁ", "İ", "(", ")", '"', "1)", "31/31/2026",
        "from",
        "until end of", "should be", "no longer", "actually", "a degree in", "99.9% uptime", "measured by",
    ]
)  # fmt: skip


def check(message: str, reading: Reading) -> None:
    """Fail unless every change, doubt and leftover is borne out by the message and can be merged."""
    for change in reading.changes:
        assert change.quote
        assert change.quote in message
        assert change.fact in FACTS
        assert change.op == "clear" or 0 < len(change.value) <= MAX_VALUE
        assert change.fact in LISTS or change.op not in ("add", "remove")
    assert all(part and part in message for part in (*reading.unplaced, *reading.hearsay))
    Brief().merge(reading.changes, "m1")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_labelled_message(reader: RuleReader, case: Case) -> None:
    """A message is read exactly as its label says: nothing less, and above all nothing more."""
    reading = reader.read(case.say, case.context)
    check(case.say, reading)
    assert faults(case, reading) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(BITS, max_size=14), st.sampled_from([" ", "", "  ", ", "]), st.booleans())
def test_any_mixture_of_words_is_read_without_a_fault(
    reader: RuleReader, bits: list[str], glue: str, asked: bool
) -> None:
    """Words that mean something, in no order that does, never raise and never yield a false quote."""
    message = glue.join(bits)
    check(message, reader.read(message, ASKED if asked else EMPTY))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_is_read_without_a_fault(reader: RuleReader, message: str) -> None:
    """Any text at all is read as data: nothing raises, and every quote is verbatim."""
    check(message, reader.read(message, ASKED))


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "and ",
        "need a ",
        "strong ",
        "x\n",
        "(",
        "- must have: x\n",
        "Role: x. ",
        "> x\n",
        "İ😀",
        "9-5 ",
        '" ',
    ],
)
def test_the_longest_message_is_read(reader: RuleReader, unit: str) -> None:
    """Thirty-two thousand characters of anything are read, and no more than a few lists' worth is taken."""
    message = (unit * 32_000)[:32_000]
    reading = reader.read(message, EMPTY)
    check(message, reading)
    assert len(reading.changes) <= MOST_READ * len(FACTS)


def test_the_clock_decides_the_year(library: Library, kinds: dict[str, Kind]) -> None:
    """A day without a year is the next one of that name from the reader's own clock."""

    class Nothing:
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [[0.0] for _ in texts]

    def start(today: dt.datetime) -> str:
        reader = RuleReader(library, kinds, role_names(library, Nothing()), lambda: today)
        return reader.read("They start on 1 March.", EMPTY).changes[0].value

    assert start(dt.datetime(2030, 2, 1)) == "1 March (2030-03-01)"
    assert start(dt.datetime(2030, 4, 1)) == "1 March (2031-03-01)"


def test_work_names_the_role_when_no_role_is_named(
    library: Library, kinds: dict[str, Kind], search: Search, clock: Callable[[], dt.datetime]
) -> None:
    """'Someone to rebuild our office network' is the role in the manager's words; to cook lunch is none."""
    reader = RuleReader(library, kinds, role_names(library, search.embeddings), clock)

    def role(message: str) -> list[str]:
        changes = reader.read(message, EMPTY).changes
        return [change.value for change in changes if change.fact == "role_title"]

    said = "I need someone to rebuild our office network, three months, London hours, reports to me"
    assert role(said) == ["someone to rebuild our office network"]
    assert role("I need someone to cook lunch for the team.") == []


def test_two_plain_statements_become_a_contradiction(reader: RuleReader) -> None:
    """A message that says contractor and payroll leaves the fact open and keeps both sides."""
    reading = reader.read("We need a DBA as a contractor. She will be on our payroll.", EMPTY)
    merged = Brief().merge(reading.changes, "m1").brief
    conflict = merged.conflict("engagement")
    assert "engagement" not in merged.facts
    assert conflict is not None
    assert [claim.value for claim in conflict.values] == ["contractor", "employee"]


def test_no_part_of_the_text_is_echoed_when_something_is_declined(reader: RuleReader) -> None:
    """What is said about a declined request is in our own words alone."""
    reading = reader.read("Rank Zebediah and Quillon by their handshake.", EMPTY)
    assert reading.declined is not None
    said = " ".join((reading.declined.what, reading.declined.why, reading.declined.instead))
    assert not {"Zebediah", "Quillon", "handshake"} & set(said.replace(".", " ").split())
