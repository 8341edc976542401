"""A draft is whole: its sections, bases and citations stand, and nothing of a template shows."""

import re
from collections.abc import Iterator

from assistant.checks.subject import Options, Subject, found
from assistant.draft import Finding

TEMPLATE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{[a-z_.]+\}"
    r"|<(?:name|company|role|date|insert)[^>]*>|\[(?:insert|your)\b[^\]]*\]",
    re.IGNORECASE,
)
FLAVOUR = re.compile(r"\b(?:ninja|rock ?star|guru|wizard|hacker|jedi|superhero|unicorn)s?\b", re.IGNORECASE)


def sections(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a section of the kind that the draft lacks."""
    present = {section.id for section in subject.sections if section.lines}
    for rule in subject.kind.sections:
        if rule.id not in present and not rule.optional:
            message = f"The section {rule.title!r} is missing."
            yield found("incomplete", "risk", message, suggestion="Draft it again.")


def bases(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a line whose basis does not hold: brief without a fact, guidance without a citation."""
    for section, line in subject.lines():
        unknown = [name for name in line.facts if name not in subject.brief.facts]
        if unknown:
            message = "The line names a fact that the brief does not hold."
            yield found("basis", "risk", message, section=section, line=line, suggestion="Draft it again.")
        if line.basis == "guidance" and not line.citations:
            message = "The line rests on guidance but cites none."
            yield found("basis", "risk", message, section=section, line=line, suggestion="Strike it.")
        if line.basis == "brief" and not (line.facts or line.unknown or line.edited or _is_label(line.text)):
            message = "The line claims to come from the brief but names no fact."
            yield found(
                "basis", "risk", message, section=section, line=line, suggestion="Mark it as assumed."
            )


def _is_label(text: str) -> bool:
    """Say whether a line is a row to fill in: a label and empty cells."""
    return text.rstrip().endswith("|")


def citations(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a citation of a passage that the writer never had."""
    for section, line in subject.lines():
        if any(id_ not in subject.passages for id_ in line.citations):
            message = "The line cites a passage that was not found for this draft."
            yield found("citation", "risk", message, section=section, line=line, suggestion="Strike it.")


def template_text(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report template text that was never filled; the manager's own words may hold braces."""
    for section, line in subject.lines():
        given = " ".join(text for name in line.facts for text in subject.brief.items(name))
        for match in TEMPLATE.finditer(line.text):
            if match[0] not in given:
                message = "This is template text that nobody filled."
                suggestion = "Write what is meant, or strike it."
                span = match.span()
                yield found(
                    "template_text",
                    "risk",
                    message,
                    suggestion=suggestion,
                    section=section,
                    line=line,
                    span=span,
                )


def title(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a job title that dresses the work up."""
    match = FLAVOUR.search(subject.brief.text("role_title") or "")
    if match:
        message = (
            f"The role title says {match[0].lower()!r}; a plain title is found and understood by more people."
        )
        yield found("title", "advice", message, suggestion="Use the name of the work.")
