"""Learn from the library's own texts which topic a question is on."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.ranking import Scores, Vector
from knowledge.vector_cache import Matrix

# Ridge: large enough that a topic with few texts is not learnt by heart.
RIDGE = 3.0


@dataclass(frozen=True)
class TopicGuess:
    """A linear map from a text's vector to one number a topic, about 1 for its own and 0 for the rest."""

    weights: npt.NDArray[np.float64]

    def of(self, vector: Vector) -> Scores:
        """How far a question looks like each topic's texts, and unlike the other topics'."""
        scores: Scores = vector @ self.weights
        return scores


def learn(vectors: Matrix, topics: npt.NDArray[np.bool_]) -> TopicGuess:
    """Fit by least squares: rows are texts, `topics` (texts, topics) says which each is on, if any."""
    inputs = vectors.astype(np.float64)
    square = inputs.T @ inputs + RIDGE * np.eye(inputs.shape[1])
    weights = np.linalg.solve(square, inputs.T @ topics.astype(np.float64))
    return TopicGuess(weights.astype(np.float64))
