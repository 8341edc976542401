"""The baseline: the results that were last accepted, by hand, with `eval bless`."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.gate.places import BASELINE
from evals.gate.results import Frozen, Result


class Kept(Frozen):
    """A result as it was accepted."""

    passed: int
    failed: tuple[str, ...] = ()
    unscored: tuple[str, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0


class Baseline(Frozen):
    """Accepted results by id, and the prompts by which they came about."""

    results: Mapping[str, Kept] = {}
    prompts: Mapping[str, str] = {}

    def accepts(self, result: Result) -> tuple[str, ...]:
        """The failing verdicts of this result that have been accepted."""
        kept = self.results.get(result.id)
        return tuple(name for name in result.failed if kept and name in kept.failed)


def read_baseline(path: Path = BASELINE) -> Baseline:
    """The baseline; an empty one, where there is none yet."""
    return Baseline.model_validate_json(path.read_text(encoding="utf-8")) if path.exists() else Baseline()


def bless(results: Sequence[Result], path: Path = BASELINE) -> Baseline:
    """Accept these results: those of other cases stay as they were."""
    before = read_baseline(path)
    new = {
        result.id: Kept(
            passed=len(result.passed),
            failed=result.failed,
            unscored=result.unscored,
            tokens_in=result.tokens_in,
            tokens_out=result.tokens_out,
        )
        for result in results
        if not result.error
    }
    prompts = {**before.prompts} | {
        name: digest for result in results for name, digest in result.prompts.items()
    }
    merged = dict(sorted({**before.results, **new}.items()))
    baseline = Baseline(results=merged, prompts=dict(sorted(prompts.items())))
    path.write_text(
        json.dumps(baseline.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return baseline
