"""Order passages best first without letting one topic fill the list."""

import heapq
from collections import defaultdict
from collections.abc import Sequence

from knowledge.passages import Passage

# What a passage yields for each one of its topic that stands before it.
REPEATED = 0.04

Scored = tuple[Passage, float]


def varied(scored: Sequence[Scored], k: int) -> list[Scored]:
    """The best `k`, ties by id, with what their scores are after yielding; never rising."""
    queues: defaultdict[str, list[Scored]] = defaultdict(list)
    for passage, score in sorted(scored, key=_order):
        queues[_group(passage)].append((passage, score))
    heads = [(*_order(queue[0]), 0, group) for group, queue in queues.items()]
    heapq.heapify(heads)
    chosen: list[Scored] = []
    while heads and len(chosen) < k:
        negative, _, at, group = heapq.heappop(heads)
        queue = queues[group]
        chosen.append((queue[at][0], -negative))
        if at + 1 < len(queue):
            passage, score = queue[at + 1]
            yielded = max(0.0, round(score - _cost(passage) * (at + 1), 4))
            heapq.heappush(heads, (-yielded, passage.id, at + 1, group))
    return chosen


def _order(scored: Scored) -> tuple[float, str]:
    return -scored[1], scored[0].id


def _group(passage: Passage) -> str:
    """Guidance goes by its main topic; all roles and competencies go together, and so do uploads."""
    if passage.card == "document":
        return "uploaded"
    return passage.topics[0] if passage.topics else "general"


def _cost(passage: Passage) -> float:
    return 0.0 if passage.card == "document" else REPEATED
