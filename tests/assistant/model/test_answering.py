"""A question is answered in the model's words from the passages, every sentence cited, or not at all."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from assistant.desk import Desk
from assistant.turns import Turn
from tests.assistant.model import plays
from tests.assistant.model.fault_server import FaultServer

QUESTION = "How do I give feedback to a remote contractor?"


@pytest.fixture
def ask(desk: Desk, server: FaultServer, conversation: str) -> Callable[..., Turn]:
    """Ask a question to which the model answers with lines, each `text` citing the first passage."""

    def call(*texts: str, answered: bool = True, question: str = QUESTION, **read: Any) -> Turn:
        server.on("read", plays.as_json(plays.reading(intent="answer", question=QUESTION, **read)))

        def answer(body: dict[str, Any]) -> plays.Play:
            lines = body["response_format"]["json_schema"]["schema"]["properties"]["lines"]["items"]
            ids = lines["properties"]["citations"]["items"]["enum"]
            said = [{"text": text, "citations": ids} for text in texts]
            return plays.as_json({"answered": answered, "lines": said}, cost=(700, 60))

        server.on("answer", answer)
        return desk.send("local", conversation, question)

    return call


def test_sentences_are_cited(ask: Callable[..., Turn], server: FaultServer) -> None:
    """An answer is the model's sentences, each with its passages, which come along whole."""
    turn = ask(
        "Give feedback on the deliverable, against what was agreed.", "Ask how it looked to them first."
    )
    assert turn.answer is not None
    assert [line.text for line in turn.answer.lines][1] == "Ask how it looked to them first."
    passages = {passage.id for passage in turn.answer.passages}
    assert all(set(line.citations) <= passages and line.citations for line in turn.answer.lines)
    assert (turn.writer, turn.tokens_in) == ("model", 711)
    assert QUESTION in server.named("answer")[0].user


@pytest.mark.parametrize(
    "text",
    [
        "Feedback lifts output by 47% within a week.",
        "As Professor Snape showed, feedback is given on Mondays.",
        "Buy a gift basket with chocolate and champagne for everybody in the building.",
    ],
)
def test_what_no_passage_bears_out_is_left_out(text: str, ask: Callable[..., Turn]) -> None:
    """A sentence with a figure, name or matter that its passages do not hold is left out."""
    turn = ask("Give feedback on the deliverable, against what was agreed.", text)
    assert turn.answer is not None
    assert len(turn.answer.lines) == 1


def test_nothing_holds(ask: Callable[..., Turn]) -> None:
    """When nothing of the answer holds, the passages are quoted instead, and it is said."""
    turn = ask("Feedback lifts output by 47% within a week.")
    assert turn.answer is not None
    assert len(turn.answer.lines) > 1
    assert turn.writer == "outline"
    assert "not borne out by the library" in turn.reply


def test_not_covered(ask: Callable[..., Turn]) -> None:
    """When the model finds no answer in the passages, that is said, and nothing else."""
    turn = ask(answered=False)
    assert turn.answer is not None
    assert (turn.answer.answered, turn.answer.lines) == (False, ())
    assert "does not cover this" in turn.reply


def test_a_question_outside_the_library_asks_no_model(
    desk: Desk, server: FaultServer, conversation: str
) -> None:
    """A question that the library does not hold costs no call beyond the reading."""
    question = "What is the capital of France?"
    server.on("read", plays.as_json(plays.reading(intent="answer", question=question)))
    turn = desk.send("local", conversation, question)
    assert turn.answer is not None
    assert not turn.answer.answered
    assert [call.name for call in server.calls] == ["read"]


def test_an_answer_in_another_language(ask: Callable[..., Turn], server: FaultServer) -> None:
    """A question in German is answered in German; a figure of the model's own is left out there too."""
    turn = ask(
        "Geben Sie die Rückmeldung zur gelieferten Arbeit.",
        "In 47 Tagen wird alles gut.",
        "Anna ist die beste von allen.",
        question="Wie gebe ich einem externen Mitarbeiter eine Rückmeldung, und wann ist das gut?",
        language="de",
        acknowledgement="Dazu sagt die Bibliothek Folgendes.",
    )
    assert turn.answer is not None
    assert [line.text for line in turn.answer.lines] == ["Geben Sie die Rückmeldung zur gelieferten Arbeit."]
    assert turn.reply.startswith("Dazu sagt die Bibliothek Folgendes.")
    assert re.search(r'language with the code "de"', server.named("answer")[0].system)
