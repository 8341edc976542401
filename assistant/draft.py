"""A draft: one document of a kind for a brief, in sections and lines that each have a basis."""

from collections.abc import Iterator
from typing import Literal

from assistant.brief import Frozen

Basis = Literal["brief", "guidance", "assumption"]
Shape = Literal["text", "bullets", "table"]
Severity = Literal["risk", "advice", "info"]
Writer = Literal["outline", "model"]

WEAKEST: tuple[Basis, ...] = ("brief", "guidance", "assumption")


class Line(Frozen):
    """One line of a section, with its basis: the facts it names and the passages it cites.

    A table's line has `cells` in the order of the section's columns; its text is the cells joined.
    `edited` marks the manager's own words, and `composed` keeps what stood there before.
    """

    id: str
    text: str
    cells: tuple[str, ...] | None = None
    basis: Basis
    facts: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    edited: bool = False
    composed: str | None = None

    @property
    def unknown(self) -> bool:
        """Say whether the line waits for a fact."""
        return "[TBD: " in self.text


class Section(Frozen):
    """A part of a draft; `audience` says who may see it: inside the organisation or the public too."""

    id: str
    title: str
    shape: Shape
    audience: Literal["internal", "public"] = "internal"
    columns: tuple[str, ...] | None = None
    lines: tuple[Line, ...] = ()


class Finding(Frozen):
    """What a check found: where, why, and what to write instead. `span` counts Unicode code points.

    `acknowledged` is the manager's reason to let it stand.
    """

    check: str
    category: str
    severity: Severity
    section: str | None = None
    line: str | None = None
    span: tuple[int, int] = (0, 0)
    quote: str = ""
    message: str
    suggestion: str = ""
    source: str = ""
    acknowledged: str | None = None


class Question(Frozen):
    """A question to the manager about one fact, with likely answers to click."""

    fact: str
    text: str
    choices: tuple[str, ...] = ()


class Provenance(Frozen):
    """Who wrote a version, from what, when and at what cost; `faults` say what a model could not do."""

    writer: Writer
    model: str | None = None
    prompt_digest: str | None = None
    passages: tuple[str, ...] = ()
    created_at: str
    tokens_in: int = 0
    tokens_out: int = 0
    faults: tuple[str, ...] = ()


class Draft(Frozen):
    """One version of one document; versions are immutable. `struck` are texts that the manager took out."""

    id: str
    kind: str
    version: int
    title: str
    sections: tuple[Section, ...]
    open_questions: tuple[Question, ...] = ()
    added: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    stale: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    provenance: Provenance

    def lines(self) -> Iterator[tuple[Section, Line]]:
        """Every line with its section, in order."""
        for section in self.sections:
            for line in section.lines:
                yield section, line


def weakest(*bases: Basis) -> Basis:
    """The basis of a mixed line: assumption is weaker than guidance, guidance than brief."""
    return max(bases, key=WEAKEST.index, default="brief")
