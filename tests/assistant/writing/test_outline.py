"""The outline writer composes from the brief and the library, and invents nothing."""

from collections.abc import Callable, Mapping

import pytest

from assistant.brief import Brief, Change, Fact
from assistant.drafting import Drafter, Order, last_version, title_of
from assistant.kinds import Kind
from assistant.records.records import Version
from knowledge.cards import Library
from tests.samples import NETWORK_BRIEF, risks, texts

Compose = Callable[..., Version]
KINDS = ("job_definition", "candidate_profile", "interview_kit", "feedback_note", "feedback_template")


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_has_a_basis_that_holds(compose: Compose, kind: str) -> None:
    """Brief lines name facts of the brief or wait for one; guidance and assumptions cite kept passages."""
    version = compose(kind, **NETWORK_BRIEF)
    kept = {passage.id for passage in version.passages}
    for _, line in version.draft.lines():
        assert set(line.facts) <= set(version.brief.facts)
        assert set(line.citations) <= kept
        assert line.citations or line.basis == "brief"
    assert not risks(version.draft)


@pytest.mark.parametrize("kind", KINDS)
def test_a_brief_without_facts_still_drafts(compose: Compose, kind: str) -> None:
    """With nothing known a draft is all TBD, asks for what it lacks, and has no risk in it."""
    draft = compose(kind).draft
    assert any(line.unknown for _, line in draft.lines())
    assert draft.open_questions
    assert not risks(draft)


def test_unknown_stays_unknown(compose: Compose) -> None:
    """What nobody gave is marked TBD in the words of the engagement, and asked for."""
    draft = compose("job_definition", engagement="contractor").draft
    assert "Reports to | [TBD: who the contractor reports to]" in texts(draft, "reporting")
    assert "reports_to" in [question.fact for question in draft.open_questions]


def test_below_the_usual_number_a_draft_asks_and_does_not_fill(compose: Compose) -> None:
    """Two responsibilities stay two, with a TBD that says how many are usual."""
    draft = compose(
        "job_definition", **NETWORK_BRIEF, responsibilities=["run the switches", "plan the moves"]
    ).draft
    work = texts(draft, "post_work")
    assert work[:2] == ["Run the switches", "Plan the moves"]
    assert work[2:] == ["[TBD: what the contractor is responsible for; six or more are usual]"]


def test_a_role_that_the_library_lacks_is_not_asked_for_again(compose: Compose) -> None:
    """Where no card has the role, a section waits for content of its own, and nobody asks for the title."""
    draft = compose("candidate_profile", role_title="Shopify developer", must_haves=["Liquid"]).draft
    assert texts(draft, "adjacent") == ["[TBD: backgrounds that also fit]"]
    assert "role_title" not in [question.fact for question in draft.open_questions]


def test_what_a_role_card_suggests_is_an_assumption(compose: Compose) -> None:
    """A role card's lines stand apart, are listed as added, and never among the requirements."""
    draft = compose("job_definition", **{**NETWORK_BRIEF, "outcomes": None}).draft
    suggested = [line for section, line in draft.lines() if section.id == "role_suggestions"]
    assert suggested
    assert {line.basis for line in suggested} == {"assumption"}
    assert {line.id for line in suggested} <= set(draft.added)
    assert {line.basis for section, line in draft.lines() if section.id == "post_must"} == {"brief"}


def test_a_contradiction_is_shown_and_not_picked(compose: Compose, kinds: dict[str, Kind]) -> None:
    """Two budgets stay two in the draft, as a TBD that names both."""
    changes = [
        Change("rate_or_budget", "set", "£500 a day", "x"),
        Change("rate_or_budget", "set", "£600 a day", "y"),
    ]
    brief = Brief().merge(changes).brief
    assert brief.conflict("rate_or_budget")
    assert title_of(kinds["job_definition"], brief) == "Job definition: [TBD: role title]"


@pytest.mark.parametrize(
    ("role", "own", "foreign"),
    [
        ("network engineer", ("network", "site", "switch", "link", "rout"), ("pixel", "wireframe")),
        ("data engineer", ("data", "pipeline", "load", "table"), ("firewall", "wireframe")),
        ("UX designer", ("user", "screen", "research", "design"), ("firewall", "switch")),
    ],
)
def test_a_kit_is_about_its_role(
    compose: Compose, role: str, own: tuple[str, ...], foreign: tuple[str, ...]
) -> None:
    """Most questions of a kit speak of the role's own work, and none of another's."""
    asked = [text.lower() for text in texts(compose("interview_kit", role_title=role).draft, "questions")]
    assert sum(any(word in text for word in own) for text in asked) >= len(asked) - 1
    assert not any(word in text for text in asked for word in foreign)


