"""Call the chat model: a prompt in, its answer as it comes, every fault a defined outcome."""

import asyncio
import random
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.errors import HiringError, UpstreamError
from assistant.model.budget import Budget
from assistant.model.caller import caller
from assistant.model.endpoint import OPENAI_WIRE, host_of, open_model, split
from assistant.model.faults import (
    asked_to_wait,
    ending,
    refuses_schema,
    too_long,
    translate,
    unfinished,
    worth_retrying,
)
from assistant.model.items import ItemStream
from assistant.model.loop import Loop
from assistant.model.prompt import NOTHING, Prompt, Usage, about
from assistant.model.thoughts import Thoughts
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessageChunk

FIRST_WAIT = 0.5
MOST_LETTERS = 200_000


@dataclass(frozen=True)
class Piece:
    """Some text of an answer, or what it cost."""

    text: str
    usage: Usage = NOTHING


class Gateway:
    """One chat model behind one endpoint. Thread-safe.

    `open` loads the vendor's library, which takes a second; otherwise the first call does.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        budget: Budget | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.name = settings.model
        self.host = host_of(settings)
        self._settings = settings
        self._takes_schema = split(settings.model)[0] in OPENAI_WIRE
        self._budget = budget
        self._chance = chance
        self._guard = threading.Lock()
        self._chat: BaseChatModel | None = None
        self._loop: Loop | None = None

    def open(self) -> None:
        """Get ready to call; raises `SettingsError` when the model of the settings cannot be used."""
        with self._guard:
            self._chat = self._chat or open_model(self._settings)
            self._loop = self._loop or Loop()

    def close(self) -> None:
        """End the calls under way and the connections."""
        with self._guard:
            loop, chat = self._loop, self._chat
            self._loop = self._chat = None
        if loop:
            client = getattr(chat, "http_async_client", None)
            loop.close(client.aclose() if client else None)

    def whole(self, prompt: Prompt) -> tuple[str, Usage]:
        """The whole answer and what it cost; raises `UpstreamError` or `ReplyError`."""
        texts, usage = [], NOTHING
        for piece in self._run(prompt, _together):
            texts.append(piece.text)
            usage += piece.usage
        return "".join(texts), usage

    def items(self, prompt: Prompt) -> Iterator[Piece]:
        """Yield each item of the answer's list as soon as it is finished, as JSON, and what it cost.

        Raises `UpstreamError` or `ReplyError`; the items before it hold.
        """
        return self._run(prompt, _items)

    def _run(
        self, prompt: Prompt, cut: Callable[[AsyncIterator[Piece]], AsyncIterator[Piece]]
    ) -> Iterator[Piece]:
        """Read a call's pieces here; they are put together over there, for each hand-over costs."""
        person = caller()
        if person.fault:
            raise person.fault
        if self._budget:
            self._budget.ask()
        self.open()
        assert self._loop is not None
        try:
            yield from self._loop.iterate(cut(self._counted(prompt)))
        except UpstreamError as fault:
            person.fault = fault
            raise

    async def _counted(self, prompt: Prompt) -> AsyncIterator[Piece]:
        """A call's pieces; what it cost comes last, and goes to the budget however it ends."""
        told, letters = NOTHING, 0
        try:
            async for piece in self._call(prompt):
                told += piece.usage
                letters += len(piece.text)
                yield piece
        except HiringError:
            if letters and told == NOTHING:
                yield Piece("", about(prompt, letters))
            raise
        else:
            if told == NOTHING:
                yield Piece("", about(prompt, letters))
        finally:
            if self._budget and letters:
                self._budget.spend(about(prompt, letters) if told == NOTHING else told)

    async def _call(self, prompt: Prompt) -> AsyncIterator[Piece]:
        """One answer within the deadline; raised outside the handler, a fault keeps no vendor's words."""
        fault: HiringError | None = None
        try:
            async with asyncio.timeout(self._settings.model_deadline) as deadline:
                async for piece in self._tries(prompt, deadline):
                    yield piece
        except Exception as error:
            fault = translate(error)
        if fault:
            raise fault

    async def _tries(self, prompt: Prompt, deadline: asyncio.Timeout) -> AsyncIterator[Piece]:
        """Try again as long as nothing of an answer has come, the fault may pass and there is time."""
        left = self._settings.model_retries
        while True:
            begun, schema = False, self._takes_schema
            try:
                async for piece in self._attempt(prompt, schema):
                    begun = True
                    yield piece
                return
            except Exception as error:
                if schema and not begun and refuses_schema(error):
                    # The prompt says the answer's form in words as well, for endpoints that know no schema.
                    self._takes_schema = False
                    continue
                wait = self._wait(self._settings.model_retries - left, error)
                late = asyncio.get_running_loop().time() + wait >= (deadline.when() or 0)
                if begun or not left or late or not worth_retrying(error):
                    raise
            left -= 1
            await asyncio.sleep(wait)

    def _wait(self, attempt: int, error: Exception) -> float:
        """Seconds to wait: what the endpoint asks for, else doubling with jitter."""
        asked = asked_to_wait(error)
        return asked if asked is not None else FIRST_WAIT * 2**attempt * (0.5 + self._chance())

    async def _attempt(self, prompt: Prompt, schema: bool) -> AsyncIterator[Piece]:
        reason, letters, thoughts = None, 0, Thoughts()
        assert self._chat is not None
        async for chunk in self._chat.astream(_messages(prompt), **(_format(prompt) if schema else {})):
            reason = ending(chunk.response_metadata) or reason
            piece = _piece(chunk)
            letters += len(piece.text)
            if letters > MOST_LETTERS:
                raise too_long()
            if piece.text or piece.usage != NOTHING:
                yield Piece(thoughts.without(piece.text), piece.usage)
        fault = unfinished(reason, not thoughts.answered)
        if fault:
            raise fault


def _messages(prompt: Prompt) -> list[Any]:
    from langchain_core.messages import HumanMessage, SystemMessage

    return [SystemMessage(prompt.system), HumanMessage(prompt.user)]


def _format(prompt: Prompt) -> dict[str, Any]:
    """The answer's schema, sent beside the request: that way the stream is passed on as it comes."""
    schema = {"name": prompt.name, "schema": dict(prompt.schema), "strict": True}
    return {"extra_body": {"response_format": {"type": "json_schema", "json_schema": schema}}}


def _piece(chunk: "BaseMessageChunk") -> Piece:
    usage = getattr(chunk, "usage_metadata", None) or {}
    return Piece(str(chunk.text), Usage(usage.get("input_tokens", 0), usage.get("output_tokens", 0)))


async def _together(pieces: AsyncIterator[Piece]) -> AsyncIterator[Piece]:
    texts, usage = [], NOTHING
    async for piece in pieces:
        texts.append(piece.text)
        usage += piece.usage
    yield Piece("".join(texts), usage)


async def _items(pieces: AsyncIterator[Piece]) -> AsyncIterator[Piece]:
    stream = ItemStream()
    async for piece in pieces:
        for item in stream.feed(piece.text):
            yield Piece(item)
        if piece.usage != NOTHING:
            yield Piece("", piece.usage)
