"""Print how well the search finds and refuses: `python -m evals.retrieval.run [tuning|report] [--misses]`."""

import argparse
import datetime as dt
import sys
from collections.abc import Iterator, Sequence

from evals.retrieval.questions import Asked, Split, answerable, general, leading, unanswerable
from evals.retrieval.rankers import Ranker, Shop, rankers
from evals.table import Table
from knowledge import ranking
from knowledge.cache import Cache, default_folders
from knowledge.cards import load_library
from knowledge.embedding import MiniLM
from knowledge.library_index import index_library
from knowledge.passages import Passage
from knowledge.search import Search

DEPTHS = (1, 3, 5)


def open_shop(today: dt.date = dt.date(2026, 11, 1)) -> Shop:
    """The library's search with its parts at hand; the date decides no rank."""
    cache = Cache(default_folders())
    embeddings = MiniLM(cache, print)
    index = index_library(load_library(), today, embeddings, embeddings.digest, cache, print)
    return Shop(Search(index, embeddings), index, embeddings)


def hits(asked: Asked, passage: Passage) -> bool:
    """Whether the passage is one that was asked for."""
    return (
        passage.id == asked.card or passage.id in asked.leads or not asked.topics.isdisjoint(passage.topics)
    )


def rank(asked: Asked, ranker: Ranker) -> int | None:
    """At which place, from 1, the first hit stands."""
    places = (place for place, passage in enumerate(ranker(asked.question), start=1) if hits(asked, passage))
    return next(places, None)


def recall(questions: Sequence[Asked], ranker: Ranker) -> tuple[float, ...]:
    """The share of questions with a hit within each of `DEPTHS`."""
    places = [rank(asked, ranker) for asked in questions]
    return tuple(
        sum(place is not None and place <= depth for place in places) / len(places) for depth in DEPTHS
    )


def refused(questions: Sequence[Asked], search: Search) -> float:
    """The share of questions that count as not covered."""
    return sum(not search.search(asked.question).answered for asked in questions) / len(questions)


def tables(shop: Shop, split: Split) -> Iterator[Table]:
    """Recall by ranker, then refusals by what was asked."""
    on_topics, on_cards, outside = answerable(split), general(split), unanswerable(split)
    leads = leading(split)
    headings = tuple(f"recall@{depth}" for depth in DEPTHS)
    all_rankers = rankers(shop)
    yield Table(
        f"{len(on_topics)} questions on topics ({split}), hit = a passage of the topic",
        ("ranker", *headings),
        [(name, *map(_share, recall(on_topics, ranker))) for name, ranker in all_rankers.items()],
    )
    ours = all_rankers["Hiring Assistant"]
    yield Table(
        f"{len(on_cards)} questions on roles and skills ({split}), hit = the one card",
        ("ranker", *headings),
        [("Hiring Assistant", *map(_share, recall(on_cards, ours)))],
    )
    yield Table(
        f"{len(leads)} questions as managers type them ({split}), hit = a card that may come first",
        ("ranker", *headings),
        [("Hiring Assistant", *map(_share, recall(leads, ours)))],
    )
    yield Table(
        f"refused ({split}), answered from {ranking.ANSWERED_FROM}",
        ("asked", "questions", "refused"),
        [_refusal(*group, shop.search) for group in _groups(on_topics, on_cards, leads, outside)],
    )


def _groups(
    on_topics: Sequence[Asked], on_cards: Sequence[Asked], leads: Sequence[Asked], outside: Sequence[Asked]
) -> Iterator[tuple[str, Sequence[Asked]]]:
    yield "to be answered: topics", on_topics
    yield "to be answered: roles and skills", on_cards
    yield "to be answered: as managers type", leads
    yield "to be refused", outside
    for about in dict.fromkeys(asked.about for asked in outside):
        yield f"  {about}", [asked for asked in outside if asked.about == about]


def _refusal(name: str, questions: Sequence[Asked], search: Search) -> tuple[str, ...]:
    return name, str(len(questions)), _share(refused(questions, search))


def _share(number: float) -> str:
    return f"{number:.3f}"


def misses(shop: Shop, split: Split) -> Iterator[str]:
    """Every question without a hit in time, with a wrong lead, wrongly refused or wrongly answered."""
    ours = rankers(shop)["Hiring Assistant"]
    for asked in leading(split):
        if rank(asked, ours) != 1:
            yield f"led wrong {asked.question}"
    for asked in (*answerable(split), *general(split), *leading(split)):
        place = rank(asked, ours)
        if place is None or place > DEPTHS[-1]:
            yield f"missed    {asked.question}"
        if not shop.search.search(asked.question).answered:
            yield f"refused   {asked.question}"
    for asked in unanswerable(split):
        if shop.search.search(asked.question).answered:
            yield f"answered  {asked.question}"


def measure() -> Iterator[Table]:
    """The report's tables, for the bench."""
    yield from tables(open_shop(), "report")


def main(arguments: Sequence[str]) -> None:
    """Print the tables, and the misses when asked to."""
    parser = argparse.ArgumentParser(prog="python -m evals.retrieval.run", description=__doc__)
    parser.add_argument("split", nargs="?", choices=["tuning", "report"], default="report")
    parser.add_argument("--misses", action="store_true", help="also list the questions that failed")
    chosen = parser.parse_args(arguments)
    shop = open_shop()
    for table in tables(shop, chosen.split):
        print(table, end="\n\n")
    if chosen.misses:
        print(*misses(shop, chosen.split), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
