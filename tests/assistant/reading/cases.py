"""The labelled messages: read from cases/*.yaml, and compared with a reading."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assistant.brief import Brief, Claim, Conflict, typed_changes
from assistant.draft import Question
from assistant.facts import FACTS
from assistant.reading.reading import Context, Reading

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """A message, what is known before it, and what its reading must and must not be."""

    say: str
    intent: str | None = None
    kinds: list[str] | None = None
    reads: dict[str, Any] = field(default_factory=dict)
    ops: dict[str, list[str] | str] = field(default_factory=dict)
    removes: dict[str, list[str]] = field(default_factory=dict)
    clears: list[str] = field(default_factory=list)
    may: list[str] = field(default_factory=list)
    hearsay: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    unavailable: list[str] = field(default_factory=list)
    question: str | None = None
    declined: bool = False
    language: str = "en"
    brief: dict[str, Any] = field(default_factory=dict)
    conflict: dict[str, list[str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    drafted: list[str] = field(default_factory=list)

    @property
    def context(self) -> Context:
        """What the reader knows besides the message."""
        brief = Brief().merge(typed_changes(self.brief)).brief
        conflicts = tuple(
            Conflict(fact=name, values=tuple(Claim(value=value, quote=value) for value in values))
            for name, values in self.conflict.items()
        )
        asked = [Question(fact=name, text="?", choices=FACTS[name].choices) for name in self.asked]
        if self.choices:
            asked.append(Question(fact="responsibilities", text="?", choices=tuple(self.choices)))
        return Context(brief.model_copy(update={"conflicts": conflicts}), asked, self.drafted)


def cases() -> Iterator[Any]:
    """Every case of every file, named by file and place."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for at, row in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1):
            yield f"{path.stem}-{at:02}", Case(**row)


def faults(case: Case, reading: Reading) -> list[str]:
    """Where a reading is not what its case demands."""
    found = [*_wanted(case, reading), *_values(case, reading)]
    removed = {
        name: [c.value for c in reading.changes if (c.fact, c.op) == (name, "remove")] for name in FACTS
    }
    if case.removes != {name: values for name, values in removed.items() if values}:
        found.append(f"removed {removed}")
    cleared = [change.fact for change in reading.changes if change.op == "clear"]
    if cleared != case.clears:
        found.append(f"cleared {cleared}")
    return found


def _wanted(case: Case, reading: Reading) -> Iterator[str]:
    if case.intent and reading.intent != case.intent:
        yield f"intent {reading.intent}"
    if case.kinds is not None and list(reading.kinds) != case.kinds:
        yield f"kinds {reading.kinds}"
    if bool(reading.declined) != case.declined:
        yield f"declined {reading.declined}"
    if reading.language != case.language:
        yield f"language {reading.language}"
    if list(reading.unavailable) != case.unavailable:
        yield f"unavailable {reading.unavailable}"
    if case.question and case.question not in (reading.question or ""):
        yield f"question {reading.question!r}"
    for name, parts in (("hearsay", reading.hearsay), ("unplaced", reading.unplaced)):
        for wanted in getattr(case, name):
            if not any(wanted in part for part in parts):
                yield f"{name} {parts}"


def _values(case: Case, reading: Reading) -> Iterator[str]:
    said: dict[str, list[tuple[str, str]]] = {}
    for change in reading.changes:
        if change.op in ("set", "correct", "add"):
            said.setdefault(change.fact, []).append((change.op, change.value))
    for name in FACTS:
        wanted, got = case.reads.get(name, []), [value for _, value in said.get(name, [])]
        if name not in case.may and got != (wanted if isinstance(wanted, list) else [wanted]):
            yield f"{name} {got}"
        if name in case.ops and [op for op, _ in said.get(name, [])] != case.ops[name]:
            yield f"{name} {[op for op, _ in said.get(name, [])]}"
