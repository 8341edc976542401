"""Minutes add up, and dates are in order."""

import datetime as dt
import re
from collections.abc import Iterator

from assistant.checks.subject import Options, Subject, column, found
from assistant.draft import Finding

HOURS = (30, 45, 60, 75, 90)
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def minutes(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report an agenda whose minutes do not make an interview of a usual length: `{agenda}`."""
    section = subject.section(options["agenda"])
    place = column(section, "Minutes") if section else None
    if section is None or place is None:
        return
    cells = [line.cells[place] for line in section.lines if line.cells and not line.unknown]
    if not cells:
        return
    if not all(cell.isdigit() for cell in cells):
        yield found("minutes", "risk", "A row of the agenda has no minutes.", section=section)
        return
    total = sum(map(int, cells))
    if total not in HOURS:
        message = f"The minutes add up to {total}; plan for {', '.join(map(str, HOURS[:-1]))} or {HOURS[-1]}."
        yield found("minutes", "risk", message, suggestion="Change a row.", section=section)


def dates(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a decision date after the start; dates that are not written in full are left alone."""
    start, deadline = _date(subject, "start"), _date(subject, "deadline")
    if start and deadline and deadline > start:
        message = "The decision date is after the start date."
        yield found("dates", "risk", message, suggestion="Move one of the two.")


def _date(subject: Subject, name: str) -> dt.date | None:
    match = ISO.search(subject.brief.text(name) or "")
    try:
        return dt.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
