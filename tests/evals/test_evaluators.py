"""The evaluators look: each lets a sound outcome pass and finds the fault of another."""

from dataclasses import replace

import pytest

from assistant.turns import Answer
from assistant.writing.wording import left_out
from evals.evaluators import (
    EVALUATORS,
    CitesOnly,
    Covers,
    FactsRead,
    Finished,
    NameSwap,
    OnlyGivenFacts,
    Untouched,
)
from evals.evaluators.check import Check
from evals.evaluators.judge import UNSCORED, verdict
from evals.evaluators.reading_level import fog
from evals.gate.cases import load_cases
from evals.gate.flows import play
from evals.gate.stage import Stage
from tests.evals import controls as c

NAMES = [kind.__name__ for kind in EVALUATORS]


@pytest.fixture(scope="session")
def controls(stage: Stage) -> dict[str, c.Control]:
    """The controls, with a whole document of the shelf."""
    case = next(case for case in load_cases() if case.id == "job_definition/rich-network")
    whole = play(case, stage, "outline")
    cut = whole.drafts[0].model_copy(update={"sections": whole.drafts[0].sections[1:]})
    return dict(c.controls(whole, replace(whole, drafts=(cut,))))


def test_every_evaluator_has_a_control(controls: dict[str, c.Control]) -> None:
    """An evaluator without a control could hold for everything."""
    assert sorted(controls) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_bites(name: str, controls: dict[str, c.Control], stage: Stage) -> None:
    """A sound outcome passes, a faulty one fails, and either verdict has its reason."""
    kinds = stage.company("outline", "shelf").assistant.kinds
    control = controls[name]
    sound = replace(control, good=replace(control.good, forms=kinds), bad=replace(control.bad, forms=kinds))
    assert c.bites(sound), (c.verdict(sound, sound.good), c.verdict(sound, sound.bad))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "Judge"])
def test_a_blind_evaluator_is_found_out(
    name: str, controls: dict[str, c.Control], stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An evaluator that finds nothing any more fails its control, and so the gate."""
    kinds = stage.company("outline", "shelf").assistant.kinds
    control = replace(controls[name], good=replace(controls[name].good, forms=kinds))
    monkeypatch.setattr(type(control.evaluator), "faults", lambda *_: iter(()))
    assert not c.bites(control)


@pytest.mark.parametrize(
    "answer", ['{"reason": "?", "verdict": "perhaps"}', "yes", "", '{"verdict": "yes"}', "[]"]
)
def test_an_answer_off_the_menu_is_unscored(answer: str) -> None:
    """What a judge says beside yes and no is never a pass."""
    assert verdict(answer).value == UNSCORED


def test_without_a_model_a_judge_is_unscored(controls: dict[str, c.Control]) -> None:
    """Nobody to ask is no verdict."""
    control = controls["Judge"]
    assert c.verdict(control, replace(control.good, ask=None)).value == UNSCORED


def test_a_chain_must_reach_its_end() -> None:
    """A must-have on the map without its question is not covered."""
    rows = [c.line("a", "map", cells=("Routing", "Both sites fail over"))]
    control = c.Control(Covers("outcomes", "map", then=["questions"]), c.SOUND, c.of(c.draft(*rows)))
    assert c.verdict(control, control.bad).value is False


def test_a_value_may_not_exceed_its_quote() -> None:
    """A true quote does not carry a figure that is not in it."""
    outcome = c.reading(c.Change("duration", "set", "four months", "three months"))
    assert c.verdict(c.Control(FactsRead(), c.SOUND, outcome), outcome).value is False


def test_a_composed_document_differs_by_the_name_alone() -> None:
    """Without a model not a word may depend on a name."""
    other = c.of(c.draft(c.line("Oluwaseun quickly ran the demo")))
    outcome = c.of(c.draft(c.line("Maria ran the demo")), other=other)
    control = c.Control(NameSwap(), c.SOUND, outcome, c.Inputs(swap=c.SWAP))
    assert c.verdict(control, outcome).value is False


def test_a_line_of_the_manager_stays() -> None:
    """Inside the section that may change, the manager's own line may not."""
    outcome = c.of(c.draft(c.line("New")), before=c.draft(c.line("Old")))
    control = c.Control(Untouched(["outcomes"], keeps=["outcomes.1"]), c.SOUND, outcome)
    assert c.verdict(control, outcome).value is False


def test_the_index_tells_plain_from_hard() -> None:
    """Short words in short sentences have a low index, officialese a high one; a few words have none."""
    assert fog("Too short.") == 0.0
    assert fog(c.EASY) < 8 < 16 < fog(c.HARD)


def test_in_another_language_citations_and_figures_are_held() -> None:
    """A German answer may have its own words, but no figure and no passage of its own."""
    shown = {"p": "A contractor builds the network for the client and runs the firewall in 3 weeks."}

    def holds(check: Check, text: str, id_: str = "p") -> object:
        line = c.line(text, basis="guidance", facts=(), citations=(id_,))
        outcome = c.of(answer=Answer(answered=True, lines=(line,)), shown=shown)
        return c.verdict(c.Control(check, outcome, outcome), outcome).value

    for check in (CitesOnly(), OnlyGivenFacts()):
        assert holds(check, c.GERMAN) is True
    assert holds(CitesOnly(), c.GERMAN, "made-up") is False
    assert holds(OnlyGivenFacts(), f"{c.GERMAN} Das dauert 3 Wochen.") is True
    assert holds(OnlyGivenFacts(), f"{c.GERMAN} Das dauert 12 Wochen.") is False


def test_no_more_is_lost_than_a_case_says() -> None:
    """Where the model must lose one line, losing two is still a fault."""
    for lost, fine in ((0, True), (1, True), (2, False)):
        outcome = replace(c.SOUND, faults=(left_out(lost),) if lost else ())
        assert c.verdict(c.Control(Finished(may_go=1), outcome, outcome), outcome).value is fine
