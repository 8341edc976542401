"""What a writer is given and what it returns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.brief import Brief
from assistant.draft import Draft, Question, Section
from assistant.draft import Writer as WriterName
from assistant.kinds import Kind
from assistant.model.prompt import NOTHING, Usage
from knowledge.passages import Passage


@dataclass(frozen=True)
class Task:
    """Everything a document is written from.

    `passages` are in order of fit; `before` is the version that this one follows, with its brief; `others`
    are the newest drafts of this brief by kind, for sections that come from another document.
    """

    kind: Kind
    brief: Brief
    passages: Sequence[Passage]
    owner: str = "local"
    before: tuple[Brief, Draft] | None = None
    others: Mapping[str, Draft] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """A finished section, and the questions that its unknowns raise."""

    section: Section
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Report:
    """How a document came about, when a model took part in it.

    `faults` say in words what the model could not do; `offers` are new words for lines that the manager wrote
    by hand, by line id.
    """

    writer: WriterName
    model: str | None = None
    prompt_digest: str | None = None
    usage: Usage = NOTHING
    faults: tuple[str, ...] = ()
    offers: tuple[tuple[str, str], ...] = ()


class Writer(Protocol):
    """Writes a task's sections one after the other."""

    def write(self, task: Task) -> Iterator[Written | Report]:
        """Yield each section as it is finished; one yielded again replaces it. A report may come last."""
        ...
