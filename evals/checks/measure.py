"""Precision and recall of a family's findings against the labels."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.draft import Finding
from evals.checks.labelled import Labelled


@dataclass
class Tally:
    """Counts over one split: labels and those found, findings and those that are right, by category."""

    labels: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    found_as: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    flagged: int = 0
    flagged_risk: int = 0
    poor: int = 0
    caught: int = 0

    def add(self, item: Labelled, findings: Sequence[Finding]) -> None:
        """Count one text; `info` is a report and no finding of a problem."""
        told = [finding for finding in findings if finding.severity != "info"]
        self._labels(item, told)
        if not item.labels:
            self.clean += 1
            self.flagged += bool(told)
            self.flagged_risk += any(finding.severity == "risk" for finding in told)
            self.findings.update(finding.category for finding in told)
            return
        self.poor += 1
        wanted = {label.category for label in item.labels}
        self.caught += any(finding.category in wanted for finding in told)
        spans = [item.span(label) for label in item.labels]
        for finding in told:
            self.findings[finding.category] += 1
            self.right[finding.category] += any(overlap(finding.span, span) for span in spans)

    def _labels(self, item: Labelled, told: Sequence[Finding]) -> None:
        for label in item.labels:
            span = item.span(label)
            over = [finding for finding in told if overlap(finding.span, span)]
            self.labels[label.category] += 1
            self.found[label.category] += bool(over)
            self.found_as[label.category] += any(finding.category == label.category for finding in over)

    def rows(self) -> list[dict[str, object]]:
        """One row a category, the total first."""
        names = sorted(self.labels | self.findings)
        return [self._row("all", names), *(self._row(name, [name]) for name in names)]

    def _row(self, title: str, names: Iterable[str]) -> dict[str, object]:
        labels, found, found_as, findings, right = (
            sum(counter[name] for name in names)
            for counter in (self.labels, self.found, self.found_as, self.findings, self.right)
        )
        return {
            "category": title,
            "labels": labels,
            "recall": share(found, labels),
            "recall_as": share(found_as, labels),
            "findings": findings,
            "precision": share(right, findings),
        }

    def summary(self) -> dict[str, float | None]:
        """The figures that have a target."""
        return {
            "span_recall": share(self.found.total(), self.labels.total()),
            "category_recall": share(self.found_as.total(), self.labels.total()),
            "poor_texts_with_a_right_category": share(self.caught, self.poor),
            "precision": share(self.right.total(), self.findings.total()),
            "clean_flagged": share(self.flagged, self.clean),
            "clean_flagged_risk": share(self.flagged_risk, self.clean),
        }


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether two half-open spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def share(part: int, whole: int) -> float | None:
    """A share to three places, or none of nothing."""
    return round(part / whole, 3) if whole else None
