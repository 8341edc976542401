"""A search finds the library's passages in a stable order, and says whether they answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from langchain_core.embeddings import Embeddings

from knowledge.cache import Cache
from knowledge.cards import Library
from knowledge.errors import CardError
from knowledge.folder_lock import FolderLock
from knowledge.library_index import index_library
from knowledge.owner_vectors import OwnerVectors
from knowledge.search import Search

if TYPE_CHECKING:
    from tests.knowledge.conftest import Shelf

TODAY = dt.date(2026, 11, 1)


@pytest.fixture
def search(small_library: Library, word_embeddings: Embeddings, tmp_path: Path) -> Search:
    """The small library, searched without a model."""
    index = index_library(small_library, TODAY, word_embeddings, "words", Cache((tmp_path,)), print)
    return Search(index, word_embeddings)


def ids(search: Search, query: str, **filters: object) -> list[str]:
    """What a search lists."""
    return [passage.id for passage in search.search(query, **filters).passages]  # type: ignore[arg-type]


def test_the_card_that_answers_comes_first(search: Search) -> None:
    """The passage whose question was asked leads, and the question counts as answered."""
    found = search.search("Publish the pay range, how?")
    assert found.answered
    assert found.passages[0].id == "show-pay"
    scores = [passage.score for passage in found.passages]
    assert scores == sorted(scores, key=lambda score: -(score or 0))


def test_what_is_not_covered_is_ranked_but_not_answered(search: Search) -> None:
    """A question about something else still lists the nearest, and says that it is not covered."""
    found = search.search("zebra xylophone")
    assert not found.answered
    assert len(found.passages) == 7


@pytest.mark.parametrize("query", ["", "  \n\t"])
def test_no_question_finds_nothing(search: Search, query: str) -> None:
    """An empty question has no nearest passage."""
    found = search.search(query)
    assert (found.answered, found.passages) == (False, ())


def test_k_limits_the_list_and_nothing_else(search: Search) -> None:
    """A shorter list is the start of the longer one, with the same verdict."""
    assert ids(search, "pay range", k=2) == ids(search, "pay range")[:2]
    assert search.search("pay range", k=1).answered == search.search("pay range").answered


def test_equal_scores_stand_in_the_order_of_ids(search: Search) -> None:
    """The same question gives the same list, on any day and machine."""
    found = [passage for passage in search.search("zebra").passages if passage.score == 0]
    assert [passage.id for passage in found] == sorted(passage.id for passage in found)


def test_filters_narrow_the_list(search: Search) -> None:
    """Topic, place and engagement leave out what does not apply."""
    assert ids(
        search, "pay range", topics=["pay-transparency"], jurisdiction="US-CA", engagement="contractor"
    ) == ["pay-law-us-ca"]


def test_a_passage_is_opened_by_its_id(search: Search) -> None:
    """Every id that a search shows opens; another opens nothing."""
    assert all(search.passage(id) is not None for id in ids(search, "pay"))
    assert search.passage("unknown") is None


def test_a_topic_lists_its_passages(search: Search) -> None:
    """A writer gets all that the library holds on a topic, in a stable order."""
    assert [passage.id for passage in search.topic_passages("pay-transparency")] == [
        "pay-law-gb",
        "pay-law-us-ca",
        "show-pay",
    ]
    assert search.topic_passages("unknown") == ()


def test_an_empty_library_refuses_to_start(word_embeddings: Embeddings, tmp_path: Path) -> None:
    """Without cards there is nothing to search, and the error says so."""
    empty = Library({}, {}, {}, {}, {})
    with pytest.raises(CardError, match="no cards"):
        index_library(empty, TODAY, word_embeddings, "words", Cache((tmp_path,)), print)


def test_progress_is_told_when_vectors_are_made(
    small_library: Library, word_embeddings: Embeddings, tmp_path: Path
) -> None:
    """The first index says that it works; a reload is silent."""
    told: list[str] = []
    for _ in range(2):
        index_library(small_library, TODAY, word_embeddings, "words", Cache((tmp_path,)), told.append)
    assert len(told) == 1


@pytest.fixture
def owned(
    small_library: Library, word_embeddings: Embeddings, tmp_path: Path, shelf: Shelf
) -> Iterator[Search]:
    """The small library beside uploaded documents."""
    index = index_library(small_library, TODAY, word_embeddings, "words", Cache((tmp_path,)), print)
    with FolderLock(tmp_path / "data") as lock:
        search = Search(
            index, word_embeddings, OwnerVectors(lock, shelf, word_embeddings, "words", lambda line: None)
        )
        yield search
        search.close()


def test_an_upload_is_found_beside_the_library_and_marked(owned: Search, shelf: Shelf) -> None:
    """A manager's own guidance leads where it fits best, says whose it is, and opens for them alone."""
    (chunk,) = shelf.put("ann", "a", "Publish the pay range only after the works council agrees.")
    owned.refresh("ann")
    found = owned.search("works council agrees, after the pay range?", owner="ann")
    first = found.passages[0]
    assert (first.id, first.owner, first.card) == (chunk.id, "ann", "document")
    assert "show-pay" in [passage.id for passage in found.passages]
    assert owned.passage(chunk.id, "ann") is not None
    for other in ("bob", None):
        assert chunk.id not in ids(owned, "works council agrees, after the pay range?", owner=other)
        assert owned.passage(chunk.id, other) is None


def test_a_removed_upload_is_found_no_more(owned: Search, shelf: Shelf) -> None:
    """After a removal neither search nor id finds it."""
    (chunk,) = shelf.put("ann", "a", "Works council.")
    assert chunk.id in ids(owned, "works council", owner="ann")
    shelf.drop("ann", "a")
    owned.refresh("ann")
    assert chunk.id not in ids(owned, "works council", owner="ann")
    assert owned.passage(chunk.id, "ann") is None
