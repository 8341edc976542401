"""A family of checks: its word tables, and what only code can see in the whole text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from assistant.checks.text.advert import whole_advert
from assistant.checks.text.hits import Asked, Hit
from assistant.checks.text.note import whole_note, without_earned_praise
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import Reading
from assistant.draft import Finding

FamilyName = Literal["job_ad", "interview_question", "contractor_terms", "feedback"]
FAMILIES: tuple[FamilyName, ...] = get_args(FamilyName)

# Findings on the whole text (what is missing, its length, its balance), given what the word tables found.
Whole = Callable[[Reading, tuple[Hit, ...], Asked], Iterable[Finding]]
# The hits that still stand once the whole text has been read.
Standing = Callable[[Scan, tuple[Hit, ...]], tuple[Hit, ...]]


@dataclass(frozen=True)
class Family:
    """How one family is checked; `concerns` says whether it has anything to say to an audience.

    With `one_name`, every name of a person is read as the same one.
    """

    whole: Whole = lambda reading, hits, asked: ()
    standing: Standing = lambda scan, hits: hits
    concerns: Callable[[Asked], bool] = lambda asked: True
    one_name: bool = False


BY_NAME: Mapping[FamilyName, Family] = {
    "job_ad": Family(whole=whole_advert),
    "interview_question": Family(),
    "contractor_terms": Family(concerns=lambda asked: asked.audience != "employee"),
    "feedback": Family(whole=whole_note, standing=without_earned_praise, one_name=True),
}
