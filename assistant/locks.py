"""Let one writer at a time work on a conversation or a lone draft."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Locks:
    """A lock for each owner and id; it exists while somebody holds it or waits for it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._held: dict[tuple[str, str], tuple[threading.Lock, int]] = {}

    @contextmanager
    def hold(self, owner: str, id: str) -> Iterator[None]:
        """Wait for the lock, and hold it; it may be let go on another thread."""
        key = (owner, id)
        with self._guard:
            lock, users = self._held.get(key, (threading.Lock(), 0))
            self._held[key] = (lock, users + 1)
        try:
            with lock:
                yield
        finally:
            with self._guard:
                users = self._held[key][1] - 1
                if users:
                    self._held[key] = (lock, users)
                else:
                    del self._held[key]
