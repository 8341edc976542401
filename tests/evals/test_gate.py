"""The gate: every case is replayed and judged; what was recorded is what is asked today."""

import json
from pathlib import Path
from typing import Any

import pytest
from vcr.cassette import Cassette

from evals.gate.baseline import read_baseline
from evals.gate.cases import EvalCase, load_cases
from evals.gate.faults import damage, missing, orphans, recorded, wants_recording
from evals.gate.judging import StaleError, faults_of, judge
from evals.gate.plugin import PROPERTY
from evals.gate.recording import answer_of
from evals.gate.results import Provenance, Result
from evals.gate.stage import Stage
from evals.gate.unrecorded import unrecorded
from tests.evals.conftest import provenance_of

CASES = load_cases()
RECORDED = [pytest.param(case, id=case.id) for case in CASES if wants_recording(case)]
SCRIPTED = [pytest.param(case, id=case.id) for case in CASES if case.scripted]
COMPOSED = [pytest.param(case, id=case.id) for case in CASES if "outline" in case.about.ways]

NOWHERE = pytest.mark.block_network(allowed_hosts=["nowhere.invalid"])


def settle(result: Result, record_property: Any) -> None:
    """Hand the result on to the report, then fail where it must."""
    record_property(PROPERTY, result.model_dump_json())
    wrong = faults_of(result, read_baseline())
    if wrong:
        told = "\n".join(f"- {fault}" for fault in wrong)
        pytest.fail(f"{result.id} guards this: {WHY[result.case]}\n{told}", pytrace=False)


WHY = {case.id: case.about.why for case in CASES}


@NOWHERE
@pytest.mark.vcr
@pytest.mark.parametrize("case", RECORDED)
def test_with_a_model(
    case: EvalCase,
    vcr: Cassette | None,
    stage: Stage,
    recording: bool,
    live: int,
    recordings: Path,
    provenance: dict[str, str],
    record_property: Any,
) -> None:
    """What the model answered to today's prompts still makes what is wanted."""
    if vcr is None:
        for _ in range(live):
            record_property(PROPERTY, judge(case, stage, "model").model_dump_json())
        return
    if not recording and not (recordings / f"{case.id}.yaml").exists() and case.id in unrecorded():
        pytest.skip("not recorded yet")
    try:
        result = judge(case, stage, "model")
    except StaleError as stale:
        pytest.fail(f"{stale}\n\nRecord it again: hiring-assistant eval record -k '{case.id}'", pytrace=False)
    if recording:
        keep_provenance(vcr, result, provenance)
    else:
        assert vcr.all_played, f"{case.id} no longer asks all that was recorded: record it again"
    settle(result.model_copy(update={"provenance": read_provenance(vcr)}), record_property)


def keep_provenance(cassette: Cassette, result: Result, said: dict[str, str]) -> None:
    """Write into a recording that has changed who answered; one that was only played stays as it is."""
    if cassette.dirty or len(cassette.play_counts) < len(cassette):
        said_by = {answer_of(response["body"]["string"].decode())[1] for response in cassette.responses}
        fresh = provenance_of(result, said, ", ".join(sorted(said_by)))
        cassette.get_metadata("provenance", {}).update(fresh.model_dump(mode="json"))


def read_provenance(cassette: Cassette) -> Provenance | None:
    """Where a recording comes from; nowhere, if nothing was recorded."""
    return Provenance.model_validate(cassette.get_metadata("provenance", {})) if len(cassette) else None


@NOWHERE
@pytest.mark.parametrize("case", SCRIPTED)
def test_with_a_model_gone_wrong(case: EvalCase, stage: Stage, record_property: Any) -> None:
    """What a model does that obeys the attack, or invents, is caught before it reaches the manager."""
    settle(judge(case, stage, "model"), record_property)


@NOWHERE
@pytest.mark.parametrize("case", COMPOSED)
def test_without_a_model(case: EvalCase, stage: Stage, record_property: Any) -> None:
    """Without a model the same case passes the same evaluators, as far as it makes sense there."""
    settle(judge(case, stage, "outline"), record_property)


def test_every_recording_has_its_case(recordings: Path) -> None:
    """A recording that nothing plays would look like a promise that is kept."""
    assert not orphans(CASES, recordings), "delete them, or give them their case"


def test_every_case_has_its_recording(recordings: Path) -> None:
    """A case without a recording proves nothing; while recordings are being made, the list says which."""
    assert set(missing(CASES, recordings)) <= set(unrecorded()), "record them: hiring-assistant eval record"
    assert not set(unrecorded()) & set(recorded(recordings)), "these are recorded: take them off the list"
    assert set(unrecorded()) <= {case.id for case in CASES}, "the list names cases that are not there"


def test_recordings_hold_no_secret_and_say_where_they_come_from(recordings: Path) -> None:
    """A recording can be published: no key, no cookie, no account; and it claims to be what it is."""
    wrong = {id_: list(damage(path)) for id_, path in recorded(recordings).items()}
    assert not {id_: faults for id_, faults in wrong.items() if faults}


def test_no_request_shows_what_is_checked(recordings: Path) -> None:
    """The model sees the request alone, never the reason of a case nor the words of its checks."""
    for case in CASES:
        path = recordings / f"{case.id}.yaml"
        if path.exists():
            assert json.dumps(case.about.why)[1:-1] not in path.read_text(encoding="utf-8")
