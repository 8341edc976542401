"""Print how well the checks of wording find what a reader finds: `python -m evals.checks.run [--misses]`."""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence

from assistant.checks.text.check import check_text
from assistant.checks.text.lexicon import LEXICON
from evals.checks.labelled import FAMILIES, SPLITS, FamilyName, Labelled, Split, read_labelled
from evals.checks.measure import Tally, overlap
from evals.table import Table

PAGE = 3_000


def present() -> tuple[FamilyName, ...]:
    """The families that have word tables."""
    return tuple(family for family in FAMILIES if (LEXICON / family).is_dir())


def tally(family: FamilyName, split: Split) -> Tally:
    """The counts of a family on one split."""
    counts = Tally()
    for item in read_labelled(family):
        if item.split == split:
            counts.add(item, check_text(item.text, family, item.jurisdiction, item.audience))
    return counts


def measure() -> Iterator[Table]:
    """The tables of every family on both splits, for the bench."""
    for family in present():
        for split in SPLITS:
            yield from tables(family, split)


def page_ms(family: FamilyName) -> float:
    """Milliseconds for a page of the family's own texts, the best of five after a first."""
    page = " ".join(item.text for item in read_labelled(family))[:PAGE]
    check_text(page, family)
    return round(min(_timed(page, family) for _ in range(5)), 2)


def _timed(page: str, family: FamilyName) -> float:
    start = time.perf_counter()
    check_text(page, family)
    return (time.perf_counter() - start) * 1_000


def tables(family: FamilyName, split: Split) -> Iterator[Table]:
    """The figures with a target, then each category."""
    counts = tally(family, split)
    summary = {**counts.summary(), "page_ms": page_ms(family)}
    yield Table(f"{family} ({split})", ("figure", "value"), [(k, _cell(v)) for k, v in summary.items()])
    columns = ("category", "labels", "recall", "recall_as", "findings", "precision")
    rows = [tuple(_cell(row[name]) for name in columns) for row in counts.rows()]
    yield Table(f"{family} ({split}): found in any category, and in its own", columns, rows)


def _cell(value: object) -> str:
    return "-" if value is None else str(value)


def misses(family: FamilyName) -> Iterator[str]:
    """The labels of the tuning half that were not found, and what was found beside them."""
    for item in read_labelled(family):
        if item.split == "tuning":
            yield from _misses(item, family)


def _misses(item: Labelled, family: FamilyName) -> Iterator[str]:
    told = check_text(item.text, family, item.jurisdiction, item.audience)
    told = tuple(finding for finding in told if finding.severity != "info")
    spans = {label: item.span(label) for label in item.labels}
    for label, span in spans.items():
        kinds = [finding.category for finding in told if overlap(finding.span, span)]
        if label.category not in kinds:
            how = f"AS {kinds}" if kinds else "MISSED"
            yield f"{item.id} {how} {label.category} [{label.quote[:120]}]"
    for finding in told:
        if not any(overlap(finding.span, span) for span in spans.values()):
            around = _around(item.text, finding.span)
            yield f"{item.id} BESIDE {finding.category} [{finding.quote}] in: {around}"


def _around(text: str, span: tuple[int, int], width: int = 60) -> str:
    return " ".join(text[max(0, span[0] - width) : span[1] + width].split())


def main(arguments: Sequence[str]) -> None:
    """Print the tables, and the misses of the tuning half when asked to."""
    parser = argparse.ArgumentParser(prog="python -m evals.checks.run", description=__doc__)
    parser.add_argument("family", nargs="?", choices=FAMILIES, help="one family; otherwise every one")
    parser.add_argument("--split", choices=SPLITS, default="report")
    parser.add_argument("--misses", action="store_true", help="list what failed in the tuning half")
    chosen = parser.parse_args(arguments)
    families: Sequence[FamilyName] = (chosen.family,) if chosen.family else present()
    for family in families:
        for table in tables(family, chosen.split):
            print(table, end="\n\n")
        if chosen.misses:
            print(*misses(family), sep="\n", end="\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
