"""One section under way: for each line the outline's, what stands, and what a model may not say there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.brief import fold
from assistant.checks.bearing import TBD, borne
from assistant.draft import Line, Question, Section
from assistant.writing.answer_schema import WrittenLine
from assistant.writing.judging import Judge
from assistant.writing.wording import worded

# A given line is lost when less of it than this stands in what a model made of its section.
LOST = 0.3
SAME_CELL = 0.6


@dataclass
class Slot:
    """The place of one line: `open` when a model words it, `refused` when its words may not stand.

    `back` when the outline's line stands again because a model's lines held nothing of it.
    """

    outline: Line | None
    line: Line | None
    open: bool = False
    by_model: bool = False
    back: bool = False
    refused: Line | None = None
    reasons: list[str] = field(default_factory=list)


@dataclass
class Sheet:
    """A section and its slots, in order; a slot's place is the number in its line's id."""

    outline: Section
    slots: list[Slot]
    questions: tuple[Question, ...] = ()
    surplus: int = 0

    @property
    def section(self) -> Section:
        """The section as it stands."""
        lines = [
            slot.line if slot.line.id == id_ else slot.line.model_copy(update={"id": id_})
            for id_, slot in self.numbered()
            if slot.line
        ]
        return self.outline.model_copy(update={"lines": tuple(lines)})

    @property
    def asked(self) -> Section | None:
        """The outline of what a model is to word: all of it, some lines, or nothing."""
        lines = tuple(slot.outline for slot in self.slots if slot.open and slot.outline)
        if not lines or all(line.unknown for line in lines):
            return None
        return self.outline.model_copy(update={"lines": lines})

    @property
    def by_model(self) -> bool:
        """Say whether a model worded anything that stands."""
        return any(slot.by_model for slot in self.slots)

    def numbered(self) -> Iterator[tuple[str, Slot]]:
        """The slots with their lines' ids."""
        return ((f"{self.outline.id}.{at}", slot) for at, slot in enumerate(self.slots, start=1))

    def take(self, answers: Sequence[WrittenLine], judge: Judge) -> None:
        """Put a model's lines in their places; what it lost of the outline comes back."""
        asked = [slot for slot in self.slots if slot.open]
        first = self.slots.index(asked[0])
        most = 2 * len(asked) + 3
        self.surplus += max(len(answers) - most, 0)
        lines = self._new([worded(self.outline, answer, "") for answer in answers[:most]])
        if self.outline.columns:
            self._by_first_cell(lines, asked, judge)
        elif len(lines) == len(asked):
            for slot, line in zip(asked, lines, strict=True):
                put(slot, line, self.outline, judge)
        else:
            self._instead(lines, asked, judge)
        if not self.outline.columns:
            self._bring_back([slot.outline for slot in asked if slot.outline], first)

    def _new(self, lines: Sequence[Line]) -> list[Line]:
        """The lines that say what no line of the section says yet."""
        said = {fold(slot.line.text) for slot in self.slots if slot.line and not slot.open}
        new = [line for at, line in enumerate(lines) if fold(line.text) not in {*said, *_folded(lines[:at])}]
        self.surplus += len(lines) - len(new)
        return new

    def _by_first_cell(self, lines: Sequence[Line], asked: Sequence[Slot], judge: Judge) -> None:
        """A row belongs to the row of the outline with the same first cell; a row of its own is surplus."""
        waiting = list(asked)
        for line in lines:
            slot = next((slot for slot in waiting if _same_row(line, slot.outline)), None)
            if slot is None:
                self.surplus += 1
            else:
                waiting.remove(slot)
                put(slot, line, self.outline, judge)

    def _instead(self, lines: Sequence[Line], asked: Sequence[Slot], judge: Judge) -> None:
        """Lines that are more or fewer than the outline's stand in the place of all of them."""
        made = [Slot(None, None) for _ in lines]
        for slot, line in zip(made, lines, strict=True):
            put(slot, line, self.outline, judge)
        if not any(slot.line for slot in made):
            self.surplus += len(made)
            return
        at = self.slots.index(asked[0])
        kept = [slot for slot in self.slots if not slot.open]
        before = sum(not slot.open for slot in self.slots[:at])
        self.slots = [*kept[:before], *made, *kept[before:]]

    def _bring_back(self, outline: Sequence[Line], first: int) -> None:
        """What is given or unknown in the outline, and nowhere in the section any more, stands again."""
        text = "\n".join(slot.line.text for slot in self.slots if slot.line)
        for at, line in enumerate(outline, start=first):
            if _lost(line, text):
                self.slots.insert(at, Slot(line, line, back=True))

    def settle(self) -> bool:
        """Take out what came back and a mended line holds again; say whether anything went."""
        text = "\n".join(slot.line.text for slot in self.slots if slot.line and not slot.back)
        kept = [slot for slot in self.slots if not slot.back or not slot.line or _lost(slot.line, text)]
        settled = len(kept) < len(self.slots)
        self.slots = kept
        return settled


def put(slot: Slot, line: Line, outline: Section, judge: Judge) -> bool:
    """Let a model's line stand, or the outline's in its place; say whether the model's does."""
    line = judge.rightly(line, slot.outline)
    reasons = judge.refuses(line, outline)
    if reasons:
        slot.refused, slot.reasons = line, reasons
        return False
    slot.line, slot.by_model, slot.refused, slot.reasons = line, True, None, []
    return True


def _folded(lines: Sequence[Line]) -> set[str]:
    return {fold(line.text) for line in lines if line.text}


def _lost(line: Line, text: str) -> bool:
    """Say whether a text holds too little of a given line, or not the mark of an unknown one."""
    marks = TBD.findall(line.text)
    given = line.basis == "brief" and not marks and borne(line.text, text) < LOST
    return given or any(mark not in text for mark in marks)


def _same_row(line: Line, outline: Line | None) -> bool:
    if outline is None or not line.cells or not outline.cells:
        return False
    one, other = line.cells[0], outline.cells[0]
    if fold(one) == fold(other):
        return True
    return bool(one) and min(borne(one, other), borne(other, one)) >= SAME_CELL
