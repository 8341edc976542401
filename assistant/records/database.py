"""Open the database of the records: SQLite in the data folder, or the one that a setting names."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from assistant.errors import DataFolderError, SettingsError, StorageError
from assistant.records.migrating import upgrade
from assistant.settings import Settings

FILE = "records.sqlite3"
BUSY_SECONDS = 10
# How a connection begins: one that will write says BEGIN IMMEDIATE, so that it waits at the start, where
# SQLite can wait, and not in the middle, where it cannot.
BEGIN = "hiring_begin"


def open_engine(settings: Settings) -> Engine:
    """The database, made and brought up to date if need be; raises `SetupError` in words."""
    engine = _engine_of(settings)
    try:
        upgrade(engine)
    except (DBAPIError, OSError) as error:
        engine.dispose()
        raise _refused(settings) from error
    return engine


def _engine_of(settings: Settings) -> Engine:
    if not settings.database_url:
        return _sqlite(_file_in(settings.data_dir))
    try:
        return create_engine(settings.database_url, hide_parameters=True, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise SettingsError(
            "The setting 'HIRING_DATABASE_URL' names no database that can be opened.",
            advice="Write an SQLAlchemy address and install its driver, or unset it to use SQLite.",
        ) from error


def _file_in(folder: Path) -> Path:
    """The database file, in a folder that this user alone can read."""
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        file.chmod(0o600)
    except OSError as error:
        raise DataFolderError(
            f"The data folder {str(folder)!r} cannot be written.",
            advice="Allow writing to it, free space, or set HIRING_DATA_DIR to another folder.",
        ) from error
    return file


def _sqlite(file: Path) -> Engine:
    """An engine on the file by its path: an address would give some signs in it another meaning."""
    opened = _identity(file)

    def check(*_: Any) -> None:
        """Refuse a file that is gone: it would take everything, and keep nothing."""
        if _identity(file) != opened:
            raise StorageError(
                "The records were removed or replaced while in use.",
                advice="Put the data folder back if it was moved, then start Hiring Assistant again.",
            )

    def connect() -> sqlite3.Connection:
        check()
        return sqlite3.connect(file, timeout=BUSY_SECONDS, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "checkout", check)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _identity(file: Path) -> tuple[int, int] | None:
    """What tells a file from another one that has its name; none when there is no file."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    """Set up one connection; `secure_delete` overwrites what is deleted with zeros."""
    connection.isolation_level = None  # the driver would begin too late; `_begin` does it
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    statement = connection.get_execution_options().get(BEGIN, "BEGIN")
    if statement:
        connection.exec_driver_sql(statement)


def _refused(settings: Settings) -> Exception:
    if settings.database_url:
        return SettingsError(
            "The database that 'HIRING_DATABASE_URL' names cannot be used.",
            advice="Check that it runs, that the address is right, and that its user may create tables.",
        )
    return DataFolderError(
        f"The records in {str(settings.data_dir / FILE)!r} cannot be opened: damaged, full or locked.",
        advice="Free space, restore the file from a backup, or move it away to start anew.",
    )
