"""What a check on a draft looks at, and how it reports."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.brief import Brief
from assistant.draft import Finding, Line, Section, Severity
from assistant.kinds import Kind


@dataclass(frozen=True)
class Subject:
    """A draft under check: its kind, the brief it was written from, and the passages it may cite by id."""

    kind: Kind
    brief: Brief
    title: str
    sections: Sequence[Section]
    passages: Mapping[str, str]

    def lines(self) -> Iterator[tuple[Section, Line]]:
        """Every line with its section."""
        for section in self.sections:
            for line in section.lines:
                yield section, line

    def section(self, id: str) -> Section | None:
        """A section by id."""
        return next((section for section in self.sections if section.id == id), None)


Options = Mapping[str, Any]
Check = Callable[[Subject, Options], Iterator[Finding]]


def found(
    category: str,
    severity: Severity,
    message: str,
    *,
    suggestion: str = "",
    section: Section | None = None,
    line: Line | None = None,
    span: tuple[int, int] | None = None,
) -> Finding:
    """A finding on a draft; its span counts code points of the line's text."""
    text = line.text if line else ""
    start, end = span or (0, len(text))
    return Finding(
        check="draft",
        category=category,
        severity=severity,
        section=section.id if section else None,
        line=line.id if line else None,
        span=(start, end),
        quote=text[start:end],
        message=message,
        suggestion=suggestion,
    )


def column(section: Section, name: str) -> int | None:
    """The place of a column in a table section."""
    columns = section.columns or ()
    return columns.index(name) if name in columns else None
