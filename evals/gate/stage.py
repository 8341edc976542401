"""The stage on which cases run: an assistant with a model and one without, over the same cards."""

from dataclasses import dataclass
from pathlib import Path

from assistant.answering import Answerer, ModelAnswerer, QuotingAnswerer
from assistant.build import Assistant, build, open_library_search
from assistant.kinds import PROMPTS
from assistant.prompting import Prompts
from assistant.settings import Settings
from evals.gate.places import NOW, REPLAY_MODEL, REPLAY_URL
from evals.gate.shelf import ShelfSearch, open_shelf
from evals.gate.watch import Watch
from knowledge.cards import Library
from knowledge.search import Search


def replay_settings() -> Settings:
    """The settings of every replay: one model, one address, no key, nothing tried twice."""
    return Settings(model=REPLAY_MODEL, model_base_url=REPLAY_URL, model_retries=0)


@dataclass(frozen=True)
class Company:
    """An assistant, who answers its questions, and the gateway to its model where it has one."""

    assistant: Assistant
    answerer: Answerer
    watch: Watch | None = None


class Stage:
    """Opens the assistants when a case first needs them; `folder` takes their records.

    `shelf` is a shelf that is open already.
    """

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        *,
        prompts: Path = PROMPTS,
        shelf: tuple[Library, ShelfSearch] | None = None,
    ) -> None:
        self._settings = settings
        self._folder = folder
        self._prompts = prompts
        self.shelf = shelf or open_shelf()
        self._live: tuple[Library, Search] | None = None
        self._companies: dict[tuple[str, str], Company] = {}

    def company(self, way: str, library: str) -> Company:
        """The assistant that a case runs on: `model` or `outline`, over the `shelf` or the `live` library."""
        if (way, library) not in self._companies:
            self._companies[way, library] = self._open(way, library)
        return self._companies[way, library]

    def close(self) -> None:
        """End the calls under way and let go of the records."""
        for company in self._companies.values():
            company.assistant.close()
            if company.watch:
                company.watch.close()

    def _open(self, way: str, library: str) -> Company:
        cards = self.shelf if library == "shelf" else self._open_live()
        chosen = {"data_dir": self._folder / f"{way}-{library}"}
        settings = self._settings.model_copy(update=chosen if way == "model" else {**chosen, "model": ""})
        watch = Watch(settings) if way == "model" else None
        assistant = build(settings, clock=lambda: NOW, prompts=self._prompts, shelf=cards, gateway=watch)
        answerer: Answerer = QuotingAnswerer(assistant.search)
        if watch:
            answerer = ModelAnswerer(watch, Prompts(self._prompts), QuotingAnswerer(assistant.search))
        return Company(assistant, answerer, watch)

    def _open_live(self) -> tuple[Library, Search]:
        if self._live is None:
            self._live = open_library_search(self._settings, lambda: NOW)
        return self._live
