"""Follow changes in a thread, so that whoever asks for it waits no longer than they like."""

import threading
from collections.abc import Callable, Iterator

# Takes away what is gone and then adds what is missing, step by step; yields how much is left to add, first
# when everything is gone that should be.
Work = Callable[[], Iterator[int]]


class Following:
    """One index that follows its source: one thread at a time, and only while there is work."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._stopped = False
        # Changes are numbered: those told, those whose removals are done, those followed to the end, or not.
        self._told = self._removed = self._done = self._failed = 0
        self._left = 0
        self._error: BaseException | None = None

    def follow(self, patience: float | None = None) -> int:
        """Follow all changes until now; how much is left to add when so many seconds have passed.

        What is gone is gone when it returns. Raises what the work raises.
        """
        with self._changed:
            self._told += 1
            number = self._told
            if self._thread is None and not self._stopped:
                self._thread = threading.Thread(target=self._run, name="following", daemon=True)
                self._thread.start()
            self._changed.wait_for(lambda: self._over(number) or self._removed >= number)
            self._changed.wait_for(lambda: self._over(number), patience)
            if self._error is not None and self._failed >= number > self._done:
                raise self._error
            return 0 if self._done >= number else self._left

    def stop(self) -> None:
        """End after the step under way; what is left is added at another start."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _over(self, number: int) -> bool:
        return self._done >= number or self._failed >= number or self._stopped

    def _run(self) -> None:
        going = True
        while going:
            with self._changed:
                number = self._told
            try:
                done = all(self._goes_on(number, left) for left in self._work())
            except BaseException as error:  # told to those who wait, in their own threads
                self._fail(number, error)
                done = False
            with self._changed:
                if done:
                    self._done = number
                going = self._told > number and not self._stopped
                if not going:
                    self._thread = None
                self._changed.notify_all()

    def _goes_on(self, number: int, left: int) -> bool:
        """Tell how far it is; no further when there is a newer change or an end."""
        with self._changed:
            self._removed, self._left = number, left
            self._changed.notify_all()
            return not self._stopped and self._told == number

    def _fail(self, number: int, error: BaseException) -> None:
        with self._changed:
            self._failed, self._error = number, error
