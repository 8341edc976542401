"""Rank passages by likeness in meaning, topic and words; say whether the best of them answers.

Every constant was chosen on the tuning half of `evals/retrieval` by `python -m evals.retrieval.tune`;
the other half reports them.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Vector = npt.NDArray[np.float32]

WORDS_WEIGHT = 0.4
WORDS_HALF = 8.0
TOPIC_WEIGHT = 0.75
# The guess of a question's topic, beside the topic's best two texts.
GUESS_WEIGHT = 0.5
# A card without a topic, of a role or a competency, is a topic of its own, discounted: above 0.6 such cards
# come before the guidance that a question on managing asks for, below it guidance comes before them.
OWN_TOPIC = 0.6
# So is an upload, with a bonus: a manager's own rule goes before general guidance that fits as well.
UPLOAD_TOPIC = 1.25

TOPIC_NEAREST_WEIGHT = 0.44
OUTSIDE_WEIGHT = 1.15
STRANGE_WEIGHT = 0.33
ANSWERED_FROM = 0.02  # rounded down: refusing what is covered is the worse fault
# Far below the least near of the answerable tuning questions (0.39): what is no question at all.
CARD_FROM = 0.32
UPLOAD_ANSWERED_FROM = 0.3


@dataclass(frozen=True)
class Likeness:
    """How like a question some passages are, one number a passage: cosines, and BM25 for `words`.

    `nearest` is a passage's best text, `pair` the mean of its best two; `topic_nearest` and `topic` are the
    same of its topic's texts.
    """

    nearest: Scores
    topic_nearest: Scores
    pair: Scores
    topic: Scores
    words: Scores

    def scores(self) -> Scores:
        """One score a passage, 0 to 1.

        Two texts that agree are worth more than one, the topic as a whole bears a passage out, and a
        saturating share of BM25 helps where words are rare; plain rank fusion loses to each of these.
        """
        words = WORDS_WEIGHT * self.words / (self.words + WORDS_HALF)
        total = self.pair + words + TOPIC_WEIGHT * self.topic
        return np.clip(total / (1 + WORDS_WEIGHT + TOPIC_WEIGHT), 0.0, 1.0)


@dataclass(frozen=True)
class Evidence:
    """What speaks for and against a question's being covered by the library.

    Cosines of the nearest text of a card, of a topic, and of the subjects that the library does not hold;
    `strange` is the share of the question's weight in words that no card has.
    """

    card: float
    topic: float
    outside: float
    strange: float

    def answers(self) -> bool:
        """Whether a card is near at all, and what speaks for it outweighs what speaks against."""
        if self.card < CARD_FROM:
            return False
        near = self.card + TOPIC_NEAREST_WEIGHT * self.topic
        return near - OUTSIDE_WEIGHT * self.outside - STRANGE_WEIGHT * self.strange >= ANSWERED_FROM


def upload_answers(nearest: float, strange: float) -> bool:
    """Whether uploaded documents cover a question; their subjects may well be outside the library's."""
    return nearest - STRANGE_WEIGHT * strange >= UPLOAD_ANSWERED_FROM