def test_swapping_the_role_changes_the_kit(compose: Compose) -> None:
    """Two roles share no main question of a technical competency."""
    kits = [
        set(texts(compose("interview_kit", role_title=role).draft, "questions"))
        for role in ("network engineer", "data analyst")
    ]
    assert not kits[0] & kits[1]


def test_every_must_have_reaches_question_and_scorecard(compose: Compose) -> None:
    """Each must-have has evidence and a test in the profile, a question and four anchors in the kit."""
    kit = compose("interview_kit", **NETWORK_BRIEF).draft
    shown = " ".join(texts(kit, "competencies"))
    for item in NETWORK_BRIEF["must_haves"]:  # type: ignore[attr-defined]
        assert item in shown
    profile = compose("candidate_profile", **NETWORK_BRIEF).draft
    rows = [line.cells for section, line in profile.lines() if section.id == "must_haves"]
    assert all(cells and all(cells) for cells in rows)
    for section, line in kit.lines():
        if section.id == "scorecard":
            anchors = (line.cells or ())[1:5]
            assert len(set(anchors)) == 4
            assert (line.cells or ())[5:] == ("", "")


def test_beyond_six_must_haves_the_rest_is_listed(compose: Compose) -> None:
    """Fourteen must-haves: six are covered, eight are listed as uncovered, and it is said."""
    skills = [f"skill number {chr(97 + at)}" for at in range(14)]
    kit = compose("interview_kit", role_title="network engineer", must_haves=skills).draft
    assert len(texts(kit, "uncovered")) == 8
    assert any(finding.category == "coverage" for finding in kit.findings)


@pytest.mark.parametrize("count", range(7))
def test_minutes_add_up(compose: Compose, count: int) -> None:
    """Whatever the number of must-haves, the agenda fills 45 or 60 minutes."""
    skills = [f"skill number {chr(97 + at)}" for at in range(count)]
    draft = compose(
        "interview_kit",
        role_title="a role nobody knows" if count else "network engineer",
        must_haves=skills or None,
    ).draft
    minutes = [int(line.cells[0]) for section, line in draft.lines() if section.id == "agenda" and line.cells]
    assert sum(minutes) in (45, 60)


def test_no_card_puts_a_product_or_a_degree_into_a_requirement(compose: Compose, library: Library) -> None:
    """For every role, a draft from the title alone requires nothing: that comes from the brief."""
    for role in library.roles.values():
        draft = compose("job_definition", role_title=role.title).draft
        assert texts(draft, "post_must") == ["[TBD: what someone must be able to do from the first day]"]


def test_a_feedback_note_holds_only_what_was_given(compose: Compose) -> None:
    """The note's lines are the manager's words, one question to the other side, and TBD for the rest."""
    given: Mapping[str, object] = {
        "feedback_for": "Maria",
        "situation": "Tuesday's release call",
        "behaviour": "the rollback step was skipped",
    }
    draft = compose("feedback_note", **given).draft
    assert texts(draft, "behaviour") == ["The rollback step was skipped"]
    assert texts(draft, "impact") == ["[TBD: what followed from it]"]
    assert [question.fact for question in draft.open_questions][:2] == ["impact", "next_step"]
    assert {line.basis for _, line in draft.lines()} == {"brief", "guidance"}


def test_template_signs_in_a_value_stay_text(compose: Compose) -> None:
    """Braces in the manager's words are shown as they are and never read as a place to fill."""
    value = "{{ 7*7 }} and {role_title} and {item}"
    draft = compose("job_definition", role_title="Tester", reports_to=value).draft
    assert f"Reports to | {value}" in texts(draft, "reporting")


def test_composing_twice_gives_the_same_draft(compose: Compose) -> None:
    """The same brief and library give the same words."""
    assert compose("interview_kit", **NETWORK_BRIEF) == compose("interview_kit", **NETWORK_BRIEF)


def test_a_line_from_an_assumed_fact_is_an_assumption(drafter: Drafter, kinds: dict[str, Kind]) -> None:
    """A fact that nobody gave makes every line that uses it an assumption, listed as added."""
    brief = Brief(facts={"duration": Fact(value="three months", basis="assumed")})
    draft = last_version(drafter.write(Order("local", kinds["job_definition"], brief, "d1"))).draft
    line = next(line for _, line in draft.lines() if line.facts == ("duration",))
    assert line.basis == "assumption"
    assert line.id in draft.added


def test_a_place_is_named_in_words(compose: Compose) -> None:
    """A document says United Kingdom, not GB."""
    draft = compose("job_definition", jurisdiction="GB").draft
    assert "Law that applies | United Kingdom" in texts(draft, "terms")
    assert not risks(draft)


def test_a_profile_lists_the_must_haves_that_it_does_not_test(compose: Compose) -> None:
    """Of eight must-haves the two beyond six are named."""
    skills = [f"skill number {chr(97 + at)}" for at in range(8)]
    assert len(texts(compose("candidate_profile", must_haves=skills).draft, "uncovered")) == 2
