"""Few questions, the most valuable first."""

from assistant.asking import MAX_QUESTIONS, worth_asking
from assistant.brief import Brief, Change, typed_changes
from assistant.draft import Question

OPEN = [Question(fact=name, text=f"{name}?") for name in ("outcomes", "start", "duration", "team", "tools")]


def test_what_is_given_is_asked_last() -> None:
    """A list that has an item already waits for what is unknown, and is then asked for more."""
    brief = Brief().merge(typed_changes({"outcomes": ["The shop is live"]})).brief
    assert [item.fact for item in worth_asking(OPEN, brief)] == ["start", "duration", "team"]
    (question,) = worth_asking(OPEN[:1], brief)
    assert question.text == "Is there more to add to the outcomes? outcomes?"


def test_contradictions_come_first_and_what_was_just_asked_late() -> None:
    """A fact said in two ways is asked before all others, a question of the last turn after them."""
    said = [
        Change("tools", "set", "x", "x"),
        Change("team", "set", "A", "A"),
        Change("team", "set", "B", "B"),
    ]
    brief = Brief().merge(said).brief
    asked = worth_asking(OPEN, brief, OPEN[:1])
    assert [item.fact for item in asked] == ["team", "start", "duration"]
    assert len(worth_asking(OPEN, brief)) == MAX_QUESTIONS
