"""What happens in a case: a document drafted, a message read or answered, a draft revised, a turn taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from assistant.answering import Asked
from assistant.brief import Brief, Change, typed_changes
from assistant.draft import Draft, Question
from assistant.drafting import Order, last_version
from assistant.errors import ReplyError, UnsupportedError, UpstreamError
from assistant.facts import FACTS
from assistant.model.prompt import Prompt
from assistant.reading.reading import Context
from assistant.turns import Turn
from assistant.writing.edits import Edit
from evals.gate.cases import EvalCase, Inputs, Way
from evals.gate.outcome import Outcome
from evals.gate.shelf import ShelfSearch, usual_passages
from evals.gate.stage import Company, Stage

OWNER = "local"


@dataclass(frozen=True)
class Run:
    """One case under way, in one of its ways."""

    flow: str
    inputs: Inputs
    company: Company
    plain: Company

    @property
    def brief(self) -> Brief:
        """The brief that the case starts from."""
        changes = typed_changes(self.inputs.brief)
        for name, values in self.inputs.twice.items():
            changes += [Change(name, "set", value, value) for value in values]
        return Brief().merge(changes).brief


def play(case: EvalCase, stage: Stage, way: Way) -> Outcome:
    """Run a case; with `swap`, once more with the words exchanged."""
    inputs = case.case.inputs
    outcome = _play(case.flow, inputs, stage, way)
    if inputs.swap:
        outcome = replace(outcome, other=_play(case.flow, inputs.swapped(), stage, way))
    return outcome


def _play(flow: str, inputs: Inputs, stage: Stage, way: Way) -> Outcome:
    run = Run(flow, inputs, stage.company(way, inputs.library), stage.company("outline", inputs.library))
    search = run.company.assistant.search
    if isinstance(search, ShelfSearch):
        usual = usual_passages()
        search.lay(inputs.passages if inputs.passages is not None else usual.get(flow, ()))
    watch = run.company.watch
    begun = len(watch.sent) if watch else 0
    outcome = FLOWS.get(flow, _draft)(run)
    sent = tuple(item.text for item in watch.sent[begun:]) if watch else ()
    ask = (lambda prompt: _asked(run, prompt)) if watch and not inputs.script else None
    forms = run.company.assistant.kinds
    return replace(outcome, shown=_shown(run, outcome), sent=sent, forms=forms, ask=ask)


def _asked(run: Run, prompt: Prompt) -> str:
    assert run.company.watch is not None
    return run.company.watch.whole(prompt)[0]


def _shown(run: Run, outcome: Outcome) -> Mapping[str, str]:
    """The passages that were cited or laid out, by id."""
    search = run.company.assistant.search
    cited = {id_ for _, line in outcome.lines() for id_ in line.citations}
    cited |= {id_ for line in outcome.answer.lines for id_ in line.citations} if outcome.answer else set()
    found = {id_: search.passage(id_, OWNER) for id_ in sorted(cited)}
    return {id_: f"{item.title}\n{item.text}" for id_, item in found.items() if item}


def _draft(run: Run) -> Outcome:
    """Draft the kind that the flow is named after, or that the case names."""
    assistant = run.company.assistant
    kind = assistant.kinds[run.inputs.kind or run.flow]
    version = last_version(assistant.drafter.write(Order(OWNER, kind, run.brief, "draft")))
    return _of_draft(run.brief, version.draft)


def _of_draft(brief: Brief, draft: Draft) -> Outcome:
    asked = tuple(question.fact for question in draft.open_questions)
    return Outcome(brief, drafts=(draft,), questions=asked, faults=draft.provenance.faults)


def _read(run: Run) -> Outcome:
    inputs = run.inputs
    asked = [Question(fact=name, text=FACTS[name].question) for name in inputs.asked]
    reading = run.company.assistant.reader.read(inputs.message, Context(run.brief, asked, inputs.drafted))
    return Outcome(
        run.brief.merge(reading.changes).brief,
        intent=reading.intent,
        kinds=reading.kinds,
        reading=reading,
        declined=reading.declined.what if reading.declined else None,
        said=reading.acknowledgement,
        faults=(reading.fault,) if reading.fault else (),
    )


def _answer(run: Run) -> Outcome:
    asked = Asked(run.inputs.message, OWNER, run.brief, run.inputs.language)
    reply = run.company.answerer.answer(asked)
    return Outcome(run.brief, answer=reply.answer, faults=(reply.fault,) if reply.fault else ())


def _take(run: Run) -> Outcome:
    """Take a whole turn of a conversation that has a brief already."""
    desk = run.company.assistant.desk
    conversation = desk.create_conversation(OWNER).id
    if run.inputs.brief:
        desk.edit_brief(OWNER, conversation, run.inputs.brief)
    turn = desk.send(OWNER, conversation, run.inputs.message)
    return _of_turn(turn)


def _of_turn(turn: Turn) -> Outcome:
    return Outcome(
        Brief(facts=turn.brief.facts, conflicts=turn.brief.conflicts),
        intent=turn.intent,
        kinds=tuple(draft.kind for draft in turn.drafts),
        drafts=turn.drafts,
        answer=turn.answer,
        declined=turn.declined.what if turn.declined else None,
        questions=tuple(question.fact for question in turn.questions),
        said=turn.reply,
        proposals=turn.proposals,
        faults=turn.faults,
    )


def _revise(run: Run) -> Outcome:
    """Revise a draft in words: a composed one, taken as a model's, with some lines written by hand."""
    desk, kept = run.company.assistant.desk, run.company.assistant.records
    kind = run.plain.assistant.kinds[run.inputs.kind or "job_definition"]
    id_ = desk.create_conversation(OWNER).id  # a fresh id; the draft itself belongs to no conversation
    version = last_version(run.plain.assistant.drafter.write(Order(OWNER, kind, run.brief, id_)))
    by_model = version.draft.provenance.model_copy(update={"writer": "model"})
    kept.keep_version(
        OWNER, version.model_copy(update={"draft": version.draft.model_copy(update={"provenance": by_model})})
    )
    before = desk.drafts.read(OWNER, id_)
    if run.inputs.by_hand:
        before = desk.drafts.edit(OWNER, id_, Edit(texts=run.inputs.by_hand))
    try:
        after = desk.revise(OWNER, id_, run.inputs.message, run.inputs.section)
    except (UnsupportedError, UpstreamError, ReplyError) as error:
        faults = () if isinstance(error, UnsupportedError) else (str(error),)
        return Outcome(run.brief, before=before, refused=str(error), faults=faults)
    brief = kept.version(OWNER, id_).brief
    return replace(_of_draft(brief, after), before=before)


FLOWS: Mapping[str, Callable[[Run], Outcome]] = {
    "reading": _read,
    "answering": _answer,
    "declining": _take,
    "whole": _take,
    "revising": _revise,
}
