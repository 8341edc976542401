"""Measure the figures and print them as tables: `python -m evals.bench [section...]`."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from evals import bench_documents, bench_search, bench_serving
from evals.checks import run as bench_checks
from evals.model import bench as bench_model
from evals.retrieval import run as bench_retrieval
from evals.table import Table

Section = Callable[[], Iterable[Table]]

# A section is a function that measures and yields tables; a new one is a module and a line here.
SECTIONS: Mapping[str, Section] = {
    "serving": bench_serving.measure,
    "search": bench_search.measure,
    "retrieval": bench_retrieval.measure,
    "documents": bench_documents.measure,
    "checks": bench_checks.measure,
    "model": bench_model.measure,
}


def main(arguments: Sequence[str]) -> None:
    """Print the tables of the sections asked for, or of all."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    parser.add_argument(
        "sections", nargs="*", metavar="section", help=f"of {', '.join(SECTIONS)}; all otherwise"
    )
    chosen = parser.parse_args(arguments).sections or list(SECTIONS)
    for name in chosen:
        if name not in SECTIONS:
            parser.error(f"There is no such section. Known: {', '.join(SECTIONS)}.")
    for name in chosen:
        for table in SECTIONS[name]():
            print(table, end="\n\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
