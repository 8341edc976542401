"""Names are found as managers write them."""

from collections.abc import Sequence

import numpy as np
import pytest

from knowledge.cards import Library
from knowledge.names import Matrix, Names, competency_names, is_work, role_names
from knowledge.search import Search


class NoEmbedder:
    """An embedder that must not be asked."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Fail: these tests go by words alone."""
        raise AssertionError("asked for meaning")


class NothingNear:
    """An embedder to which no question is like anything."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Only noughts."""
        return [[0.0] * 384 for _ in texts]


@pytest.fixture
def names() -> Names:
    """Two skills that share a name, and one whose name is an ordinary word."""
    aliases = {
        "a": ("load balancing", "Python"),
        "b": ("Go", "Python"),
        "c": ("balancing",),
        "d": ("front-end developer", "frontend developer"),
    }
    return Names(aliases, dict.fromkeys(aliases, ("",)), NoEmbedder())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Load balancing at scale", [("a", "Load balancing")]),
        ("we use LOAD BALANCINGs", [("a", "LOAD BALANCINGs")]),
        ("python", [("a", "python"), ("b", "python")]),
        ("willing to go on site", []),
        ("Go services", [("b", "Go")]),
        ("frontend devs wanted", [("d", "frontend devs")]),
        ("unbalancing", []),
        ("", []),
    ],
)
def test_the_longest_name_at_each_place_is_found(
    names: Names, text: str, found: list[tuple[str, str]]
) -> None:
    """Whole words count, whatever their case and number; a shared name counts for each of its owners."""
    assert [(item.id, text[item.start : item.end]) for item in names.all_in(text)] == found


def test_each_role_alias_means_one_role(library: Library) -> None:
    """Every title and alias of every role is found, and means that role alone."""
    names = role_names(library, NoEmbedder())
    for role in library.roles.values():
        for alias in (role.title, *role.aliases):
            assert {item.id for item in names.all_in(alias)} == {role.id}, alias


def test_meaning_helps_where_words_do_not(library: Library, search: Search) -> None:
    """A skill in other words finds its competency; something else entirely finds none."""
    names = competency_names(library, search.embeddings)
    assert names.closest("finding out why a network link is down", least=0.4) == "network-troubleshooting"
    assert names.closest("baking bread at dawn", least=0.4) is None


def test_work_is_known_by_how_it_is_asked_for(library: Library, search: Search) -> None:
    """A phrase that asks for somebody by the work finds the role; other work, and plain titles, find none."""
    names = role_names(library, search.embeddings)
    assert names.for_work("someone to rebuild our office network") == "network-engineer"
    assert names.for_work("someone to keep our servers patched") == "systems-administrator"
    assert names.for_work("someone to cook lunch") is None
    assert is_work("Someone to rebuild our office network")
    assert not is_work("network engineer")


def test_descriptions_are_learnt_once(library: Library) -> None:
    """What embeds the library's own texts is asked for all of them at once, and for no question."""
    asked: list[int] = []

    def embed(texts: Sequence[str]) -> Matrix:
        asked.append(len(texts))
        return np.eye(len(texts), 384, dtype=np.float32)

    names = role_names(library, NothingNear(), embed)
    names.load()
    assert names.closest("anything", least=0.5) is None
    assert names.for_work("someone to do anything", least=0.5) is None
    roles = library.roles.values()
    assert asked == [sum(2 + len(role.questions) for role in roles)]
