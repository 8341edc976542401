"""A reader for tests: what it reads is plain to see in the message."""

from assistant.brief import Change
from assistant.facts import FACTS, LISTS
from assistant.reading.reading import Context, Declined, Reading


class LineReader:
    """Reads lines such as `role_title: tester`, `draft: KIND`, `ask: QUESTION` and `rate: NAME`."""

    def read(self, message: str, context: Context) -> Reading:
        """Read one message."""
        lines = [line.partition(": ") for line in message.splitlines()]
        changes = tuple(
            Change(name, "add" if name in LISTS else "correct", value, value)
            for name, _, value in lines
            if name in FACTS
        )
        kinds = tuple(value for name, _, value in lines if name == "draft")
        asked = next((value for name, _, value in lines if name == "ask"), None)
        if any(name == "rate" for name, _, _ in lines):
            declined = Declined("ranking people", "Only people do that.", "Ask for a scorecard.")
            return Reading("decline", changes, kinds, asked, declined)
        intent = "answer" if asked else "draft" if kinds else "brief" if changes else "help"
        return Reading(intent, changes, kinds, asked)
