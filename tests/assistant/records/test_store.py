"""The store keeps everything under its owner, whole or not at all, and forgets what is deleted."""

import threading
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from assistant.brief import Brief, typed_changes
from assistant.draft import Draft, Line, Provenance, Question, Section
from assistant.errors import ConflictError, NotFoundError, StorageError
from assistant.records.database import open_engine
from assistant.records.records import Exchange, Version
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.turns import BriefView, Conversation, Message, PassageView, Turn

BRIEF = Brief().merge(typed_changes({"role_title": "tester", "tools": ["git", "make"]})).brief
PASSAGE = PassageView(
    id="p1",
    title="T",
    text="Kept text.",
    topics=("kpis",),
    source="S",
    url=None,
    as_of="2026-08",
    jurisdiction=None,
    score=0.5,
    owner=None,
)


def version(
    draft_id: str, number: int = 1, conversation_id: str | None = "c", text: str = "A line."
) -> Version:
    """A version with one line."""
    line = Line(id="s.1", text=text, basis="guidance", citations=("p1",))
    draft = Draft(
        id=draft_id,
        kind="job_definition",
        version=number,
        title="Job",
        sections=(Section(id="s", title="S", shape="bullets", lines=(line,)),),
        provenance=Provenance(writer="outline", passages=("p1",), created_at="now"),
    )
    return Version(draft=draft, conversation_id=conversation_id, brief=BRIEF, passages=(PASSAGE,))


def exchange(name: str, *versions: Version, text: str = "hello there") -> Exchange:
    """A turn of conversation "c"."""
    message = Message(id=f"m{name}", role="manager", text=text, created_at=f"2026-01-0{name}")
    question = Question(fact="start", text="When?", choices=("Now",))
    turn = Turn(
        id=f"t{name}",
        conversation_id="c",
        intent="draft",
        reply="Done.",
        brief=BriefView.of(BRIEF),
        drafts=tuple(item.draft for item in versions),
        questions=(question,),
        writer="outline",
    )
    return Exchange("c", message, turn, BRIEF, versions)


@pytest.fixture
def kept(store: Store) -> Store:
    """A store where "anna" has the empty conversation "c"."""
    store.create_conversation(
        "anna", Conversation(id="c", title="", created_at="1", updated_at="1", brief=Brief())
    )
    return store


def test_a_turn_comes_back_whole(kept: Store) -> None:
    """Message, reply, brief, questions and versions come back as they were kept."""
    given = exchange("1", version("d"))
    kept.keep("anna", given)
    found = kept.conversation("anna", "c")
    assert found.brief == BRIEF
    assert found.asked == given.turn.questions
    assert found.updated_at == given.message.created_at
    asked, replied = found.messages
    assert asked == given.message
    assert (replied.id, replied.role, replied.text, replied.turn) == ("t1", "assistant", "Done.", given.turn)
    assert kept.version("anna", "d") == given.versions[0]


def test_a_conversation_is_named_by_its_role(kept: Store) -> None:
    """Its name in the list is how it began, then the role, cut to a line."""
    bare = exchange("1", text="I need " + "x" * 100)
    kept.keep("anna", Exchange("c", bare.message, bare.turn, Brief()))
    (began,) = kept.conversations("anna")
    assert began.title.startswith("I need xxx")
    assert len(began.title) <= 60
    kept.keep_brief("anna", "c", BRIEF, "2")
    assert kept.conversation("anna", "c").title == "tester"


def test_the_newest_stands_first(store: Store) -> None:
    """Conversations are listed by their last change, without their messages."""
    for id_, updated in (("a", "1"), ("b", "3"), ("c", "2")):
        new = Conversation(id=id_, title=id_, created_at="1", updated_at=updated, brief=Brief())
        store.create_conversation("anna", new)
    assert [item.id for item in store.conversations("anna")] == ["b", "c", "a"]


def test_drafts_stand_in_the_order_of_their_making(kept: Store) -> None:
    """A new version of an early draft does not move it to the end."""
    kept.keep("anna", exchange("1", version("zz"), version("aa")))
    kept.keep_version("anna", version("zz", 2))
    assert [(item.draft.id, item.draft.version) for item in kept.newest("anna", "c")] == [
        ("zz", 2),
        ("aa", 1),
    ]


def test_versions_are_immutable_and_in_order(kept: Store) -> None:
    """Each version stays as it was; a number that is not the next one is a conflict."""
    kept.keep_version("anna", version("d", text="one"))
    kept.keep_version("anna", version("d", 2, text="two"))
    for number in (1, 2, 4):
        with pytest.raises(ConflictError):
            kept.keep_version("anna", version("d", number))
    assert [item.draft.sections[0].lines[0].text for item in kept.versions("anna", "d")] == ["one", "two"]
    assert kept.version("anna", "d", 1).draft.sections[0].lines[0].text == "one"
    with pytest.raises(NotFoundError):
        kept.version("anna", "d", 3)


def test_a_lone_draft_needs_no_conversation(store: Store) -> None:
    """A draft from a brief that was sent along belongs to its owner alone."""
    store.keep_version("anna", version("d", conversation_id=None))
    assert store.version("anna", "d").conversation_id is None


