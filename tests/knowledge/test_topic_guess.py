"""A question's topic is guessed from texts whose topic is known."""

import numpy as np

from knowledge.topic_guess import learn


def test_a_new_text_is_told_by_what_its_topic_alone_shares() -> None:
    """What all topics have in common says nothing; what one has says much."""
    generator = np.random.default_rng(7)
    shared, first, second = np.eye(8)[:3]
    texts = np.array([shared + (first if row % 2 else second) for row in range(40)])
    texts = texts + generator.normal(scale=0.05, size=texts.shape)
    topics = np.array([[row % 2 == 1, row % 2 == 0] for row in range(40)])
    guess = learn(texts.astype(np.float32), topics)
    scores = guess.of((shared + first).astype(np.float32))
    assert scores[0] > 0.7
    assert scores[1] < 0.3
