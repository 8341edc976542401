"""Fuse meaning and shared words into one score, and say whether the best of it answers.

The constants were chosen on the tuning half of `evals/retrieval`; the other half reports them.
"""

import numpy as np
import numpy.typing as npt

from knowledge.passages import CardKind

Scores = npt.NDArray[np.float64]
Vector = npt.NDArray[np.float32]

WORDS_WEIGHT = 0.2
WORDS_HALF = 8.0
ANSWERED_FROM = 0.45
# What is said of a role or a competency in general yields to guidance on the question itself.
KIND_OFFSET: dict[CardKind, float] = {"role": -0.05, "competency": -0.05}


def fused(meaning: Scores, words: Scores) -> Scores:
    """Cosine plus a low-weight, saturating share of BM25: plain rank fusion loses to cosine alone."""
    return meaning + WORDS_WEIGHT * words / (words + WORDS_HALF)


def answered(best: float) -> bool:
    """Whether a best score of this size means that the question is covered."""
    return best >= ANSWERED_FROM
