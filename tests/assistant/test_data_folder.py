"""One process at a time holds the data folder, and lets go of it whatever happens."""

import datetime as dt
from collections.abc import Callable

import pytest

from assistant.data_folder import DataFolder
from assistant.errors import DataFolderError
from assistant.settings import Settings
from knowledge.cards import Library
from knowledge.folder_lock import FolderLock
from knowledge.search import Search

Open = Callable[[], DataFolder]


@pytest.fixture
def open_folder(
    settings: Settings,
    library: Library,
    search: Search,
    clock: Callable[[], dt.datetime],
    ids: Callable[[], str],
) -> Open:
    """Open the data folder around the library's search."""
    return lambda: DataFolder(settings, clock, ids, lambda line: None, None, (library, search))


def test_a_second_holder_is_refused_until_the_first_lets_go(open_folder: Open) -> None:
    """Who comes second is told; after a close the folder is free."""
    with open_folder(), pytest.raises(DataFolderError, match="in use by process"):
        open_folder()
    open_folder().close()


def test_a_failed_start_leaves_the_folder_free(
    open_folder: Open, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the records cannot be opened, nothing is held."""

    def fail(_: Settings) -> None:
        raise DataFolderError("The records are damaged.")

    monkeypatch.setattr("assistant.data_folder.open_engine", fail)
    with pytest.raises(DataFolderError, match="damaged"):
        open_folder()
    with FolderLock(settings.data_dir):
        pass


def test_a_folder_that_the_caller_holds_is_taken_over(
    settings: Settings, library: Library, search: Search, clock: Callable[[], dt.datetime]
) -> None:
    """A lock that was acquired before anything slow is released with the rest."""
    lock = FolderLock(settings.data_dir).acquire()
    DataFolder(settings, clock, lambda: "id", lambda line: None, lock, (library, search)).close()
    with FolderLock(settings.data_dir):
        pass
