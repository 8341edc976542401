"""One writer at a time for each conversation, and nothing left behind."""

import threading

from assistant.locks import Locks


def test_one_at_a_time() -> None:
    """Many threads adding to one number lose nothing; each reads it and writes it under the lock."""
    locks, total = Locks(), [0]

    def add() -> None:
        for _ in range(20):
            with locks.hold("anna", "c"):
                seen = total[0]
                threading.Event().wait(0.001)  # lets another thread in, if the lock does
                total[0] = seen + 1

    threads = [threading.Thread(target=add) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert total == [160]
    assert locks._held == {}


def test_others_do_not_wait() -> None:
    """Another conversation, or the same id of another owner, is not kept waiting."""
    locks = Locks()
    with locks.hold("anna", "c"), locks.hold("anna", "d"), locks.hold("berta", "c"):
        assert len(locks._held) == 3
    assert locks._held == {}


def test_it_may_be_let_go_on_another_thread() -> None:
    """A turn that is begun on one thread and closed on another frees its conversation."""
    locks = Locks()
    held = locks.hold("anna", "c")
    held.__enter__()
    thread = threading.Thread(target=held.__exit__, args=(None, None, None))
    thread.start()
    thread.join()
    with locks.hold("anna", "c"):
        pass
