"""The brief keeps what was given with its evidence, and never picks between two statements."""

import pytest

from assistant.brief import MAX_ITEMS, Brief, Change, typed_changes
from assistant.errors import InvalidError


def brief_of(*changes: Change, message_id: str | None = "m1") -> Brief:
    """A brief after some changes."""
    return Brief().merge(changes, message_id).brief


def test_a_fact_keeps_its_quote_and_message() -> None:
    """A stated fact carries the words it was read from and the message that held them."""
    fact = brief_of(Change("duration", "set", "three months", "three months")).facts["duration"]
    assert (fact.value, fact.basis, fact.quote, fact.message_id) == (
        "three months",
        "given",
        "three months",
        "m1",
    )


def test_two_statements_become_a_conflict() -> None:
    """Two budgets are both kept as a conflict, and the fact itself is open again."""
    brief = brief_of(
        Change("rate_or_budget", "set", "500", "500"), Change("rate_or_budget", "set", "600", "600")
    )
    assert [claim.value for claim in brief.conflicts[0].values] == ["500", "600"]
    assert "rate_or_budget" in brief.open


def test_the_same_statement_twice_is_no_conflict() -> None:
    """Saying a thing again, in other letters, contradicts nothing."""
    brief = brief_of(
        Change("reports_to", "set", "Anna", "Anna"), Change("reports_to", "set", "anna.", "anna.")
    )
    assert not brief.conflicts
    assert brief.text("reports_to") == "Anna"


def test_a_correction_overrules_and_settles_a_conflict() -> None:
    """A correction replaces what stood, also where two statements stood."""
    both = brief_of(
        Change("duration", "set", "3 months", "3 months"), Change("duration", "set", "1 year", "1 year")
    )
    settled = both.merge([Change("duration", "correct", "6 months", "6 months")], "m2").brief
    assert settled.text("duration") == "6 months"
    assert not settled.conflicts


def test_list_facts_grow_once_and_keep_quotes_parallel() -> None:
    """Items add up in order without repeats, each with its own quote and message."""
    first = brief_of(
        Change("must_haves", "set", "Python", "Python"), Change("must_haves", "add", "python", "python")
    )
    both = first.merge([Change("must_haves", "set", "SQL", "some SQL")], "m2").brief.facts["must_haves"]
    assert both.value == ("Python", "SQL")
    assert both.quote == ("Python", "some SQL")
    assert both.message_ids == ("m1", "m2")


def test_removing_acts_on_the_item_meant() -> None:
    """Dropping Terraform drops 'Terraform in production', and reports an item that is not there."""
    brief = brief_of(
        Change("must_haves", "set", "Terraform in production", "x"), Change("must_haves", "set", "Go", "y")
    )
    merge = brief.merge([Change("must_haves", "remove", "terraform"), Change("must_haves", "remove", "Rust")])
    assert merge.brief.items("must_haves") == ("Go",)
    assert [change.value for change in merge.missed] == ["Rust"]


def test_a_note_fact_is_replaced_without_conflict() -> None:
    """A feedback note's situation belongs to one note, so a new one replaces it."""
    brief = brief_of(
        Change("situation", "set", "Monday", "Monday"), Change("situation", "set", "Friday", "Friday")
    )
    assert brief.text("situation") == "Friday"
    assert not brief.conflicts


def test_merge_says_what_changed() -> None:
    """Only facts whose value or conflict changed are named."""
    brief = brief_of(Change("duration", "set", "3 months", "3 months"))
    merge = brief.merge(
        [Change("duration", "set", "3 months", "3 months"), Change("start", "set", "May", "May")]
    )
    assert merge.changed == ("start",)


def test_typed_values_are_their_own_quote() -> None:
    """A form's value needs no message: it quotes itself."""
    brief = Brief().merge(typed_changes({"must_haves": ["SQL", "dbt"], "jurisdiction": "uk"})).brief
    assert brief.facts["must_haves"].quote == ("SQL", "dbt")
    assert brief.text("jurisdiction") == "GB"


def test_null_forgets_a_fact() -> None:
    """Null takes a fact out."""
    brief = Brief().merge(typed_changes({"start": "May"})).brief
    assert "start" not in brief.merge(typed_changes({"start": None})).brief.facts


@pytest.mark.parametrize(
    "values",
    [
        {"no_such_fact": "x"},
        {"engagement": "volunteer"},
        {"jurisdiction": "Atlantis"},
        {"must_haves": [1]},
        {"must_haves": ["ok", " "]},
        {"reports_to": ["a", "b"]},
        {"reports_to": "a\x00b"},
        {"reports_to": "x" * 4_001},
        {"must_haves": ["x"] * 41},
    ],
)
def test_wrong_values_are_refused_without_echo(values: dict[str, object]) -> None:
    """A wrong name or value is refused, and the message does not repeat the value."""
    with pytest.raises(InvalidError) as caught:
        typed_changes(values)
    assert "Atlantis" not in str(caught.value)
    assert "volunteer" not in str(caught.value)


def test_an_empty_list_forgets_a_fact() -> None:
    """A list without items empties the fact, whether it was known or not."""
    known = Brief().merge(typed_changes({"tools": ["git", "make"]})).brief
    assert known.merge(typed_changes({"tools": []})).brief.facts == {}
    assert Brief().merge(typed_changes({"tools": []})).brief.facts == {}


def test_what_a_list_has_no_room_for_is_told() -> None:
    """A list keeps its first forty items; the changes beyond them are handed back, and repeats are none."""
    said = [Change("must_haves", "add", f"skill {at % 60}", "x") for at in range(70)]
    merge = Brief().merge(said)
    assert len(merge.brief.items("must_haves")) == MAX_ITEMS
    assert [change.value for change in merge.cut] == [f"skill {at}" for at in range(MAX_ITEMS, 60)]
