"""Shared words count by how rare they are."""

import numpy as np
import pytest

from knowledge.lexical import Lexicon, words_of

TEXTS = [
    "Invoices are paid in thirty days.",
    "A day rate is paid by the day.",
    "Thank people soon, and thank them well.",
]


@pytest.mark.parametrize(
    ("one", "other"),
    [("paying", "pay"), ("policies", "policy"), ("dates", "date"), ("The team\u2019s", "team")],
)
def test_forms_of_a_word_are_one_word(one: str, other: str) -> None:
    """Plurals, participles and genitives meet their plain form."""
    assert words_of(one) == words_of(other)


def test_names_keep_their_signs() -> None:
    """C++ and C# are not C."""
    assert len({*words_of("C"), *words_of("C++"), *words_of("C#")}) == 3


def test_a_rare_word_outweighs_a_common_one() -> None:
    """The word that only one text has decides."""
    scores = Lexicon(TEXTS).scores("an invoice paid late")
    assert scores[0] > scores[1] > scores[2] == 0


def test_asking_twice_is_asking_once() -> None:
    """A repeated word cannot be used to lift a text."""
    lexicon = Lexicon(TEXTS)
    np.testing.assert_array_equal(lexicon.scores("thank " * 50), lexicon.scores("thank"))


def test_texts_from_outside_are_scored_alike() -> None:
    """A text of the collection scores the same when it comes as a stranger."""
    lexicon = Lexicon(TEXTS)
    question = "when are invoices paid, and who gets a thank you"
    np.testing.assert_allclose(lexicon.scores_of(question, TEXTS), lexicon.scores(question))
    assert lexicon.scores_of("zebra", ["A zebra."])[0] > 0


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("When are invoices paid?", 0.0),
        ("zebra", 1.0),
        ("When does our Priya get paid?", 0.0),
        ("", 1.0),
        ("what is it?", 1.0),
    ],
)
def test_strangeness_is_the_share_of_unknown_words(question: str, share: float) -> None:
    """Words that no text has count in full, names in a sentence not at all."""
    assert Lexicon(TEXTS).strangeness(question) == share


def test_words_of_other_texts_are_not_strange() -> None:
    """A word that an upload has is known."""
    assert Lexicon(TEXTS).strangeness("zebra paid", ["Zebras."]) == 0.0
