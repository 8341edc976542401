"""The result of a case: every verdict with its reason, what it cost, and by which prompts it came about."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from evals.gate.cases import Way


class Frozen(BaseModel):
    """A part of a result as it is written down."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Provenance(Frozen):
    """Where a recording comes from; `source` says who answered, `family` which family of models."""

    source: Literal["model", "scripted"]
    family: str
    model_asked: str
    model_answered: str
    endpoint: str
    date: str
    prompts: dict[str, str]
    shelf: str
    package: str


class Verdict(Frozen):
    """One evaluator's verdict; `passed` is none where it is unscored."""

    name: str
    passed: bool | None
    reason: str


class Result(Frozen):
    """One run of one case in one way; `error` says why there is no verdict on it."""

    case: str
    way: Way
    scripted: bool = False
    verdicts: tuple[Verdict, ...] = ()
    raised: tuple[str, ...] = ()
    error: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    prompts: dict[str, str] = {}
    provenance: Provenance | None = None

    @property
    def id(self) -> str:
        """The case and the way."""
        return f"{self.case} [{self.way}]"

    @property
    def failed(self) -> tuple[str, ...]:
        """The names of the verdicts that failed."""
        return tuple(verdict.name for verdict in self.verdicts if verdict.passed is False)

    @property
    def passed(self) -> tuple[str, ...]:
        """The names of the verdicts that hold."""
        return tuple(verdict.name for verdict in self.verdicts if verdict.passed)

    @property
    def unscored(self) -> tuple[str, ...]:
        """The names of the evaluators that gave no verdict."""
        return tuple(verdict.name for verdict in self.verdicts if verdict.passed is None)
