"""Two versions of a draft are told apart line by line."""

from assistant.diffing import diff_drafts
from assistant.draft import Basis, Draft, Line, Provenance, Section


def draft(version: int, **sections: list[str | tuple[str, Basis]]) -> Draft:
    """A draft with sections of lines; their ids are their places."""
    parts = []
    for name, texts in sections.items():
        pairs = [(text, "brief") if isinstance(text, str) else text for text in texts]
        lines = tuple(
            Line(id=f"{name}.{at}", text=text, basis=basis) for at, (text, basis) in enumerate(pairs, 1)
        )
        parts.append(Section(id=name, title=name.title(), shape="bullets", lines=lines))
    return Draft(
        id="d",
        kind="k",
        version=version,
        title=f"T{version}",
        sections=tuple(parts),
        provenance=Provenance(writer="outline", created_at="now"),
    )


def told(before: Draft, after: Draft) -> dict[str, list[tuple[str, str | None, str | None]]]:
    """The differing lines of each section."""
    return {
        part.id: [
            (line.change, line.before and line.before.text, line.after and line.after.text)
            for line in part.lines
        ]
        for part in diff_drafts(before, after).sections
    }


def test_a_line_that_goes_does_not_disturb_the_rest() -> None:
    """Lines below a removed one, whose ids move, are not told as changed."""
    assert told(draft(1, a=["one", "two", "three"]), draft(2, a=["one", "three"])) == {
        "a": [("removed", "two", None)]
    }


def test_every_change_is_told() -> None:
    """Added, removed and changed lines stand in order, with what was and what is."""
    assert told(draft(1, a=["one", "two"]), draft(2, a=["one", "2", "three"])) == {
        "a": [("changed", "two", "2"), ("added", None, "three")]
    }


def test_sections_come_and_go() -> None:
    """A new section has all its lines added, one that is gone all removed and comes last."""
    diff = diff_drafts(draft(1, a=["one"], b=["two"]), draft(2, c=["three"], b=["two"]))
    assert [(part.id, part.change) for part in diff.sections] == [
        ("c", "added"),
        ("b", "same"),
        ("a", "removed"),
    ]
    assert diff.title == ("T1", "T2")


def test_an_accepted_line_has_changed() -> None:
    """The same words on another basis are another line."""
    before, after = draft(1, a=[("one", "assumption")]), draft(2, a=[("one", "brief")])
    assert told(before, after) == {"a": [("changed", "one", "one")]}
