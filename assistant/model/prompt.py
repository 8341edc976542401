"""A prompt, ready to send, and what a call of it cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Prompt:
    """Two messages and the JSON schema of the answer; `digest` names the templates that made them."""

    system: str
    user: str
    name: str
    schema: Mapping[str, Any]
    digest: str


@dataclass(frozen=True)
class Usage:
    """Tokens in and out, as the endpoint counts them; zero where it does not say."""

    tokens_in: int = 0
    tokens_out: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.tokens_in + other.tokens_in, self.tokens_out + other.tokens_out)


NOTHING = Usage()
