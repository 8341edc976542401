"""What of a document's last version stays as it is: untouched lines, and the manager's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.draft import Line, Section
from assistant.writing.sheet import Sheet, Slot
from assistant.writing.striking import without_struck
from assistant.writing.writer import Written


@dataclass(frozen=True)
class Offer:
    """New words for a line that the manager wrote by hand, by its place in the sheet."""

    slot: Slot
    text: str


@dataclass(frozen=True)
class Last:
    """A section's last version, and what code composed for it then; `worded`: a model had a hand in it."""

    section: Section
    composed: Section | None
    worded: bool


def sheet_of(part: Written, last: Last | None) -> tuple[Sheet, list[Offer]]:
    """A section under way: open where it is new or changed beneath, else as it was."""
    if last is None:
        return Sheet(part.section, [_open(line) for line in part.section.lines], part.questions), []
    if last.worded and last.composed == part.section:
        slots = [Slot(line, line) for line in last.section.lines]
        return Sheet(part.section, slots, part.questions), []
    slots, offers = _merged(part.section.lines, last)
    return Sheet(part.section, slots, part.questions), offers


def still_wanted(
    parts: list[Written], last: Mapping[str, Last], struck: Sequence[str]
) -> tuple[list[Written], Mapping[str, Last]]:
    """What is composed now, and was for the last version, without what the manager took out of that."""
    if not struck:
        return parts, last
    now, then = [], dict(last)
    for part in parts:
        old = last.get(part.section.id)
        if old and old.composed and old.worded:
            left = without_struck(part.section, old.composed, old.section, struck)
            part = replace(part, section=left)
            was = without_struck(old.composed, old.composed, old.section, struck)
            then[part.section.id] = replace(old, composed=was)
        now.append(part)
    return now, then


def _open(line: Line) -> Slot:
    return Slot(line, line, open=True)


def _merged(now: Sequence[Line], last: Last) -> tuple[list[Slot], list[Offer]]:
    pairs = list(_pairs(last))
    slots, offers = [], []
    for at, line in enumerate(now):
        pair = next((pair for pair in pairs if _same(pair[0], line)), None)
        if pair:
            pairs.remove(pair)
            slots.append(Slot(line, pair[1]))
            continue
        slots.append(_open(line))
        old = _changed_beneath(at, now, last)
        if old:
            slots[-1] = Slot(line, old)
            offers.append(Offer(slots[-1], line.text))
    return slots, offers


def _pairs(last: Last) -> Iterator[tuple[Line, Line]]:
    """Each line that may stay, behind the composed line that it stands for.

    A model's lines can be told apart only while they are as many as the composed ones; a line edited by
    hand remembers what it was made from.
    """
    composed, lines = last.composed.lines if last.composed else (), last.section.lines
    if last.worded:
        if len(composed) == len(lines):
            yield from zip(composed, lines, strict=True)
        return
    for line in lines:
        if line.edited:
            yield line.model_copy(update={"text": line.composed or line.text}), line


def _changed_beneath(at: int, now: Sequence[Line], last: Last) -> Line | None:
    """The line edited by hand whose composed line has become this one, if it is one."""
    then, lines = last.composed.lines if last.composed else (), last.section.lines
    if not (len(then) == len(lines) and at < len(lines) and lines[at].edited):
        return None
    return None if any(_same(then[at], line) for line in now) else lines[at]


def _same(one: Line, other: Line) -> bool:
    return (one.text, one.facts, one.basis) == (other.text, other.facts, other.basis) or (
        one.edited and one.text == other.text
    )
