"""What a writer is given and what it returns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.brief import Brief
from assistant.draft import Draft, Question, Section
from assistant.kinds import Kind
from knowledge.passages import Passage


@dataclass(frozen=True)
class Task:
    """Everything a document is written from.

    `passages` are in order of fit; `others` are the newest drafts of this brief by kind, for sections that
    come from another document.
    """

    kind: Kind
    brief: Brief
    passages: Sequence[Passage]
    others: Mapping[str, Draft] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """A finished section, and the questions that its unknowns raise."""

    section: Section
    questions: tuple[Question, ...] = ()


class Writer(Protocol):
    """Writes a task's sections one after the other."""

    def write(self, task: Task) -> Iterator[Written]:
        """Yield each section as it is finished."""
        ...
