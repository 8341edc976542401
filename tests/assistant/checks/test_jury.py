"""The sentences that vote hold what they need, and not a second model."""

import numpy as np

from assistant.checks.text.voting import model
from assistant.checks.text.word_votes import Terms
from knowledge.search import Search


def test_the_checks_and_the_search_have_one_model(search: Search) -> None:
    """A process holds the embedding model once, whoever asks for vectors."""
    assert model() is search.embeddings


def test_a_term_votes_as_the_sentences_that_have_it() -> None:
    """Each sentence's vote goes to its terms alone, in shares of length one."""
    found = [frozenset(("kids", "have", "you", "<")), frozenset(("kids",))]
    places = {"<": 0, "have": 1, "kids": 2, "you": 3}
    votes = np.array([[1.0, 0.0], [0.5, -2.0]], dtype=np.float32)
    words = Terms(found, places).voting(votes, votes)
    np.testing.assert_allclose(words.beside, [[0.5, 0], [0.5, 0], [1.0, -2.0], [0.5, 0]])
    assert words.beside.dtype == np.float32


def test_the_sentence_that_shares_most_words_is_the_nearest() -> None:
    """What is decided by words alone is told in the words of the entry whose example shares most with it."""
    votes = np.zeros((3, 1), dtype=np.float32)
    words = Terms.of(["Do you have kids?", "Who wrote the tests?", "Have you kids?"]).voting(votes, votes)
    assert words.likeness("So who wrote all the tests here?").argmax() == 1
