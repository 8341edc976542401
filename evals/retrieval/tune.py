"""Choose the constants of `knowledge.ranking` on the tuning questions: `python -m evals.retrieval.tune`."""

import dataclasses
import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from evals.retrieval.questions import Asked, answerable, general, unanswerable
from evals.retrieval.rankers import Shop
from evals.retrieval.run import hits, open_shop
from evals.table import Table
from knowledge import ranking
from knowledge.ranking import Likeness, Scores
from knowledge.search import question_vector

Array = npt.NDArray[np.float64]

WORDS_WEIGHTS = (0.0, 0.2, 0.3, 0.4, 0.5)
WORDS_HALVES = (4.0, 6.0, 8.0)
TOPIC_WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0)
SHOWN = 12
# The share of answerable tuning questions that may be refused; the goal on others is 0.05.
LOST = 0.01
RIDGE = 1.0


def rank_table(shop: Shop) -> Table:
    """The best fusions of meaning, topic and words, by recall on topics and on cards together."""
    asked = (*answerable("tuning"), *general("tuning"))
    likenesses = [
        shop.index.likeness(one.question, question_vector(one.question, shop.embeddings)) for one in asked
    ]
    goals = [np.array([hits(one, passage) for passage in shop.index.passages]) for one in asked]
    rows = []
    for weight, half, topic in itertools.product(WORDS_WEIGHTS, WORDS_HALVES, TOPIC_WEIGHTS):
        places = [
            _place(_fused(likeness, weight, half, topic), goal)
            for likeness, goal in zip(likenesses, goals, strict=True)
        ]
        shares = [float(np.mean([place <= depth for place in places])) for depth in (1, 3, 5)]
        rows.append((sum(shares), (f"{weight} / {half} / {topic}", *(f"{share:.3f}" for share in shares))))
    best = [row for _, row in sorted(rows, reverse=True)[:SHOWN]]
    return Table("fusion (tuning)", ("words / half / topic", "recall@1", "recall@3", "recall@5"), best)


def _fused(likeness: Likeness, weight: float, half: float, topic: float) -> Scores:
    return likeness.pair + weight * likeness.words / (likeness.words + half) + topic * likeness.topic


def _place(scores: Scores, goal: npt.NDArray[np.bool_]) -> int:
    return int((scores > scores[goal].max()).sum()) + 1


def answer_table(shop: Shop) -> Table:
    """A small logistic regression of covered or not, scaled so that the nearest card counts one."""
    covered = (*answerable("tuning"), *general("tuning"))
    outside = unanswerable("tuning")
    features = np.array([_features(shop, asked) for asked in (*covered, *outside)])
    truth = np.array([1.0] * len(covered) + [0.0] * len(outside))
    found = _logistic(features, truth)
    weights = np.round(found[:-1] / found[0], 2)
    evidence = features @ weights
    threshold = float(np.quantile(evidence[truth == 1], LOST))
    refused = float((evidence[truth == 0] < threshold).mean())
    return Table(
        f"answered (tuning), {LOST:.1%} of the answerable refused",
        ("constant", "value"),
        [
            ("TOPIC_NEAREST_WEIGHT", f"{weights[1]:.2f}"),
            ("OUTSIDE_WEIGHT", f"{-weights[2]:.2f}"),
            ("STRANGE_WEIGHT", f"{-weights[3]:.2f}"),
            ("ANSWERED_FROM", f"{threshold:.3f}"),
            ("unanswerable refused", f"{refused:.3f}"),
        ],
    )


def _features(shop: Shop, asked: Asked) -> tuple[float, ...]:
    vector = question_vector(asked.question, shop.embeddings)
    likeness = shop.index.likeness(asked.question, vector)
    everything = np.ones(len(shop.index.passages), dtype=bool)
    return dataclasses.astuple(shop.index.evidence(asked.question, vector, likeness, everything))


def _logistic(features: Array, truth: Array) -> Array:
    """The weights of the features and of one, by Newton's method with a ridge."""
    inputs = np.hstack([features, np.ones((len(features), 1))])
    ridge = np.diag([RIDGE / 10] * features.shape[1] + [0.0])
    weights = np.zeros(inputs.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (truth - chance) - ridge @ weights
        weights = weights + np.linalg.solve((inputs.T * (chance * (1 - chance))) @ inputs + ridge, slope)
    return weights


def upload_table(shop: Shop) -> Table:
    """Thresholds for uploads, tried on guidance as a manager might upload it: whole, no questions."""
    guidance = [passage for passage in shop.index.passages if passage.topics]
    texts = [f"{passage.title}. {passage.text}" for passage in guidance]
    vectors = shop.embeddings.vectors(texts)

    def evidence(questions: Sequence[Asked]) -> Iterator[float]:
        for asked in questions:
            cosines = vectors @ question_vector(asked.question, shop.embeddings)
            strange = shop.index.lexicon.strangeness(asked.question, texts)
            yield float(cosines.max()) - ranking.STRANGE_WEIGHT * strange

    yes = np.array([*evidence(answerable("tuning"))])
    no = np.array([*evidence(unanswerable("tuning"))])
    rows = [
        (f"{threshold:.2f}", f"{(yes < threshold).mean():.3f}", f"{(no < threshold).mean():.3f}")
        for threshold in np.arange(0.2, 0.5, 0.05)
    ]
    return Table(
        "uploads (tuning)", ("UPLOAD_ANSWERED_FROM", "answerable refused", "unanswerable refused"), rows
    )


if __name__ == "__main__":
    shop = open_shop()
    for table in (rank_table(shop), answer_table(shop), upload_table(shop)):
        print(table, end="\n\n")
