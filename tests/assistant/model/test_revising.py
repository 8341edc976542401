"""A revision in words changes what was asked and nothing else, and never the manager's own lines."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.desk import Desk
from assistant.draft import Draft, Line
from assistant.errors import HiringError, UnsupportedError
from assistant.turns import Turn
from assistant.writing.edits import Edit
from tests.assistant.model import plays
from tests.assistant.model.attacks import ATTACKS
from tests.assistant.model.briefs import GOOD
from tests.assistant.model.fault_server import FaultServer
from tests.assistant.model.test_turn import first
from tests.samples import risks, texts

WORST = [texts[0] for what, texts in ATTACKS.items() if what != "inventions"]


@pytest.fixture
def draft(desk: Desk, server: FaultServer, conversation: str) -> Draft:
    """A job definition that a model has worded."""
    return first(desk, server, conversation).drafts[0]


@pytest.fixture
def wish(desk: Desk, server: FaultServer, conversation: str) -> Callable[..., Turn]:
    """Say a wish to which the model answers with lines and what to strike."""

    def say(text: str, lines: list[dict[str, Any]], strike: tuple[str, ...] = ()) -> Turn:
        server.on("read", plays.as_json(plays.reading(intent="revise"), cost=(50, 5)))
        server.on("revise", plays.as_json({"lines": lines, "strike": list(strike)}, cost=(500, 50)))
        return desk.send("local", conversation, text)

    return say


def lines_of(draft: Draft) -> dict[str, Line]:
    """A draft's lines by id."""
    return {line.id: line for _, line in draft.lines()}


def warmer(id: str = "post_must.1", text: str = "You are at home with OSPF routing.") -> dict[str, Any]:
    """A line in other words."""
    return {"id": id, **plays.line(text, facts=["must_haves"])}


def test_a_wish_changes_what_it_names(draft: Draft, wish: Callable[..., Turn]) -> None:
    """The lines that the model names change; every other line stays byte for byte."""
    turn = wish("Make the must-haves warmer.", [warmer()])
    before, after = lines_of(draft), lines_of(turn.drafts[0])
    assert after.pop("post_must.1").text == "You are at home with OSPF routing."
    before.pop("post_must.1")
    assert after == before
    assert turn.drafts[0].version == 2
    assert turn.writer == turn.drafts[0].provenance.writer == "model"
    assert (turn.tokens_in, turn.tokens_out) == (550, 55)


def test_a_line_is_struck(draft: Draft, wish: Callable[..., Turn]) -> None:
    """A line that the wish cuts is gone, and nothing else is."""
    turn = wish("Cut the line on firewalls.", [], ("post_must.2",))
    before, after = lines_of(draft), lines_of(turn.drafts[0])
    assert before.keys() - after.keys() == {"post_must.2"}
    assert all(after[id_] == before[id_] for id_ in after)


@pytest.mark.parametrize("text", WORST)
def test_nothing_forbidden_comes_in(
    text: str, draft: Draft, wish: Callable[..., Turn], desk: Desk, conversation: str
) -> None:
    """A reworded line, or one proposed for a line edited by hand, carries out nothing that must not leave."""
    desk.drafts.edit("local", draft.id, Edit(texts={"post_must.2": "Firewalls, as we know them"}))
    turn = wish("Make it warmer.", [warmer(text=text), warmer("post_must.2", text), warmer("post_terms.2")])
    kept = desk.conversation("local", conversation).model_dump_json()
    assert text not in turn.model_dump_json() + kept
    assert "2 lines of the model's could not stand" in turn.reply
    assert turn.drafts[0].version == 3


def test_a_line_edited_by_hand_is_proposed(draft: Draft, wish: Callable[..., Turn], desk: Desk) -> None:
    """New words for the manager's own line are proposed and not put in; it cannot be struck by a model."""
    desk.drafts.edit("local", draft.id, Edit(texts={"post_must.1": "OSPF, in our own words"}))
    turn = wish(
        "Make it warmer.", [warmer(), warmer("post_must.2", "You change firewalls.")], ("post_must.1",)
    )
    after = lines_of(turn.drafts[0])
    assert (after["post_must.1"].text, after["post_must.1"].edited) == ("OSPF, in our own words", True)
    assert after["post_must.2"].text == "You change firewalls."
    (proposal,) = turn.proposals
    assert (proposal.draft_id, proposal.line) == (draft.id, "post_must.1")
    assert proposal.text == "You are at home with OSPF routing."


