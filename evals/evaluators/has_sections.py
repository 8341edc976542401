"""A document has its sections, in order, none empty and none beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.draft import Draft
from assistant.kinds import Kind
from evals.evaluators.check import Check

if TYPE_CHECKING:
    from evals.gate.cases import Inputs
    from evals.gate.outcome import Outcome


@dataclass(repr=False)
class HasSections(Check):
    """The sections of the kind's file, in its order; `also` are optional ones that this case must have."""

    also: list[str] = field(default_factory=list)

    def faults(self, inputs: "Inputs", outcome: "Outcome") -> Iterator[str]:
        """Yield each section that is missing, empty, out of order or foreign."""
        if not outcome.drafts:
            yield "there is no document"
        for draft in outcome.drafts:
            yield from self._of(draft, outcome.forms[draft.kind])

    def _of(self, draft: Draft, kind: Kind) -> Iterator[str]:
        rules = {rule.id: rule for rule in kind.sections}
        present = [section.id for section in draft.sections if section.lines]
        yield from (f"'{id_}' is no section of this kind" for id_ in present if id_ not in rules)
        for id_, rule in rules.items():
            if id_ not in present and (id_ in self.also or not rule.optional):
                yield f"'{id_}' is missing"
        known = [id_ for id_ in present if id_ in rules]
        if known != sorted(known, key=list(rules).index):
            yield f"out of order: {', '.join(known)}"
        for section in draft.sections:
            for line in section.lines:
                if section.columns and len(line.cells or ()) != len(section.columns):
                    yield f"a row of '{section.id}' has not one cell a column"
