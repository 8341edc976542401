"""A manager's hand on a draft: edits to lines, additions accepted or struck, kept when it is drafted anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.checks.acknowledged import Acknowledgement
from assistant.draft import Draft, Line, Section
from assistant.errors import InvalidError, RatingError
from assistant.kinds import Kind, SectionRule
from assistant.wellformed import is_fit

MAX_TEXT = 4_000


@dataclass(frozen=True)
class Edit:
    """What to change, by line id: new text or cells, lines to strike, assumptions to accept as given.

    `acknowledge` names findings that may stand.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strike: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    acknowledge: tuple[Acknowledgement, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every line that the edit names."""
        return (*self.texts, *self.cells, *self.strike, *self.accept)


def apply_edit(draft: Draft, kind: Kind, edit: Edit) -> list[Section]:
    """The draft's sections with the edit made; raises `InvalidError` or `RatingError`, changing nothing."""
    known = {line.id: line for _, line in draft.lines()}
    if not edit.ids and not edit.acknowledge:
        raise InvalidError(
            "The edit names no line.", advice="Give 'lines', 'strike', 'accept' or 'acknowledge'."
        )
    if set(edit.ids) - set(known):
        raise InvalidError(
            "The edit names a line that this draft does not have.", advice="Read the draft again."
        )
    if any(known[id_].basis != "assumption" for id_ in edit.accept):
        raise InvalidError("Only an assumption can be accepted.", advice="Edit the line, or give the fact.")
    rules = {rule.id: rule for rule in kind.sections}
    return [
        section.model_copy(
            update={
                "lines": tuple(
                    _edited(line, section, rules.get(section.id), edit)
                    for line in section.lines
                    if line.id not in edit.strike
                )
            }
        )
        for section in draft.sections
    ]


def _edited(line: Line, section: Section, rule: SectionRule | None, edit: Edit) -> Line:
    composed = line.composed or line.text
    if line.id in edit.texts:
        if section.shape == "table":
            raise InvalidError("A line of a table takes 'cells', not 'text'.")
        text = _clean(edit.texts[line.id])
        return _typed(line, text, None, composed)
    if line.id in edit.cells:
        cells = tuple(_clean(cell) if cell else "" for cell in edit.cells[line.id])
        _check_cells(cells, section, rule)
        return _typed(line, " | ".join(cells), cells, composed)
    if line.id in edit.accept:
        return line.model_copy(update={"basis": "brief", "edited": True, "composed": composed})
    return line


def _typed(line: Line, text: str, cells: tuple[str, ...] | None, composed: str) -> Line:
    """A line in the manager's own words: what is typed is its own evidence."""
    return Line(id=line.id, text=text, cells=cells, basis="brief", edited=True, composed=composed)


def _check_cells(cells: Sequence[str], section: Section, rule: SectionRule | None) -> None:
    columns = section.columns or ()
    if len(cells) != len(columns):
        raise InvalidError(f"A line of {section.id!r} takes {len(columns)} cells.")
    blank = rule.blank if rule else ()
    for name, cell in zip(columns, cells, strict=True):
        if name in blank and cell:
            raise RatingError(
                f"The column {name!r} stays blank here.",
                advice="Only the interviewer fills it, on their own copy; this assistant holds no ratings.",
            )


def _clean(text: str) -> str:
    if not text.strip():
        raise InvalidError("A line cannot be empty.", advice="Strike it instead.")
    if len(text) > MAX_TEXT or not is_fit(text):
        raise InvalidError("A line is too long or holds control characters.")
    return " ".join(text.split())


def struck_by(draft: Draft, edit: Edit) -> tuple[str, ...]:
    """The texts that an edit takes out of a draft, as they were composed."""
    return tuple(line.composed or line.text for _, line in draft.lines() if line.id in edit.strike)


def carry_over(old: Sequence[Section], new: Sequence[Section], struck: Sequence[str] = ()) -> list[Section]:
    """Keep the manager's edits when a document is drafted anew, and what was struck away.

    An edit goes back to the line that is composed as before; where that line is gone, it is kept at the end.
    """
    new = [_without(section, struck) for section in new]
    edits = {section.id: [line for line in section.lines if line.edited] for section in old}
    return [_with(section, edits.get(section.id, [])) for section in new]


def _without(section: Section, struck: Sequence[str]) -> Section:
    lines = tuple(line for line in section.lines if line.text not in struck)
    return section if len(lines) == len(section.lines) else section.model_copy(update={"lines": lines})


def _with(section: Section, edits: Sequence[Line]) -> Section:
    there = {(line.composed, line.text) for line in section.lines if line.edited}
    waiting = {edit.composed: edit for edit in edits if (edit.composed, edit.text) not in there}
    lines = [_put_back(line, waiting.pop(line.text, None)) for line in section.lines]
    kept = [
        edit.model_copy(update={"id": f"{section.id}.{len(lines) + at}"})
        for at, edit in enumerate(waiting.values(), start=1)
        if edit.cells is None or len(edit.cells) == len(section.columns or ())
    ]
    return section.model_copy(update={"lines": (*lines, *kept)})


def _put_back(line: Line, edit: Line | None) -> Line:
    return edit.model_copy(update={"id": line.id}) if edit else line
