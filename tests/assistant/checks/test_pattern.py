"""The pattern language: what each sign matches, and what is refused."""

import pytest

from assistant.checks.text.pattern import PatternError, parse
from assistant.checks.text.scan import Pattern, Scan
from assistant.checks.text.tokens import read
from assistant.checks.text.vocabulary import Vocabulary


def found(source: str, text: str) -> list[str]:
    """What a pattern matches in a text."""
    pattern = Pattern.of(parse(source, {"colour": parse("red|dark blue")}))
    scan = Scan(read(text), Vocabulary([pattern.node]))
    return [text[slice(*scan.reading.span(*span))] for span in scan.spans(pattern)]


@pytest.mark.parametrize(
    ("source", "text", "matches"),
    [
        ("drive", "She drove; he drives a driver.", ["drove", "drives"]),
        ("driving", "Driving home, he drove.", ["Driving"]),
        ("=US", "us, US and Us", ["US"]),
        ("analy*", "Analysts analyse an anagram.", ["Analysts", "analyse"]),
        ("too hard", "too-hard, too\u00a0hard, too.\nHard", ["too-hard", "too\u00a0hard"]),
        ("(big|very large) room", "A very large room and a big room.", ["very large room", "big room"]),
        ("a (very)? big office", "a big office, a very big office", ["a big office", "a very big office"]),
        ("old ~2 hat", "old hat. Old, red hat. Old, red, big, flat hat.", ["old hat", "Old, red hat"]),
        ("$colour car", "a dark blue car, a blue car", ["dark blue car"]),
        ("$number year", "five years, 5 years, many years", ["five years", "5 years"]),
        ("report to $capital", "Report to Jim, report to nobody", ["Report to Jim"]),
        ("< do you", "Do you know? Where do you live?", ["Do you"]),
        ("team >", "A team. The team wins.", ["team"]),
        ("not", "don't, cannot, not, note", ["don't", "cannot", "not"]),
        ("kill", "skills, overkill, kill", ["kill"]),
    ],
)  # fmt: skip
def test_each_sign_means_what_the_page_says(source: str, text: str, matches: list[str]) -> None:
    """Matches are of whole words, inside one sentence, the longest from each start."""
    assert found(source, text) == matches


@pytest.mark.parametrize(
    "source",
    ["~2 team", "team ~2", "(a|", "a)", "", "$nothing", "an*", "=Ab*", "?", "x ()", "a, b", "(a)? (b)?"],
)
def test_what_cannot_be_read_is_refused(source: str) -> None:
    """A slip in a word table is found when it is read, not when a text slips through."""
    with pytest.raises(PatternError):
        parse(source)


def test_no_match_crosses_a_sentence() -> None:
    """Words on both sides of a full stop are not one phrase."""
    assert found("young team", "You are young. Team up.") == []
