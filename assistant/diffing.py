"""Tell how two versions of a draft differ, section by section and line by line."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from assistant.draft import Draft, Line, Section
from assistant.views import Change, DraftDiff, LineDiff, SectionDiff


def diff_drafts(before: Draft, after: Draft) -> DraftDiff:
    """The differences in the order of the later version, sections that are gone last."""
    old = {section.id: section for section in before.sections}
    new = {section.id: section for section in after.sections}
    gone = [id_ for id_ in old if id_ not in new]
    return DraftDiff(
        draft_id=after.id,
        from_version=before.version,
        to_version=after.version,
        title=(before.title, after.title),
        sections=tuple(_section(old.get(id_), new.get(id_)) for id_ in (*new, *gone)),
    )


def _section(old: Section | None, new: Section | None) -> SectionDiff:
    known = new or old
    assert known is not None
    lines = tuple(_lines(old.lines if old else (), new.lines if new else ()))
    change: Change = "added" if old is None else "removed" if new is None else "changed" if lines else "same"
    return SectionDiff(id=known.id, title=known.title, change=change, lines=lines)


def _lines(old: tuple[Line, ...], new: tuple[Line, ...]) -> Iterator[LineDiff]:
    """Lines are matched by their text and basis: their ids move when one above them comes or goes."""
    matcher = SequenceMatcher(
        None, [_key(line) for line in old], [_key(line) for line in new], autojunk=False
    )
    for op, a, b, c, d in matcher.get_opcodes():
        if op != "equal":
            for was, is_ in zip_longest(old[a:b], new[c:d]):
                yield LineDiff(change=_change(was, is_), before=was, after=is_)


def _key(line: Line) -> tuple[str, str]:
    return (line.text, line.basis)


def _change(was: Line | None, is_: Line | None) -> Change:
    if was is None:
        return "added"
    return "removed" if is_ is None else "changed"
