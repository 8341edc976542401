"""The database opens in any folder, private to its user, or says in words why it does not."""

import os
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from assistant.brief import Brief
from assistant.errors import DataFolderError, SettingsError, StorageError
from assistant.records.database import FILE, open_engine
from assistant.records.store import Store
from assistant.settings import Settings


def test_only_its_user_can_read_it(engine: Engine, settings: Settings) -> None:
    """The folder is 0700 and each file in it 0600, the write-ahead file too."""
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER)"))
    modes = {path.name: path.stat().st_mode & 0o777 for path in settings.data_dir.iterdir()}
    assert f"{FILE}-wal" in modes
    assert set(modes.values()) == {0o600}
    assert settings.data_dir.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("foreign_keys", 1), ("secure_delete", 1)]
)
def test_every_connection_is_prepared(engine: Engine, pragma: str, value: object) -> None:
    """Each connection writes ahead, holds foreign keys, and zeroes what is deleted."""
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    """A name with signs that mean something in an address is a name like any other."""
    folder = tmp_path / "a?b=c#d%20e f"
    open_engine(Settings(data_dir=folder)).dispose()
    assert (folder / FILE).stat().st_size > 0


def test_a_damaged_file_is_told(settings: Settings) -> None:
    """A file that is no database refuses to start, naming the file and what to do."""
    settings.data_dir.mkdir()
    (settings.data_dir / FILE).write_bytes(b"no database at all " * 400)
    with pytest.raises(DataFolderError, match=r"records\.sqlite3.*backup"):
        open_engine(settings)


def test_a_folder_that_cannot_be_written_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only folder refuses to start, naming the folder."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(DataFolderError, match="cannot be written"):
        open_engine(settings)


@pytest.mark.parametrize("address", ["no address", "nosuch://host/db", "sqlite:////nowhere/at/all/x.db"])
def test_a_wrong_address_is_told(settings: Settings, address: str) -> None:
    """An address that cannot be opened refuses to start, naming the setting and not its value."""
    with pytest.raises(SettingsError, match="HIRING_DATABASE_URL") as caught:
        open_engine(settings.model_copy(update={"database_url": address}))
    assert address not in str(caught.value)


def test_a_file_that_is_gone_takes_nothing(engine: Engine, settings: Settings) -> None:
    """Once the records are removed or replaced under a running process, it reads and writes no more."""
    store, file = Store(engine), settings.data_dir / FILE
    store.ready()
    file.rename(file.with_suffix(".moved"))
    with pytest.raises(StorageError, match="removed"):
        store.ready()
    file.touch()
    with pytest.raises(StorageError, match="replaced"):
        store.keep_brief("anna", "c", Brief(), "now")
    file.with_suffix(".moved").replace(file)
    store.ready()
