"""The labelled texts: what a careful lawyer, recruiter or editor would name in each (format: README.md)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.checks.text.family import FAMILIES, FamilyName

FOLDER = Path(__file__).parent
Split = Literal["tuning", "report"]
SPLITS: tuple[Split, ...] = ("tuning", "report")


class Label(BaseModel):
    """A problem and its words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    category: str
    quote: str


class Labelled(BaseModel):
    """A text with its problems; none when it is clean."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    split: Split
    text: str
    jurisdiction: str | None = None
    audience: Literal["contractor", "employee"] | None = None
    labels: tuple[Label, ...]
    trap: bool

    def span(self, label: Label) -> tuple[int, int]:
        """The characters of a label's words."""
        start = self.text.index(label.quote)
        return start, start + len(label.quote)


def read_labelled(family: FamilyName) -> Iterator[Labelled]:
    """Every labelled text of a family."""
    for line in (FOLDER / f"{family}.jsonl").read_text(encoding="utf-8").splitlines():
        yield Labelled.model_validate(json.loads(line))


__all__ = ["FAMILIES", "SPLITS", "FamilyName", "Label", "Labelled", "Split", "read_labelled"]
