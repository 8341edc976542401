"""Each check on drafts finds the damage that it is there for, and leaves a sound draft alone."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.brief import Brief, typed_changes
from assistant.checks.registry import CHECKS, check_draft
from assistant.checks.subject import Subject
from assistant.draft import Finding, Line, Section
from assistant.kinds import CheckRule, Kind
from assistant.records.records import Version
from tests.samples import NETWORK_BRIEF

Compose = Callable[..., Version]


def subject(version: Version, kind: Kind, sections: tuple[Section, ...] | None = None) -> Subject:
    """What the checks look at for a version, its sections perhaps damaged."""
    texts = {passage.id: f"{passage.title}\n{passage.text}" for passage in version.passages}
    draft = version.draft
    return Subject(kind, version.brief, draft.title, sections or draft.sections, texts)


def damaged(version: Version, id_: str, **change: Any) -> tuple[Section, ...]:
    """The version's sections with one line changed."""
    assert any(line.id == id_ for _, line in version.draft.lines())
    return tuple(
        section.model_copy(
            update={
                "lines": tuple(
                    line.model_copy(update=change) if line.id == id_ else line for line in section.lines
                )
            }
        )
        for section in version.draft.sections
    )


def categories(findings: tuple[Finding, ...], severity: str = "risk") -> set[str]:
    """The categories found at one severity."""
    return {finding.category for finding in findings if finding.severity == severity}


@pytest.mark.parametrize(
    ("kind", "line", "change", "category"),
    [
        ("job_definition", "purpose.1", {"text": "Why now: {why_now}"}, "template_text"),
        ("job_definition", "outcomes.1", {"text": "A network for 250 people"}, "ungrounded"),
        ("job_definition", "outcomes.1", {"text": "A network that Kubernetes runs on"}, "ungrounded"),
        ("job_definition", "post_must.1", {"text": "A bachelor in networking"}, "ungrounded"),
        ("job_definition", "post_must.1", {"text": "Routing, at least five years"}, "ungrounded"),
        ("job_definition", "outcomes.1", {"facts": ()}, "basis"),
        ("job_definition", "outcomes.1", {"facts": ("start",)}, "basis"),
        ("interview_kit", "goal.2", {"citations": ()}, "basis"),
        ("interview_kit", "goal.2", {"citations": ("no-such-passage",)}, "citation"),
        ("interview_kit", "agenda.1", {"cells": ("9", "Open", "Welcome")}, "minutes"),
        ("interview_kit", "agenda.1", {"cells": ("soon", "Open", "Welcome")}, "minutes"),
        ("interview_kit", "scorecard.1", {"cells": ("X", "a", "a", "b", "c", "", "")}, "anchors"),
        ("interview_kit", "questions.1", {"cells": ("Other", "How?", "", "", "")}, "coverage"),
        (
            "candidate_profile",
            "must_haves.1",
            {"cells": ("Routing protocols such as OSPF", "", "x")},
            "coverage",
        ),
        ("feedback_template", "one_point.1", {"basis": "assumption", "citations": ("x",)}, "citation"),
    ],
)
def test_damage_is_a_risk(
    compose: Compose, kinds: dict[str, Kind], kind: str, line: str, change: dict[str, Any], category: str
) -> None:
    """Damage to one line of a sound draft is found as a risk of its category."""
    version = compose(kind, **NETWORK_BRIEF)
    assert not categories(version.draft.findings)
    sections = damaged(version, line, **change)
    assert category in categories(check_draft(subject(version, kinds[kind], sections)))


def test_a_missing_section_is_found(compose: Compose, kinds: dict[str, Kind]) -> None:
    """A draft without one of its kind's sections is incomplete."""
    version = compose("job_definition", **NETWORK_BRIEF)
    findings = check_draft(subject(version, kinds["job_definition"], version.draft.sections[1:]))
    assert "incomplete" in categories(findings)


def test_a_finding_points_at_the_words(compose: Compose, kinds: dict[str, Kind]) -> None:
    """The span of a finding cuts the quoted words out of the line's text."""
    version = compose("job_definition", **NETWORK_BRIEF)
    sections = damaged(version, "outcomes.1", text="A network for 250 people in Lyon")
    found = check_draft(subject(version, kinds["job_definition"], sections))
    quotes = {finding.quote for finding in found if finding.category == "ungrounded"}
    assert quotes == {"250", "Lyon"}
    for finding in found:
        if finding.category == "ungrounded":
            assert "A network for 250 people in Lyon"[finding.span[0] : finding.span[1]] == finding.quote


