"""The reader as a whole: labelled messages, and promises that hold for any text."""

import pytest

from assistant.reading.reader import RuleReader
from tests.reading.cases import Case, cases, faults

CASES = dict(cases())


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_labelled_message(reader: RuleReader, case: Case) -> None:
    """A message is read exactly as its label says: nothing less, and above all nothing more."""
    reading = reader.read(case.say, case.context)
    assert all(change.quote in case.say for change in reading.changes)
    assert faults(case, reading) == []
