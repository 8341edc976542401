"""Places become the codes of the outside contract."""

import pytest

from assistant.places import jurisdiction


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("UK", "GB"),
        ("gb", "GB"),
        ("England", "GB"),
        ("us-ca", "US-CA"),
        ("California", "US-CA"),
        ("New York", "US-NY"),
        ("NYC", "US-NY-NYC"),
        ("the Netherlands", "NL"),
        ("European Union", "EU"),
        ("Singapore", "SG"),
    ],
)
def test_names_and_codes_are_known(name: str, code: str) -> None:
    """A country, state or city is found by name, code or nickname."""
    assert jurisdiction(name) == code


@pytest.mark.parametrize("name", ["", "Atlantis", "remote", "London hours", "ZZ"])
def test_what_is_no_place_has_no_code(name: str) -> None:
    """Anything else is not guessed."""
    assert jurisdiction(name) is None
