"""Documents agree: each must-have has evidence, a test, a question and a scorecard row with anchors."""

from collections.abc import Iterator

from assistant.brief import fold
from assistant.checks.subject import Options, Subject, column, found
from assistant.draft import Finding, Section
from assistant.writing.plan import MOST_MUST_HAVES


def must_haves_tested(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a must-have without evidence or test: `{section}` is a table that starts with the must-have."""
    section = subject.section(options["section"])
    rows = {fold(line.cells[0]): line.cells[1:] for line in section.lines if line.cells} if section else {}
    for item in subject.brief.items("must_haves")[:MOST_MUST_HAVES]:
        if not all(rows.get(fold(item), ("",))):
            message = f"Must-have {_number(subject, item)} has no evidence or no test."
            yield found("coverage", "risk", message, suggestion="Draft it again.", section=section)
    yield from _beyond(subject, section)


def coverage(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a must-have without a question or a scorecard row, and those beyond the first six.

    `map` is the section that says which competency shows which must-have; `questions` and `scorecard` name
    the competency in their first column.
    """
    table = subject.section(options["map"])
    shown: dict[str, str] = {}
    for line in table.lines if table else ():
        for item in (line.cells or ("", ""))[1].split("; "):
            shown[fold(item)] = (line.cells or ("",))[0]
    for part in ("questions", "scorecard"):
        section = subject.section(options[part])
        rows = {line.cells[0] for line in section.lines if line.cells} if section else set()
        for item in subject.brief.items("must_haves")[:MOST_MUST_HAVES]:
            if shown.get(fold(item)) not in rows:
                message = f"Must-have {_number(subject, item)} has no row in {options[part]!r}."
                yield found("coverage", "risk", message, suggestion="Draft it again.", section=section)
    yield from _beyond(subject, table)


def _number(subject: Subject, item: str) -> int:
    return subject.brief.items("must_haves").index(item) + 1


def _beyond(subject: Subject, section: Section | None) -> Iterator[Finding]:
    extra = subject.brief.items("must_haves")[MOST_MUST_HAVES:]
    if extra:
        total = MOST_MUST_HAVES + len(extra)
        covered = f"one interview covers the first {MOST_MUST_HAVES}, {len(extra)} are uncovered"
        message = f"{total} must-haves: {covered}."
        suggestion = "Move what can be learnt to the nice-to-haves, or plan a second interview."
        yield found("coverage", "advice", message, suggestion=suggestion, section=section)


def anchors(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a scorecard row that lacks an anchor at a level or repeats one: `{section, levels}`."""
    section = subject.section(options["section"])
    for line in section.lines if section else ():
        levels = (line.cells or ())[1 : 1 + options["levels"]]
        if not line.unknown and (not all(levels) or len(set(levels)) < options["levels"]):
            message = "A level of this scale has no anchor of its own."
            suggestion = "Write what an answer at that level contains."
            yield found("anchors", "risk", message, suggestion=suggestion, section=section, line=line)


def open_questions(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a main question that can be answered yes or no, or that asks two things: `{section, column}`."""
    section = subject.section(options["section"])
    place = column(section, options["column"]) if section else None
    if section is None or place is None:
        return
    for line in section.lines:
        text = line.cells[place] if line.cells else ""
        if text.count("?") > 1:
            message = "This asks two things at once."
            yield found("question", "advice", message, suggestion="Ask one.", section=section, line=line)
        elif text.split(" ")[0].casefold() in (
            "do",
            "did",
            "are",
            "is",
            "have",
            "has",
            "can",
            "could",
            "would",
            "will",
        ):
            message = "This can be answered with yes or no."
            yield found(
                "question", "advice", message, suggestion="Ask how, or what.", section=section, line=line
            )
