"""Which open questions to put to the manager now: the most valuable first, and few of them."""

from collections.abc import Iterable

from assistant.brief import Brief
from assistant.draft import Question
from assistant.facts import FACTS

MAX_QUESTIONS = 3


def worth_asking(
    open_: Iterable[Question], brief: Brief, asked: Iterable[Question] = ()
) -> tuple[Question, ...]:
    """At most three questions of those that are open, in their order.

    Contradictions come first; what was asked a moment ago comes late, what is given in part last.
    """
    conflicts = {item.fact for item in brief.conflicts}
    lately = {question.fact for question in asked}

    def place(item: Question) -> tuple[bool, bool, bool]:
        return (item.fact not in conflicts, item.fact in brief.facts, item.fact in lately)

    chosen = sorted(open_, key=place)[:MAX_QUESTIONS]
    return tuple(_for_more(item) if item.fact in brief.facts else item for item in chosen)


def _for_more(question: Question) -> Question:
    """The question about a list that has items already, asked for further ones."""
    title = FACTS[question.fact].title.lower()
    return question.model_copy(update={"text": f"Is there more to add to the {title}? {question.text}"})
