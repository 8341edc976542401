"""The endpoint of the settings: which host text goes to, and the vendor's model that talks to it."""

import logging
import os
import re
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
    return _host(url) if url else provider


def _host(url: str) -> str:
    """The host and port of an address; raises `SettingsError` when it is none."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # a port beyond all ports, half an IPv6 address
        sound = False
    if not sound or re.search(r"\s", url):
        raise SettingsError(
            "HIRING_MODEL_BASE_URL is no web address.", advice="For example 'http://localhost:11434/v1'."
        )
    return parts.netloc.rpartition("@")[2]


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
    key, url = _key(settings, provider), _address(settings, provider)
    options: dict[str, Any] = {"max_retries": 0, "timeout": settings.model_deadline}
    if url:
        options["base_url"] = url
    if provider in OPENAI_WIRE:
        # A local endpoint may want no key, but the class insists on one. Nothing inherited from the
        # environment is sent to an address that was not meant to have it.
        options |= {"api_key": key or "none", "http_async_client": _client(settings, url)}
        options |= {"stream_usage": True, "stream_chunk_timeout": None}
    elif key:
        options["api_key"] = key
    return options


def _key(settings: Settings, provider: str) -> str:
    """The key; raises `SettingsError` when it is none, or is missing where nobody answers without one."""
    key = settings.model_api_key.get_secret_value()
    if not re.fullmatch(r"[!-~]*", key):
        raise SettingsError(
            "HIRING_MODEL_API_KEY holds a character that no key holds.",
            advice="Copy it anew, without spaces.",
        )
    if not key and provider == "openai" and not settings.model_base_url:
        raise SettingsError(
            "HIRING_MODEL_API_KEY is not set, and OpenAI answers nobody without a key.",
            advice="Set it, or HIRING_MODEL_BASE_URL to another endpoint; OPENAI_API_KEY is not used.",
        )
    return key


def _client(settings: Settings, url: str) -> Any:
    """The connections; raises `SettingsError` when the environment's proxy or certificates cannot be used.

    What goes to this machine itself goes through no proxy, whatever the environment says.
    """
    import openai

    name = urlsplit(url).hostname or ""
    local = name == "localhost" or name.startswith("127.") or name == "::1"
    try:
        return openai.DefaultAsyncHttpxClient(timeout=settings.model_deadline, trust_env=not local)
    except (ImportError, OSError, ValueError) as error:
        fault = type(error).__name__
        raise SettingsError(
            f"The proxy or the certificates that the environment names cannot be used ({fault}).",
            advice="Correct or unset HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE and their like.",
        ) from None


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
