"""Refuse text that no document, database or page can hold."""

import re

from assistant.errors import InvalidError

# Control characters but for tab, line feed, vertical tab, form feed and carriage return, which editors paste;
# and halves of surrogate pairs, which no encoding can write.
UNFIT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def is_fit(text: str) -> bool:
    """Say whether the text can be kept and shown."""
    return UNFIT.search(text) is None


def refuse_unfit(text: str, name: str) -> None:
    """Raise `InvalidError` when the text of the field `name` is not fit."""
    if not is_fit(text):
        raise InvalidError(
            f"The field {name!r} holds a control character or half a character pair.",
            advice="Paste it as plain text.",
        )
