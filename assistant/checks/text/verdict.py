"""What the votes on a sentence come to: an entry, and how grave it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checks.text.hits import Asked, applies
from assistant.checks.text.jury import Jury, jury
from assistant.checks.text.lexicon import Meant
from assistant.checks.text.table import Entry
from assistant.draft import Severity

if TYPE_CHECKING:
    from knowledge.vector_cache import Matrix

# Beside a risk that words have found, another one needs so many votes of its own.
BESIDE = 0.5


@dataclass(frozen=True)
class Case:
    """A sentence's likeness to each example and its votes, how it stands in its text, and what is known."""

    likeness: "Matrix"
    votes: list[float]
    apart: bool
    question: bool
    known: frozenset[str]  # the categories of the risks that words have found in it


def verdicts(
    meant: Meant, cases: Iterable[Case], asked: Asked
) -> Iterator[tuple[Entry | None, Severity | None]]:
    """For each sentence the nearest entry of the category that gets most votes, when they are enough."""
    judged, said = jury(meant), meant.said
    for case in cases:
        more = said.apart - said.risk if case.apart and said.apart else 0.0
        more += 0.0 if case.question else said.statement
        chosen, severity = (_together if said.together else _by_severity)(judged, case, more)
        rows = list(judged.rows[chosen]) if chosen else []
        near = case.likeness[rows].tolist()
        entries = [(value, meant.sentences[row][1]) for value, row in zip(near, rows, strict=True)]
        fit = [(value, entry) for value, entry in entries if entry and applies(entry, asked)]
        yield (max(fit, key=lambda pair: pair[0])[1] if fit else None), severity


# A severity and a category, and the severity to tell where it is not the entry's own.
Chosen = tuple[tuple[str, str] | None, Severity | None]


def _by_severity(judged: Jury, case: Case, more: float) -> Chosen:
    """The category that leads within the gravest severity whose votes, or the leader's own, are enough."""
    said = judged.meant.said
    for severity, enough in (("risk", said.risk), ("advice", said.advice)):
        of_it = [
            (vote, key) for vote, key in zip(case.votes, judged.categories, strict=True) if key[0] == severity
        ]
        lead, leader = max(of_it, default=(0.0, None))
        leads = said.leading is not None and lead >= said.leading + more
        if leader and (leads or sum(vote for vote, _ in of_it) >= enough + more):
            stands = lead >= said.least and _beside_known(case, leader, lead)
            return (leader if stands else None), None
    return None, None


def _beside_known(case: Case, leader: tuple[str, str], lead: float) -> bool:
    """Say whether a category may be told beside the risks that words have found in the sentence."""
    severity, category = leader
    return not case.known or category in case.known or (severity == "risk" and lead >= BESIDE)


def _together(judged: Jury, case: Case, more: float) -> Chosen:
    """The category that wins when all votes but those for "fine" are enough; below `risk` it is advice."""
    said, total = judged.meant.said, sum(case.votes)
    if total < said.advice + more:
        return None, None
    winner = max(zip(case.votes, judged.categories, strict=True))[1]
    return winner, None if total >= said.risk + more else "advice"
