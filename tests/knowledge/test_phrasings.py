"""Phrasings lead to topics, and were not taken from the questions that judge them."""

from pathlib import Path

import pytest

from evals.retrieval.questions import answerable, general, leading, unanswerable
from knowledge.cards import load_library
from knowledge.embedding import MiniLM
from knowledge.errors import CardError
from knowledge.facets import facets_of
from knowledge.outside import load_outside
from knowledge.phrasings import load_phrasings


def test_every_topic_has_phrasings_and_no_other() -> None:
    """A topic without a manager's own words would be found by its statement alone."""
    assert set(load_phrasings()) == set(load_library().topics)


@pytest.mark.parametrize("content", ["- a", "a: b", "a: [1, {b: c}]", "a: ['']", "a: ["])
def test_another_shape_is_refused_by_name(tmp_path: Path, content: str) -> None:
    """A mistake in the file stops the start, and says which file."""
    path = tmp_path / "phrasings.yaml"
    path.write_text(content)
    with pytest.raises(CardError, match=r"phrasings\.yaml"):
        load_phrasings(path)


def test_no_evaluation_question_is_indexed(minilm: MiniLM) -> None:
    """A question that judges the search is nowhere in what is searched, nor almost word for word."""
    phrasings = [line for lines in load_phrasings().values() for line in lines]
    cards = [text for card in load_library() for text in facets_of(card)]
    texts = {text.lower() for text in (*phrasings, *cards, *load_outside())}
    parts = (answerable, general, leading, unanswerable)
    sets = [part(split) for split in ("tuning", "report") for part in parts]
    asked = [one.question for questions in sets for one in questions]
    assert [question for question in asked if question.lower() in texts] == []
    reported = [one.question for one in answerable("report")]
    near = minilm.vectors(reported) @ minilm.vectors(phrasings).T
    assert near.max() < 0.8
