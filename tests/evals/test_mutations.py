"""The gate bites: damage to any prompt or guard fails a case, shown by replaying those it affects."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from vcr import VCR
from vcr.persisters.filesystem import FilesystemPersister

from assistant.checks import registry
from assistant.drafting import Drafter
from assistant.kinds import PROMPTS
from assistant.reading.evidence import Evidence
from assistant.writing.judging import Judge
from evals.gate.baseline import read_baseline
from evals.gate.cases import EvalCase, load_cases
from evals.gate.faults import recorded, wants_recording
from evals.gate.judging import StaleError, faults_of, judge
from evals.gate.places import RECORDINGS
from evals.gate.recording import MATCH_ON, settled_request, settled_response
from evals.gate.stage import Stage, replay_settings
from evals.gate.storing import ReadableSerializer, read_recording
from evals.gate.unrecorded import unrecorded

CASES = {case.id: case for case in load_cases()}
BLOCK = re.compile(r"^\s*\{[%#].*[%#]\}\s*$")


def stale(case: EvalCase, stage: Stage, recordings: Path) -> bool:
    """Say whether the gate finds that a case asks otherwise than was recorded."""
    vcr = VCR(
        record_mode="none",
        match_on=MATCH_ON,
        before_record_request=settled_request,
        before_record_response=settled_response,
        path_transformer=VCR.ensure_suffix(".yaml"),
    )
    vcr.register_persister(FilesystemPersister)
    vcr.register_serializer("yaml", ReadableSerializer)
    try:
        with vcr.use_cassette(str(recordings / case.id)):
            judge(case, stage, "model")
    except StaleError:
        return True
    return False


@dataclass(frozen=True)
class Guard:
    """A guard of the product, put out of action, and the case that must notice."""

    case: str
    put_out: Callable[[pytest.MonkeyPatch], None]
    way: str = "model"


def nothing(*_: Any, **__: Any) -> Iterator[Any]:
    """Find nothing."""
    return iter(())


def as_it_is(self: Judge, line: Any, outline: Any) -> Any:
    """Take a line's basis for what it claims."""
    return line


GUARDS = {
    "the quote of a fact is looked up": Guard(
        "reading/guard-quote-not-in-message",
        lambda patch: patch.setattr(Evidence, "_quoted", lambda *_: True),
    ),
    "a value is held to its quote": Guard(
        "reading/guard-value-beyond-quote",
        lambda patch: patch.setattr(Evidence, "_worded", lambda self, change: change.value),
    ),
    "references of a model's line are checked": Guard(
        "job_definition/guard-foreign-citation",
        lambda patch: (
            patch.setattr(Judge, "_references", nothing),
            patch.setattr(Judge, "rightly", as_it_is),
            patch.setitem(registry.CHECKS, "citations", nothing),
        ),
    ),
    "a line may name no fact that is not there": Guard(
        "job_definition/guard-fact-that-is-not-there",
        lambda patch: (
            patch.setattr(Judge, "_references", nothing),
            patch.setattr(Judge, "rightly", as_it_is),
            patch.setitem(registry.CHECKS, "bases", nothing),
        ),
    ),
    "nothing leaks": Guard(
        "job_definition/guard-link-and-verdict",
        lambda patch: (
            patch.setattr("assistant.writing.judging.leaks_beyond", nothing),
            patch.setitem(registry.CHECKS, "no_leaks", nothing),
        ),
    ),
    "a note says only what was given": Guard(
        "feedback_note/guard-assumed-behaviour",
        lambda patch: (
            patch.setattr(Judge, "_content", nothing),
            patch.setitem(registry.CHECKS, "given_only", nothing),
        ),
    ),
    "cells for the hand stay blank": Guard(
        "feedback_template/guard-blank-cells-filled",
        lambda patch: patch.setattr("assistant.writing.wording.blank_columns", lambda _: frozenset()),
    ),
    "an answer's sentences must hold": Guard(
        "answering/guard-sentence-without-citation",
        lambda patch: patch.setattr("assistant.answering._holds", lambda *_: True),
    ),
    "an answer's figures must stand in its passages": Guard(
        "answering/guard-figure-beyond-passage",
        lambda patch: patch.setattr("assistant.answering._holds", lambda *_: True),
    ),
    "requests about people are recognised by rule": Guard(
        "reading/guard-people-are-ranked",
        lambda patch: patch.setattr("assistant.reading.reader.RuleReader.read", reads_nothing),
    ),
    "an acknowledgement leaks nothing": Guard(
        "reading/guard-acknowledgement-leaks",
        lambda patch: patch.setattr("assistant.reading.model.may_say", lambda *_: True),
    ),
    "a line written by hand is not changed": Guard(
        "revising/guard-hand-edit-overwritten",
        lambda patch: patch.setattr("assistant.writing.rewording._done", obeys),
    ),
    "what is unknown is asked for": Guard(
        "job_definition/thin-title-only",
        lambda patch: patch.setattr("assistant.drafting.rank_questions", lambda *_: ()),
        "outline",
    ),
    "sections come in their order": Guard(
        "job_definition/rich-network",
        lambda patch: patch.setattr(Drafter, "write", backwards(Drafter.write)),
        "outline",
    ),
}


