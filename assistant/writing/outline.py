"""Compose a draft from the brief and the library, by the rules of its kind; no model is needed."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.brief import Brief
from assistant.draft import Line, Question, Section, weakest
from assistant.facts import FACTS, words_for
from assistant.kinds import PLACE, LineRule, SectionRule, Usual
from assistant.spoken import in_ways, spoken
from assistant.writing.plan import Plan, Planner
from assistant.writing.rows import Row, Sources
from assistant.writing.writer import Task, Written
from knowledge.cards import Library

COUNT_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Which part of a role card offers likely answers to the question about a fact.
SUGGESTED = {"outcomes": "outcomes", "responsibilities": "responsibilities", "kpis": "indicators"}
MOST_CHOICES = 4


class OutlineWriter:
    """Composes sections line by line; everything it writes is the manager's words or a card's."""

    def __init__(self, library: Library, planner: Planner) -> None:
        self._library = library
        self._planner = planner

    def write(self, task: Task) -> Iterator[Written]:
        """Yield each section; one that has no lines and is optional is left out."""
        plan = self._planner.plan(task.brief)
        page = _Page(task.brief, plan, Sources(task, plan, self._library))
        for rule in task.kind.sections:
            lines, unknown = page.lines(rule)
            if lines or not rule.optional:
                section = Section(
                    id=rule.id,
                    title=rule.title,
                    shape=rule.shape,
                    audience=rule.audience,
                    columns=rule.columns,
                    lines=tuple(lines),
                )
                questions = tuple(page.question(name) for name in dict.fromkeys(unknown))
                yield Written(section, questions)


class _Page:
    """One document under way."""

    def __init__(self, brief: Brief, plan: Plan, sources: Sources) -> None:
        self._brief = brief
        self._plan = plan
        self._sources = sources
        self._engagement = brief.text("engagement")

    def lines(self, rule: SectionRule) -> tuple[list[Line], list[str]]:
        """A section's lines, and the names of the facts that they lack."""
        lines: list[Line] = []
        unknown: list[str] = []
        for part in rule.lines:
            if not self._holds(part.when):
                continue
            rows = self._sources.rows(part)
            for row in rows:
                line, lacks = self._line(f"{rule.id}.{len(lines) + 1}", part, row, rule)
                lines.append(line)
                unknown += lacks
            if not rows and part.each and not rule.usual and not rule.optional:
                lines.append(self._tbd(f"{rule.id}.{len(lines) + 1}", self._label(part.each), rule))
                unknown.append(part.each)
        if rule.usual:
            missing = self._missing(rule.usual)
            if missing:
                lines.append(self._tbd(f"{rule.id}.{len(lines) + 1}", missing, rule))
                unknown.append(rule.usual.fact)
        if not lines and not rule.optional:
            known = "role_title" in self._brief.facts  # and yet the library has nothing for it
            lines.append(
                self._tbd(f"{rule.id}.1", rule.title.lower() if known else self._label("role_title"), rule)
            )
            unknown += () if known else ("role_title",)
        return lines, unknown

    def question(self, name: str) -> Question:
        """The question about a fact, with likely answers: its own, or those that the role card offers."""
        spec = FACTS[name]
        conflict = self._brief.conflict(name)
        if conflict:
            said = [claim.value for claim in conflict.values]
            choices = tuple(f"{spec.title}: {value}" for value in said)
            text = f"You said it {in_ways(len(said))}. {self._asked(name)}"
            return Question(fact=name, text=text, choices=choices)
        return Question(fact=name, text=self._asked(name), choices=spec.choices or self._offers(name))

    def _offers(self, name: str) -> tuple[str, ...]:
        role = self._plan.role
        if role is None:
            return ()
        if name == "must_haves":
            offers = tuple(row.title for row in self._plan.rows)
        else:
            offers = tuple(getattr(role, SUGGESTED[name])) if name in SUGGESTED else ()
        known = self._brief.items(name)
        return tuple(f"{FACTS[name].title}: {item}" for item in offers if item not in known)[:MOST_CHOICES]

    def _asked(self, name: str) -> str:
        return words_for(FACTS[name].question, self._engagement)

    def _label(self, name: str) -> str:
        conflict = self._brief.conflict(name)
        label = words_for(FACTS[name].label, self._engagement)
        if conflict:
            said = [claim.value for claim in conflict.values]
            return f"{label}, said {in_ways(len(said))}: {' or '.join(said)}"
        return label

    def _missing(self, usual: Usual) -> str | None:
        known = len(self._brief.items(usual.fact))
        if known >= usual.least:
            return None
        label = self._label(usual.fact)
        return at_least(label, usual) if known else label

    def _holds(self, when: str | None) -> bool:
        if when is None:
            return True
        negated, name = when.startswith("not "), when.removeprefix("not ")
        name, _, value = name.partition("=")
        known = name in self._brief.facts
        holds = self._brief.text(name) == value if value else known
        return holds != negated

    def _line(self, id_: str, part: LineRule, row: Row, rule: SectionRule) -> tuple[Line, list[str]]:
        if row.line is not None and part.cells is None and part.text is None:
            return row.line.model_copy(update={"id": id_}), []
        filled = [_fill(template, row.values, self._brief, self._label) for template in part.templates]
        used = [name for template in filled for name in template.used]
        lacks = [name for template in filled for name in template.lacks]
        texts = [" ".join(template.text.split()) for template in filled]
        texts[0] = opened(texts[0])
        facts = tuple(dict.fromkeys(name for name in (*row.facts, *used) if name in self._brief.facts))
        cells = tuple(texts) if rule.columns else None
        text = " | ".join(texts) if cells else texts[0]
        assumed = any(self._brief.facts[name].basis == "assumed" for name in facts)
        basis = weakest(row.basis, "assumption" if assumed else "brief")
        return Line(id=id_, text=text, cells=cells, basis=basis, facts=facts, citations=row.citations), lacks

    def _tbd(self, id_: str, label: str, rule: SectionRule) -> Line:
        mark = f"[TBD: {label}]"
        cells = (mark, *[""] * (len(rule.columns) - 1)) if rule.columns else None
        return Line(id=id_, text=" | ".join(cells) if cells else mark, cells=cells, basis="brief")


def at_least(label: str, usual: Usual) -> str:
    """What is missing from a list that has items, fewer than are usual."""
    return f"{label}; {COUNT_WORDS[usual.least]} or more are usual"


@dataclass(frozen=True)
class _Filled:
    """A template with its placeholders filled: the text, the facts used, the facts lacking."""

    text: str
    used: list[str]
    lacks: list[str]


def _fill(template: str, values: Mapping[str, str], brief: Brief, label_of: Callable[[str], str]) -> _Filled:
    """Fill in one pass, so that no value is ever read as a template."""
    used: list[str] = []
    lacks: list[str] = []

    def put(match: re.Match[str]) -> str:
        name = match[1]
        if name in values:
            return values[name]
        value = brief.text(name)
        (lacks if value is None else used).append(name)
        return f"[TBD: {label_of(name)}]" if value is None else spoken(name, value)

    return _Filled(PLACE.sub(put, template), used, lacks)


def opened(text: str) -> str:
    """A line with its first letter large, unless its first word is spelt with signs of its own (iOS, k8s)."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first[1:].islower() or len(first) == 1 else text
