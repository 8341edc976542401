"""Write a long pattern over several lines."""

import re


def joined(source: str) -> str:
    """The lines of a pattern as one: space at a line's ends is layout, space within it is meant."""
    return "".join(line.strip() for line in source.splitlines())


def pattern(source: str) -> re.Pattern[str]:
    """A compiled pattern from lines; `^` is the start of a sentence, which a `Text` with starts marks."""
    return re.compile(joined(source), re.MULTILINE)


def words(*lines: str, between: str = "|") -> frozenset[str]:
    """A set of words or phrases, written in lines with a mark between them."""
    return frozenset(word for line in lines for word in line.split(between))
