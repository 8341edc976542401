"""The cases cover what the product does: every kind, every flow, every sort of trouble."""

import pytest

from assistant.kinds import PROMPTS
from evals.gate.cases import load_cases
from evals.gate.faults import wants_recording

CASES = load_cases()
KINDS = sorted(path.parent.name for path in PROMPTS.glob("*/kind.yaml"))
FLOWS = ("reading", "answering", "declining", "revising", "whole")
NAMED = ("job_definition", "feedback_note", "feedback_template")


def names(flow: str) -> list[str]:
    """The names of a flow's cases that a model answers."""
    return [case.case.name or "" for case in CASES if case.flow == flow and wants_recording(case)]


def test_there_are_enough() -> None:
    """A model's behaviour is held by at least eighty recorded cases."""
    assert sum(map(wants_recording, CASES)) >= 80


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_tried_with_much_with_little_and_with_trouble(kind: str) -> None:
    """Each kind has a rich brief, a thin one, traps, and an instruction among its facts."""
    for sort in ("rich-", "thin-", "trap-", "injected-"):
        assert [name for name in names(kind) if name.startswith(sort)], f"{kind} has no case '{sort}...'"


@pytest.mark.parametrize("kind", NAMED)
def test_where_a_person_is_named_the_name_is_swapped(kind: str) -> None:
    """A document that names a person is drafted twice, with another name."""
    assert [case for case in CASES if case.flow == kind and case.case.inputs.swap]


@pytest.mark.parametrize("flow", FLOWS)
def test_every_flow_has_cases(flow: str) -> None:
    """Reading, answering, declining, revising and whole turns are all held."""
    assert len(names(flow)) >= (20 if flow == "reading" else 3)


def test_refusing_too_much_is_looked_for() -> None:
    """Among the requests to decline stand requests that must be met."""
    assert len([name for name in names("declining") if name.startswith("control-")]) >= 4


def test_a_file_is_called_after_its_flow() -> None:
    """No case hides in a folder that is neither a kind nor a flow."""
    assert {case.flow for case in CASES} <= {*KINDS, *FLOWS}
