"""Read the cases: `evals/cases/<flow>/*.yaml`, each file a pydantic-evals data set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field
from pydantic_evals import Case, Dataset
from pydantic_evals.evaluators import Evaluator

from assistant.errors import SetupError
from evals.evaluators import EVALUATORS
from evals.gate.exchange import exchange
from evals.gate.outcome import Outcome
from evals.gate.places import CASES

Way = Literal["model", "outline"]


class Strict(BaseModel):
    """A part of a case file: unknown fields refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Inputs(Strict):
    """What a case starts from.

    `brief` holds typed facts, `twice` those that were said in two ways. `message` is what the manager says: a
    brief, a question or a wish. `kind` is the document that a wish is about, `by_hand` its lines that the
    manager has rewritten, by id. `asked` are the facts asked for a moment ago. `passages` are what the search
    lays out, best first; where none are named, the flow's usual ones. `swap` writes the case a second time
    with these words exchanged. `script` holds the answers of a model that misbehaves on purpose, `first`
    those that are played before the model is asked. `library` says which cards stand behind the case.
    """

    brief: dict[str, str | list[str]] = {}
    twice: dict[str, tuple[str, str]] = {}
    message: str = ""
    kind: str | None = None
    by_hand: dict[str, str] = {}
    section: str | None = None
    asked: tuple[str, ...] = ()
    drafted: tuple[str, ...] = ()
    passages: tuple[str, ...] | None = None
    language: str = "en"
    swap: dict[str, str] = {}
    script: tuple[Any, ...] = ()
    first: tuple[Any, ...] = ()
    library: Literal["shelf", "live"] = "shelf"

    def swapped(self) -> "Inputs":
        """The same with every word of `swap` exchanged, in either direction."""
        return Inputs.model_validate_json(exchange(self.model_dump_json(exclude={"swap"}), self.swap))


class About(Strict):
    """Why a case is there: the failure that it guards; and the ways in which it makes sense to run it."""

    why: str = Field(min_length=20)
    ways: tuple[Way, ...] = ("model", "outline")


CaseSet = Dataset[Inputs, Outcome, About]


@dataclass(frozen=True)
class EvalCase:
    """One case with the evaluators of its file; its id is `flow/name`, which names its recording too."""

    flow: str
    case: Case[Inputs, Outcome, About]
    shared: Sequence[Evaluator[Inputs, Outcome, About]]

    @property
    def id(self) -> str:
        """The flow and the name."""
        return f"{self.flow}/{self.case.name}"

    @property
    def about(self) -> About:
        """Why the case is there."""
        assert self.case.metadata is not None
        return self.case.metadata

    @property
    def scripted(self) -> bool:
        """Say whether its answers come from a script that plays a model gone wrong."""
        return bool(self.case.inputs.script)


def load_cases(folder: Path = CASES) -> list[EvalCase]:
    """Every case, in the order of its file; raises `SetupError` on a file that breaks the format."""
    cases = [case for path in sorted(folder.glob("*/*.yaml")) for case in _read(path)]
    ids = [case.id for case in cases]
    for twice in {id_ for id_ in ids if ids.count(id_) > 1}:
        raise SetupError(f"Two cases are called {twice!r}.", advice="Rename one of them.")
    return cases


def _read(path: Path) -> Iterator[EvalCase]:
    where = f"{path.parent.name}/{path.name}"
    try:
        found = CaseSet.from_file(path, custom_evaluator_types=EVALUATORS)
    except (yaml.YAMLError, ValueError, ExceptionGroup) as error:
        inner = error.exceptions[0] if isinstance(error, ExceptionGroup) else error
        raise SetupError(f"The case file {where!r} breaks the format: {inner}") from error
    for case in found.cases:
        if not case.name or case.metadata is None:
            raise SetupError(f"A case in {where!r} lacks its name, or the reason why it is there.")
        yield EvalCase(path.parent.name, case, tuple(found.evaluators))