def test_figures_in_words_and_digits_are_the_same(compose: Compose, kinds: dict[str, Kind]) -> None:
    """'3 months' is borne out by 'three months', '1,500' by '1500'."""
    version = compose(
        "job_definition", **{**NETWORK_BRIEF, "duration": "three months", "rate_or_budget": "1500 a day"}
    )
    for id_, text in (("terms.4", "Length | 3 months"), ("terms.5", "Rate or budget | 1,500 a day")):
        sections = damaged(version, id_, text=text)
        assert "ungrounded" not in categories(
            check_draft(subject(version, kinds["job_definition"], sections))
        )


def test_a_date_may_be_written_out(compose: Compose, kinds: dict[str, Kind]) -> None:
    """'5 January 2027' is borne out by 2027-01-05, another month is not."""
    version = compose("job_definition", **{**NETWORK_BRIEF, "start": "2027-01-05"})
    for text, ungrounded in (("Start | 5 January 2027", False), ("Start | 5 March 2027", True)):
        sections = damaged(version, "terms.3", text=text)
        found = categories(check_draft(subject(version, kinds["job_definition"], sections)))
        assert ("ungrounded" in found) is ungrounded


def test_an_edited_line_is_the_managers_own(compose: Compose, kinds: dict[str, Kind]) -> None:
    """What the manager typed into a line is not held against the brief."""
    version = compose("job_definition", **NETWORK_BRIEF)
    sections = damaged(version, "outcomes.1", text="A network for 250 people", edited=True)
    assert not categories(check_draft(subject(version, kinds["job_definition"], sections)))


@pytest.mark.parametrize(
    ("facts", "category", "severity"),
    [
        ({"must_haves": [f"skill {chr(97 + at)}" for at in range(8)]}, "count", "advice"),
        ({"role_title": "DevOps ninja"}, "title", "advice"),
        ({"start": "1 March (2027-03-01)", "deadline": "5 April (2027-04-05)"}, "dates", "risk"),
        ({"responsibilities": ["the firewalls"]}, "verb", "advice"),
        ({"outcomes": ["word " * 700]}, "length", "advice"),
    ],
)
def test_a_brief_that_asks_for_trouble_is_told(
    compose: Compose, facts: dict[str, object], category: str, severity: str
) -> None:
    """Too many must-haves, a dressed-up title, dates out of order and length are reported in words."""
    draft = compose("job_definition", **{**NETWORK_BRIEF, **facts}).draft
    assert category in categories(draft.findings, severity)


def test_every_check_is_used_by_a_kind(kinds: dict[str, Kind]) -> None:
    """No check stands in the registry that no kind runs."""
    assert {rule.name for kind in kinds.values() for rule in kind.rules.checks} == set(CHECKS)


def test_a_check_rule_has_a_short_form() -> None:
    """A check is named alone, or with its options."""
    assert CheckRule.model_validate("words").options == {}
    assert CheckRule.model_validate({"minutes": {"agenda": "x"}}).options == {"agenda": "x"}


def test_yes_or_no_questions_are_reported(compose: Compose, kinds: dict[str, Kind]) -> None:
    """A main question that can be answered with yes or no, or that asks two things, is advised against."""
    version = compose("interview_kit", **NETWORK_BRIEF)
    for text in ("Have you run a network?", "What broke? Who fixed it?"):
        row = next(line for section, line in version.draft.lines() if section.id == "questions")
        cells = (*(row.cells or ())[:1], text, *(row.cells or ())[2:])
        findings = check_draft(
            subject(version, kinds["interview_kit"], damaged(version, row.id, cells=cells))
        )
        assert "question" in categories(findings, "advice")


def test_empty_brief_is_typed() -> None:
    """No facts make an empty brief."""
    assert Brief().merge(typed_changes({})).brief == Brief()


def test_lines_without_claims_need_no_support() -> None:
    """A TBD line is unknown by its mark."""
    assert Line(id="x.1", text="[TBD: rate]", basis="brief").unknown
