"""Changes are followed in a thread, and nobody waits longer than they like."""

import threading
from collections.abc import Iterator

import pytest

from knowledge.following import Following

LONG = 10  # seconds that no test takes unless it fails


def test_who_has_no_patience_is_told_what_is_left() -> None:
    """The work goes on behind the answer, and a later caller sees it done."""
    free = threading.Event()

    def work() -> Iterator[int]:
        yield 2
        free.wait(LONG)
        yield 0

    following = Following(work)
    assert following.follow(patience=0) == 2
    free.set()
    assert following.follow() == 0


def test_a_newer_change_is_not_kept_waiting() -> None:
    """When something changes, the work begins anew after the step under way; all who wait are answered."""
    begun, free = threading.Event(), threading.Event()
    rounds: list[int] = []

    def work() -> Iterator[int]:
        rounds.append(0)
        yield 9
        if len(rounds) == 1:
            begun.set()
            free.wait(LONG)
        for left in range(8, -1, -1):
            rounds[-1] += 1
            yield left

    following = Following(work)
    first = threading.Thread(target=following.follow)
    first.start()
    assert begun.wait(LONG)
    second = threading.Thread(target=following.follow)
    second.start()
    while following._told < 2:
        threading.Event().wait(0.001)
    free.set()
    for caller in (first, second):
        caller.join(LONG)
    assert rounds == [1, 9]


def test_what_fails_is_raised_to_who_waits_and_tried_again() -> None:
    """A failure reaches the caller, and the next change is followed as if there had been none."""
    fails = iter((True, False))

    def work() -> Iterator[int]:
        if next(fails):
            raise OSError("full")
        yield 0

    following = Following(work)
    with pytest.raises(OSError, match="full"):
        following.follow()
    assert following.follow() == 0


def test_an_end_waits_for_the_step_under_way_alone() -> None:
    """Whoever waits is answered with what is left, and no thread stays behind."""
    begun, free = threading.Event(), threading.Event()

    def work() -> Iterator[int]:
        yield 2
        begun.set()
        free.wait(LONG)
        yield 1
        raise AssertionError("went on after the end")

    following = Following(work)
    left: list[int] = []
    caller = threading.Thread(target=lambda: left.append(following.follow()))
    caller.start()
    assert begun.wait(LONG)
    ending = threading.Thread(target=following.stop)
    ending.start()
    caller.join(LONG)
    assert left == [2]
    free.set()
    ending.join(LONG)
    assert following._thread is None
