"""A version as Markdown: the document, then what it rests on."""

import re

from assistant.draft import Draft, Line, Section
from assistant.records.records import Version

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
# Our own mark: brackets that no address follows are plain text in Markdown.
TBD = re.compile(r"(\[TBD: [^\]\[()*_<>`|\\]*\](?!\())")
LEADING = re.compile(r"^(\s*)([-+>]|\d+[.)])")
NOTICE = "Composed from the brief and the library; read it before you send it. Nothing here is legal advice."


def markdown(version: Version, audience: str = "internal") -> str:
    """The whole document with its sources, or for the public its public sections alone."""
    draft = version.draft
    public = audience == "public"
    sections = [part for part in draft.sections if part.audience == "public" or not public]
    parts = [f"# {escape(draft.title)}"]
    parts += [_section(part, notes=None if public else _notes(version)) for part in sections]
    if not public:
        parts += [_open(draft), _sources(version), f"_{NOTICE}_"]
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """Text as Markdown shows it letter by letter; a TBD mark stays readable."""
    parts = TBD.split(" ".join(text.split()))
    escaped = "".join(part if TBD.fullmatch(part) else SPECIAL.sub(r"\\\1", part) for part in parts)
    return LEADING.sub(r"\1\\\2", escaped)


def _notes(version: Version) -> dict[str, int]:
    return {passage.id: at for at, passage in enumerate(version.passages, start=1)}


def _section(section: Section, notes: dict[str, int] | None) -> str:
    heading = f"## {escape(section.title)}"
    if section.shape == "table":
        columns = section.columns or ()
        rows = [f"| {' | '.join(escape(name) for name in columns)} |", f"|{' --- |' * len(columns)}"]
        rows += [_row(line, notes) for line in section.lines]
        return f"{heading}\n\n" + "\n".join(rows)
    mark = "- " if section.shape == "bullets" else ""
    lines = [f"{mark}{escape(line.text)}{_basis(line, notes)}" for line in section.lines]
    return f"{heading}\n\n" + ("\n" if mark else "\n\n").join(lines)


def _row(line: Line, notes: dict[str, int] | None) -> str:
    cells = [escape(cell) for cell in line.cells or (line.text,)]
    return f"| {cells[0]}{_basis(line, notes)} | {' | '.join(cells[1:])} |"


def _basis(line: Line, notes: dict[str, int] | None) -> str:
    """The line's basis in brackets: numbers of sources, and a mark on what is assumed."""
    if notes is None:
        return ""
    numbers = [str(notes[id_]) for id_ in line.citations if id_ in notes]
    cited = f" [{', '.join(numbers)}]" if numbers else ""
    return f"{cited} _(assumed)_" if line.basis == "assumption" else cited


def _open(draft: Draft) -> str:
    if not draft.open_questions:
        return ""
    return "## Open questions\n\n" + "\n".join(f"- {escape(item.text)}" for item in draft.open_questions)


def _sources(version: Version) -> str:
    if not version.passages:
        return ""
    lines = [
        f"{at}. {escape(item.title)}. {escape(item.source)}, as of {item.as_of}."
        + (f" <{item.url}>" if item.url else "")
        for at, item in enumerate(version.passages, start=1)
    ]
    return "## Sources\n\n" + "\n".join(lines)
