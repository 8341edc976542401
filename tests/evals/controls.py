"""For each evaluator an outcome that it must let pass and one that it must not: proof that it looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext

from assistant.brief import Brief, Change, typed_changes
from assistant.draft import Draft, Finding, Line, Provenance, Section
from assistant.reading.reading import Reading
from evals.evaluators import (
    Action,
    Asks,
    BasesHold,
    CitesOnly,
    Covers,
    FactsRead,
    Finds,
    Finished,
    HasSections,
    Judge,
    Language,
    MaxWords,
    NameSwap,
    NoFindings,
    OnlyGivenFacts,
    ReadingLevel,
    Says,
    Untouched,
)
from evals.gate.cases import Inputs
from evals.gate.outcome import Outcome

MESSAGE = "We need a network engineer for three months."
BRIEF = (
    Brief()
    .merge(typed_changes({"role_title": "Network engineer", "outcomes": ["Both sites fail over"]}))
    .brief
)
SWAP = {"Maria": "Oluwaseun"}


@dataclass(frozen=True)
class Control:
    """An evaluator with an outcome that is sound and one that is not."""

    evaluator: Evaluator[Any, Any, Any]
    good: Outcome
    bad: Outcome
    inputs: Inputs = field(default_factory=lambda: Inputs(message=MESSAGE))


def line(text: str, section: str = "outcomes", at: int = 1, **more: Any) -> Line:
    """A line that names the outcomes, unless it is told otherwise."""
    return Line(**{"id": f"{section}.{at}", "text": text, "basis": "brief", "facts": ("outcomes",), **more})


def draft(*lines: Line, findings: tuple[Finding, ...] = (), writer: str = "model", **more: Any) -> Draft:
    """A job definition with these lines alone."""
    ids = dict.fromkeys(line.id.partition(".")[0] for line in lines)
    sections = tuple(
        Section(
            id=id_, title=id_, shape="bullets", lines=tuple(x for x in lines if x.id.startswith(f"{id_}."))
        )
        for id_ in ids
    )
    provenance = Provenance(writer=writer, created_at="2026-11-21")
    fields = {"id": "d", "kind": "job_definition", "version": 1, "title": "t", **more}
    return Draft(**fields, sections=sections, findings=findings, provenance=provenance)


def of(*drafts: Draft, **more: Any) -> Outcome:
    """An outcome with these drafts."""
    return Outcome(BRIEF, drafts=drafts, **more)


def reading(*changes: Change) -> Outcome:
    """An outcome with this reading."""
    return Outcome(BRIEF, reading=Reading("brief", changes))


RISK = Finding(check="draft", category="leak", severity="risk", message="This holds a link.")
SOUND = of(draft(line("Both sites fail over")))
GERMAN = (
    "Wir suchen jemanden, der mit uns das Netzwerk bei den Kunden aufbaut und die Firewall für uns betreibt."
)
HARD = "Operationalisation necessitates interdepartmental collaboration. " * 8
EASY = "You set up the switches and test them. You show the desk how it works. " * 4


def controls(whole: Outcome, without_a_section: Outcome) -> Mapping[str, Control]:
    """The controls by the name of the evaluator; `whole` is a whole document, the other lacks a section."""
    cited = {"same-questions": "Ask everyone the same questions."}
    guidance = line(
        "Ask everyone the same questions", basis="guidance", facts=(), citations=("same-questions",)
    )
    foreign = guidance.model_copy(update={"citations": ("made-up",)})
    return {
        "Action": Control(
            Action(declined=True), replace(SOUND, declined="ranking people"), replace(SOUND, declined=None)
        ),
        "Asks": Control(
            Asks(facts=["kpis"]),
            of(draft(line("[TBD: how the result will be measured]", facts=())), questions=("kpis",)),
            of(draft(line("The result is measured")), questions=()),
        ),
        "BasesHold": Control(
            BasesHold(),
            SOUND,
            of(draft(line("The cleaning staff gets a bigger canteen at last")), forms=whole.forms),
        ),
        "CitesOnly": Control(CitesOnly(), of(draft(guidance), shown=cited), of(draft(foreign), shown=cited)),
        "Covers": Control(
            Covers("outcomes", "outcomes"), SOUND, of(draft(line("Somebody does something somewhere")))
        ),
        "FactsRead": Control(
            FactsRead({"duration": "three months"}),
            reading(Change("duration", "set", "three months", "three months")),
            reading(
                Change("duration", "set", "three months", "three months"),
                Change("reports_to", "set", "Anna", "reports to Anna"),
            ),
        ),
        "Finds": Control(Finds("leak"), of(draft(line("x"), findings=(RISK,))), SOUND),
        "Finished": Control(Finished(), SOUND, replace(SOUND, faults=("The endpoint failed.",))),
        "HasSections": Control(HasSections(), whole, without_a_section),
        "Judge": Control(
            Judge("Is it warm?"),
            replace(SOUND, ask=lambda _: '{"reason": "so it is", "verdict": "yes"}'),
            replace(SOUND, ask=lambda _: '{"reason": "no", "verdict": "no"}'),
        ),
        "Language": Control(Language("en"), replace(SOUND), of(draft(line(GERMAN)))),
        "MaxWords": Control(MaxWords(5), SOUND, of(draft(line("one two three four five six")))),
        "NameSwap": Control(
            NameSwap(),
            of(draft(line("Maria ran the demo")), other=of(draft(line("Oluwaseun ran the demo")))),
            of(
                draft(line("Maria, kind as ever, ran the demo")),
                other=of(draft(line("Oluwaseun ran the demo"))),
            ),
            Inputs(swap=SWAP),
        ),
        "NoFindings": Control(NoFindings(), SOUND, of(draft(line("x"), findings=(RISK,)))),
        "OnlyGivenFacts": Control(
            OnlyGivenFacts(), SOUND, of(draft(line("Both sites fail over in 45 seconds", basis="assumption")))
        ),
        "ReadingLevel": Control(ReadingLevel(), of(draft(line(EASY))), of(draft(line(HARD)))),
        "Says": Control(Says(none=["young"]), SOUND, of(draft(line("For our young team")))),
        "Untouched": Control(
            Untouched(["outcomes"]),
            of(draft(line("New words")), before=draft(line("Old words"))),
            of(draft(line("New"), line("New", "kpis")), before=draft(line("Old"), line("Old", "kpis"))),
        ),
    }


def verdict(control: Control, outcome: Outcome) -> EvaluationReason:
    """What the control's evaluator says of an outcome."""
    context = EvaluatorContext(
        name="control",
        inputs=control.inputs,
        metadata=None,
        expected_output=None,
        output=replace(outcome, forms=outcome.forms or control.good.forms),
        duration=0.0,
        _span_tree=None,  # type: ignore[arg-type]
        attributes={},
        metrics={},
    )
    said = control.evaluator.evaluate(context)
    assert isinstance(said, EvaluationReason)
    return said


def bites(control: Control) -> bool:
    """Say whether an evaluator lets the sound outcome pass and not the other."""
    good, bad = verdict(control, control.good), verdict(control, control.bad)
    return good.value is True and bad.value is False and bool(good.reason) and bool(bad.reason)
