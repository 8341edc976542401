"""The sentences that vote hold what they need, and not a second model."""

import numpy as np

from assistant.checks.text.jury import _votes_by_term, model
from knowledge.search import Search


def test_the_checks_and_the_search_have_one_model(search: Search) -> None:
    """A process holds the embedding model once, whoever asks for vectors."""
    assert model() is search.embeddings


def test_a_term_votes_as_the_sentences_that_have_it() -> None:
    """Each sentence's vote goes to its terms alone, in shares of length one."""
    found = [frozenset(("kids", "have", "you", "<")), frozenset(("kids",))]
    places = {"<": 0, "have": 1, "kids": 2, "you": 3}
    votes = np.array([[1.0, 0.0], [0.5, -2.0]], dtype=np.float32)
    by_term = _votes_by_term(found, places, votes)
    np.testing.assert_allclose(by_term, [[0.5, 0], [0.5, 0], [1.0, -2.0], [0.5, 0]])
    assert by_term.dtype == np.float32
