"""A prompt, ready to send, and what a call of it cost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Prompt:
    """Two messages and the JSON schema of the answer; `digest` names the templates that made them.

    The messages hold a manager's words, so they stay out of its `repr`.
    """

    system: str = field(repr=False)
    user: str = field(repr=False)
    name: str
    schema: Mapping[str, Any] = field(repr=False)
    digest: str


@dataclass(frozen=True)
class Usage:
    """Tokens in and out, as the endpoint counts them; where it does not say, about so many."""

    tokens_in: int = 0
    tokens_out: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.tokens_in + other.tokens_in, self.tokens_out + other.tokens_out)


NOTHING = Usage()
LETTERS = 4


def about(prompt: Prompt, letters: int) -> Usage:
    """What an answer of so many letters costs, when nobody says: a token is about four letters."""
    return Usage((len(prompt.system) + len(prompt.user)) // LETTERS, letters // LETTERS)
