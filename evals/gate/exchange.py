"""Exchange words for one another, such as two names."""

import re
from collections.abc import Mapping


def exchange(text: str, pairs: Mapping[str, str]) -> str:
    """A text with each word of the pairs replaced by its counterpart, all in one pass, whole words alone."""
    both = {**pairs, **{new: old for old, new in pairs.items()}}
    longest_first = sorted(both, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest_first))
    return pattern.sub(lambda match: both[match[0]], text)
