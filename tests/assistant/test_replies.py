"""What is said around the drafts is whole."""

import pytest

from assistant import replies
from assistant.brief import Brief, Change
from assistant.reading.reading import Reading


def test_what_is_not_shown_is_counted() -> None:
    """Of many parts that could not be placed three are quoted, and the others are not passed over."""
    reading = Reading("brief", unplaced=("one", "two", "three", "four", "five"))
    said = replies.reply(reading, Brief().merge([]), (), Brief())
    assert said == "I could not place: 'one'; 'two'; 'three'; and 2 more."


@pytest.mark.parametrize(("values", "ways"), [(("3 months", "6 months"), "two"), (("3", "6", "9"), "three")])
def test_contradictions_are_counted(values: tuple[str, ...], ways: str) -> None:
    """What was said three times over is not said to have been said in two ways."""
    merge = Brief().merge([Change("duration", "set", value, value) for value in values])
    said = replies.reply(Reading("brief"), merge, (), Brief())
    assert f"in {ways} ways, '{values[0]}' or '{values[1]}'" in said
