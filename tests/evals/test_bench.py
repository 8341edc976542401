"""The bench prints the sections asked for."""

import pytest

from evals import bench
from evals.table import Table


def test_only_the_sections_asked_for_are_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One section can be measured without waiting for the rest."""

    def section(name: str) -> bench.Section:
        return lambda: [Table(name, ("what", "measured"), [("speed", "3 ms")])]

    monkeypatch.setattr(bench, "SECTIONS", {"one": section("one"), "two": section("two")})
    bench.main(["two"])
    assert capsys.readouterr().out == "two\n  what   measured\n  speed      3 ms\n\n"


def test_an_unknown_section_is_refused_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped section measures nothing, and shows what there is."""
    with pytest.raises(SystemExit):
        bench.main(["serach"])
    shown = capsys.readouterr().err
    assert all(name in shown for name in bench.SECTIONS)
