"""The one composition root: settings, clock, library, search, records and the parts between them."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answering import Answerer, QuotingAnswerer
from assistant.brief import Brief, typed_changes
from assistant.checks.registry import CHECKS
from assistant.checks.text.ready import load_families, prepare_families
from assistant.drafting import Drafter, Order, last_version
from assistant.errors import InvalidError
from assistant.kinds import PROMPTS, Kind, load_kinds
from assistant.reading.reading import Reader
from assistant.records.records import Records, Version
from assistant.settings import Settings
from assistant.writing.outline import OutlineWriter
from assistant.writing.plan import Planner
from assistant.writing.writer import Writer
from knowledge.cards import Library, load_library
from knowledge.embedding import MiniLM
from knowledge.folder_lock import FolderLock
from knowledge.names import Embed, Names, competency_names, role_names
from knowledge.search import Search, open_search

if TYPE_CHECKING:
    from assistant.data_folder import DataFolder
    from assistant.desk import Desk
    from assistant.model.gateway import Gateway
    from assistant.views import ModelView
    from assistant.writing.rewording import Reworder

# A request for an upload is answered by then, long before a browser or a proxy gives it up.
PATIENCE = 20.0  # seconds

Clock = Callable[[], dt.datetime]
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Assistant:
    """Everything that serves a request, wired."""

    library: Library
    kinds: Mapping[str, Kind]
    search: Search
    reader: Reader
    writer: Writer
    drafter: Drafter
    records: Records
    desk: "Desk"
    close: Callable[[], None]  # ends model calls, and lets go of the data folder for another process to take
    gateway: "Gateway | None" = None


def now() -> dt.datetime:
    """The clock that is used unless a test brings its own."""
    return dt.datetime.now(dt.UTC)


def new_id() -> str:
    """A fresh id: sortable by nothing, guessable by nobody."""
    return uuid.uuid4().hex


def quiet(_: str) -> None:
    """Show no progress."""


def open_library_search(
    settings: Settings, clock: Clock = now, progress: Progress = quiet
) -> tuple[Library, Search]:
    """The library and its search alone: what needs no data folder."""
    library = load_library()
    search = open_search(settings.cache_dir, None, clock().date(), progress, library=library)
    return library, search


def prepare(settings: Settings, progress: Progress) -> Library:
    """Make all that is kept in the cache folder, where it is missing, so that no request waits for it."""
    library, search = open_library_search(settings, progress=progress)
    for names in (_roles(library, search), _skills(library, search)):
        names.load()
    prepare_families(progress)
    return library


def open_data_folder(settings: Settings, *, progress: Progress = quiet) -> "DataFolder":
    """The data folder alone, for its documents; it is held until it is closed."""
    from assistant.data_folder import DataFolder

    return DataFolder(settings, now, new_id, progress)


def build_drafter(
    settings: Settings, *, clock: Clock = now, progress: Progress = quiet
) -> Callable[[str, Mapping[str, object]], Version]:
    """What drafts a kind from typed facts and keeps nothing; it raises `InvalidError` on an unknown name."""
    library, search = open_library_search(settings, clock, progress)
    kinds = load_kinds(library, frozenset(CHECKS))
    drafter = Drafter(search, new_writer(library, search), clock)

    def draft(kind: str, facts: Mapping[str, object]) -> Version:
        if kind not in kinds:
            raise InvalidError("The kind is unknown.", advice=f"Known: {', '.join(kinds)}.")
        brief = Brief().merge(typed_changes(facts)).brief
        return last_version(drafter.write(Order("local", kinds[kind], brief, new_id())))

    return draft


def new_writer(library: Library, search: Search, roles: Names | None = None) -> OutlineWriter:
    """The writer that needs no model; `roles` spares it to learn the roles' names anew."""
    return OutlineWriter(
        library, Planner(library, roles or _roles(library, search), _skills(library, search))
    )


def _roles(library: Library, search: Search) -> Names:
    return role_names(library, search.embeddings, _kept(search, "role-names"))


def _skills(library: Library, search: Search) -> Names:
    return competency_names(library, search.embeddings, _kept(search, "competency-names"))


