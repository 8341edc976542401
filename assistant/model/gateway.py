"""Call the chat model: a prompt in, text as it comes, every fault a defined outcome."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.errors import SettingsError
from assistant.model.budget import Budget
from assistant.model.faults import asked_to_wait, translate, unfinished, worth_retrying
from assistant.model.loop import Loop
from assistant.model.prompt import NOTHING, Prompt, Usage
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessageChunk

FIRST_WAIT = 0.5
OPENAI_WIRE = ("openai", "azure_openai")


@dataclass(frozen=True)
class Piece:
    """A piece of the answer as it comes; the last one may carry the usage alone."""

    text: str
    usage: Usage = NOTHING


class Gateway:
    """One chat model behind one endpoint. Thread-safe; the vendor's library loads at the first call."""

    def __init__(
        self,
        settings: Settings,
        *,
        budget: Budget | None = None,
        model: "BaseChatModel | None" = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.name = settings.model
        self._settings = settings
        self._budget = budget
        self._chat = model
        self._chance = chance
        self._loop: Loop | None = None

    def stream(self, prompt: Prompt) -> Iterator[Piece]:
        """Yield the answer piece by piece; raises `UpstreamError` or `ReplyError`, pieces before it hold."""
        if self._budget:
            self._budget.ask()
        if self._loop is None:
            self._loop = Loop()
        spent = NOTHING
        try:
            for piece in self._loop.iterate(self._call(prompt)):
                spent += piece.usage
                yield piece
        finally:
            if self._budget:
                self._budget.spend(spent)

    def close(self) -> None:
        """End the calls under way."""
        if self._loop:
            self._loop.close()

    async def _call(self, prompt: Prompt) -> AsyncIterator[Piece]:
        """One answer within the deadline; tried again only as long as nothing of it has come."""
        try:
            async with asyncio.timeout(self._settings.model_deadline) as deadline:
                for attempt in range(self._settings.model_retries + 1):
                    begun = False
                    try:
                        async for piece in self._attempt(prompt):
                            begun = True
                            yield piece
                        return
                    except Exception as error:
                        wait = self._wait(attempt, error)
                        late = asyncio.get_running_loop().time() + wait > (deadline.when() or 0)
                        last = attempt == self._settings.model_retries
                        if begun or last or late or not worth_retrying(error):
                            raise
                        await asyncio.sleep(wait)
        except Exception as error:
            raise translate(error) from error

    def _wait(self, attempt: int, error: Exception) -> float:
        """Seconds to wait: what the endpoint asks for, else doubling with jitter."""
        asked = asked_to_wait(error)
        return asked if asked is not None else FIRST_WAIT * 2**attempt * (0.5 + self._chance())

    async def _attempt(self, prompt: Prompt) -> AsyncIterator[Piece]:
        reason, empty = None, True
        async for chunk in self._model().astream(self._messages(prompt), **self._options(prompt)):
            reason = chunk.response_metadata.get("finish_reason") or reason
            piece = _piece(chunk)
            empty = empty and not piece.text
            if piece.text or piece.usage != NOTHING:
                yield piece
        fault = unfinished(reason, empty)
        if fault:
            raise fault

    def _messages(self, prompt: Prompt) -> list[Any]:
        from langchain_core.messages import HumanMessage, SystemMessage

        return [SystemMessage(prompt.system), HumanMessage(prompt.user)]

    def _options(self, prompt: Prompt) -> dict[str, Any]:
        """The answer's schema, sent beside the request: that way the stream is passed on as it comes."""
        if self._settings.model.partition(":")[0] not in OPENAI_WIRE:
            return {}
        schema = {"name": prompt.name, "schema": dict(prompt.schema), "strict": True}
        return {"extra_body": {"response_format": {"type": "json_schema", "json_schema": schema}}}

    def _model(self) -> "BaseChatModel":
        if self._chat is None:
            self._chat = open_model(self._settings)
        return self._chat


def _piece(chunk: "BaseMessageChunk") -> Piece:
    usage = getattr(chunk, "usage_metadata", None) or {}
    return Piece(str(chunk.text), Usage(usage.get("input_tokens", 0), usage.get("output_tokens", 0)))


def open_model(settings: Settings) -> "BaseChatModel":
    """The chat model of the settings; raises `SettingsError` when its provider cannot be used."""
    from langchain.chat_models import init_chat_model

    provider, _, name = settings.model.partition(":")
    if not name:
        raise SettingsError(
            "HIRING_MODEL needs a provider and a name.", advice="For example 'openai:gpt-5-mini'."
        )
    options: dict[str, Any] = {"max_retries": 0, "timeout": settings.model_deadline}
    key = settings.model_api_key.get_secret_value()
    if key:
        options["api_key"] = key
    if settings.model_base_url:
        options["base_url"] = settings.model_base_url
    if provider in OPENAI_WIRE:
        # A local endpoint may want no key, but the client insists on one.
        options |= {"stream_usage": True, "api_key": key or "none"}
    try:
        model: BaseChatModel = init_chat_model(name, model_provider=provider, **options)
    except (ImportError, ValueError, TypeError) as error:
        raise SettingsError(
            "The model's provider cannot be used.",
            advice="Check HIRING_MODEL, or install the provider's LangChain package.",
        ) from error
    return model


def collect(pieces: Iterator[Piece]) -> tuple[str, Usage]:
    """A whole answer and what it cost."""
    texts, usage = [], NOTHING
    for piece in pieces:
        texts.append(piece.text)
        usage += piece.usage
    return "".join(texts), usage
