"""Compare a vector with sections of texts: the best two of each section count."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.ranking import Scores, Vector
from knowledge.vector_cache import Matrix


@dataclass(frozen=True)
class Sections:
    """Unit vectors as rows, those of one section side by side; `of` names each row's section."""

    vectors: Matrix
    starts: npt.NDArray[np.intp]
    of: npt.NDArray[np.intp]

    def best_two(self, vector: Vector) -> tuple[Scores, Scores]:
        """Of each section the best cosine, then the mean of the best two."""
        cosines = (self.vectors @ vector).astype(np.float64)
        best: Scores = np.maximum.reduceat(cosines, self.starts)
        others = np.where(cosines == best[self.of], -np.inf, cosines)
        second: Scores = np.maximum.reduceat(others, self.starts)
        return best, np.where(np.isfinite(second), (best + second) / 2, best)


def sections(vectors: Matrix, sizes: Sequence[int]) -> Sections:
    """Cut the first rows into sections of these sizes, none of them empty; later rows are left out."""
    return Sections(
        vectors=vectors[: sum(sizes)],
        starts=np.cumsum([0, *sizes[:-1]]),
        of=np.repeat(np.arange(len(sizes)), sizes),
    )
