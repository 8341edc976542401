"""A draft is revised by what is said about it, whole or one section of it."""

from dataclasses import dataclass, field

import pytest

from assistant.brief import Brief, typed_changes
from assistant.desk import Desk
from assistant.draft import Draft
from assistant.errors import EmptyError, InvalidError, TooLargeError, UnsupportedError, UpstreamError
from assistant.model.prompt import Usage
from assistant.reading.reading import Reading
from assistant.turn import MAX_MESSAGE
from assistant.turns import Proposal, RevisedDraft
from assistant.writing.rewording import Reworded
from tests.samples import NETWORK_BRIEF

OWNER = "anna"


@pytest.fixture
def draft(desk: Desk) -> Draft:
    """A job definition that belongs to no conversation."""
    return desk.drafts.make_alone(OWNER, "job_definition", Brief().merge(typed_changes(NETWORK_BRIEF)).brief)


def changed(before: Draft, after: Draft) -> set[str]:
    """The sections whose lines differ."""
    old = {part.id: part.lines for part in before.sections}
    return {part.id for part in after.sections if part.lines != old.get(part.id)}


def test_a_fact_changes_wherever_it_is_used(desk: Desk, draft: Draft) -> None:
    """The whole draft follows a changed fact."""
    revised = desk.revise(OWNER, draft.id, "duration: nine weeks")
    assert revised.version == 2
    assert len(changed(draft, revised)) > 1
    assert "three months" not in str([line.text for _, line in revised.lines()])


def test_one_section_alone_may_follow(desk: Desk, draft: Draft) -> None:
    """Asked for one section, the others keep their lines."""
    revised = desk.revise(OWNER, draft.id, "duration: nine weeks", "terms")
    assert changed(draft, revised) == {"terms"}
    assert RevisedDraft(**dict(desk.drafts.read(OWNER, draft.id))) == revised


def test_the_sections_left_behind_are_stale(desk: Desk) -> None:
    """In a conversation, a draft of which one section follows still says what the others lack."""
    id_ = desk.create_conversation(OWNER).id
    (made,) = desk.send(OWNER, id_, "role_title: tester\nduration: two weeks\ndraft: job_definition").drafts
    desk.revise(OWNER, made.id, "duration: nine weeks", "terms")
    assert desk.drafts.read(OWNER, made.id).stale == ("duration",)
    desk.revise(OWNER, made.id, "do it again")
    assert desk.drafts.read(OWNER, made.id).stale == ()


def test_a_revision_is_part_of_its_conversation(desk: Desk) -> None:
    """The words and what came of them are kept as a turn, the new fact quoting its message."""
    id_ = desk.create_conversation(OWNER).id
    (made,) = desk.send(OWNER, id_, "role_title: tester\ndraft: job_definition").drafts
    revised = desk.revise(OWNER, made.id, "duration: nine weeks")
    *_, asked, replied = desk.conversation(OWNER, id_).messages
    assert asked.text == "duration: nine weeks"
    assert replied.turn is not None
    assert replied.turn.intent == "revise"
    assert [RevisedDraft(**dict(draft)) for draft in replied.turn.drafts] == [revised]
    assert replied.turn.brief.facts["duration"].message_id == asked.id
    assert desk.brief(OWNER, id_) == replied.turn.brief


def test_words_that_change_nothing_are_told(desk: Desk, draft: Draft) -> None:
    """Without a model a wish about the words is refused with what to do instead, and makes no version."""
    for text, told in (("make it warmer", "edit the line"), ("rate: Bob", "Left out: ranking people")):
        with pytest.raises(UnsupportedError, match=told):
            desk.revise(OWNER, draft.id, text)
    assert desk.drafts.read(OWNER, draft.id).version == 1


@pytest.mark.parametrize(
    ("text", "section", "error"),
    [
        (" ", None, EmptyError),
        ("x" * (MAX_MESSAGE + 1), None, TooLargeError),
        ("duration: nine weeks", "nowhere", InvalidError),
    ],
)
def test_bad_words_are_refused(
    desk: Desk, draft: Draft, text: str, section: str | None, error: type[Exception]
) -> None:
    """Empty or endless words, or a section that is not there, make no version."""
    with pytest.raises(error):
        desk.revise(OWNER, draft.id, text, section)
    assert desk.drafts.read(OWNER, draft.id).version == 1


