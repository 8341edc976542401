"""Settings: environment variables that start with HIRING_, and nothing else."""

import difflib
import ipaddress
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import SettingsError

PREFIX = "HIRING_"


class Settings(BaseSettings):
    """What can be set from outside; the README's table lists the same names."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True)

    data_dir: Path = Field(
        default=Path(".data"), description="Where conversations, drafts and documents are kept."
    )
    cache_dir: Path | None = Field(
        None, description="Where the model file and the index are kept; default: .venv."
    )
    host: str = Field(
        default="127.0.0.1", description="Address to serve on; beyond loopback it needs HIRING_TOKEN."
    )
    port: int = Field(default=8000, ge=0, le=65535, description="Port to serve on.")
    token: SecretStr = Field(
        default=SecretStr(""), description="Bearer token that every route but health asks for."
    )
    allowed_hosts: str = Field(
        "", description="Further host names, with commas, under which it may be reached."
    )
    model: str = Field(default="", description="PROVIDER:NAME of the chat model; empty: none.")
    model_base_url: str = Field(default="", description="Address of an OpenAI-compatible endpoint.")
    model_api_key: SecretStr = Field(default=SecretStr(""), description="The endpoint's key.")
    model_deadline: float = Field(
        default=120.0, gt=0, allow_inf_nan=False, description="Seconds that one answer may take in all."
    )
    model_retries: int = Field(default=2, ge=0, le=5, description="Further tries, before any answer.")
    model_daily_tokens: int = Field(default=0, ge=0, description="Tokens a day, in and out; 0: no limit.")
    database_url: str = Field(
        "", description="SQLAlchemy address of the records; default: SQLite in the data folder."
    )

    @property
    def loopback(self) -> bool:
        """Say whether the address is reachable from this machine alone."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def read_settings(environ: Mapping[str, str] | None = None, **chosen: Any) -> Settings:
    """The settings of the environment, overruled by those chosen on the command line.

    An empty one counts as unset. Raises `SettingsError` on a wrong, unknown or unsafe one.
    """
    given = {name: value for name, value in (environ or os.environ).items() if name.startswith(PREFIX)}
    _refuse_unknown(given)
    filled = {name: value.strip() for name, value in given.items() if value.strip()}
    values = {name.removeprefix(PREFIX).lower(): value for name, value in filled.items()}
    try:
        settings = Settings.model_validate({**values, **chosen})
    except ValidationError as error:
        item = error.errors()[0]
        name = f"{PREFIX}{str(item['loc'][0]).upper()}"
        raise SettingsError(
            f"The setting {name!r} is wrong: {item['msg']}.", advice="Correct or unset it."
        ) from None
    if not settings.loopback and not settings.token.get_secret_value():
        raise SettingsError(
            "HIRING_HOST is beyond this machine and HIRING_TOKEN is not set.",
            advice="Set HIRING_TOKEN to a long random text, or leave HIRING_HOST at 127.0.0.1.",
        )
    return settings


def _refuse_unknown(given: Mapping[str, str]) -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    for name in sorted(set(given) - known):
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(sorted(known))}."
        raise SettingsError(f"The setting {name!r} is unknown.", advice=hint)
