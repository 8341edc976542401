"""The wording of drafts: the families that a kind names, with spans inside each line."""

from assistant.brief import Brief, typed_changes
from assistant.checks.subject import Subject
from assistant.checks.wording import wording
from assistant.draft import Line, Section
from assistant.kinds import Kind


def section(id: str, *texts: str, audience: str = "public", **fields: object) -> Section:
    """A section of plain lines."""
    lines = tuple(Line(id=f"{id}.{at}", text=text, basis="brief") for at, text in enumerate(texts, start=1))
    return Section.model_validate(
        {"id": id, "title": id, "shape": "bullets", "audience": audience, "lines": lines, **fields}
    )


def subject(kinds: dict[str, Kind], *sections: Section, **facts: str) -> Subject:
    """Sections under check, with some facts of the brief."""
    brief = Brief().merge(typed_changes(facts)).brief
    return Subject(kinds["job_definition"], brief, "", sections, {})


def test_a_finding_has_its_line_and_its_span_there(kinds: dict[str, Kind]) -> None:
    """Each finding names section and line, and its span counts the line's own code points."""
    draft = subject(
        kinds, section("one", "Plain words here.", "😀 A young team."), section("two", "A rock star for us.")
    )
    found = list(wording(draft, {"as": "job_ad", "sections": "public"}))
    assert [(item.section, item.line, item.quote) for item in found] == [
        ("one", "one.2", "young team"),
        ("two", "two.1", "rock star"),
    ]
    texts = {line.id: line.text for _, line in draft.lines()}
    assert all(texts[item.line or ""][slice(*item.span)] == item.quote for item in found)


def test_only_the_chosen_sections_and_known_lines_are_checked(kinds: dict[str, Kind]) -> None:
    """Internal sections and lines that wait for a fact are left alone."""
    draft = subject(
        kinds,
        section("one", "A young team.", audience="internal"),
        section("two", "A young team [TBD: how many]."),
        section("three", "A young team."),
    )
    assert [item.line for item in wording(draft, {"as": "job_ad", "sections": "public"})] == ["three.1"]
    assert [item.line for item in wording(draft, {"as": "job_ad", "sections": ["one"]})] == ["one.1"]


def test_a_column_of_a_table_is_checked_alone(kinds: dict[str, Kind]) -> None:
    """Of a table only the named columns count; the span is that of the line's joined text."""
    cells = ("Fixed hours", "You work fixed hours")
    line = Line(id="terms.1", text=" | ".join(cells), cells=cells, basis="brief")
    terms = section("terms", shape="table", columns=("Term", "What is agreed")).model_copy(
        update={"lines": (line,)}
    )
    draft = subject(kinds, terms, engagement="contractor")
    (found,) = wording(
        draft, {"as": "contractor_terms", "sections": ["terms"], "columns": ["What is agreed"]}
    )
    assert line.text[slice(*found.span)] == found.quote
    assert found.span[0] >= line.text.index("You")


def test_the_briefs_engagement_decides_for_whom_it_is(kinds: dict[str, Kind]) -> None:
    """Control is no finding in the terms of an employee."""
    options = {"as": "contractor_terms", "sections": "all"}
    text = section("terms", "You work fixed hours.")
    assert list(wording(subject(kinds, text, engagement="employee"), options)) == []
    assert list(wording(subject(kinds, text, engagement="contractor"), options))