@dataclass
class Wordsmith:
    """Stands in for a model that rewords: it writes the wish into the first line of the section."""

    name: str = "test:model"
    digest: str = "digest"
    fails: bool = False
    idle: bool = False
    proposes: bool = True
    wishes: list[str] = field(default_factory=list)

    def reword(
        self, draft: Draft, kind: object, brief: Brief, wish: str, section: str | None = None
    ) -> Reworded:
        """Reword one line."""
        self.wishes.append(wish)
        if self.fails:
            raise UpstreamError("The model did not answer.")
        first = next(part for part in draft.sections if section in (None, part.id))
        line = first.lines[0].model_copy(update={"text": wish})
        after = [
            part.model_copy(update={"lines": (line, *part.lines[1:])}) if part is first else part
            for part in draft.sections
        ]
        proposals = [Proposal(draft_id=draft.id, line="x.1", text="y")] if self.proposes else []
        return Reworded(after, [] if self.idle else [line.id], proposals, Usage(3, 4))


@pytest.fixture
def wordsmith(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Wordsmith:
    """A desk with a model that rewords, and a reader that takes a line `reword: ...` for a wish."""
    wordsmith = Wordsmith()
    reviser = desk._reviser
    read = reviser._reader.read
    monkeypatch.setattr(reviser, "_reworder", wordsmith)

    def read_wish(text: str, context: object) -> Reading:
        return Reading("revise") if text.startswith("reword: ") else read(text, context)

    monkeypatch.setattr(reviser._reader, "read", read_wish, raising=False)
    return wordsmith


def test_a_model_rewords_what_is_wished(desk: Desk, draft: Draft, wordsmith: Wordsmith) -> None:
    """With a model a wish makes a version that says that a model wrote it, and at what cost."""
    revised = desk.revise(OWNER, draft.id, "reword: warmer", "outcomes")
    assert changed(draft, revised) == {"outcomes"}
    written = revised.provenance
    assert (written.writer, written.model, written.prompt_digest) == ("model", "test:model", "digest")
    assert (written.tokens_in, written.tokens_out) == (3, 4)


def test_what_it_proposes_stands_in_the_turn(desk: Desk, wordsmith: Wordsmith) -> None:
    """In a conversation the turn carries the proposals for lines edited by hand, and the cost."""
    id_ = desk.create_conversation(OWNER).id
    (made,) = desk.send(OWNER, id_, "role_title: tester\ndraft: job_definition").drafts
    desk.revise(OWNER, made.id, "reword: warmer")
    turn = desk.conversation(OWNER, id_).messages[-1].turn
    assert turn is not None
    assert turn.writer == "model"
    assert [proposal.text for proposal in turn.proposals] == ["y"]
    assert turn.tokens_out == 4


def test_what_is_only_proposed_is_kept(desk: Desk, draft: Draft, wordsmith: Wordsmith) -> None:
    """Where only lines edited by hand are concerned there is no new version, and the proposals are kept."""
    wordsmith.idle = True
    id_ = desk.create_conversation(OWNER).id
    (made,) = desk.send(OWNER, id_, "role_title: tester\ndraft: job_definition").drafts
    for revised in (desk.revise(OWNER, made.id, "reword: x"), desk.revise(OWNER, draft.id, "reword: x")):
        assert [proposal.text for proposal in revised.proposals] == ["y"]
        assert revised.version == 1
    turn = desk.conversation(OWNER, id_).messages[-1].turn
    assert turn is not None
    assert [proposal.text for proposal in turn.proposals] == ["y"]
    assert (turn.drafts, turn.tokens_out) == ((), 4)
    assert "propose" in turn.reply


def test_a_model_that_fails_changes_nothing(desk: Desk, draft: Draft, wordsmith: Wordsmith) -> None:
    """A failing or idle model makes no version, and says so."""
    wordsmith.fails = True
    with pytest.raises(UpstreamError):
        desk.revise(OWNER, draft.id, "reword: warmer")
    wordsmith.fails, wordsmith.idle, wordsmith.proposes = False, True, False
    with pytest.raises(UnsupportedError, match="by hand"):
        desk.revise(OWNER, draft.id, "reword: warmer")
    assert desk.drafts.read(OWNER, draft.id).version == 1


def test_no_model_is_asked_to_judge_a_person(desk: Desk, draft: Draft, wordsmith: Wordsmith) -> None:
    """A request that is declined never reaches the model."""
    with pytest.raises(UnsupportedError):
        desk.revise(OWNER, draft.id, "rate: Bob")
    assert wordsmith.wishes == []


def test_what_is_declined_changes_nothing(desk: Desk) -> None:
    """A request to judge people makes no version, not even of a draft that is behind its brief."""
    id_ = desk.create_conversation(OWNER).id
    (made,) = desk.send(OWNER, id_, "role_title: tester\nduration: two weeks\ndraft: job_definition").drafts
    desk.edit_brief(OWNER, id_, {"duration": "nine weeks"})
    with pytest.raises(UnsupportedError, match=r"Left out: ranking people.*scorecard"):
        desk.revise(OWNER, made.id, "rate: Bob")
    assert desk.drafts.read(OWNER, made.id).version == 1