def reads_nothing(self: Any, message: str, context: Any) -> Any:
    """Read like a reader without rules."""
    from assistant.reading.reading import Reading

    return Reading("answer")


def obeys(draft: Any, sections: Any, new: Any, strike: Any, usage: Any, refused: Any) -> Any:
    """Take every line that the model names, whoever wrote it."""
    from assistant.writing.rewording import Reworded, _changed

    after = [_changed(part, new, set(strike)) for part in draft.sections]
    return Reworded(after, sorted(new), (), usage, ())


def backwards(write: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """Finish a document with its sections the wrong way round."""

    def wrong(self: Drafter, order: Any) -> Iterator[Any]:
        for part in write(self, order):
            if hasattr(part, "draft"):
                turned = part.draft.model_copy(update={"sections": part.draft.sections[::-1]})
                part = part.model_copy(update={"draft": turned})
            yield part

    return wrong


@pytest.mark.parametrize("name", GUARDS)
def test_a_guard_that_is_put_out_fails_a_case(
    name: str, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each guard is there for a case, and without it the gate fails."""
    guard = GUARDS[name]
    case = CASES[guard.case]
    assert not faults_of(judge(case, stage, guard.way), read_baseline()), "it fails already"
    guard.put_out(monkeypatch)
    assert faults_of(judge(case, stage, guard.way), read_baseline())


def prompts() -> dict[str, list[int]]:
    """The prompts' files, and of each the lines that say something."""
    found: dict[str, list[int]] = {}
    for path in sorted(PROMPTS.glob("**/*.j2")):
        lines = path.read_text(encoding="utf-8").split("\n")
        said = [at for at, text in enumerate(lines) if text.strip() and not BLOCK.match(text)]
        found[path.relative_to(PROMPTS).as_posix()] = said
    return found


def name_of(file: str) -> str:
    """The name under which a prompt's answer is asked for."""
    folder, _, rest = file.partition("/")
    return rest.removesuffix(".md.j2") if folder == "chat" else folder


@pytest.fixture(scope="module")
def played(recordings: Path) -> dict[str, list[EvalCase]]:
    """The recorded cases of each prompt by its name, the shortest recordings first."""
    found: dict[str, list[EvalCase]] = {}
    paths = sorted(recorded(recordings).items(), key=lambda item: item[1].stat().st_size)
    for id_, path in paths:
        for name in read_recording(path)["metadata"]["provenance"]["prompts"]:
            found.setdefault(name, []).append(CASES[id_])
    return found


@pytest.fixture(scope="module")
def copied(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Stage]]:
    """A copy of the prompts, and a stage that reads them there."""
    folder = tmp_path_factory.mktemp("mutations")
    shutil.copytree(PROMPTS, folder / "prompts")
    copied = Stage(replay_settings(), folder / "data", prompts=folder / "prompts", shelf=stage.shelf)
    yield folder / "prompts", copied
    copied.close()


@pytest.fixture
def damage(copied: tuple[Path, Stage]) -> Iterator[Callable[[str, int], Stage]]:
    """Take one line out of one prompt, and put it back in the end."""
    folder, stage = copied
    damaged: list[str] = []

    def take_out(file: str, at: int) -> Stage:
        lines = (PROMPTS / file).read_text(encoding="utf-8").split("\n")
        (folder / file).write_text("\n".join(lines[:at] + lines[at + 1 :]), encoding="utf-8")
        damaged.append(file)
        return stage

    yield take_out
    for file in damaged:
        shutil.copyfile(PROMPTS / file, folder / file)


@pytest.mark.slow
@pytest.mark.parametrize(("file", "at"), [(file, at) for file, lines in prompts().items() for at in lines])
def test_a_line_missing_from_a_prompt_fails_a_case(
    file: str,
    at: int,
    damage: Callable[[str, int], Stage],
    played: dict[str, list[EvalCase]],
    recordings: Path,
) -> None:
    """No line of any prompt can go, or change, without a case that notices."""
    every = [case for cases in played.values() for case in cases]
    affected = every if file.startswith("_shared") else played.get(name_of(file), [])
    stage = damage(file, at)
    noticed = any(stale(case, stage, recordings) for case in affected)
    if not noticed and recordings == RECORDINGS and unrecorded():
        pytest.skip("not every case is recorded yet")
    assert noticed, f"line {at + 1} of {file} is in no recorded request"


def test_every_prompt_has_its_cases() -> None:
    """Each prompt that can be sent is asked for by a case, recorded or still to be."""
    wanted = {name_of(file) for file in prompts() if not file.startswith("_shared")}
    flows = {case.flow for case in CASES.values() if wants_recording(case)}
    told = {"read": "reading", "answer": "answering", "revise": "revising", "repair": "job_definition"}
    assert not {name for name in wanted if told.get(name, name) not in flows}
