"""Every entry of every word table, held by its own examples."""

import pytest

from assistant.checks.text.family import FAMILIES
from assistant.checks.text.hits import Asked, entry_stands
from assistant.checks.text.lexicon import LEXICON, Rule, load_lexicon
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import read

PRESENT = [family for family in FAMILIES if (LEXICON / family).is_dir()]
RULES = [
    pytest.param(family, rule, id=f"{family}:{rule.entry.id}")
    for family in PRESENT
    for rule in load_lexicon(family).rules
]


def found(family: str, rule: Rule, text: str) -> bool:
    """Say whether the entry finds anything in a text, where and for whom it applies."""
    lexicon = load_lexicon(family)
    place = next(iter(rule.entry.jurisdictions), None)
    scan = Scan(read(text), lexicon.vocabulary)
    return entry_stands(scan, lexicon, rule, Asked(place, rule.entry.audience))


@pytest.mark.parametrize(("family", "rule"), RULES)
def test_entry_finds_its_examples_and_leaves_its_counter_examples_alone(family: str, rule: Rule) -> None:
    """Each entry finds every sentence that it says it finds, and none of those that it says are fine."""
    examples = rule.entry.examples
    assert [text for text in examples.hit if not found(family, rule, text)] == []
    assert [text for text in examples.miss if found(family, rule, text)] == []


@pytest.mark.parametrize("family", PRESENT)
def test_no_message_or_rewording_is_flagged_by_its_own_family(family: str) -> None:
    """What we advise to write instead passes the check that advised it."""
    lexicon = load_lexicon(family)
    flagged = []
    for rule in lexicon.rules:
        scan = Scan(read(rule.entry.suggestion), lexicon.vocabulary)
        flagged += [rule.entry.id] if entry_stands(scan, lexicon, rule, Asked()) else []
    assert flagged == []
