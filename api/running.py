"""A turn that runs in a thread of its own, at its own pace, whoever listens."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator

from assistant.model.caller import CallerGoneError, caller, calling
from assistant.turns import Event


class Running:
    """The events of a turn as they come.

    A turn holds its conversation until it is over. So it waits neither for a listener that stalls nor for a
    worker thread that another message to the same conversation keeps waiting.
    """

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._loop = asyncio.get_running_loop()
        self._come: asyncio.Queue[Event | Exception | None] = asyncio.Queue()
        self._stopped = threading.Event()
        self._first: Event | None = None
        self._caller = caller()

    async def begin(self) -> None:
        """Start, and wait for the first event; raises what fails before it."""
        threading.Thread(target=self._run, name="turn", daemon=True).start()
        self._first = await self._next()

    def stop(self) -> None:
        """End the turn before its next event, and a model call at once; one that is over stays as it is."""
        self._stopped.set()
        self._caller.leave()

    async def __aiter__(self) -> AsyncIterator[Event]:
        """The events, the first again; raises what fails among them."""
        event = self._first
        while event is not None:
            yield event
            event = await self._next()

    async def _next(self) -> Event | None:
        come = await self._come.get()
        if isinstance(come, Exception):
            raise come
        return come

    def _run(self) -> None:
        try:
            with calling(self._caller):
                for event in self._events:
                    self._put(event)
                    if self._stopped.is_set():
                        break
            self._put(None)
        except CallerGoneError:
            self._put(None)
        except Exception as error:
            self._put(error)
        finally:
            close = getattr(self._events, "close", None)
            if close:  # lets its conversation go
                close()

    def _put(self, come: Event | Exception | None) -> None:
        try:
            self._loop.call_soon_threadsafe(self._come.put_nowait, come)
        except RuntimeError:  # the server has stopped meanwhile
            self._stopped.set()
