"""Bring a database up to date with the tables, by the migrations that lie beside this file."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from assistant.errors import DataFolderError

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0002"


def upgrade(engine: Engine) -> None:
    """Run the migrations that the database has not seen, all of them or none.

    Raises `DataFolderError` when it has seen one that is not here.
    """
    with engine.begin() as connection:
        revision = _revision(connection)
        if revision != HEAD:
            _refuse_unknown(revision)
            _run(connection)


def _refuse_unknown(revision: str | None) -> None:
    known = {file.name.partition("_")[0] for file in MIGRATIONS.glob("versions/*.py")}
    if revision is not None and revision not in known:
        raise DataFolderError(
            "The records were written by another version of Hiring Assistant; this one cannot read them.",
            advice="Run the version that wrote them, or set HIRING_DATA_DIR to another folder.",
        )


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _run(connection: Connection) -> None:
    from alembic import command  # heavy, and needed only when there is something to do
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
