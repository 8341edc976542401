"""Change a draft in words ("warmer"): the lines that a model names, and no other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict

from assistant.brief import Brief
from assistant.draft import Draft, Line, Section
from assistant.facts import FACTS
from assistant.kinds import Kind
from assistant.model.gateway import Gateway
from assistant.model.prompt import Prompt, Usage
from assistant.prompting import Prompts
from assistant.turns import Proposal
from assistant.writing.answer_schema import RewrittenLine, lines_schema, parse
from assistant.writing.model import worded

TEMPLATE = "chat/revise"


class _Changes(BaseModel):
    """A revision as a model answers it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lines: tuple[RewrittenLine, ...]
    strike: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reworded:
    """A revision: the sections with what changed, proposals for lines edited by hand, and the cost."""

    sections: Sequence[Section]
    changed: Sequence[str]
    proposals: Sequence[Proposal] = field(default=())
    usage: Usage = field(default_factory=Usage)


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
        within = {line.id for part in sections for line in part.lines}
        by_hand = {line.id for part in sections for line in part.lines if line.edited}
        new = {line.id: line for line in answer.lines if line.id in within - by_hand}
        struck = set(answer.strike) & (within - by_hand)
        proposals = [
            Proposal(draft_id=draft.id, line=item.id, text=" | ".join(item.cells))
            for item in answer.lines
            if item.id in by_hand
        ]
        after = [_changed(part, new, struck) for part in draft.sections]
        return Reworded(after, sorted({*new, *struck}), proposals, usage)

    def prompt(self, sections: Sequence[Section], kind: Kind, brief: Brief, wish: str) -> Prompt:
        """The prompt for one wish."""
        system, user = self._prompts.render(
            TEMPLATE,
            facts=[
                {"name": name, "text": brief.text(name) or ""}
                for name in FACTS
                if name in kind.facts and name in brief.facts
            ],
            sections=sections,
            wish=wish,
            language="en",
        )
        lines = [line for part in sections for line in part.lines]
        ids = [line.id for line in lines]
        cited = list(dict.fromkeys(id_ for line in lines for id_ in line.citations))
        schema = lines_schema(ids, [name for name in kind.facts if name in brief.facts], cited)
        schema["properties"]["strike"] = {"type": "array", "items": {"type": "string", "enum": ids}}
        schema["required"].append("strike")
        return Prompt(system, user, "revise", schema, self._prompts.digest(TEMPLATE))


def _changed(section: Section, new: dict[str, RewrittenLine], struck: set[str]) -> Section:
    if not any(line.id in new or line.id in struck for line in section.lines):
        return section
    lines: list[Line] = []
    for line in section.lines:
        if line.id in struck:
            continue
        answer = new.get(line.id)
        lines.append(worded(section, [answer])[0].model_copy(update={"id": line.id}) if answer else line)
    return section.model_copy(update={"lines": tuple(lines)})
