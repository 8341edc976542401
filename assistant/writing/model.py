"""Write with a model: it words the prose sections, code composes the rest and checks every line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.checks.registry import check_draft
from assistant.checks.subject import Subject
from assistant.draft import Finding, Line, Section
from assistant.errors import HiringError
from assistant.model.gateway import Gateway
from assistant.model.prompt import NOTHING, Prompt, Usage
from assistant.prompting import Prompts
from assistant.writing.answer_schema import (
    RewrittenLine,
    WrittenLine,
    WrittenSection,
    lines_schema,
    parse,
    schema,
)
from assistant.writing.material import Material, gather, used_facts
from assistant.writing.outline import OutlineWriter
from assistant.writing.writer import Report, Task, Written
from knowledge.search import Search


@dataclass
class _Course:
    """One document under way: its sections so far, what it cost, what went wrong."""

    material: Material
    digest: str
    sections: dict[str, Written] = field(default_factory=dict)
    usage: Usage = NOTHING
    faults: list[str] = field(default_factory=list)
    wrote: bool = False


class ModelWriter:
    """Composes the outline, has a model word its prose, and keeps of that what code can bear out."""

    def __init__(self, gateway: Gateway, outline: OutlineWriter, prompts: Prompts, search: Search) -> None:
        self._gateway = gateway
        self._outline = outline
        self._prompts = prompts
        self._search = search

    def write(self, task: Task) -> Iterator[Written | Report]:
        """Yield the composed sections at once, each prose section as it is finished, repaired ones again."""
        outline = self._composed(task)
        cited = {id_ for part in outline for line in part.section.lines for id_ in line.citations}
        found = {id_: self._search.passage(id_, task.owner) for id_ in cited}
        material = gather(task, outline, {id_: item for id_, item in found.items() if item})
        course = _Course(material, self._prompts.digest(task.kind.id))
        self._keep_untouched(course)
        waiting = {section.id for section in course.material.sections}
        for part in outline:
            course.sections.setdefault(part.section.id, part)
            if part.section.id not in waiting:
                yield course.sections[part.section.id]
        if course.material.sections:
            yield from self._prose(course)
        for id_ in waiting - set(self._worded(course)):
            yield course.sections[id_]
        yield Report(
            "model" if course.wrote else "outline",
            self._gateway.name,
            course.digest,
            course.usage,
            tuple(course.faults),
        )

    def _keep_untouched(self, course: _Course) -> None:
        """Leave a section as the last version has it, letter by letter, where nothing changed beneath it."""
        task = course.material.task
        if task.before is None or task.before[1].provenance.writer != "model":
            return
        brief, draft = task.before
        then = {
            part.section.id: part.section for part in self._composed(replace(task, brief=brief, before=None))
        }
        last = {section.id: section for section in draft.sections}
        kept = [
            part.section
            for part in course.material.outline
            if part.section == then.get(part.section.id) and part.section.id in last
        ]
        for section in kept:
            old = course.sections.get(section.id)
            questions = next(p.questions for p in course.material.outline if p.section.id == section.id)
            course.sections[section.id] = Written(last[section.id], old.questions if old else questions)
        ids = {section.id for section in kept}
        left = [section for section in course.material.sections if section.id not in ids]
        course.material = replace(course.material, sections=left)
        course.wrote = course.wrote or bool(ids)

    def _composed(self, task: Task) -> list[Written]:
        return [part for part in self._outline.write(task) if isinstance(part, Written)]

    def _worded(self, course: _Course) -> Iterator[str]:
        """The sections that a model has worded."""
        for section in course.material.sections:
            if course.sections[section.id].section is not section:
                yield section.id

    def _prose(self, course: _Course) -> Iterator[Written]:
        """The model's sections; what it cannot give stays as the outline has it, and is said."""
        try:
            yield from self._first(course)
            yield from self._second(course)
        except HiringError as error:
            course.faults.append(str(error))

    def _first(self, course: _Course) -> Iterator[Written]:
        material = course.material
        known = {section.id: section for section in material.sections}
        prompt = self.prompt(material)
        for piece in self._gateway.items(prompt):
            course.usage += piece.usage
            if not piece.text:
                continue
            answer = parse(piece.text, WrittenSection)
            outline = known.pop(answer.id, None)
            if outline is None or not answer.lines:
                continue
            lines = worded(outline, answer.lines)
            written = Written(
                outline.model_copy(update={"lines": lines}), course.sections[outline.id].questions
            )
            course.sections[outline.id] = written
            course.wrote = True
            yield written

    def _second(self, course: _Course) -> Iterator[Written]:
        """One repair pass over the lines that fail, told exactly what is wrong with each."""
        failing = self._failing(course)
        if not failing:
            return
        prompt = self._repair_prompt(course, failing)
        try:
            for piece in self._gateway.items(prompt):
                course.usage += piece.usage
                answer = parse(piece.text, RewrittenLine) if piece.text else None
                if answer and answer.id in failing:
                    self._replace(course, answer)
        finally:
            self._leave_out(course)
        changed = {id_.partition(".")[0] for id_ in failing}
        yield from (part for id_, part in course.sections.items() if id_ in changed)

    def _replace(self, course: _Course, answer: RewrittenLine) -> None:
        """Put a repaired line in the place of the one that failed."""
        id_ = answer.id.partition(".")[0]
        part = course.sections[id_]
        outline = next(section for section in course.material.sections if section.id == id_)
        new = worded(outline, [answer])[0].model_copy(update={"id": answer.id})
        lines = tuple(new if line.id == answer.id else line for line in part.section.lines)
        course.sections[id_] = Written(part.section.model_copy(update={"lines": lines}), part.questions)

    def _leave_out(self, course: _Course) -> None:
        """What must not leave goes back to the outline, and is said; other failures keep their findings."""
        leaking = [
            id_ for id_, found in self._failing(course).items() if any(f.category == "leak" for f in found)
        ]
        for line_id in leaking:
            self._restore(course, line_id)
        if leaking:
            course.faults.append(
                f"{len(leaking)} of the model's lines held what must not go out, and were left out."
            )

    def _repair_prompt(self, course: _Course, failing: Mapping[str, list[Finding]]) -> Prompt:
        """The prompt that names each failing line and what is wrong with it."""
        lines = {line.id: line for part in course.sections.values() for line in part.section.lines}
        material, task = course.material, course.material.task
        system, user = self._prompts.render(
            "chat/repair",
            facts=material.facts,
            passages=material.passages,
            failures=[(lines[id_], [finding.message for finding in found]) for id_, found in failing.items()],
        )
        facts, ids = used_facts(task.kind, task.brief), list(material.texts)
        return Prompt(
            system,
            user,
            "repair",
            lines_schema(list(failing), facts, ids),
            self._prompts.digest("chat/repair"),
        )

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
        ids = [passage.id for passage in material.passages]
        cited = [id_ for part in material.sections for line in part.lines for id_ in line.citations]
        facts = used_facts(task.kind, task.brief)
        wanted = schema(material.sections, facts, list(dict.fromkeys((*ids, *cited))))
        return Prompt(system, user, task.kind.id, wanted, self._prompts.digest(task.kind.id))

    def _failing(self, course: _Course) -> dict[str, list[Finding]]:
        """The findings of risk on lines that the model worded, by line."""
        worded_ids = set(self._worded(course))
        material = course.material
        sections = [part.section for part in course.sections.values()]
        subject = Subject(
            material.task.kind, material.task.brief, "", sections, self._texts(material, sections)
        )
        failing: dict[str, list[Finding]] = {}
        for finding in check_draft(subject):
            if finding.severity == "risk" and finding.line and finding.section in worded_ids:
                failing.setdefault(finding.line, []).append(finding)
        return failing

    def _texts(self, material: Material, sections: Sequence[Section]) -> Mapping[str, str]:
        """What each passage bears out: what the model saw of it, and the whole of those that code cited."""
        texts = dict(material.texts)
        for section in sections:
            for line in section.lines:
                for id_ in line.citations:
                    passage = None if id_ in texts else self._search.passage(id_, material.task.owner)
                    if passage and section not in material.sections:
                        texts[id_] = f"{passage.title}\n{passage.text}"
        return texts

    def _restore(self, course: _Course, line_id: str) -> None:
        """Put the outline's line back where there is one; else leave the model's line out."""
        section_id = line_id.partition(".")[0]
        part = course.sections[section_id]
        outline = next(section for section in course.material.sections if section.id == section_id)
        own = {line.id: line for line in outline.lines}
        lines = [own.get(line.id) if line.id == line_id else line for line in part.section.lines]
        kept = tuple(line for line in lines if line) or outline.lines
        course.sections[section_id] = Written(part.section.model_copy(update={"lines": kept}), part.questions)


def worded(outline: Section, lines: Sequence[WrittenLine]) -> tuple[Line, ...]:
    """A model's lines in the form of the outline's section; cells that stay blank there stay blank here."""
    blank = {
        at
        for at, _ in enumerate(outline.columns or ())
        if all((line.cells or ("",))[at] == "" for line in outline.lines if line.cells)
    }
    made = []
    for at, line in enumerate(lines, start=1):
        cells = tuple(" ".join(cell.split()) for cell in line.cells) or ("",)
        if outline.columns:
            width = len(outline.columns)
            cells = tuple(
                "" if place in blank else cell for place, cell in enumerate((*cells, *[""] * width)[:width])
            )
        text = " | ".join(cells) if outline.columns else " ".join(cells)
        made.append(
            Line(
                id=f"{outline.id}.{at}",
                text=text,
                cells=cells if outline.columns else None,
                basis=line.basis,
                facts=tuple(dict.fromkeys(line.facts)),
                citations=tuple(dict.fromkeys(line.citations)),
            )
        )
    return tuple(made)