def test_nothing_to_change(draft: Draft, wish: Callable[..., Turn]) -> None:
    """When the model changes nothing, there is no new version and the reply says so."""
    turn = wish("Rank the candidates in it.", [])
    assert turn.drafts == ()
    assert "The draft stays as it is." in turn.reply


def test_ids_of_another_draft(draft: Draft, wish: Callable[..., Turn]) -> None:
    """Lines that the draft does not have change nothing."""
    turn = wish("Make it warmer.", [warmer("post_must.77"), warmer("verdict.1")], ("terms.99",))
    assert turn.drafts == ()


def test_a_new_figure_is_shown(draft: Draft, wish: Callable[..., Turn]) -> None:
    """A figure that a revision brings in is found by the same checks as any other."""
    turn = wish("Make it warmer.", [warmer(text="You route with OSPF at 40 sites.")])
    assert "40" in {finding.quote for finding in risks(turn.drafts[0])}


def test_the_named_document_is_meant(
    draft: Draft, desk: Desk, server: FaultServer, conversation: str, wish: Callable[..., Turn]
) -> None:
    """A wish that names a document is about that document, though another one is newer."""
    kit = desk.drafts.make("local", "candidate_profile", conversation)
    server.on("read", plays.as_json(plays.reading(intent="revise", kinds=["job_definition"])))
    server.on("revise", plays.as_json({"lines": [warmer()], "strike": []}))
    turn = desk.send("local", conversation, "Make the job definition warmer.")
    assert [item.id for item in turn.drafts] == [draft.id]
    assert desk.drafts.read("local", kit.id).version == 1


def test_by_itself_and_in_one_section(draft: Draft, desk: Desk, server: FaultServer) -> None:
    """A draft is revised over its own address, and within one section when one is named."""
    server.on("read", plays.as_json(plays.reading(intent="revise")))
    server.on("revise", plays.as_json({"lines": [warmer(), warmer("post_success.1")], "strike": []}))
    revised = desk.revise("local", draft.id, "Make it warmer.", "post_must")
    before, after = lines_of(draft), lines_of(revised)
    assert {id_ for id_ in after if after[id_] != before[id_]} == {"post_must.1"}
    assert 'id="post_success.1"' not in server.named("revise")[0].user


def test_by_itself_when_the_model_fails(draft: Draft, desk: Desk, server: FaultServer) -> None:
    """A wish that no model could grant is told as that, and the draft stays."""
    server.on("read", plays.as_json(plays.reading(intent="revise")))
    server.on("revise", plays.status(500))
    with pytest.raises(HiringError, match="status 500"):
        desk.revise("local", draft.id, "Make it warmer.")
    server.on("revise", plays.as_json({"lines": [], "strike": []}))
    with pytest.raises(UnsupportedError):
        desk.revise("local", draft.id, "Make it warmer.")
    assert desk.drafts.read("local", draft.id) == draft


def correct(desk: Desk, server: FaultServer, conversation: str, document: dict[str, Any]) -> Turn:
    """Correct the must-haves: another one comes to them."""
    changes = [plays.change("must_haves", "BGP peering")]
    server.on("read", plays.as_json(plays.reading(intent="brief", changes=changes)))
    server.on("job_definition", plays.as_json(document))
    return desk.send("local", conversation, "Also BGP peering is a must.")


BGP = plays.document(post_must=[plays.line("You peer with BGP.", facts=["must_haves"])])


def test_a_changed_fact_changes_its_lines_alone(
    draft: Draft, desk: Desk, server: FaultServer, conversation: str
) -> None:
    """When a fact changes, the model words what is new; every line that rests on the rest stays as it was."""
    turn = correct(desk, server, conversation, BGP)
    assert turn.faults == ()
    assert texts(turn.drafts[0], "post_must") == [
        "You route with OSPF.",
        "You change firewalls in production.",
        "You peer with BGP.",
    ]
    before, after = lines_of(draft), lines_of(turn.drafts[0])
    assert {id_ for id_ in after if after[id_] != before.get(id_)} == {"post_must.3"}
    asked = server.named("job_definition")[1].user
    assert "## post_must" in asked
    assert "## outcomes" not in asked
    assert "OSPF routing  [" not in asked


