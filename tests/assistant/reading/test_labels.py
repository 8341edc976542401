"""Labels are data: every one means a fact, and every fact has one."""

import pytest
import yaml

from assistant.facts import FACTS
from assistant.reading.labels import FILE, NOTHING, fact_of, fits_only

DATA = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def test_every_label_means_one_fact() -> None:
    """No label stands under two facts, and the file names facts alone."""
    labels = [label for several in DATA["labels"].values() for label in set(several)]
    assert set(DATA["labels"]) <= set(FACTS)
    assert len(labels) == len(set(labels))
    assert set(DATA["unsure"]) <= set(labels)


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_is_found_by_its_own_title(name: str) -> None:
    """What the assistant offers to click, 'Length: 3 months', is understood for every fact."""
    assert fact_of(FACTS[name].title.casefold()) == name
    assert fact_of(name) == name


@pytest.mark.parametrize("label", ["the role", "Must haves", "must_haves", "nice-to-have", "KPIs (draft)"])
def test_spelling_of_a_label_does_not_matter(label: str) -> None:
    """Hyphens, underscores, case, an article and a remark in brackets change nothing."""
    assert fact_of(label) is not None


def test_unsure_labels_and_empty_values() -> None:
    """'Type:' is believed only when its value fits; 'TBD' and '?' are no value."""
    assert fits_only("type")
    assert not fits_only("duration")
    assert all(NOTHING.fullmatch(word) for word in ("tbd", "?", "n/a", "not decided yet"))
