"""A finding that a manager lets stand stays acknowledged while its words stand."""

import pytest

from assistant.checks.acknowledged import Acknowledgement, acknowledge, still_acknowledged
from assistant.draft import Draft, Finding, Provenance
from assistant.errors import InvalidError

PROVENANCE = Provenance(writer="outline", created_at="2026-08-01T10:00:00+00:00")
NATIVE = Finding(
    check="job_ad", category="origin", severity="risk", section="post_must", line="post_must.2", span=(0, 14),
    quote="Native English", message="Name the level.",
)  # fmt: skip
LONG = Finding(check="draft", category="length", severity="advice", message="900 words.")


def draft(*findings: Finding) -> Draft:
    """A version with some findings."""
    return Draft(
        id="d",
        kind="job_definition",
        version=1,
        title="",
        sections=(),
        findings=findings,
        provenance=PROVENANCE,
    )


def test_a_finding_is_acknowledged_with_its_reason() -> None:
    """Only the finding that is named by line, category and words gets the reason."""
    meant = Acknowledgement("post_must.2", "origin", "Native English", " The client's  contract says so. ")
    first, second = acknowledge(draft(NATIVE, LONG), [meant]).findings
    assert (first.acknowledged, second.acknowledged) == ("The client's contract says so.", None)


@pytest.mark.parametrize(
    "item",
    [
        Acknowledgement("post_must.3", "origin", "Native English", "why"),
        Acknowledgement("post_must.2", "age", "Native English", "why"),
        Acknowledgement("post_must.2", "origin", "Native", "why"),
        Acknowledgement("post_must.2", "origin", "Native English", "  "),
        Acknowledgement("post_must.2", "origin", "Native English", "x" * 501),
        Acknowledgement("post_must.2", "origin", "Native English", "a\x00b"),
    ],
)
def test_what_names_no_finding_or_gives_no_reason_is_refused(item: Acknowledgement) -> None:
    """Nothing is acknowledged by guess or without a reason."""
    with pytest.raises(InvalidError):
        acknowledge(draft(NATIVE), [item])


def test_it_stays_while_the_words_stand() -> None:
    """Words that moved within their section stay acknowledged; other words do not become so."""
    before = [NATIVE.model_copy(update={"acknowledged": "contract"})]
    moved = NATIVE.model_copy(update={"line": "post_must.5", "span": (9, 23), "quote": "native English"})
    others = [
        NATIVE.model_copy(update={"quote": "Native German"}),
        NATIVE.model_copy(update={"section": "post_nice"}),
        NATIVE.model_copy(update={"category": "age"}),
        NATIVE.model_copy(update={"check": "feedback"}),
    ]
    kept, *fresh = still_acknowledged([moved, *others], before)
    assert kept.acknowledged == "contract"
    assert [finding.acknowledged for finding in fresh] == [None] * 4


def test_a_finding_on_the_whole_stays_while_it_says_the_same() -> None:
    """A finding without words is known by its message: another length asks again."""
    before = [LONG.model_copy(update={"acknowledged": "fine"})]
    same, longer = still_acknowledged([LONG, LONG.model_copy(update={"message": "950 words."})], before)
    assert (same.acknowledged, longer.acknowledged) == ("fine", None)
