"""Write with a model: it words the prose sections, code composes the rest and judges every line."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assistant.checks.bearing import TBD
from assistant.draft import Line, Section
from assistant.errors import HiringError
from assistant.model.gateway import Gateway
from assistant.model.prompt import Prompt
from assistant.prompting import Prompts
from assistant.writing.answer_schema import (
    Answer,
    RewrittenLine,
    WrittenSection,
    lines_schema,
    misshapen,
    parse,
    schema,
)
from assistant.writing.course import Course
from assistant.writing.judging import Judge
from assistant.writing.keeping import Last, sheet_of, still_wanted
from assistant.writing.material import Material, gather, used_facts
from assistant.writing.outline import OutlineWriter
from assistant.writing.sheet import put
from assistant.writing.wording import worded
from assistant.writing.writer import Report, Task, Written
from knowledge.passages import Passage
from knowledge.search import Search

REPAIR = "chat/repair"


class ModelWriter:
    """Composes the outline, has a model word its prose, and keeps of that what code can bear out."""

    def __init__(self, gateway: Gateway, outline: OutlineWriter, prompts: Prompts, search: Search) -> None:
        self._gateway = gateway
        self._outline = outline
        self._prompts = prompts
        self._search = search

    def write(self, task: Task) -> Iterator[Written | Report]:
        """Yield what code composed at once, each prose section as it is finished, mended ones again."""
        course = self.start(task)
        waiting = {section.id for section in course.material.sections}
        yield from (course.written(id_) for id_ in course.sections if id_ not in waiting)
        if waiting:
            for written in self._prose(course):
                waiting.discard(written.section.id)
                yield written
        yield from (course.written(id_) for id_ in course.sections if id_ in waiting)
        yield course.report(self._gateway.name, self._prompts.digest(task.kind.id))

    def start(self, task: Task) -> Course:
        """What is there before the model is asked: the outline, and what stays of the last version."""
        struck = task.before[1].struck if task.before else ()
        outline, last = still_wanted(self._composed(task), self._last(task), struck)
        prose = {rule.id for rule in task.kind.sections if rule.prose}
        started = {
            part.section.id: sheet_of(part, last.get(part.section.id))
            for part in outline
            if part.section.id in prose
        }
        sheets = {id_: sheet for id_, (sheet, _) in started.items()}
        asked = [section for sheet in sheets.values() if (section := sheet.asked)]
        material = gather(task, asked, self._cited(task, [part.section for part in outline]))
        texts = material.texts
        lines = [line for part in outline for line in part.section.lines]
        marks = frozenset(mark for line in lines for mark in TBD.findall(line.text))
        return Course(
            material,
            Judge(task.kind, task.brief, texts, marks),
            {**self._whole(task, last, outline), **texts},
            {part.section.id: part for part in outline},
            sheets,
            [offer for _, offers in started.values() for offer in offers],
            kept=any(item.worded for item in last.values())
            and any(not slot.open for sheet in sheets.values() for slot in sheet.slots),
        )

    def _last(self, task: Task) -> Mapping[str, Last]:
        """The sections of the version before, each with what code composed for it then."""
        if task.before is None:
            return {}
        brief, draft = task.before
        parts = self._composed(replace(task, brief=brief, before=None))
        then = {part.section.id: part.section for part in parts}
        by_model = draft.provenance.writer == "model"
        return {section.id: Last(section, then.get(section.id), by_model) for section in draft.sections}

    def _composed(self, task: Task) -> list[Written]:
        return [part for part in self._outline.write(task) if isinstance(part, Written)]

    def _cited(self, task: Task, sections: list[Section]) -> Mapping[str, Passage]:
        ids = dict.fromkeys(id_ for part in sections for line in part.lines for id_ in line.citations)
        found = {id_: self._search.passage(id_, task.owner) for id_ in ids}
        return {id_: passage for id_, passage in found.items() if passage}

    def _whole(self, task: Task, last: Mapping[str, Last], outline: list[Written]) -> Mapping[str, str]:
        """The whole text of every passage that code cites, now or in what stays of the last version."""
        sections = [part.section for part in outline] + [item.section for item in last.values()]
        cited = self._cited(task, sections)
        return {id_: f"{passage.title}\n{passage.text}" for id_, passage in cited.items()}

    def _prose(self, course: Course) -> Iterator[Written]:
        """The model's sections; what it cannot give stays as the outline has it, and is said."""
        try:
            yield from self._first(course)
            yield from self._second(course)
        except HiringError as error:
            course.faults.append(str(error))
        yield from (course.written(id_) for id_, sheet in course.sheets.items() if sheet.settle())

    def _first(self, course: Course) -> Iterator[Written]:
        left = {section.id for section in course.material.sections}
        for piece in self._gateway.items(self.prompt(course.material)):
            course.usage += piece.usage
            answer = self._parsed(piece.text, WrittenSection, course) if piece.text else None
            if answer and answer.id in left and answer.lines:
                left.discard(answer.id)
                course.sheets[answer.id].take(answer.lines, course.judge)
                yield course.written(answer.id)
        if left:
            sections = "a section" if len(left) == 1 else f"{len(left)} sections"
            course.faults.append(f"The model left out {sections}.")

    def _parsed(self, text: str, shape: type[Answer], course: Course) -> Answer | None:
        """An item of the answer; one that is not of its form costs itself alone."""
        try:
            return parse(text, shape)
        except HiringError:
            course.faults.append(str(misshapen()))
            return None

    def _second(self, course: Course) -> Iterator[Written]:
        """One repair pass over the lines that fail, told exactly what is wrong with each."""
        failing = course.failing()
        if not failing:
            return
        for piece in self._gateway.items(self._repair_prompt(course, failing)):
            course.usage += piece.usage
            answer = self._parsed(piece.text, RewrittenLine, course) if piece.text else None
            if answer and failing.pop(answer.id, None):
                sheet, slot = course.slot(answer.id)
                line = worded(sheet.outline, answer, answer.id)
                if put(slot, line, sheet.outline, course.judge):
                    yield course.written(sheet.outline.id)

    def _repair_prompt(self, course: Course, failing: Mapping[str, tuple[Line, list[str]]]) -> Prompt:
        """The prompt that names each failing line and what is wrong with it."""
        material, task = course.material, course.material.task
        cited = {id_ for line, _ in failing.values() for id_ in line.citations}
        system, user = self._prompts.render(
            REPAIR,
            facts=material.facts,
            passages=[passage for passage in material.passages if passage.id in cited],
            failures=list(failing.values()),
        )
        facts = used_facts(task.kind, task.brief)
        wanted = lines_schema(list(failing), facts, sorted(cited & set(material.texts)))
        return Prompt(system, user, "repair", wanted, self._prompts.digest(REPAIR))

    def prompt(self, material: Material) -> Prompt:
        """The prompt for a document's prose sections."""
        task = material.task
        system, user = self._prompts.render(
            task.kind.id,
            kind=task.kind,
            facts=material.facts,
            passages=material.passages,
            sections=material.sections,
            engagement=task.brief.text("engagement") or "person",
        )
        facts = used_facts(task.kind, task.brief)
        wanted = schema(material.sections, facts, list(material.texts))
        return Prompt(system, user, task.kind.id, wanted, self._prompts.digest(task.kind.id))
