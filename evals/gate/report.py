"""Tell what the cases showed: as a table, as Markdown, as JSON; against what was last accepted."""

import json
from collections.abc import Iterator, Sequence

from evals.gate.baseline import Baseline
from evals.gate.results import Result
from evals.table import Table

MOST_REASON = 110


def first_line(results: Sequence[Result]) -> str:
    """How these results came about: who answered, by which way, and how many cases."""
    sources: dict[str, int] = {}
    for result in results:
        sources[_source(result)] = sources.get(_source(result), 0) + 1
    return "; ".join(f"{count} {source}" for source, count in sorted(sources.items())) or "nothing was run"


def _source(result: Result) -> str:
    if result.way == "outline":
        return "composed without a model"
    if result.scripted:
        return "answered by a script that plays a model gone wrong"
    if result.provenance is None:
        return "asked live" if result.prompts else "that needed no model"
    if result.provenance.source == "scripted":
        return "replayed from recordings of a script"
    return f"replayed from recordings of a model ({result.provenance.family})"


def totals(results: Sequence[Result]) -> dict[str, int]:
    """The sums over all results."""
    return {
        "cases": len({result.case for result in results}),
        "runs": len(results),
        "passes": sum(len(result.passed) for result in results),
        "fails": sum(len(result.failed) for result in results),
        "unscored": sum(len(result.unscored) for result in results),
        "errors": sum(bool(result.error or result.raised) for result in results),
        "tokens_in": sum(result.tokens_in for result in results),
        "tokens_out": sum(result.tokens_out for result in results),
    }


def table(results: Sequence[Result], baseline: Baseline) -> str:
    """The report for a terminal: how it came about, flows, failures, prompts."""
    parts = [first_line(results), str(_flows(results))]
    changed = list(changes(results, baseline))
    failures = [f"  {line}" for result in results for line in told(result, baseline)]
    parts += ["\n".join(["failing", *failures])] if failures else []
    parts += ["\n".join(["against the baseline", *(f"  {line}" for line in changed)])] if changed else []
    parts.append("prompts\n" + "\n".join(f"  {name} {digest}" for name, digest in _prompts(results).items()))
    return "\n\n".join(parts)


def markdown(results: Sequence[Result], baseline: Baseline) -> str:
    """The report as Markdown."""
    flows = _flows(results)
    rows = [flows.columns, tuple("---" for _ in flows.columns), *flows.rows]
    grid = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    failures = [f"- {line}" for result in results for line in told(result, baseline)]
    changed = [f"- {line}" for line in changes(results, baseline)]
    prompts = [f"- `{name}` {digest}" for name, digest in _prompts(results).items()]
    parts = [f"# Evals\n\n{first_line(results)}.", grid]
    for title, lines in (("Failing", failures), ("Against the baseline", changed), ("Prompts", prompts)):
        parts += [f"## {title}", "\n".join(lines)] if lines else []
    return "\n\n".join(parts) + "\n"


def as_json(results: Sequence[Result]) -> str:
    """The report as JSON: how it came about, the sums, every result."""
    told = {"recorded": first_line(results), "totals": totals(results), "prompts": _prompts(results)}
    kept = [result.model_dump(mode="json") for result in results]
    return json.dumps({**told, "results": kept}, indent=1, ensure_ascii=False) + "\n"


def told(result: Result, baseline: Baseline) -> Iterator[str]:
    """What failed in one result, in words; what was accepted is marked so."""
    if result.error:
        yield f"{result.id}: {_cut(result.error)}"
    yield from (f"{result.id}: an evaluator failed: {_cut(text)}" for text in result.raised)
    accepted = baseline.accepts(result)
    for verdict in result.verdicts:
        if verdict.passed is False:
            mark = " (accepted)" if verdict.name in accepted else ""
            yield f"{result.id}: {verdict.name}{mark}: {_cut(verdict.reason)}"


def changes(results: Sequence[Result], baseline: Baseline) -> Iterator[str]:
    """How results differ from those that were accepted."""
    for result in results:
        kept = baseline.results.get(result.id)
        if kept is None:
            yield f"{result.id}: new, {len(result.passed)} pass, {len(result.failed)} fail"
            continue
        yield from (f"{result.id}: {name} fails now" for name in result.failed if name not in kept.failed)
        yield from (f"{result.id}: {name} holds now" for name in kept.failed if name in result.passed)
        yield from (
            f"{result.id}: {name} is unscored" for name in result.unscored if name not in kept.unscored
        )
        if (result.tokens_in, result.tokens_out) != (kept.tokens_in, kept.tokens_out):
            before = f"{kept.tokens_in} in, {kept.tokens_out} out"
            yield f"{result.id}: {result.tokens_in} tokens in, {result.tokens_out} out (before: {before})"
    for name, digest in _prompts(results).items():
        if baseline.prompts.get(name) != digest:
            yield f"prompt {name}: {digest} (before: {baseline.prompts.get(name, 'none')})"


def rates(results: Sequence[Result]) -> str:
    """The pass rates of cases that were run several times."""
    verdicts: dict[tuple[str, str], list[bool]] = {}
    for result in results:
        for verdict in result.verdicts:
            if verdict.passed is not None:
                verdicts.setdefault((result.case, verdict.name), []).append(verdict.passed)
    rows = [
        (f"{case}: {name}", f"{sum(held)}/{len(held)}")
        for (case, name), held in sorted(verdicts.items())
        if not all(held)
    ]
    always = sum(all(held) for held in verdicts.values())
    return "\n\n".join(
        (
            first_line(results),
            str(Table(f"{always} of {len(verdicts)} always hold; the others", ("", "held"), rows)),
        )
    )


def _flows(results: Sequence[Result]) -> Table:
    rows = []
    for flow in sorted({result.case.partition("/")[0] for result in results}):
        sums = totals([result for result in results if result.case.partition("/")[0] == flow])
        rows.append((flow, *(f"{number:,}" for number in sums.values())))
    sums = totals(results)
    rows.append(("all", *(f"{number:,}" for number in sums.values())))
    return Table("", ("flow", *(name.replace("_", " ") for name in sums)), rows)


def _prompts(results: Sequence[Result]) -> dict[str, str]:
    return dict(
        sorted({name: digest for result in results for name, digest in result.prompts.items()}.items())
    )


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= MOST_REASON else f"{flat[:MOST_REASON]}..."
