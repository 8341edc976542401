"""One event loop in a thread of its own, where model calls run and can be cancelled at once."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from queue import SimpleQueue
from typing import TypeVar

Item = TypeVar("Item")


class Loop:
    """Runs asynchronous streams for synchronous readers."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="model-calls", daemon=True)
        self._thread.start()

    def iterate(self, source: AsyncIterator[Item]) -> Iterator[Item]:
        """Yield what a stream yields, raise what it raises; a reader that leaves cancels it."""
        queue: SimpleQueue[tuple[str, Item | BaseException | None]] = SimpleQueue()

        async def pump() -> None:
            try:
                async for item in source:
                    queue.put(("item", item))
                queue.put(("end", None))
            except asyncio.CancelledError:
                queue.put(("end", None))
                raise
            except BaseException as error:
                queue.put(("error", error))

        future = asyncio.run_coroutine_threadsafe(pump(), self._loop)
        try:
            while True:
                what, value = queue.get()
                if what == "end":
                    return
                if what == "error":
                    assert isinstance(value, BaseException)
                    raise value
                yield value  # type: ignore[misc]
        finally:
            future.cancel()

    def close(self) -> None:
        """Stop the loop; calls under way end."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=2)
