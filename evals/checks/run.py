"""Print how well the checks of wording find what a reader finds: `python -m evals.checks.run [--misses]`."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from assistant.checks.text.check import check_text
from evals.checks.labelled import FAMILIES, SPLITS, FamilyName, Labelled, Split, read_labelled
from evals.checks.measure import Tally, overlap
from evals.checks.speed import speed
from evals.table import Table


def tally(family: FamilyName, split: Split) -> Tally:
    """The counts of a family on one split."""
    counts = Tally()
    for item in read_labelled(family):
        if item.split == split:
            counts.add(item, check_text(item.text, family, item.jurisdiction, item.audience))
    return counts


def measure() -> Iterator[Table]:
    """The tables of every family on both splits, and how long a check takes, for the bench."""
    for family in FAMILIES:
        for split in SPLITS:
            yield from tables(family, split)
    yield from speed()


def tables(family: FamilyName, split: Split) -> Iterator[Table]:
    """The figures with a target, then each category."""
    counts = tally(family, split)
    yield Table(
        f"{family} ({split}, {counts.poor} poor texts, {counts.clean} clean ones)",
        ("figure", "value"),
        [(name, _cell(value)) for name, value in counts.summary().items()],
    )
    columns = ("category", "labels", "recall", "recall_as", "findings", "precision")
    rows = [tuple(_cell(row[name]) for name in columns) for row in counts.rows()]
    yield Table(f"{family} ({split}): found in any category, and in its own", columns, rows)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


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
    families: Sequence[FamilyName] = (chosen.family,) if chosen.family else FAMILIES
    for family in families:
        for table in tables(family, chosen.split):
            print(table, end="\n\n")
        if chosen.misses:
            print(*misses(family), sep="\n", end="\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
