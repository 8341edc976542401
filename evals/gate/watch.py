"""A gateway that takes down what passes through it, and can play a script in the model's place."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.model.gateway import Gateway, Piece
from assistant.model.prompt import NOTHING, Prompt, Usage
from assistant.settings import Settings


@dataclass(frozen=True)
class Sent:
    """A prompt that went out, what it cost, and what went wrong with it."""

    prompt: Prompt
    usage: Usage = NOTHING
    error: Exception | None = None

    @property
    def text(self) -> str:
        """Both messages and the schema, as one text."""
        return f"{self.prompt.system}\n{self.prompt.user}\n{json.dumps(self.prompt.schema)}"

    def cause(self, name: str) -> BaseException | None:
        """The error of this class name that lies behind what went wrong."""
        error: BaseException | None = self.error
        while error is not None and type(error).__name__ != name:
            error = error.__cause__
        return error


class Watch(Gateway):
    """The gateway of the cases: one case at a time."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.sent: list[Sent] = []
        self._first: list[str] = []
        self._script: list[str] = []

    def begin(self, script: Sequence[Any] = (), first: Sequence[Any] = ()) -> None:
        """Start a case: the answers of `first` are played once, those of a script to the end of the case."""
        self.sent = []
        self._first = [_text(answer) for answer in first]
        self._script = [_text(answer) for answer in script]

    async def _attempt(self, prompt: Prompt, schema: bool) -> AsyncIterator[Piece]:
        """Pass the answer on, and take down what was asked and what went wrong."""
        usage, error = NOTHING, None
        played = self._first or self._script
        pieces = self._played(played) if played else super()._attempt(prompt, schema)
        try:
            async for piece in pieces:
                usage += piece.usage
                yield piece
        except Exception as raised:
            error = raised
            raise
        finally:
            self.sent.append(Sent(prompt, usage, error))

    async def _played(self, answers: list[str]) -> AsyncIterator[Piece]:
        """The next answer; the last one of a script again and again."""
        last = answers is self._script and len(answers) == 1
        yield Piece(answers[0] if last else answers.pop(0), Usage(1, 1))


def _text(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False)
