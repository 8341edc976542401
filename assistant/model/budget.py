"""How many tokens a day a model may use; counted in a file, so that a restart forgets nothing."""

import datetime as dt
import json
import threading
from collections.abc import Callable
from pathlib import Path

from assistant.errors import UpstreamError
from assistant.model.prompt import Usage


class BudgetError(UpstreamError):
    """Today's tokens are used up."""


class Budget:
    """A daily limit in tokens, in and out together; zero is no limit. Thread-safe."""

    def __init__(self, limit: int, file: Path, clock: Callable[[], dt.datetime]) -> None:
        self._limit = limit
        self._file = file
        self._clock = clock
        self._lock = threading.Lock()

    def ask(self) -> None:
        """Raise `BudgetError` when nothing is left for today."""
        if self._limit and self._used() >= self._limit:
            raise BudgetError(
                "Today's budget of tokens is used up.",
                advice="The model rests until midnight UTC; HIRING_MODEL_DAILY_TOKENS sets the budget.",
            )

    def spend(self, usage: Usage) -> None:
        """Count what a call cost; a file that cannot be written stops no answer."""
        with self._lock:
            used = self._used() + usage.tokens_in + usage.tokens_out
            part = self._file.with_suffix(".part")
            try:
                part.write_text(json.dumps({"day": self._today(), "tokens": used}), encoding="utf-8")
                part.replace(self._file)
            except OSError:
                return

    def _used(self) -> int:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return int(kept["tokens"]) if kept["day"] == self._today() else 0
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    def _today(self) -> str:
        return self._clock().date().isoformat()
