"""What a manager accepts of a draft's suggestions becomes a fact and stands in the document."""

from collections.abc import Callable

import pytest

from assistant.accepting import Suggestion, suggestions
from assistant.desk import Desk
from assistant.draft import Draft
from assistant.kinds import Kind
from assistant.records.records import Version
from assistant.writing.edits import Edit
from tests.samples import texts

OWNER = "anna"


@pytest.fixture
def conversation(desk: Desk) -> str:
    """A conversation about a network engineer."""
    id_ = desk.create_conversation(OWNER).id
    desk.send(OWNER, id_, "role_title: network engineer\nengagement: contractor\ndraft: job_definition")
    return id_


@pytest.fixture
def draft(desk: Desk, conversation: str) -> Draft:
    """Its job definition."""
    return desk.conversation(OWNER, conversation).drafts[0]


def offered(draft: Draft, kinds: dict[str, Kind], fact: str) -> list[Suggestion]:
    """What a draft suggests for a fact."""
    return [item for item in suggestions(draft, kinds[draft.kind]) if item.fact == fact]


def test_suggestions_are_the_assumptions(compose: Callable[..., Version], kinds: dict[str, Kind]) -> None:
    """Each line to accept or strike is a suggestion; outcomes, duties and indicators know their fact."""
    draft = compose("job_definition", role_title="network engineer").draft
    found = suggestions(draft, kinds["job_definition"])
    assert tuple(item.line for item in found) == draft.added
    assert {item.fact for item in found} == {None, "outcomes", "responsibilities", "kpis"}
    assert all(item.text.endswith(item.value) for item in found)


def test_an_accepted_suggestion_is_a_fact_of_the_brief(
    desk: Desk, conversation: str, draft: Draft, kinds: dict[str, Kind]
) -> None:
    """It is given, its own quote, stands where its fact stands, and the draft is not stale for it."""
    first, second = offered(draft, kinds, "outcomes")
    edited = desk.drafts.edit(OWNER, draft.id, Edit(accept=(first.line,)))
    fact = desk.brief(OWNER, conversation).facts["outcomes"]
    assert (fact.value, fact.basis, fact.quote) == ((first.value,), "given", (first.value,))
    assert texts(edited, "outcomes")[0] == first.value
    assert texts(edited, "post_success") == [first.value]
    assert first.text not in texts(edited, "role_suggestions")
    assert second.text in texts(edited, "role_suggestions")
    assert edited.stale == ()
    assert first.line not in edited.added


def test_an_accepted_suggestion_outlives_the_next_draft(
    desk: Desk, conversation: str, draft: Draft, kinds: dict[str, Kind]
) -> None:
    """Drafted anew for another fact, the document still holds it, once a section."""
    first = offered(draft, kinds, "kpis")[0]
    desk.drafts.edit(OWNER, draft.id, Edit(accept=(first.line,)))
    (anew,) = desk.send(OWNER, conversation, "start: 1 March").drafts
    assert [text.casefold() for text in texts(anew, "kpis")] == [first.value.casefold()]
    assert first.text not in texts(anew, "role_suggestions")


def test_a_missing_count_is_told_until_it_is_reached(
    desk: Desk, draft: Draft, kinds: dict[str, Kind]
) -> None:
    """The TBD mark of a usual number stays while there are fewer, and its question offers only the others."""
    items = offered(draft, kinds, "outcomes")
    edited = desk.drafts.edit(OWNER, draft.id, Edit(accept=tuple(item.line for item in items)))
    assert texts(edited, "outcomes")[-1].endswith("three or more are usual]")
    (question,) = [item for item in edited.open_questions if item.fact == "outcomes"]
    assert question.choices
    assert not {f"Outcomes: {item.value}" for item in items} & set(question.choices)
    ids = [line.id for _, line in edited.lines()]
    assert len(ids) == len(set(ids))


def test_a_struck_or_reworded_suggestion_is_no_fact(
    desk: Desk, conversation: str, draft: Draft, kinds: dict[str, Kind]
) -> None:
    """A line that is struck, or typed anew, in the same edit gives no fact from the card."""
    first, second = offered(draft, kinds, "outcomes")
    edit = Edit(texts={first.line: "In my words."}, strike=(second.line,), accept=(first.line, second.line))
    desk.drafts.edit(OWNER, draft.id, edit)
    assert "outcomes" not in desk.brief(OWNER, conversation).facts


def test_other_drafts_say_that_the_fact_changed(
    desk: Desk, conversation: str, draft: Draft, kinds: dict[str, Kind]
) -> None:
    """A second document that uses the accepted fact is stale for it."""
    other = desk.drafts.make(OWNER, "candidate_profile", conversation)
    desk.drafts.edit(OWNER, draft.id, Edit(accept=(offered(draft, kinds, "outcomes")[0].line,)))
    used = "outcomes" in kinds["candidate_profile"].facts
    assert desk.drafts.read(OWNER, other.id).stale == (("outcomes",) if used else ())


def test_a_draft_without_a_conversation_takes_it_too(
    desk: Desk, draft: Draft, kinds: dict[str, Kind], compose: Callable[..., Version]
) -> None:
    """A draft from a typed brief holds the accepted fact in that brief: it is redrafted with it."""
    brief = compose("job_definition", role_title="network engineer").brief
    alone = desk.drafts.make_alone(OWNER, "job_definition", brief)
    first = offered(alone, kinds, "kpis")[0]
    desk.drafts.edit(OWNER, alone.id, Edit(accept=(first.line,)))
    anew = desk.revise(OWNER, alone.id, "start: 1 March")
    assert [text.casefold() for text in texts(anew, "kpis")] == [first.value.casefold()]
