"""What a message wants, from what was read in it."""

from dataclasses import dataclass

from assistant.reading.composing import Gathered
from assistant.reading.orders import ORDER
from assistant.reading.reading import Context, Declined, Intent
from assistant.reading.stories import STORY
from assistant.reading.talk import CORE, HELP, INJECTION, OFF_TOPIC, STATES, WORK, is_greeting
from assistant.reading.text import Text

MOST_QUESTION = 400
_EDITS = ("correct", "add", "remove", "clear")


@dataclass(frozen=True)
class Heard:
    """What was heard in a message: documents, what is not done, facts, a question, a wish about words."""

    kinds: tuple[str, ...]
    lost: Declined | None
    gathered: Gathered
    question: str | None
    wish: bool


def intent_of(text: Text, context: Context, heard: Heard) -> tuple[Intent, str | None]:
    """The intent, and the question to answer."""
    kinds, lost, question, changes = heard.kinds, heard.lost, heard.question, heard.gathered.changes
    if kinds:
        return "draft", question
    if changes:
        facts = {change.fact for change in changes}
        if question and len(facts) < 2 and "role_title" not in facts:
            return "answer", question
        edited = any(change.op in _EDITS for change in changes)
        return ("revise" if edited and (context.brief.facts or context.drafted) else "brief"), question
    if question and not is_greeting(text.low.strip()) and any(map(str.isalpha, question)):
        return "answer", question
    if lost:
        return "decline", None
    return _talk(text, context, heard)


def _talk(text: Text, context: Context, heard: Heard) -> tuple[Intent, str | None]:
    """The intent of a message without facts, documents or questions of management."""
    low = text.low.strip()
    if ORDER.match(low):
        return ("revise" if context.brief.facts or context.drafted else "brief"), None
    if is_greeting(low):
        return "greeting", None
    if heard.wish:
        return "revise", None
    if INJECTION.search(low) or (OFF_TOPIC.search(low) and not CORE.search(low)):
        return "off_topic", None
    if HELP.search(low):
        return "help", None
    if STORY.search(low) and not STATES.search(low):
        return "answer", text.value(text.whole)[:MOST_QUESTION]
    if STATES.search(low) or heard.gathered.hearsay or heard.gathered.unplaced or context.asked:
        return "brief", None
    if WORK.search(low) and len(low.split()) > 2:
        return "answer", text.value(text.whole)[:MOST_QUESTION]
    return "help", None
