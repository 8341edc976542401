"""Judge a model's line: what it may not hold, and which basis it really has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.brief import Brief
from assistant.checks.bearing import TBD, borne
from assistant.checks.claims import Support, claims
from assistant.checks.exits import leaks_beyond, own_words
from assistant.checks.grounding import WHAT
from assistant.draft import Basis, Line, Section
from assistant.kinds import Kind

MOST_LETTERS = 1_200
# Shares of a line's words of content, measured on worded documents: lines that only reword a fact or a
# passage stand well above them, lines that add something of their own below.
BRIEF_SHARE = 0.5
GUIDANCE_SHARE = 0.3
FILLED = re.compile(r"[^|\s]")


@dataclass(frozen=True)
class Judge:
    """Knows what one document may rest on.

    That is its brief, what each passage says in the prompt, and what the manager `said` just now; `marks` are
    the TBD marks of the outline.
    """

    kind: Kind
    brief: Brief
    passages: Mapping[str, str]
    marks: frozenset[str]
    said: str = ""

    def refuses(self, line: Line, outline: Section) -> list[str]:
        """Why a line may not stand at all, in words that a model can act on; empty when it may."""
        found = (*self._form(line, outline), *self._references(line), *self._content(line))
        return list(dict.fromkeys((*found, *self._invented(line))))

    def _form(self, line: Line, outline: Section) -> Iterator[str]:
        if not FILLED.search(line.text):
            yield "It is empty."
        if len(line.text) > MOST_LETTERS:
            yield f"It is longer than {MOST_LETTERS} characters."
        width = len(outline.columns or ())
        if line.cells and len(line.cells) != width:
            yield f"It has {len(line.cells)} cells where the section has {width}."
        if not set(TBD.findall(line.text)) <= self.marks:
            yield "It holds a TBD mark that the outline does not have."

    def _references(self, line: Line) -> Iterator[str]:
        if not set(line.citations) <= set(self.passages):
            yield "It cites a passage that you were not given."
        if not set(line.facts) <= set(self.brief.facts):
            yield "It names a fact that the brief does not hold."

    def _content(self, line: Line) -> Iterator[str]:
        for leak in leaks_beyond(line.text, own_words(self.brief)):
            if leak.what == "a link" and line.text[leak.start : leak.end].strip() in self.said:
                continue  # the manager may have an address put in; a score of a person may nobody
            yield f"It holds {leak.what}, which no document here carries."
        if line.basis == "assumption" and any(rule.name == "given_only" for rule in self.kind.rules.checks):
            yield "It says something of the person or the work that the manager did not give."

    def _invented(self, line: Line) -> Iterator[str]:
        """What nobody said may be suggested, but with no figure, name or qualification of its own."""
        if line.basis == "assumption":
            support = Support.of(*self._known, *(self.passages.get(id_, "") for id_ in line.citations))
            for claim in claims(line.text):
                if not support.bears(claim):
                    yield f"{WHAT[claim.kind]} is in neither the brief nor a passage that it cites."

    @property
    def _known(self) -> list[str]:
        """The manager's own words."""
        return [self.said, *(text for fact in self.brief.facts.values() for text in fact.items)]

    def rightly(self, line: Line, outline: Line | None) -> Line:
        """The line with the basis that it has: what neither facts nor passages say is an assumption.

        A passage that bears nothing of it out is not cited, as long as another does.
        """
        line = line.model_copy(update={"citations": self._bearing(line)})
        return line.model_copy(update={"basis": self._basis(line, outline.text if outline else "")})

    def _bearing(self, line: Line) -> tuple[str, ...]:
        idle = {id_ for id_ in line.citations if id_ in self.passages and not self._bears(id_, line)}
        left = tuple(id_ for id_ in line.citations if id_ not in idle)
        return left if any(id_ in self.passages for id_ in left) else line.citations

    def _bears(self, id_: str, line: Line) -> bool:
        return borne(line.text, self.passages[id_]) > 0

    def _basis(self, line: Line, beneath: str) -> Basis:
        facts = [text for name in line.facts for text in self.brief.items(name)]
        if line.basis == "brief" and not TBD.search(line.text):
            if not facts or borne(line.text, beneath, self.said, *facts) < BRIEF_SHARE:
                return "assumption"
        elif line.basis == "guidance":
            said = [self.passages.get(id_, "") for id_ in line.citations]
            if not line.citations or borne(line.text, beneath, *said, *self._known) < GUIDANCE_SHARE:
                return "assumption"
        return line.basis
