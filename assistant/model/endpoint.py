"""The endpoint of the settings: which host text goes to, and the vendor's model that talks to it."""

import logging
import os
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from assistant.errors import SettingsError
from assistant.model.chunks import PlainCompletions
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

OPENAI = "https://api.openai.com/v1"
# These take the schema of an answer with a request.
OPENAI_WIRE = ("openai", "azure_openai")
# They write whole requests, prompts included, into a log at DEBUG.
TALKATIVE = ("openai", "httpx", "httpx2", "httpcore", "httpcore2", "langchain", "langchain_core",
             "langchain_openai", "langsmith")  # fmt: skip
TRACING = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")
IDLE_SECONDS = 60


def split(name: str) -> tuple[str, str]:
    """The provider and the model of HIRING_MODEL; raises `SettingsError`."""
    provider, _, model = name.partition(":")
    if not provider or not model:
        raise SettingsError(
            "HIRING_MODEL needs a provider and a name.", advice="For example 'openai:gpt-5-mini'."
        )
    return provider, model


def host_of(settings: Settings) -> str:
    """The host that text goes to; for another provider's own address, the provider's name."""
    provider, _ = split(settings.model)
    url = _address(settings, provider)
    return urlsplit(url).netloc.rpartition("@")[2] if url else provider


def open_model(settings: Settings) -> "BaseChatModel":
    """The chat model of the settings; raises `SettingsError` when its provider cannot be used."""
    _stop_tracing()
    from langchain.chat_models import init_chat_model

    provider, name = split(settings.model)
    options = _options(settings, provider)
    try:
        model: BaseChatModel = init_chat_model(name, model_provider=provider, **options)
    except (ImportError, ValueError, TypeError) as error:
        fault = type(error).__name__
        raise SettingsError(
            f"The provider of HIRING_MODEL cannot be used ({fault}).",
            advice="Check it and HIRING_MODEL_BASE_URL, or install the provider's LangChain package.",
        ) from None
    _stop_logging()
    if provider in OPENAI_WIRE:
        model.async_client = PlainCompletions(model.async_client)  # type: ignore[attr-defined]
    return model


def _options(settings: Settings, provider: str) -> dict[str, Any]:
    """What the vendor's class takes; tries again and waits are ours alone."""
    key, url = settings.model_api_key.get_secret_value(), _address(settings, provider)
    options: dict[str, Any] = {"max_retries": 0, "timeout": settings.model_deadline}
    if url:
        options["base_url"] = url
    if provider in OPENAI_WIRE:
        import openai

        client = openai.DefaultAsyncHttpxClient(timeout=settings.model_deadline)
        # A local endpoint may want no key, but the class insists on one. Nothing inherited from the
        # environment is sent to an address that was not meant to have it.
        options |= {"api_key": key or "none", "http_async_client": client}
        options |= {"stream_usage": True, "stream_chunk_timeout": None}
    elif key:
        options["api_key"] = key
    return options


def _address(settings: Settings, provider: str) -> str:
    """The address, told outright: otherwise a variable of the environment could send text elsewhere."""
    return settings.model_base_url or (OPENAI if provider == "openai" else "")


def _stop_tracing() -> None:
    """Keep an inherited setting from sending every prompt to a tracing service or through its gateway."""
    for name in TRACING:
        os.environ[name] = "false"
    os.environ.pop("LANGSMITH_GATEWAY", None)
    from langsmith import utils

    utils.get_env_var.cache_clear()  # type: ignore[attr-defined]  # it remembers what it once read


def _stop_logging() -> None:
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))