def test_an_edit_survives_a_changed_fact(
    draft: Draft, desk: Desk, server: FaultServer, conversation: str
) -> None:
    """A line edited by hand stays where it is and as it is when the section is worded anew."""
    desk.drafts.edit("local", draft.id, Edit(texts={"post_must.1": "OSPF, in our own words"}))
    turn = correct(desk, server, conversation, BGP)
    assert texts(turn.drafts[0], "post_must") == [
        "OSPF, in our own words",
        "You change firewalls in production.",
        "You peer with BGP.",
    ]
    assert turn.proposals == ()


def test_an_edited_line_whose_fact_changes_is_proposed(
    draft: Draft, desk: Desk, server: FaultServer, conversation: str
) -> None:
    """When the fact beneath a line edited by hand changes, the line stays and its new words are proposed."""
    desk.drafts.edit("local", draft.id, Edit(texts={"post_terms.2": "Three months, no longer"}))
    changes = [plays.change("duration", "six months", op="correct")]
    server.on("read", plays.as_json(plays.reading(intent="revise", changes=changes)))
    turn = desk.send("local", conversation, "Actually six months.")
    (proposal,) = turn.proposals
    assert (proposal.line, proposal.text) == ("post_terms.2", "Length: six months")
    assert texts(turn.drafts[0], "post_terms")[1] == "Three months, no longer"
    assert texts(turn.drafts[0], "terms")[3] == "Length | six months"


