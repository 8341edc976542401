"""What the library does not hold is listed by subject, in a file anybody can add to."""

from pathlib import Path

import pytest

from knowledge.errors import CardError
from knowledge.outside import load_outside


def test_every_line_counts_in_order(tmp_path: Path) -> None:
    """Areas are for the reader; the lines are what counts."""
    path = tmp_path / "outside.yaml"
    path.write_text("life:\n  - Cats\n  - Dogs\nwork:\n  - Pensions\n")
    assert load_outside(path) == ("Cats", "Dogs", "Pensions")


@pytest.mark.parametrize(
    "content", ["- Cats", "life: Cats", "life: []", "life: [{a: b}]", "life: ['']", "life: ["]
)
def test_another_shape_is_refused_by_name(tmp_path: Path, content: str) -> None:
    """A mistake in the file stops the start, and says which file."""
    path = tmp_path / "outside.yaml"
    path.write_text(content)
    with pytest.raises(CardError, match=r"outside\.yaml"):
        load_outside(path)


def test_the_projects_own_list_holds_no_line_twice() -> None:
    """Each subject is named once."""
    lines = load_outside()
    assert len({line.lower() for line in lines}) == len(lines)
