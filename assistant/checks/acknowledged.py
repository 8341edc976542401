"""Findings that a manager has seen and lets stand, with the reason; they stay so while the words stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.brief import fold
from assistant.draft import Draft, Finding
from assistant.errors import InvalidError
from assistant.wellformed import is_fit

MAX_REASON = 500


@dataclass(frozen=True)
class Acknowledgement:
    """One finding, by its line, category and words, and why it may stand."""

    line: str | None
    category: str
    quote: str
    reason: str


def acknowledge(draft: Draft, items: Sequence[Acknowledgement]) -> Draft:
    """The draft with some of its findings acknowledged; raises `InvalidError`, changing nothing."""
    findings = list(draft.findings)
    for item in items:
        reason = _clean(item.reason)
        meant = [at for at, finding in enumerate(findings) if _is_meant(finding, item)]
        if not meant:
            raise InvalidError("The draft has no such finding.", advice="Read the draft again.")
        for at in meant:
            findings[at] = findings[at].model_copy(update={"acknowledged": reason})
    return draft.model_copy(update={"findings": tuple(findings)})


def still_acknowledged(findings: Sequence[Finding], before: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, acknowledged where the same check was so on the same words of the section before.

    One acknowledgement holds for one finding, on its own line if it is still there: the same words
    elsewhere are for the manager to see.
    """
    kept = list(findings)
    open_ = set(range(len(kept)))
    for old in before:
        fit = [at for at in sorted(open_) if old.acknowledged and _stands(old, kept[at])]
        if fit:
            at = min(fit, key=lambda at: (kept[at].line != old.line, kept[at].quote != old.quote))
            kept[at] = kept[at].model_copy(update={"acknowledged": old.acknowledged})
            open_.remove(at)
    return tuple(kept)


def _stands(old: Finding, new: Finding) -> bool:
    """Say whether a finding is on what an earlier one was: its words, or with more or fewer around them."""
    if (old.check, old.category, old.section) != (new.check, new.category, new.section):
        return False
    was, now = f" {fold(old.quote)} ", f" {fold(new.quote)} "
    return (was in now or now in was) if was.strip() and now.strip() else old.message == new.message


def _is_meant(finding: Finding, item: Acknowledgement) -> bool:
    return (finding.line, finding.category, finding.quote) == (item.line, item.category, item.quote)


def _clean(reason: str) -> str:
    if not reason.strip() or len(reason) > MAX_REASON or not is_fit(reason):
        raise InvalidError(
            "An acknowledgement needs a reason in plain text.",
            advice=f"Say in up to {MAX_REASON} characters why the words may stand.",
        )
    return " ".join(reason.split())
