"""What a case ends in: everything that an evaluator may look at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from assistant.brief import Brief
from assistant.draft import Draft, Line, Section
from assistant.kinds import Kind
from assistant.model.prompt import Prompt
from assistant.reading.reading import Intent, Reading
from assistant.turns import Answer, Proposal


@dataclass(frozen=True)
class Outcome:
    """The end of one run.

    `brief` is the brief after it, `reading` what was read, `drafts` what was written, `before` the draft that
    was revised, `questions` the facts asked for, `declined` the part left out, `said` the words around it
    all, `refused` why nothing was done. `shown` are the passages that could be cited, by id; `sent` the
    prompts that went out, as texts; `forms` the kinds of document by id. `other` is the run with names
    exchanged. `ask` puts a question to the model, where there is one.
    """

    brief: Brief
    intent: Intent | None = None
    kinds: tuple[str, ...] = ()
    reading: Reading | None = None
    drafts: tuple[Draft, ...] = ()
    before: Draft | None = None
    answer: Answer | None = None
    declined: str | None = None
    questions: tuple[str, ...] = ()
    said: str = ""
    refused: str = ""
    proposals: tuple[Proposal, ...] = ()
    faults: tuple[str, ...] = ()
    shown: Mapping[str, str] = field(default_factory=dict)
    sent: tuple[str, ...] = ()
    forms: Mapping[str, Kind] = field(default_factory=dict)
    other: "Outcome | None" = None
    ask: Callable[[Prompt], str] | None = None

    def lines(self, section: str | None = None) -> Iterator[tuple[Section, Line]]:
        """Every line of every draft with its section, or of one section."""
        for draft in self.drafts:
            for part, line in draft.lines():
                if section in (None, part.id):
                    yield part, line

    def text(self, section: str | None = None) -> str:
        """What the manager gets to read: the drafts' lines and the answer, or one section."""
        lines = [line.text for _, line in self.lines(section)]
        if self.answer and section is None:
            lines += [line.text for line in self.answer.lines]
        return "\n".join(lines or ([self.said] if section is None else []))
