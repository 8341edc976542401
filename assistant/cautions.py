"""What in a message should not go into a document as it stands: said at once, whatever is drafted."""

import re
from collections.abc import Iterable, Sequence

from assistant.brief import Change
from assistant.checks.text.check import check_text
from assistant.draft import Finding

MOST = 2
ASKS = re.compile(r"\bask(?:s|ed|ing)?\b|\?", re.IGNORECASE)


def cautions(changes: Sequence[Change], aside: Iterable[str]) -> tuple[Finding, ...]:
    """The gravest findings on what a message wants: requirements as in an advert, wishes as if asked aloud.

    `changes` are the facts that were read, `aside` the parts that fit no fact.
    """
    beside = tuple(aside)
    wanted = (*(change.quote for change in changes), *beside)
    found = [item for text in dict.fromkeys(wanted) for item in check_text(text, "job_ad")]
    found += [item for text in beside if ASKS.search(text) for item in check_text(text, "interview_question")]
    risks = {(item.category, item.quote): item for item in found if item.severity == "risk"}
    return tuple(risks.values())[:MOST]
