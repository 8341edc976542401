"""What a role card suggests in a draft, and what becomes of it when the manager accepts it: a fact."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.brief import Brief, Change, fold
from assistant.draft import Draft, Line, Question, Section
from assistant.facts import FACTS, words_for
from assistant.kinds import Kind, LineRule, SectionRule
from assistant.writing.edits import Edit, apply_edit
from assistant.writing.outline import SUGGESTED, at_least, opened

_ITEM = "{item}"
_FACTS = {f"role.{field}": fact for fact, field in SUGGESTED.items()}


@dataclass(frozen=True)
class Suggestion:
    """An assumption in a draft: `value` is what it would be as a fact, if it would be one at all."""

    line: str
    text: str
    fact: str | None = None
    value: str = ""


def suggestions(draft: Draft, kind: Kind) -> tuple[Suggestion, ...]:
    """The suggestions that a draft still holds, in their order."""
    rules = {rule.id: rule for rule in kind.sections}
    return tuple(
        _suggestion(line, rules.get(section.id))
        for section, line in draft.lines()
        if line.basis == "assumption"
    )


def _suggestion(line: Line, rule: SectionRule | None) -> Suggestion:
    for part in rule.lines if rule else ():
        before, item, after = (part.text or _ITEM).partition(_ITEM)
        framed = item and line.text.startswith(before) and line.text.endswith(after)
        if part.source in _FACTS and part.cells is None and framed:
            value = line.text[len(before) : len(line.text) - len(after)]
            return Suggestion(line.id, line.text, _FACTS[part.source], value)
    return Suggestion(line.id, line.text)


def given_by(taken: Iterable[Suggestion], quote: str | None = None) -> list[Change]:
    """The changes that accepting makes; what is accepted by hand is its own quote."""
    return [Change(item.fact, "add", item.value, quote or item.value) for item in taken if item.fact]


def accepted(draft: Draft, kind: Kind, brief: Brief, edit: Edit) -> list[Section]:
    """The sections of a draft with an edit made and what it accepts in place; `brief` holds that already."""
    return _placed(apply_edit(draft, kind, edit), kind, brief, taken_by(draft, kind, edit))


def taken_by(draft: Draft, kind: Kind, edit: Edit) -> list[Suggestion]:
    """The suggestions that an edit accepts as they stand."""
    others = (*edit.texts, *edit.cells, *edit.strike)
    return [
        item
        for item in suggestions(draft, kind)
        if item.fact and item.line in edit.accept and item.line not in others
    ]


def _placed(
    sections: Iterable[Section], kind: Kind, brief: Brief, taken: Sequence[Suggestion]
) -> list[Section]:
    """The sections with accepted suggestions where their facts stand; every other line as it was."""
    there = {section.id: section for section in sections}
    gone = {item.line for item in taken}
    result: list[Section] = []
    for rule in kind.sections:
        section = there.get(rule.id)
        known = [line for line in section.lines if line.id not in gone] if section else []
        new = [line for item in taken for line in _lines(rule, item)]
        lines = _with(known, new, rule, brief)
        if section and lines != list(section.lines):
            section = section.model_copy(update={"lines": tuple(lines)})
        if section is None and new:
            section = Section(
                id=rule.id, title=rule.title, shape=rule.shape, audience=rule.audience, lines=tuple(lines)
            )
        if section and (section.lines or not rule.optional):
            result.append(section)
    return result


def _lines(rule: SectionRule, item: Suggestion) -> Iterator[Line]:
    """The lines of a section that say an accepted fact: those that say each item of it."""
    for part in rule.lines:
        if item.fact and _says(part, item.fact):
            text = opened((part.text or _ITEM).replace(_ITEM, item.value))
            yield Line(id="", text=text, basis="brief", facts=(item.fact,))


def _says(part: LineRule, fact: str) -> bool:
    return (
        part.source == "fact" and part.each == fact and part.cells is None and part.places in ((), ("item",))
    )


def _with(known: list[Line], new: list[Line], rule: SectionRule, brief: Brief) -> list[Line]:
    """The lines with new ones before what is still missing, which is told anew."""
    if not new:
        return known
    fact = new[0].facts[0]
    label = words_for(FACTS[fact].label, brief.text("engagement"))
    open_ = [line for line in known if line.text.startswith(f"[TBD: {label}")]
    given = [line for line in known if line not in open_]
    said = {fold(line.text) for line in given}
    last = max((int(line.id.rpartition(".")[2]) for line in known), default=0)
    fresh = [line for line in new if fold(line.text) not in said]
    given += [
        line.model_copy(update={"id": f"{rule.id}.{last + at}"}) for at, line in enumerate(fresh, start=1)
    ]
    if open_ and rule.usual and len(brief.items(fact)) < rule.usual.least:
        given.append(open_[0].model_copy(update={"text": f"[TBD: {at_least(label, rule.usual)}]"}))
    return given


def without_known(questions: Iterable[Question], brief: Brief) -> tuple[Question, ...]:
    """The questions without offered answers that the brief has taken up."""
    return tuple(
        question.model_copy(
            update={"choices": tuple(item for item in question.choices if not _known(item, question, brief))}
        )
        for question in questions
    )


def _known(choice: str, question: Question, brief: Brief) -> bool:
    said = {fold(f"{FACTS[question.fact].title}: {item}") for item in brief.items(question.fact)}
    return fold(choice) in said
