"""One event loop in a thread of its own, where model calls run and can be cancelled at once."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Iterator
from queue import SimpleQueue
from typing import TypeVar

from assistant.model.caller import CallerGoneError, caller

Item = TypeVar("Item")
END = object()
SECONDS_TO_END = 5


class Loop:
    """Runs asynchronous streams for synchronous readers."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="model-calls", daemon=True)
        self._thread.start()

    def iterate(self, source: AsyncIterator[Item]) -> Iterator[Item]:
        """Yield what a stream yields, raise what it raises; it is cancelled when its reader or caller leaves.

        Raises `CallerGoneError` when the caller leaves.
        """
        queue: SimpleQueue[object] = SimpleQueue()
        with caller().ending(lambda: queue.put(CallerGoneError())):
            future = asyncio.run_coroutine_threadsafe(_pump(source, queue), self._loop)
            try:
                while (item := queue.get()) is not END:
                    if isinstance(item, BaseException):
                        raise item
                    yield item  # type: ignore[misc]
            finally:
                future.cancel()

    def close(self, last: Awaitable[object] | None = None) -> None:
        """Cancel the calls under way, await what is to be done last, and end the thread; once is enough."""
        if self._loop.is_closed():
            return
        ended = asyncio.run_coroutine_threadsafe(_end(last), self._loop)
        ended.result(SECONDS_TO_END)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(SECONDS_TO_END)
        self._loop.close()


async def _pump(source: AsyncIterator[Item], queue: "SimpleQueue[object]") -> None:
    try:
        async for item in source:
            queue.put(item)
        queue.put(END)
    except asyncio.CancelledError:
        queue.put(CallerGoneError())
        raise
    except BaseException as error:
        queue.put(error)


async def _end(last: Awaitable[object] | None) -> None:
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    if last is not None:
        await last
    await asyncio.get_running_loop().shutdown_asyncgens()