def _kept(search: Search, of: str) -> Embed | None:
    """What embeds the library's own texts once for all processes, where the model has a cache."""
    model = search.embeddings
    return partial(model.kept, of=of) if isinstance(model, MiniLM) else None


def build(
    settings: Settings,
    *,
    clock: Clock = now,
    ids: Callable[[], str] = new_id,
    progress: Progress = quiet,
    prompts: Path = PROMPTS,
    gateway: "Gateway | None" = None,
    shelf: tuple[Library, Search] | None = None,
    lock: FolderLock | None = None,
) -> Assistant:
    """Wire the assistant, which holds the data folder until it is closed.

    `gateway` stands in for the one to the model of the settings, `shelf` for the library; `lock` is one on
    the data folder that the caller has acquired. Raises `SetupError` with what to do when something is not
    as it must be.
    """
    # A search or a check from the command line never pays for the records and the reader.
    from assistant.data_folder import DataFolder

    with ExitStack() as held:
        folder = held.enter_context(DataFolder(settings, clock, ids, progress, lock, shelf, PATIENCE))
        if settings.model and gateway is None:
            gateway = _open_gateway(settings, clock)
            held.callback(gateway.close)
        assistant = _assistant(folder, clock, ids, prompts, gateway)
        return replace(assistant, close=held.pop_all().close)


def _assistant(
    folder: "DataFolder", clock: Clock, ids: Callable[[], str], prompts: Path, gateway: "Gateway | None"
) -> Assistant:
    from assistant.desk import Desk
    from assistant.reading.reader import RuleReader
    from assistant.turn import Turns

    library, search, kept = folder.library, folder.search, folder.records
    load_families()
    kinds = load_kinds(library, frozenset(CHECKS), prompts)
    roles = _roles(library, search)
    outline, rules = new_writer(library, search, roles), RuleReader(library, kinds, roles, clock)
    crew = _Crew(rules, outline, QuotingAnswerer(search), None)
    if gateway:
        crew = _with_model(gateway, rules, outline, kinds, search, prompts)
    drafter = Drafter(search, crew.writer, clock)
    turns = Turns(crew.reader, drafter, crew.answerer, kinds, kept, clock, ids, crew.reworder)
    desk = Desk(
        turns,
        crew.reader,
        drafter,
        search,
        kinds,
        kept,
        folder.uploads,
        clock,
        ids,
        crew.reworder,
        _place(gateway),
    )
    close = folder.close
    return Assistant(library, kinds, search, crew.reader, crew.writer, drafter, kept, desk, close, gateway)


def _place(gateway: "Gateway | None") -> "ModelView | None":
    from assistant.views import ModelView

    return ModelView(model=gateway.name, host=gateway.host) if gateway else None


@dataclass(frozen=True)
class _Crew:
    """Those who read, write and answer: by rule, or with a model."""

    reader: Reader
    writer: Writer
    answerer: Answerer
    reworder: "Reworder | None"


def _open_gateway(settings: Settings, clock: Clock) -> "Gateway":
    from assistant.model.budget import Budget
    from assistant.model.gateway import Gateway

    budget = Budget(settings.model_daily_tokens, settings.data_dir / "tokens.json", clock)
    gateway = Gateway(settings, budget=budget)
    gateway.open()
    return gateway


def _with_model(
    gateway: "Gateway",
    rules: Reader,
    outline: OutlineWriter,
    kinds: Mapping[str, Kind],
    search: Search,
    folder: Path,
) -> _Crew:
    """The crew with a model; each of them falls back on rules when it fails."""
    from assistant.answering import ModelAnswerer
    from assistant.prompting import Prompts
    from assistant.reading.model import ModelReader
    from assistant.writing.model import ModelWriter
    from assistant.writing.rewording import Reworder

    prompts = Prompts(folder)
    return _Crew(
        ModelReader(gateway, prompts, rules, kinds),
        ModelWriter(gateway, outline, prompts, search),
        ModelAnswerer(gateway, prompts, QuotingAnswerer(search)),
        Reworder(gateway, prompts),
    )
