"""Load ahead what the first requests would wait for, while others are answered already."""

import ctypes
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from types import TracebackType

from assistant.checks.text.ready import prepare_families
from assistant.errors import HiringError
from knowledge.search import Search

QUESTION = "Who decides?"
# Whoever waits for the server to be ready is answered first.
PAUSE = 0.5  # seconds
LONGEST = 3.0  # seconds that a stop waits


Step = Callable[[], object]


def steps_of(search: Search, owner: str) -> tuple[Step, ...]:
    """The model; the dictionary and the sentences that vote; an owner's index; what all that leaves over."""
    return (
        partial(search.search, QUESTION),
        partial(prepare_families, lambda line: None),
        partial(search.missing, owner),
        _give_back,
    )


class Warming:
    """A thread that takes one step after the other, until all are done or the server stops.

    What fails here fails again, in words, in the request that needs it.
    """

    def __init__(self, steps: Sequence[Step], pause: float = PAUSE) -> None:
        self._steps = steps
        self._pause = pause
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="warming", daemon=True)

    def __enter__(self) -> "Warming":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop after the step under way, or leave it: without `make setup` one can take many seconds."""
        self._stopped.set()
        self._thread.join(LONGEST)

    def _run(self) -> None:
        self._stopped.wait(self._pause)
        for step in self._steps:
            if self._stopped.is_set():
                return
            with suppress(HiringError):
                step()


def _give_back() -> None:
    """Return freed memory to the system, where the C library can: loading the model leaves 36 MB."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
