"""The desk keeps its promises whoever asks: the API, the command line or a test."""

import threading

import pytest

from assistant.brief import Brief, typed_changes
from assistant.desk import Desk
from assistant.draft import Draft
from assistant.errors import ConflictError, EmptyError, InvalidError, NotFoundError
from assistant.writing.edits import Edit
from tests.samples import NETWORK_BRIEF

OWNER = "anna"


@pytest.fixture
def draft(desk: Desk) -> Draft:
    """A job definition that belongs to no conversation."""
    return desk.drafts.make_alone(OWNER, "job_definition", Brief().merge(typed_changes(NETWORK_BRIEF)).brief)


def bullet(draft: Draft, at: int = 0) -> str:
    """The id of a line in a list."""
    return [line.id for part, line in draft.lines() if part.shape == "bullets"][at]


def at_once(*jobs: object) -> list[BaseException]:
    """Run jobs in threads; returns what they raised."""
    raised: list[BaseException] = []

    def run(job: object) -> None:
        try:
            job()  # type: ignore[operator]
        except Exception as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_edits_at_once_are_all_kept(desk: Desk, draft: Draft) -> None:
    """Edits that arrive together become versions one after the other, none lost."""
    edits = [Edit(texts={bullet(draft, at): f"Words number {at}."}) for at in range(6)]
    assert at_once(*[lambda edit=edit: desk.drafts.edit(OWNER, draft.id, edit) for edit in edits]) == []
    versions = desk.drafts.versions(OWNER, draft.id)
    assert [item.version for item in versions] == list(range(1, 8))
    texts = {line.text for _, line in versions[-1].lines()}
    assert {f"Words number {at}." for at in range(6)} <= texts


def test_of_two_edits_of_one_version_one_wins(desk: Desk, draft: Draft) -> None:
    """Two windows that edit the same version: one is kept, the other is told."""
    edit = Edit(strike=(bullet(draft),))
    raised = at_once(*[lambda: desk.drafts.edit(OWNER, draft.id, edit, 1)] * 2)
    assert [type(error) for error in raised] == [ConflictError]
    assert desk.drafts.read(OWNER, draft.id).version == 2


def test_a_message_and_an_edit_wait_for_each_other(desk: Desk) -> None:
    """While messages and form edits change one brief at once, neither is lost."""
    id_ = desk.create_conversation(OWNER).id
    desk.send(OWNER, id_, "role_title: tester")
    jobs = [
        lambda: desk.send(OWNER, id_, "tools: git"),
        lambda: desk.edit_brief(OWNER, id_, {"team": "Platform"}),
        lambda: desk.send(OWNER, id_, "tools: make"),
        lambda: desk.edit_brief(OWNER, id_, {"duration": "two weeks"}),
    ]
    assert at_once(*jobs) == []
    facts = desk.brief(OWNER, id_).facts
    assert set(facts) == {"role_title", "tools", "team", "duration"}
    assert set(facts["tools"].items) == {"git", "make"}


def test_another_owner_sees_nothing(desk: Desk, draft: Draft) -> None:
    """Conversations and drafts of one owner do not exist for another."""
    id_ = desk.create_conversation(OWNER).id
    for ask in (
        lambda: desk.conversation("berta", id_),
        lambda: desk.delete_conversation("berta", id_),
        lambda: desk.send("berta", id_, "hello"),
        lambda: desk.brief("berta", id_),
        lambda: desk.edit_brief("berta", id_, {"team": "x"}),
        lambda: desk.drafts.make("berta", "job_definition", id_),
        lambda: desk.drafts.read("berta", draft.id),
        lambda: desk.drafts.edit("berta", draft.id, Edit(strike=(bullet(draft),))),
        lambda: desk.drafts.versions("berta", draft.id),
        lambda: desk.drafts.version("berta", draft.id, 1),
        lambda: desk.drafts.cited("berta", draft.id, 1),
        lambda: desk.drafts.diff("berta", draft.id, 1, 1),
        lambda: desk.drafts.export("berta", draft.id, "md"),
        lambda: desk.revise("berta", draft.id, "team: x"),
    ):
        with pytest.raises(NotFoundError):
            ask()
    assert desk.conversations("berta") == []
    assert [item.id for item in desk.conversations(OWNER)] == [id_]


def test_a_deleted_conversation_takes_its_drafts_along(desk: Desk) -> None:
    """What was drafted in a conversation is gone with it; what stood alone stays."""
    id_ = desk.create_conversation(OWNER).id
    (made,) = desk.send(OWNER, id_, "role_title: tester").drafts
    alone = desk.drafts.make_alone(OWNER, "job_definition", Brief())
    desk.delete_conversation(OWNER, id_)
    with pytest.raises(NotFoundError):
        desk.drafts.read(OWNER, made.id)
    assert desk.drafts.read(OWNER, alone.id) == alone


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "a\x1bb", "a\x7fb"])
def test_unfit_text_is_refused_everywhere(desk: Desk, draft: Draft, text: str) -> None:
    """A character that no file or database can hold is refused before anything is read."""
    id_ = desk.create_conversation(OWNER).id
    for ask in (
        lambda: desk.send(OWNER, id_, text),
        lambda: desk.edit_brief(OWNER, id_, {"team": text}),
        lambda: desk.guidance(OWNER, text),
        lambda: desk.revise(OWNER, draft.id, text),
        lambda: desk.drafts.edit(OWNER, draft.id, Edit(texts={bullet(draft): text})),
    ):
        with pytest.raises(InvalidError, match="character"):
            ask()


def test_what_editors_paste_is_taken(desk: Desk) -> None:
    """Tabs, line ends of any system and form feeds are not held against a manager."""
    id_ = desk.create_conversation(OWNER).id
    text = "role_title: tester\r\nteam: a\tb\x0bc\x0cd"
    assert desk.send(OWNER, id_, text).brief.facts["role_title"].value == "tester"
    assert desk.conversation(OWNER, id_).messages[0].text == text


def test_an_empty_question_is_refused(desk: Desk) -> None:
    """There is nothing to search for in a blank."""
    with pytest.raises(EmptyError):
        desk.guidance(OWNER, " ")
