"""What is said around the drafts is whole."""

from assistant import replies
from assistant.brief import Brief
from assistant.reading.reading import Reading


def test_what_is_not_shown_is_counted() -> None:
    """Of many parts that could not be placed three are quoted, and the others are not passed over."""
    reading = Reading("brief", unplaced=("one", "two", "three", "four", "five"))
    said = replies.reply(reading, Brief().merge([]), (), Brief())
    assert said == "I could not place: 'one'; 'two'; 'three'; and 2 more."
