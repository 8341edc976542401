"""The checks that a kind may name in its `checks:`, and how they are run."""

from collections.abc import Mapping

from assistant.checks.coverage import anchors, coverage, must_haves_tested, open_questions
from assistant.checks.exits import no_leaks
from assistant.checks.given import given_only
from assistant.checks.grounding import grounding
from assistant.checks.sizes import counts, verbs, words
from assistant.checks.structure import bases, citations, sections, template_text, title
from assistant.checks.subject import Check, Subject
from assistant.checks.timing import dates, minutes
from assistant.checks.wording import wording
from assistant.draft import Finding

CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        anchors, bases, citations, counts, coverage, dates, given_only, grounding, minutes, must_haves_tested,
        no_leaks, open_questions, sections, template_text, title, verbs, wording, words,
    )
}  # fmt: skip
ORDER = ("risk", "advice", "info")


def check_draft(subject: Subject) -> tuple[Finding, ...]:
    """Run the checks of the draft's kind; the gravest findings come first."""
    findings = [
        finding for rule in subject.kind.rules.checks for finding in CHECKS[rule.name](subject, rule.options)
    ]
    return tuple(sorted(findings, key=lambda finding: ORDER.index(finding.severity)))
