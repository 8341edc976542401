"""A model's citations are those that bear out something of its line."""

import pytest

from assistant.brief import Brief
from assistant.draft import Line
from assistant.kinds import Kind
from assistant.writing.judging import Judge
from assistant.writing.wording import left_out

PASSAGES = {
    "network": "An engineer keeps the network running.",
    "routing": "Routes are announced by OSPF.",
    "degrees": "Require a diploma where the law does.",
}


@pytest.fixture(scope="module")
def judge(kinds: dict[str, Kind]) -> Judge:
    """A judge over three passages."""
    return Judge(kinds["job_definition"], Brief(), PASSAGES, frozenset())


@pytest.mark.parametrize(
    ("cited", "stands"),
    [
        (("network", "degrees"), ("network",)),
        (("degrees", "network", "routing"), ("network",)),
        (("network",), ("network",)),
        (("degrees",), ("degrees",)),
        (("network", "made-up"), ("network", "made-up")),
        (("degrees", "made-up"), ("degrees", "made-up")),
    ],
)
def test_an_idle_citation_goes_when_another_holds(
    cited: tuple[str, ...], stands: tuple[str, ...], judge: Judge
) -> None:
    """Only what bears something out is cited; a line keeps its last citation, and one to be refused stays."""
    line = Line(id="x", text="The network keeps running.", basis="guidance", facts=(), citations=cited)
    assert judge.rightly(line, None).citations == stands


def test_one_line_was_left_out() -> None:
    """One line 'was' left out, two 'were'."""
    assert left_out(1) == "1 line of the model's could not stand and was left out."
    assert left_out(2) == "2 lines of the model's could not stand and were left out."
