"""Read and write the database in transactions, its errors told in our own words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session

from assistant.errors import ConflictError, StorageError
from assistant.records.database import BEGIN


class Transactions:
    """Sessions on one engine; raises `StorageError`, or `ConflictError` where two writers meet."""

    def __init__(self, engine: Engine) -> None:
        self._reading = engine
        self._writing = engine.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
        self._plain = engine.execution_options(**{BEGIN: ""})

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A view of the records at one moment."""
        with (
            _translated("read", "Try again; if it stays so, look at the disk."),
            Session(self._reading) as session,
        ):
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: all of it is kept, or nothing."""
        with (
            _translated("kept; nothing was saved", "Free disk space or allow writing, then try again."),
            Session(self._writing) as session,
            session.begin(),
        ):
            yield session

    def forget(self) -> None:
        """Take what was deleted out of SQLite's write-ahead file as well."""
        if self._plain.dialect.name == "sqlite":
            with _translated("cleared", "Try again."), self._plain.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _translated(done: str, advice: str) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise ConflictError("This was changed by somebody else.", advice="Read it again.") from error
    except (DBAPIError, PoolTimeoutError, OSError) as error:
        raise StorageError(f"The records could not be {done}.", advice=advice) from error