def test_an_edit_survives_a_model_that_comes_back(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A line edited while the model was down stays when the model words the document again."""
    server.on(
        "read",
        plays.as_json(
            plays.reading(
                intent="draft", kinds=["job_definition"], changes=[plays.change("must_haves", "OSPF routing")]
            )
        ),
    )
    server.on("job_definition", plays.status(401))
    down = desk.send("local", conversation, "Must have: OSPF routing. Draft a job definition.").drafts[0]
    desk.drafts.edit("local", down.id, Edit(texts={"post_must.1": "OSPF, in our own words"}))
    turn = correct(desk, server, conversation, BGP)
    assert texts(turn.drafts[0], "post_must")[:2] == ["OSPF, in our own words", "You peer with BGP."]


def test_a_struck_line_stays_struck(draft: Draft, desk: Desk, server: FaultServer, conversation: str) -> None:
    """A line struck by hand does not come back while nothing changes beneath its section."""
    desk.drafts.edit("local", draft.id, Edit(strike=("post_success.2",)))
    turn = correct(desk, server, conversation, BGP)
    assert texts(turn.drafts[0], "post_success") == [GOOD["post_success"][0]["cells"][0]]


def test_a_wish_for_other_words_strikes_nothing(draft: Draft, wish: Callable[..., Turn]) -> None:
    """A model that empties the document over a wish for warmth takes nothing out, and it is said."""
    turn = wish("Make it warmer.", [warmer()], tuple(lines_of(draft)))
    assert lines_of(draft).keys() == lines_of(turn.drafts[0]).keys()
    assert "could not stand" in turn.reply


def test_a_wish_to_cut_one_line_does_not_empty_the_draft(draft: Draft, wish: Callable[..., Turn]) -> None:
    """A wish to cut a line is no leave to take out most of them; one to cut a section is."""
    assert wish("Cut the second outcome.", [], tuple(lines_of(draft))).drafts == ()
    outcomes = tuple(id_ for id_ in lines_of(draft) if id_.startswith("outcomes."))
    turn = wish("Cut the whole section on outcomes.", [], outcomes)
    assert lines_of(draft).keys() - lines_of(turn.drafts[0]).keys() == set(outcomes)


def add_outcome(desk: Desk, server: FaultServer, conversation: str) -> Draft:
    """Give one more outcome; the model words it, and repeats what stands already."""
    text = "backups run every night"
    server.on("read", plays.as_json(plays.reading(changes=[plays.change("outcomes", text, op="add")])))
    said = [*GOOD["outcomes"][:1], plays.line("Backups run every night.", facts=["outcomes"])]
    server.on("job_definition", plays.as_json(plays.document(outcomes=said, post_success=said[1:])))
    return desk.send("local", conversation, f"Also an outcome: {text}.").drafts[0]


@pytest.mark.parametrize("by_hand", [True, False])
def test_what_was_struck_stays_out_when_its_section_changes(
    by_hand: bool,
    draft: Draft,
    desk: Desk,
    server: FaultServer,
    conversation: str,
    wish: Callable[..., Turn],
) -> None:
    """A line cut by hand or in words does not come back with the next outcome; the others stay."""
    if by_hand:
        desk.drafts.edit("local", draft.id, Edit(strike=("outcomes.2",)))
    else:
        wish("Cut the second outcome.", [], ("outcomes.2",))
    after = add_outcome(desk, server, conversation)
    assert texts(after, "outcomes")[:2] == ["The office network is rebuilt.", "Backups run every night."]
    assert "uests" not in " ".join(texts(after, "outcomes"))


def test_lines_that_stand_are_not_repeated(
    draft: Draft, desk: Desk, server: FaultServer, conversation: str
) -> None:
    """A model that says again what stands already adds only what is new."""
    after = texts(add_outcome(desk, server, conversation), "outcomes")
    assert after.count("The office network is rebuilt.") == 1
    assert after.count("Backups run every night.") == 1


def test_an_unknown_is_not_worded_away(draft: Draft, wish: Callable[..., Turn]) -> None:
    """Other words never take the place of a TBD mark; its question stays open."""
    turn = wish("Make it warmer.", [warmer("post_terms.3", "Start: as soon as you can."), warmer()])
    assert texts(turn.drafts[0], "post_terms")[2] == "Start: [TBD: start date]"
    assert "start" in {question.fact for question in turn.drafts[0].open_questions}


@pytest.mark.parametrize("text", ["Bob scores 9/10.", "Hire Bob at once."])
def test_a_wish_is_no_leave_to_judge(text: str, draft: Draft, wish: Callable[..., Turn]) -> None:
    """A score or a verdict comes into no line, though the manager's own wish says it; an address may."""
    assert wish(f"Add to the must-haves: {text}", [warmer(text=f"You route with OSPF. {text}")]).drafts == ()
    link = "https://intranet.example/apply"
    turn = wish(f"Add {link} to the must-haves.", [warmer(text=f"You route with OSPF, see {link}")])
    assert texts(turn.drafts[0], "post_must")[0].endswith(link)


def test_what_was_left_out_is_said_of_a_revision(draft: Draft, desk: Desk, server: FaultServer) -> None:
    """A revision over the draft's own address tells what of the model's answer could not stand."""
    server.on("read", plays.as_json(plays.reading(intent="revise")))
    lines = [warmer(), warmer("post_must.2", "Hire Bob at once.")]
    server.on("revise", plays.as_json({"lines": lines, "strike": []}))
    revised = desk.revise("local", draft.id, "Make it warmer.")
    assert "could not stand" in revised.provenance.faults[0]


@pytest.mark.parametrize("section", [None, "post_terms", "post_must"])
def test_an_edited_line_whose_fact_is_revised_is_proposed(
    section: str | None, draft: Draft, desk: Desk, server: FaultServer
) -> None:
    """A fact changed over the draft's own address proposes new words for the line edited by hand over it."""
    desk.drafts.edit("local", draft.id, Edit(texts={"post_terms.2": "Three months, no longer"}))
    changes = [plays.change("duration", "six months", op="correct")]
    server.on("read", plays.as_json(plays.reading(intent="revise", changes=changes)))
    revised = desk.revise("local", draft.id, "Actually six months.", section)
    told = [] if section == "post_must" else [("post_terms.2", "Length: six months")]
    assert [(item.line, item.text) for item in revised.proposals] == told
    assert texts(revised, "post_terms")[1] == "Three months, no longer"


def test_only_lines_edited_by_hand(draft: Draft, wish: Callable[..., Turn], desk: Desk) -> None:
    """A wish that concerns only a line edited by hand is answered by words for it, and it is said."""
    desk.drafts.edit("local", draft.id, Edit(texts={"post_must.1": "OSPF, in our own words"}))
    turn = wish("Make it warmer.", [warmer()])
    assert turn.drafts == ()
    assert [proposal.line for proposal in turn.proposals] == ["post_must.1"]
    assert "only propose" in turn.reply


@pytest.mark.parametrize("broken", [None, "post_must.2", {"id": "post_must.2"}, {**warmer(), "cells": "x"}])
def test_a_broken_line_costs_itself_alone(broken: Any, draft: Draft, wish: Callable[..., Turn]) -> None:
    """A line of a revision that is not of its form leaves the others as they are, and it is said."""
    turn = wish("Make the must-haves warmer.", [broken, warmer()])
    assert texts(turn.drafts[0], "post_must")[0] == "You are at home with OSPF routing."
    assert "could not stand" in turn.reply
