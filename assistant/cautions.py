"""What in a message should not go into a document as it stands: said at once, whatever is drafted."""

import re
from collections.abc import Iterable

from assistant.checks.text.check import check_text
from assistant.draft import Finding

MOST = 2
ASKS = re.compile(r"\bask(?:s|ed|ing)?\b|\?", re.IGNORECASE)


def cautions(message: str, aside: Iterable[str]) -> tuple[Finding, ...]:
    """The gravest findings on what a message wants: read as an advert, and its wishes to ask as questions.

    `aside` are the parts of the message that fit no fact.
    """
    found = list(check_text(message, "job_ad"))
    found += [item for text in aside if ASKS.search(text) for item in check_text(text, "interview_question")]
    risks = {(item.category, item.quote): item for item in found if item.severity == "risk"}
    return tuple(risks.values())[:MOST]
