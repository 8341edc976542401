"""A reader over the real kinds and cards, with embeddings that find nothing near."""

import datetime as dt
from collections.abc import Callable

import pytest

from assistant.kinds import Kind
from assistant.reading.reader import RuleReader
from knowledge.cards import Library
from knowledge.names import role_names


class NothingNear:
    """Embeddings by which no text is like another."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Zeroes."""
        return [[0.0] * 4 for _ in texts]


@pytest.fixture(scope="session")
def reader(library: Library, kinds: dict[str, Kind], clock: Callable[[], dt.datetime]) -> RuleReader:
    """The reader without a notion of meaning, so that every find rests on words."""
    return RuleReader(library, kinds, role_names(library, NothingNear()), clock)
