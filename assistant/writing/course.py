"""One document under way with a model: its sections, what it cost, what went wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assistant.checks.registry import check_draft
from assistant.checks.subject import Subject
from assistant.draft import Line
from assistant.model.prompt import NOTHING, Usage
from assistant.writing.judging import Judge
from assistant.writing.keeping import Offer
from assistant.writing.material import Material
from assistant.writing.sheet import Sheet, Slot
from assistant.writing.wording import left_out
from assistant.writing.writer import Report, Written


@dataclass
class Course:
    """The sections in the order of the kind: a sheet where a model has words, else as composed.

    `texts` is what each passage bears out: what the model sees of it, and the whole of those that only code
    cites.
    """

    material: Material
    judge: Judge
    texts: Mapping[str, str]
    sections: dict[str, Written]
    sheets: dict[str, Sheet]
    offers: list[Offer]
    kept: bool = False
    usage: Usage = NOTHING
    faults: list[str] = field(default_factory=list)

    def written(self, id: str) -> Written:
        """A section as it stands."""
        sheet = self.sheets.get(id)
        return Written(sheet.section, sheet.questions) if sheet else self.sections[id]

    def failing(self) -> dict[str, tuple[Line, list[str]]]:
        """The model's lines that are to be mended, each with what is wrong: refused, or found at risk."""
        bad: dict[str, tuple[Line, list[str]]] = {}
        mine = dict(pair for sheet in self.sheets.values() for pair in sheet.numbered())
        for id_, slot in mine.items():
            if slot.refused:
                bad[id_] = (slot.refused.model_copy(update={"id": id_}), slot.reasons)
        for id_, message in self._risks():
            place = mine.get(id_)
            if place and place.by_model and place.line and not place.refused:
                line = place.line.model_copy(update={"id": id_})
                bad.setdefault(id_, (line, []))[1].append(message)
        return bad

    def _risks(self) -> Iterator[tuple[str, str]]:
        task = self.material.task
        sections = [self.written(id_).section for id_ in self.sections]
        for finding in check_draft(Subject(task.kind, task.brief, "", sections, self.texts)):
            if finding.severity == "risk" and finding.line:
                yield finding.line, finding.message

    def slot(self, line_id: str) -> tuple[Sheet, Slot]:
        """The place of a line, by its id."""
        sheet = self.sheets[line_id.partition(".")[0]]
        return sheet, dict(sheet.numbered())[line_id]

    def report(self, model: str, digest: str) -> Report:
        """How it came about; what was left out is said."""
        left = sum(bool(slot.refused) for sheet in self.sheets.values() for slot in sheet.slots)
        left += sum(sheet.surplus for sheet in self.sheets.values())
        if left:
            self.faults.append(left_out(left))
        wrote = self.kept or any(sheet.by_model for sheet in self.sheets.values())
        return Report(
            "model" if wrote else "outline",
            model,
            digest,
            self.usage,
            tuple(dict.fromkeys(self.faults)),
            tuple(self._offered()),
        )

    def _offered(self) -> Iterator[tuple[str, str]]:
        ids = {id(slot): id_ for sheet in self.sheets.values() for id_, slot in sheet.numbered()}
        return ((ids[id(offer.slot)], offer.text) for offer in self.offers)
