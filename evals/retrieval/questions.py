"""Read the evaluation's questions; the tuning half chooses constants, the report half only reports them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from knowledge.yaml_text import read_yaml

FOLDER = Path(__file__).parent

Split = Literal["tuning", "report"]


@dataclass(frozen=True)
class Asked:
    """A question with what answers it: topics, a card, or nothing (then `about` says what it is on).

    `leads` are the cards that may come first, where the lead itself is judged.
    """

    question: str
    topics: frozenset[str] = frozenset()
    card: str | None = None
    about: str | None = None
    leads: frozenset[str] = frozenset()


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid")

    topics: frozenset[str] = frozenset()
    card: str | None = None
    about: str | None = None
    leads: frozenset[str] = frozenset()
    tuning: list[str]
    report: list[str]

    def asked(self, split: Split) -> Iterator[Asked]:
        for question in self.tuning if split == "tuning" else self.report:
            yield Asked(question, self.topics, self.card, self.about, self.leads)


_FILE = TypeAdapter(list[_Group])


def _read(name: str, split: Split) -> tuple[Asked, ...]:
    groups = _FILE.validate_python(read_yaml((FOLDER / name).read_text(encoding="utf-8")))
    return tuple(asked for group in groups for asked in group.asked(split))


def answerable(split: Split) -> tuple[Asked, ...]:
    """Questions on the library's topics."""
    return _read("questions.yaml", split)


def general(split: Split) -> tuple[Asked, ...]:
    """Questions that one role or competency card answers."""
    return _read("general.yaml", split)


def leading(split: Split) -> tuple[Asked, ...]:
    """Questions whose first passage is judged: one of `leads`."""
    return _read("leads.yaml", split)


def unanswerable(split: Split) -> tuple[Asked, ...]:
    """Questions that the library must not pretend to answer."""
    return _read("unanswerable.yaml", split)
