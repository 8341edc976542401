"""The manager's hand on a draft wins, and ratings stay out."""

from collections.abc import Callable

import pytest

from assistant.errors import InvalidError, RatingError
from assistant.kinds import Kind
from assistant.records.records import Version
from assistant.writing.edits import Edit, apply_edit, carry_over, struck_by
from tests.samples import NETWORK_BRIEF

Compose = Callable[..., Version]


def test_an_edit_is_the_managers_own_word(compose: Compose, kinds: dict[str, Kind]) -> None:
    """An edited line rests on the brief, cites nothing, and keeps what stood there before."""
    draft = compose("job_definition", **NETWORK_BRIEF).draft
    sections = apply_edit(draft, kinds["job_definition"], Edit(texts={"purpose.1": "Our admin retires."}))
    line = sections[0].lines[0]
    assert (line.text, line.basis, line.edited) == ("Our admin retires.", "brief", True)
    assert line.composed == draft.sections[0].lines[0].text


def test_an_accepted_suggestion_is_no_longer_assumed(compose: Compose, kinds: dict[str, Kind]) -> None:
    """Accepting a suggestion makes it given; striking takes it out; the rest stays byte for byte."""
    draft = compose("job_definition", **NETWORK_BRIEF).draft
    accepted, struck = draft.added[0], draft.added[1]
    edited = apply_edit(draft, kinds["job_definition"], Edit(accept=(accepted,), strike=(struck,)))
    lines = {line.id: line for section in edited for line in section.lines}
    assert lines[accepted].basis == "brief"
    assert struck not in lines
    others = {line.id: line for _, line in draft.lines() if line.id not in (accepted, struck)}
    assert {key: line for key, line in lines.items() if key != accepted} == others


def test_a_rating_is_refused(compose: Compose, kinds: dict[str, Kind]) -> None:
    """No value can be put into a rating cell."""
    draft = compose("interview_kit", **NETWORK_BRIEF).draft
    line = next(line for section, line in draft.lines() if section.id == "scorecard")
    cells = (*(line.cells or ())[:-1], "4")
    with pytest.raises(RatingError, match="blank"):
        apply_edit(draft, kinds["interview_kit"], Edit(cells={line.id: cells}))


@pytest.mark.parametrize(
    "edit",
    [
        Edit(),
        Edit(texts={"nowhere.1": "x"}),
        Edit(texts={"purpose.1": "  "}),
        Edit(texts={"purpose.1": "a\x00"}),
        Edit(texts={"reporting.1": "x"}),
        Edit(cells={"reporting.1": ("only one",)}),
    ],
)
def test_a_wrong_edit_is_refused(compose: Compose, kinds: dict[str, Kind], edit: Edit) -> None:
    """An edit of nothing, of an unknown line, to nothing or of the wrong shape is refused."""
    draft = compose("job_definition", **NETWORK_BRIEF).draft
    with pytest.raises(InvalidError):
        apply_edit(draft, kinds["job_definition"], edit)


def test_edits_survive_drafting_anew(compose: Compose, kinds: dict[str, Kind]) -> None:
    """An edit goes back onto its line when that is composed as before, and is kept at the end otherwise."""
    before = compose("job_definition", **NETWORK_BRIEF).draft
    edited = apply_edit(
        before,
        kinds["job_definition"],
        Edit(texts={"outcomes.1": "Every floor has the new network.", "post_must.1": "OSPF in earnest"}),
    )
    changed = {**NETWORK_BRIEF, "must_haves": ["wireless planning"]}
    after = carry_over(edited, compose("job_definition", **changed).draft.sections)
    by_id = {section.id: [line.text for line in section.lines] for section in after}
    assert by_id["outcomes"][0] == "Every floor has the new network."
    assert "OSPF in earnest" in by_id["post_must"]
    assert "Wireless planning" in by_id["post_must"]


def test_only_an_assumption_can_be_accepted(compose: Compose, kinds: dict[str, Kind]) -> None:
    """A TBD cannot be accepted: it says nothing."""
    draft = compose("job_definition", **NETWORK_BRIEF).draft
    with pytest.raises(InvalidError, match="assumption"):
        apply_edit(draft, kinds["job_definition"], Edit(accept=("purpose.1",)))


def test_what_was_struck_stays_away(compose: Compose, kinds: dict[str, Kind]) -> None:
    """A struck suggestion does not come back when the document is drafted anew."""
    draft = compose("job_definition", **NETWORK_BRIEF).draft
    edit = Edit(strike=(draft.added[0],))
    gone = struck_by(draft, edit)
    after = carry_over(draft.sections, compose("job_definition", **NETWORK_BRIEF).draft.sections, gone)
    assert gone
    assert not [line for section in after for line in section.lines if line.text in gone]
