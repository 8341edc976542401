"""What the first requests would wait for is loaded ahead, and nobody waits for that."""

import threading

from assistant.checks.text.jury import jury
from assistant.errors import StorageError
from assistant.warming import Warming, steps_of
from knowledge.search import Search


def test_the_model_and_the_juries_are_loaded(search: Search) -> None:
    """After the steps a turn finds the embedding model and the sentences that vote in memory."""
    jury.cache_clear()
    for step in steps_of(search, "ann"):
        step()
    assert jury.cache_info().currsize > 0
    assert search.embeddings._loaded is not None  # type: ignore[attr-defined]


def test_what_fails_does_not_keep_the_rest() -> None:
    """A step that cannot be taken is left to the request that needs it; the next one is taken."""
    done = threading.Event()

    def fails() -> None:
        raise StorageError("no", advice="none")

    with Warming((fails, done.set), pause=0):
        assert done.wait(10)


def test_a_server_that_stops_waits_for_one_step_alone() -> None:
    """No further step is begun once the server stops, and none goes on behind its back."""
    begun, free, further = threading.Event(), threading.Event(), threading.Event()

    def long() -> None:
        begun.set()
        free.wait(10)

    warming = Warming((long, further.set), pause=0)
    with warming:
        assert begun.wait(10)
        warming._stopped.set()
        free.set()
    assert not further.is_set()
    assert not warming._thread.is_alive()
