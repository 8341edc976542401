"""A model that is down or talks nonsense leaves the assistant working without it, and the turn says so."""

import pytest

from assistant.desk import Desk
from assistant.settings import Settings
from tests.assistant.model import plays
from tests.assistant.model.briefs import DOCUMENT, MESSAGE, READING
from tests.assistant.model.fault_server import FaultServer, Play
from tests.assistant.model.test_faults import FAULTS
from tests.assistant.model.test_turn import first
from tests.samples import texts

WITHOUT = "What the model did not get to comes from the brief and the library alone."


@pytest.mark.parametrize("name", FAULTS)
def test_down_from_the_start(name: str, desk: Desk, server: FaultServer, conversation: str) -> None:
    """Whatever the fault, the message is read by rules, a draft is composed, and the reply says why."""
    server.on("", FAULTS[name][0])
    turn = desk.send("local", conversation, MESSAGE)
    (draft,) = turn.drafts
    assert turn.writer == draft.provenance.writer == "outline"
    assert turn.brief.facts["role_title"].value == "network engineer"
    assert texts(draft, "outcomes")
    assert FAULTS[name][2] in turn.reply
    assert turn.reply.count(WITHOUT) == 1
    assert turn.faults


@pytest.mark.parametrize("name", FAULTS)
def test_down_while_it_writes(name: str, desk: Desk, server: FaultServer, conversation: str) -> None:
    """Whatever the fault, what the model has read stays, and the document is composed."""
    server.on("read", plays.as_json(READING))
    server.on("job_definition", FAULTS[name][0])
    turn = desk.send("local", conversation, MESSAGE)
    assert turn.brief.facts["why_now"].value == "office network keeps failing"
    assert turn.drafts[0].provenance.writer == "outline"
    assert turn.drafts[0].provenance.faults == turn.faults
    assert WITHOUT in turn.reply


NONSENSE = {
    "prose": plays.whole("I would rather not say."),
    "an empty object": plays.whole("{}"),
    "a list": plays.whole("[]"),
    "a number": plays.whole("7"),
    "another schema": plays.as_json({"answer": {"name": "x"}}),
    "no end": plays.whole('{"sections": [{"id": "purpose", "lines": ['),
    "deep nesting": plays.whole("{" + '"a":[' * 3000),
    "wrong types": plays.as_json({"intent": 3, "changes": "all", "sections": [{"id": 1, "lines": [2]}]}),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense(name: str, desk: Desk, server: FaultServer, conversation: str) -> None:
    """An answer that is not of the form asked for is told as that, and code does the work."""
    server.on("", NONSENSE[name])
    turn = desk.send("local", conversation, MESSAGE)
    assert turn.writer == "outline"
    assert "not of the form asked for" in turn.reply
    assert texts(turn.drafts[0], "outcomes")


def test_an_answer_in_a_fence_is_taken(desk: Desk, server: FaultServer, conversation: str) -> None:
    """An answer inside a code fence, behind a preamble, is an answer all the same."""
    import json

    server.on("read", plays.whole(f"Sure:\n```json\n{json.dumps(READING)}\n```"))
    server.on("job_definition", plays.whole(f"Here you are.\n```\n{json.dumps(DOCUMENT)}\n```\nDone."))
    turn = desk.send("local", conversation, MESSAGE)
    assert (turn.writer, turn.faults) == ("model", ())


def test_the_next_message_asks_again(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A fault is over with its turn: the next message is read by the model again."""
    server.on("", plays.status(401))
    desk.send("local", conversation, MESSAGE)
    assert first(desk, server, conversation).writer == "model"


def test_one_fault_a_turn(desk: Desk, server: FaultServer, conversation: str) -> None:
    """An endpoint that fails is asked once a turn, not again for every part of it."""
    server.on("", plays.status(401))
    desk.send("local", conversation, MESSAGE)
    assert len(server.calls) == 1


def test_an_answer_falls_back_on_quotes(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A question is answered by quoting when the model cannot word the answer."""
    question = "How do I give feedback to a remote contractor?"
    server.on("read", plays.as_json(plays.reading(intent="answer", question=question)))
    server.on("answer", plays.status(500))
    turn = desk.send("local", conversation, question)
    assert turn.answer is not None
    assert turn.answer.answered
    assert all(line.citations for line in turn.answer.lines)
    assert turn.writer == "outline"
    assert "status 500" in turn.reply


def test_a_wish_that_fails_changes_nothing(desk: Desk, server: FaultServer, conversation: str) -> None:
    """When the model cannot reword a draft, it stays as it is, and the reply says so."""
    before = first(desk, server, conversation).drafts[0]
    server.on("read", plays.as_json(plays.reading(intent="revise")))
    server.on("revise", plays.part("{", plays.DONE))
    turn = desk.send("local", conversation, "Make it warmer.")
    assert turn.drafts == ()
    assert turn.reply.startswith("The draft stays as it is. The model's answer broke off.")
    assert desk.drafts.read("local", before.id) == before


@pytest.mark.parametrize("play", [plays.SILENCE, plays.drip("{")])
def test_a_slow_model_holds_a_turn_to_one_deadline(
    play: Play, server: FaultServer, model_settings: Settings, desk: Desk, conversation: str
) -> None:
    """A model that does not answer costs a turn one deadline, then the turn goes on without it."""
    desk_settings = model_settings.model_copy(update={"model_deadline": 0.3})
    desk._turns._reader._gateway._settings = desk_settings
    server.on("", play)
    turn = desk.send("local", conversation, MESSAGE)
    assert "did not answer in time" in turn.reply
    assert turn.drafts[0].provenance.writer == "outline"
    assert len(server.calls) == 1
