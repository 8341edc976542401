"""Write a long pattern over several lines."""

import re


def joined(source: str) -> str:
    """The lines of a pattern as one: space at a line's ends is layout, space within it is meant."""
    return "".join(line.strip() for line in source.splitlines())


def pattern(source: str) -> re.Pattern[str]:
    """A compiled pattern from lines; `^` is the start of a sentence, which the flat text marks by a line end."""
    return re.compile(joined(source), re.MULTILINE)
