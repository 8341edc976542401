"""What many tests need: the real library, its search, the kinds, a still clock and counted ids."""

import datetime as dt
import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from assistant.answering import QuotingAnswerer
from assistant.brief import Brief, typed_changes
from assistant.build import new_writer, open_library_search
from assistant.checks.registry import CHECKS
from assistant.desk import Desk
from assistant.drafting import Drafter, Order, last_version
from assistant.kinds import Kind, load_kinds
from assistant.records.database import FILE, open_engine
from assistant.records.document_store import DocumentStore
from assistant.records.records import Version
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.turn import Turns
from assistant.uploads import Uploads
from knowledge.cards import Library
from knowledge.folder_lock import FolderLock
from knowledge.owner_vectors import OwnerVectors
from knowledge.search import Search
from tests.line_reader import LineReader

NOW = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def clock() -> Callable[[], dt.datetime]:
    """A clock that stands still."""
    return lambda: NOW


@pytest.fixture(scope="session")
def library_search(clock: Callable[[], dt.datetime]) -> tuple[Library, Search]:
    """The real library with its index."""
    return open_library_search(Settings(), clock)


@pytest.fixture(scope="session")
def library(library_search: tuple[Library, Search]) -> Library:
    """The real library."""
    return library_search[0]


@pytest.fixture(scope="session")
def search(library_search: tuple[Library, Search]) -> Search:
    """The search over the real library."""
    return library_search[1]


@pytest.fixture(scope="session")
def kinds(library: Library) -> dict[str, Kind]:
    """The kinds under prompts/."""
    return load_kinds(library, frozenset(CHECKS))


@pytest.fixture
def ids() -> Callable[[], str]:
    """Ids that count up."""
    counter = itertools.count(1)
    return lambda: f"id{next(counter)}"


@pytest.fixture(scope="session")
def drafter(library: Library, search: Search, clock: Callable[[], dt.datetime]) -> Drafter:
    """A drafter over the real library."""
    return Drafter(search, new_writer(library, search), clock)


@pytest.fixture(scope="session")
def compose(drafter: Drafter, kinds: dict[str, Kind]) -> Callable[..., Version]:
    """Draft a kind from typed facts: `compose(kind, **facts)`."""

    def draft(kind: str, before: Version | None = None, **facts: object) -> Version:
        brief = Brief().merge(typed_changes(facts)).brief
        return last_version(drafter.write(Order("local", kinds[kind], brief, "d1", before=before)))

    return draft


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a data folder of their own."""
    return Settings(data_dir=tmp_path / "data")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database that has seen every migration."""
    folder = tmp_path_factory.mktemp("migrated")
    open_engine(Settings(data_dir=folder)).dispose()
    return folder / FILE


@pytest.fixture
def engine(settings: Settings, migrated: Path) -> Iterator[Engine]:
    """A fresh database."""
    settings.data_dir.mkdir()
    shutil.copyfile(migrated, settings.data_dir / FILE)
    engine = open_engine(settings)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine) -> Store:
    """Records in a fresh database."""
    return Store(engine)


@pytest.fixture
def documents(engine: Engine) -> DocumentStore:
    """Uploaded documents in a fresh database."""
    return DocumentStore(engine)


@pytest.fixture
def owners_search(search: Search, documents: DocumentStore, settings: Settings) -> Iterator[Search]:
    """The search over the real library and what owners upload."""
    with FolderLock(settings.data_dir) as lock:
        owners = OwnerVectors(lock, documents, search.embeddings, "model", lambda line: None)
        found = Search(search._index, search.embeddings, owners)
        yield found
        found.close()


@pytest.fixture
def desk(
    store: Store,
    documents: DocumentStore,
    owners_search: Search,
    kinds: dict[str, Kind],
    drafter: Drafter,
    clock: Callable[[], dt.datetime],
    ids: Callable[[], str],
) -> Desk:
    """The desk over the real library and a fresh database, with a reader that takes facts line by line."""
    reader = LineReader()
    turns = Turns(reader, drafter, QuotingAnswerer(owners_search), kinds, store, clock, ids)
    uploads = Uploads(documents, owners_search, clock, ids)
    return Desk(turns, reader, drafter, owners_search, kinds, store, uploads, clock, ids)
