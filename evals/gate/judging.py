"""Run one case and judge it, by pydantic-evals."""

from collections.abc import Iterator
from time import perf_counter

from pydantic_evals.reporting import EvaluationReport, ReportCase

from evals.gate.baseline import Baseline
from evals.gate.cases import About, CaseSet, EvalCase, Inputs, Way
from evals.gate.flows import play
from evals.gate.outcome import Outcome
from evals.gate.results import Result, Verdict
from evals.gate.stage import Stage
from evals.gate.watch import Sent

UNPLAYED = "CannotOverwriteExistingCassetteException"


class StaleError(Exception):
    """A request that no recording answers, with the difference to the nearest one."""


def judge(case: EvalCase, stage: Stage, way: Way) -> Result:
    """The verdicts on one run; raises `StaleError` when a prompt is not the one that was recorded."""
    watch = stage.company("model", case.case.inputs.library).watch if way == "model" else None
    if watch:
        watch.begin(case.case.inputs.script, case.case.inputs.first)
    began = perf_counter()
    report = CaseSet(name=case.flow, cases=[case.case], evaluators=case.shared).evaluate_sync(
        lambda _: play(case, stage, way), progress=False
    )
    sent = watch.sent if watch else []
    for item in sent:
        unplayed = item.cause(UNPLAYED)
        if unplayed:
            raise StaleError(str(unplayed)) from unplayed
    return Result(
        case=case.id,
        way=way,
        scripted=case.scripted,
        seconds=round(perf_counter() - began, 3),
        tokens_in=sum(item.usage.tokens_in for item in sent),
        tokens_out=sum(item.usage.tokens_out for item in sent),
        prompts=prompts_of(sent),
        **_judged(report),
    )


def faults_of(result: Result, baseline: Baseline) -> list[str]:
    """Why a result does not pass the gate; failing verdicts that were accepted are none."""
    if result.error:
        return [f"it did not end: {result.error}"]
    accepted = baseline.accepts(result)
    faults = [f"an evaluator failed: {text}" for text in result.raised]
    if not result.passed and not result.failed:
        faults.append("it has no verdict: give the case an evaluator")
    failed = [item for item in result.verdicts if item.passed is False and item.name not in accepted]
    return faults + [f"{item.name}: {item.reason}" for item in failed]


def prompts_of(sent: list[Sent]) -> dict[str, str]:
    """The prompts that went out, with the digest of each one's templates."""
    return dict(sorted({item.prompt.name: item.prompt.digest for item in sent}.items()))


def _judged(report: EvaluationReport[Inputs, Outcome, About]) -> dict[str, object]:
    if report.failures:
        return {"error": report.failures[0].error_message}
    case = report.cases[0]
    raised = tuple(f"{item.name}: {item.error_message}" for item in case.evaluator_failures)
    return {"verdicts": tuple(_verdicts(case)), "raised": raised}


def _verdicts(case: ReportCase[Inputs, Outcome, About]) -> Iterator[Verdict]:
    for name, held in case.assertions.items():
        yield Verdict(name=name, passed=held.value, reason=held.reason or "")
    for name, said in case.labels.items():
        yield Verdict(name=name, passed=None, reason=f"{said.value}: {said.reason or ''}")
