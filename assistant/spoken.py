"""Codes and values of closed sets as a document or a reply says them."""

from assistant.places import name_of

SPOKEN = {"standalone": "stand-alone", "joins_team": "part of a team"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def spoken(fact: str, value: str) -> str:
    """The value of a fact in words: `GB` as United Kingdom, `joins_team` as part of a team."""
    if fact == "jurisdiction":
        return name_of(value)
    return SPOKEN.get(value, value)


def in_ways(count: int) -> str:
    """In how many ways something was said, in words."""
    return f"in {NUMBERS[count] if count < len(NUMBERS) else count} ways"
