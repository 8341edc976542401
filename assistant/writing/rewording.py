"""Change a draft in words ("warmer"): the lines that a model names, and no other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from assistant.brief import Brief
from assistant.checks.bearing import TBD
from assistant.draft import Draft, Line, Section
from assistant.kinds import Kind
from assistant.model.gateway import Gateway
from assistant.model.prompt import Prompt, Usage
from assistant.prompting import Prompts
from assistant.turns import Proposal
from assistant.writing.answer_schema import RewrittenLine, each_or_none, lines_schema, parse
from assistant.writing.judging import Judge
from assistant.writing.material import used_facts
from assistant.writing.striking import may_strike
from assistant.writing.wording import left_out, worded

TEMPLATE = "chat/revise"


class _Changes(BaseModel):
    """A revision as a model answers it; None stands for a line that is not of its form."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    lines: Annotated[tuple[RewrittenLine | None, ...], each_or_none(RewrittenLine)]
    strike: Annotated[tuple[str | None, ...], each_or_none(str)] = ()


@dataclass(frozen=True)
class Reworded:
    """A revision: the sections with what changed, proposals for lines edited by hand, and the cost.

    `faults` say in words what of the model's answer could not stand; `struck` are the texts taken out.
    """

    sections: Sequence[Section]
    changed: Sequence[str]
    proposals: Sequence[Proposal] = field(default=())
    usage: Usage = field(default_factory=Usage)
    faults: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()


class Reworder:
    """Rewords lines of a draft by a model."""

    def __init__(self, gateway: Gateway, prompts: Prompts) -> None:
        self._gateway = gateway
        self._prompts = prompts
        self.name = gateway.name

    @property
    def digest(self) -> str:
        """The version of the prompt."""
        return self._prompts.digest(TEMPLATE)

    def reword(
        self, draft: Draft, kind: Kind, brief: Brief, wish: str, section: str | None = None
    ) -> Reworded:
        """The draft's sections after a wish; lines that the answer does not name are the same objects.

        Raises `UpstreamError` or `ReplyError`; then nothing has changed.
        """
        sections = [part for part in draft.sections if section in (None, part.id)]
        text, usage = self._gateway.whole(self.prompt(sections, kind, brief, wish))
        answer = parse(text, _Changes)
        judge = _judge(draft, kind, brief, wish)
        said = [item for item in answer.lines if item]
        new, refused = {}, len(answer.lines) - len(said)
        for part in sections:
            own = {line.id: line for line in part.lines}
            for item in said:
                if item.id in own:
                    line = judge.rightly(worded(part, item, item.id), own[item.id])
                    if judge.refuses(line, part) or _fills_in(line, own[item.id]):
                        refused += 1
                    elif line.text != own[item.id].text:
                        new[item.id] = line
        struck = {id_ for id_ in answer.strike if id_} & {line.id for part in sections for line in part.lines}
        if struck and not may_strike(wish, len(struck), sum(len(part.lines) for part in sections)):
            refused, struck = refused + len(struck), set()
        return _done(draft, sections, new, struck, usage, refused)

    def prompt(self, sections: Sequence[Section], kind: Kind, brief: Brief, wish: str) -> Prompt:
        """The prompt for one wish."""
        facts = used_facts(kind, brief)
        system, user = self._prompts.render(
            TEMPLATE,
            facts=[{"name": name, "text": brief.text(name) or ""} for name in facts],
            sections=sections,
            wish=wish,
        )
        lines = [line for part in sections for line in part.lines]
        ids = [line.id for line in lines]
        cited = list(dict.fromkeys(id_ for line in lines for id_ in line.citations))
        schema = lines_schema(ids, facts, cited)
        schema["properties"]["strike"] = {"type": "array", "items": {"type": "string", "enum": ids}}
        schema["required"].append("strike")
        return Prompt(system, user, "revise", schema, self._prompts.digest(TEMPLATE))


def _judge(draft: Draft, kind: Kind, brief: Brief, wish: str) -> Judge:
    """What a revision may rest on: the brief, the wish, and of each passage what the draft says from it."""
    texts: dict[str, str] = {}
    marks: set[str] = set()
    for _, line in draft.lines():
        marks |= set(TBD.findall(line.text))
        for id_ in line.citations:
            texts[id_] = f"{texts.get(id_, '')}\n{line.text}"
    return Judge(kind, brief, texts, frozenset(marks), wish)


def _fills_in(line: Line, before: Line) -> bool:
    """Say whether new words hide what is unknown; only the fact itself takes its mark away."""
    return not set(TBD.findall(before.text)) <= set(TBD.findall(line.text))


def _done(
    draft: Draft,
    sections: Sequence[Section],
    new: dict[str, Line],
    strike: set[str],
    usage: Usage,
    refused: int,
) -> Reworded:
    """The revision; a line written by hand is never changed, its new words are proposed."""
    within = {line.id: line for part in sections for line in part.lines}
    by_hand = {id_ for id_, line in within.items() if line.edited}
    proposals = [
        Proposal(draft_id=draft.id, line=id_, text=line.text) for id_, line in new.items() if id_ in by_hand
    ]
    new = {id_: line for id_, line in new.items() if id_ not in by_hand}
    struck = strike - by_hand
    after = [_changed(part, new, struck) for part in draft.sections]
    faults = (left_out(refused),) if refused else ()
    out = tuple(line.composed or line.text for id_, line in within.items() if id_ in struck)
    return Reworded(after, sorted({*new, *struck}), proposals, usage, faults, out)


def _changed(section: Section, new: dict[str, Line], struck: set[str]) -> Section:
    if not any(line.id in new or line.id in struck for line in section.lines):
        return section
    lines = tuple(new.get(line.id, line) for line in section.lines if line.id not in struck)
    return section.model_copy(update={"lines": lines})