READS_AND_WRITES: dict[str, Callable[[Store, str], object]] = {
    "conversation": lambda store, owner: store.conversation(owner, "c"),
    "delete_conversation": lambda store, owner: store.delete_conversation(owner, "c"),
    "keep": lambda store, owner: store.keep(owner, exchange("2")),
    "keep_brief": lambda store, owner: store.keep_brief(owner, "c", BRIEF, "2"),
    "keep_version": lambda store, owner: store.keep_version(owner, version("d", 2)),
    "keep_version, alone": lambda store, owner: store.keep_version(owner, version("d", 2, None)),
    "version": lambda store, owner: store.version(owner, "d"),
    "version 1": lambda store, owner: store.version(owner, "d", 1),
    "versions": lambda store, owner: store.versions(owner, "d"),
}


@pytest.mark.parametrize("name", READS_AND_WRITES)
def test_what_another_owner_has_does_not_exist(kept: Store, name: str) -> None:
    """No method finds, changes or deletes what belongs to somebody else."""
    kept.keep("anna", exchange("1", version("d")))
    with pytest.raises(NotFoundError):
        READS_AND_WRITES[name](kept, "berta")
    assert kept.conversations("berta") == []
    assert kept.newest("berta", "c") == []
    assert len(kept.conversation("anna", "c").messages) == 2
    assert [item.draft.version for item in kept.versions("anna", "d")] == [1]


def test_half_a_turn_is_not_kept(kept: Store) -> None:
    """When one of a turn's versions cannot be kept, nothing of the turn is."""
    with pytest.raises(ConflictError):
        kept.keep("anna", exchange("1", version("d"), version("d", 7)))
    found = kept.conversation("anna", "c")
    assert found.messages == ()
    assert found.brief == Brief()
    assert kept.newest("anna", "c") == []


@pytest.fixture
def broken(engine: Engine) -> Iterator[list[str]]:
    """Fails statements that hold one of the words put into the list."""
    words: list[str] = []

    def fail(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if any(word in statement for word in words):
            raise OperationalError(statement, {}, Exception("database or disk is full"))

    event.listen(engine, "before_cursor_execute", fail)
    yield words
    event.remove(engine, "before_cursor_execute", fail)


def test_a_full_disk_saves_nothing(kept: Store, broken: list[str]) -> None:
    """A failure at the last statement of a turn takes back the first, and says that nothing was saved."""
    broken.append("INSERT INTO versions")
    with pytest.raises(StorageError, match="nothing was saved"):
        kept.keep("anna", exchange("1", version("d")))
    broken.clear()
    assert kept.conversation("anna", "c").messages == ()
    with pytest.raises(NotFoundError):
        kept.version("anna", "d")


def test_a_failing_read_is_told(kept: Store, broken: list[str]) -> None:
    """A disk that cannot be read is an error to try again, and readiness says the same."""
    broken.append("SELECT")
    with pytest.raises(StorageError, match="could not be read"):
        kept.conversation("anna", "c")
    with pytest.raises(StorageError):
        kept.ready()


def test_a_locked_database_is_told(kept: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that another process keeps waiting ends as an error to try again."""
    monkeypatch.setattr("assistant.records.database.BUSY_SECONDS", 0.05)
    other = open_engine(settings)
    with kept._transactions.write() as session:
        session.connection()
        with pytest.raises(StorageError):
            Store(other).keep_brief("anna", "c", BRIEF, "2")
    other.dispose()


def test_deleting_leaves_no_text_behind(kept: Store, settings: Settings) -> None:
    """After a conversation is deleted no file of the data folder holds a word of it."""
    secret = "zebra crossing"
    for name in range(1, 8):
        kept.keep(
            "anna", exchange(str(name), version(f"d{name}", text=secret * 40 * name), text=secret * 90 * name)
        )
        kept.keep_version("anna", version(f"d{name}", 2, text=f"{secret} again"))
    kept.keep_brief("anna", "c", Brief().merge(typed_changes({"team": secret})).brief, "9")
    assert any(secret.encode() in path.read_bytes() for path in settings.data_dir.iterdir())
    kept.delete_conversation("anna", "c")
    assert [path.name for path in settings.data_dir.iterdir() if b"zebra" in path.read_bytes()] == []
    with pytest.raises(NotFoundError):
        kept.version("anna", "d1")


def test_two_writers_wait_for_each_other(kept: Store) -> None:
    """Many threads writing at once all succeed, none of them told that the database is locked."""
    failures: list[Exception] = []

    def write(name: int) -> None:
        try:
            kept.keep_version("anna", version(f"d{name}"))
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(kept.newest("anna", "c")) == 12


@pytest.mark.parametrize("number", [0, -1, 2, 2**31, 10**30])
def test_a_version_that_cannot_be_is_not_found(store: Store, number: int) -> None:
    """Any other number than a version's own finds nothing, however large."""
    store.keep_version("anna", version("d", conversation_id=None))
    assert store.version("anna", "d", 1).draft.version == 1
    with pytest.raises(NotFoundError):
        store.version("anna", "d", number)
