"""What a model is given to write from: the facts, the passages, the outline; and what that can bear out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.brief import Brief
from assistant.draft import Section
from assistant.facts import FACTS
from assistant.kinds import Kind
from assistant.writing.writer import Task
from knowledge.passages import Passage

MOST_PASSAGES = 8
MOST_WORDS = 120
LAST_HEADING = re.compile(r"\n## [^\n]*\s*$")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@dataclass(frozen=True)
class Given:
    """A passage as a model sees it."""

    id: str
    text: str


@dataclass(frozen=True)
class Material:
    """One document's material; `sections` are the ones that a model words."""

    task: Task
    sections: Sequence[Section]
    passages: Sequence[Given]

    @property
    def facts(self) -> list[dict[str, str]]:
        """The brief's facts that the kind uses, as names and texts, in the kind's order."""
        brief = self.task.brief
        return [{"name": name, "text": brief.text(name) or ""} for name in used_facts(self.task.kind, brief)]

    @property
    def texts(self) -> Mapping[str, str]:
        """What each passage says in the prompt: its text, and the outline's lines that cite it."""
        texts = {passage.id: passage.text for passage in self.passages}
        for section in self.sections:
            for line in section.lines:
                for id_ in line.citations:
                    texts[id_] = f"{texts.get(id_, '')}\n{line.text}"
        return texts


def gather(task: Task, sections: Sequence[Section], library: Mapping[str, Passage]) -> Material:
    """The material for the sections that a model words; `library` finds a cited passage by id."""
    cited = dict.fromkeys(id_ for part in sections for line in part.lines for id_ in line.citations)
    passages = {id_: library[id_] for id_ in cited if id_ in library}
    passages |= {
        passage.id: passage for passage in task.passages if passage.card in ("guidance", "law", "document")
    }
    given = [Given(item.id, f"{item.title}\n{_gist(item)}") for item in passages.values()]
    return Material(task, sections, given[:MOST_PASSAGES])


def used_facts(kind: Kind, brief: Brief) -> list[str]:
    """The facts that a kind uses and the brief holds, in the order of the facts."""
    return [name for name in FACTS if name in kind.facts and name in brief.facts]


def _gist(passage: Passage) -> str:
    """What a model needs of a passage: of a role or competency what it is, for its lines are in the outline.

    Its lists of names and skill words stay out: a product that stands there is no requirement of this job.
    """
    if passage.card not in ("role", "competency"):
        return shortened(passage.text)
    definition, body = passage.text.split("\n\n")[:2]
    return " ".join((*SENTENCE.split(definition)[:1], *SENTENCE.split(body)[:2]))


def shortened(text: str) -> str:
    """The first words of a passage, cut at a line's end where one is near, never after a heading."""
    words = text.split(" ")
    if len(words) <= MOST_WORDS:
        return text
    cut = " ".join(words[:MOST_WORDS])
    cut = cut[: cut.rfind("\n")] if "\n" in cut[len(cut) // 2 :] else cut
    return LAST_HEADING.sub("", cut).rstrip()
