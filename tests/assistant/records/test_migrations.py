"""The migrations make exactly the tables that the code expects."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect

from assistant.errors import DataFolderError
from assistant.records import migrating
from assistant.records.tables import Table


@pytest.fixture
def config() -> Config:
    """The migrations' own settings."""
    config = Config()
    config.set_main_option("script_location", str(migrating.MIGRATIONS))
    return config


def test_migrations_and_tables_agree(engine: Engine) -> None:
    """A migrated database differs in nothing from the tables in the code."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_the_newest_migration_is_known(config: Config) -> None:
    """The revision that lets a start skip the migrations is the newest one there is."""
    assert ScriptDirectory.from_config(config).get_current_head() == migrating.HEAD


def test_every_migration_can_be_undone(engine: Engine, config: Config) -> None:
    """Down to nothing and up again leaves the same tables."""
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    migrating.upgrade(engine)
    assert set(inspect(engine).get_table_names()) == {"alembic_version", *Table.metadata.tables}


def test_an_up_to_date_database_is_left_alone(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second start runs no migration."""
    monkeypatch.setattr(migrating, "_run", lambda _: pytest.fail("migrated again"))
    migrating.upgrade(engine)


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a migration is no migration: the tables it made are gone again."""
    engine = create_engine(f"sqlite:///{tmp_path / 'x.sqlite3'}")

    def fail(_: object, __: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(command, "upgrade", fail)
    with pytest.raises(OSError, match="space"):
        migrating.upgrade(engine)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_records_of_a_later_version_are_refused(engine: Engine) -> None:
    """A database with a migration that is not here is left alone, and said so in words."""
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DataFolderError, match="another version"):
        migrating.upgrade(engine)
