"""A feedback note says what the manager gave, and nothing else about the person."""

from collections.abc import Iterator

from assistant.checks.subject import Options, Subject, found
from assistant.draft import Finding


def given_only(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a line about the person that is not the manager's own words."""
    for section, line in subject.lines():
        if line.basis == "assumption":
            message = "A feedback note holds nothing that you did not see yourself."
            yield found("not_given", "risk", message, suggestion="Strike it.", section=section, line=line)
