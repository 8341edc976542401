"""Hold the data folder: its records, the owners' documents, and the search over them and the library."""

import datetime as dt
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType

from assistant.documents import Document
from assistant.records.database import open_engine
from assistant.records.document_store import DocumentStore
from assistant.records.records import Records
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.uploads import Uploads
from knowledge.cards import Library, load_library
from knowledge.folder_lock import FolderLock
from knowledge.search import Search, open_search


class DataFolder:
    """What one process at a time may write to, until it is closed; raises `SetupError`.

    `lock` is one that the caller has acquired already; it is released all the same. `shelf` stands in for
    the library and its search. `patience` is how many seconds an upload waits for its index at most.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], dt.datetime],
        new_id: Callable[[], str],
        progress: Callable[[str], None],
        lock: FolderLock | None = None,
        shelf: tuple[Library, Search] | None = None,
        patience: float | None = None,
    ) -> None:
        with ExitStack() as held:
            folder = lock or FolderLock(settings.data_dir).acquire()
            held.callback(folder.release)
            engine = open_engine(settings)
            held.callback(engine.dispose)
            documents = DocumentStore(engine)
            if shelf:
                self.library, self.search = shelf
            else:
                self.library = load_library()
                self.search = open_search(
                    settings.cache_dir,
                    folder,
                    clock().date(),
                    progress,
                    documents=documents,
                    library=self.library,
                )
            held.callback(self.search.close)
            self.records: Records = Store(engine)
            self.uploads = Uploads(documents, self.search, clock, new_id, patience)
            self._held = held.pop_all()

    def close(self) -> None:
        """Let go of every file, then of the folder."""
        self._held.close()

    def __enter__(self) -> "DataFolder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def documents_in(settings: Settings, owner: str) -> list[Document]:
    """An owner's documents, read beside whoever holds the folder."""
    engine = open_engine(settings)
    try:
        return DocumentStore(engine).documents(owner)
    finally:
        engine.dispose()
