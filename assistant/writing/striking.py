"""What a wish lets a model take out of a draft, and what stays out of it later."""

import re
from collections.abc import Sequence

from assistant.checks.bearing import borne
from assistant.draft import Line, Section
from assistant.reading.evidence import DROPS
from assistant.reading.language import language
from assistant.writing.sheet import LOST

# Beside the words that drop a thing, those that leave less of it.
FEWER = re.compile(
    r"\b(?:fewer|merg\w+|combin\w+|(?:only|just) keep|keep (?:only|just)|at most|down to|no more than"
    r"|duplicat\w+|repetiti\w+|repeat\w*|redundan\w+)\b",
    re.IGNORECASE,
)
ALL = re.compile(r"\b(?:all|every\w*|whole|entire|rest|sections?|only|just)\b", re.IGNORECASE)
MOST = 0.5
# A struck line is known again in its composed line by this share of the composed line's words.
SAME = 0.5


def may_strike(wish: str, struck: int, lines: int) -> bool:
    """Say whether a wish asks to take out so many of so many lines; "warmer" asks to take out none.

    In other languages the words cannot be looked at, so only the number is.
    """
    asks = language(wish) != "en" or DROPS.search(wish) or FEWER.search(wish)
    return bool(asks) and (struck <= max(1, MOST * lines) or bool(ALL.search(wish)))


def without_struck(composed: Section, then: Section, last: Section, struck: Sequence[str]) -> Section:
    """What is composed, without the lines whose words the manager took out of the last version.

    Such a line was composed `then` too, stands in the last version no more, and what was taken out said it.
    """
    text, old = "\n".join(line.text for line in last.lines), {line.text for line in then.lines}
    lines = tuple(
        line for line in composed.lines if line.text not in old or not _was_struck(line, text, struck)
    )
    return composed if len(lines) == len(composed.lines) else composed.model_copy(update={"lines": lines})


def _was_struck(line: Line, text: str, struck: Sequence[str]) -> bool:
    if line.unknown or borne(line.text, text) >= LOST:
        return False
    return any(borne(line.text, words) >= SAME for words in struck)
