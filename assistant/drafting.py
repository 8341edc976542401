"""Make a version of a draft: search, write, check, and keep the passages that it cites."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.brief import Brief
from assistant.checks.acknowledged import still_acknowledged
from assistant.checks.registry import check_draft
from assistant.checks.subject import Subject
from assistant.draft import Draft, Provenance, Question, Section
from assistant.facts import FACTS
from assistant.kinds import PLACE, Kind
from assistant.records.records import Version
from assistant.turns import PassageView, Proposal
from assistant.writing.edits import carry_over
from assistant.writing.writer import Report, Task, Writer, Written
from knowledge.passages import Passage
from knowledge.search import Search

PASSAGES = 8
COMPOSED = Report("outline")


@dataclass(frozen=True)
class Order:
    """What is to be drafted, for whom; `before` is the version that the new one follows."""

    owner: str
    kind: Kind
    brief: Brief
    draft_id: str
    conversation_id: str | None = None
    before: Version | None = None
    others: Mapping[str, Draft] | None = None


class Drafter:
    """Turns an order into a version, section by section."""

    def __init__(self, search: Search, writer: Writer, clock: Callable[[], dt.datetime]) -> None:
        self._search = search
        self._writer = writer
        self._clock = clock

    def write(self, order: Order) -> Iterator[Section | Proposal | Version]:
        """Yield each section as it is finished, then what is proposed, then the version, checked."""
        found = self._search.search(query_of(order.kind, order.brief), k=PASSAGES, owner=order.owner)
        before = (order.before.brief, order.before.draft) if order.before else None
        task = Task(order.kind, order.brief, found.passages, order.owner, before, order.others or {})
        written: dict[str, Written] = {}
        report = COMPOSED
        for part in self._writer.write(task):
            if isinstance(part, Report):
                report = part
            else:
                written[part.section.id] = part
                yield part.section
        ordered = [written[rule.id] for rule in order.kind.sections if rule.id in written]
        sections = [part.section for part in ordered]
        if order.before:
            last = order.before.draft
            sections = carry_over(last.sections, sections, last.struck)
        yield from (Proposal(draft_id=order.draft_id, line=id_, text=text) for id_, text in report.offers)
        yield self.finish(
            order, sections, [question for part in ordered for question in part.questions], report
        )

    def finish(
        self,
        order: Order,
        sections: Sequence[Section],
        questions: Sequence[Question],
        report: Report | None = None,
        struck: Sequence[str] = (),
    ) -> Version:
        """A version from finished sections: its passages looked up, its findings, its provenance.

        Without a report it was written by whoever wrote the version before; `struck` is what the manager has
        just taken out, beside what was out already.
        """
        report = report or _as_before(order.before)
        cited = tuple(
            dict.fromkeys(id_ for part in sections for line in part.lines for id_ in line.citations)
        )
        passages = [item for item in (self._search.passage(id_, order.owner) for id_ in cited) if item]
        texts = {passage.id: f"{passage.title}\n{passage.text}" for passage in passages}
        title = title_of(order.kind, order.brief)
        subject = Subject(order.kind, order.brief, title, sections, texts)
        draft = Draft(
            id=order.draft_id,
            kind=order.kind.id,
            version=order.before.draft.version + 1 if order.before else 1,
            title=title,
            sections=tuple(sections),
            open_questions=rank_questions(questions, order.kind),
            added=tuple(line.id for part in sections for line in part.lines if line.basis == "assumption"),
            findings=still_acknowledged(
                check_draft(subject), order.before.draft.findings if order.before else ()
            ),
            struck=tuple(dict.fromkeys((*(order.before.draft.struck if order.before else ()), *struck))),
            provenance=Provenance(
                writer=report.writer,
                model=report.model,
                prompt_digest=report.prompt_digest,
                passages=cited,
                created_at=self._clock().isoformat(),
                tokens_in=report.usage.tokens_in,
                tokens_out=report.usage.tokens_out,
                faults=report.faults,
            ),
        )
        views = tuple(view_of(passage) for passage in passages)
        return Version(draft=draft, conversation_id=order.conversation_id, brief=order.brief, passages=views)


def _as_before(before: Version | None) -> Report:
    """Who wrote the version before, at no new cost."""
    if before is None:
        return COMPOSED
    written = before.draft.provenance
    return Report(written.writer, written.model, written.prompt_digest)


def last_version(parts: Iterator[Section | Proposal | Version]) -> Version:
    """The version that a drafter's parts end with."""
    return next(part for part in parts if isinstance(part, Version))


def query_of(kind: Kind, brief: Brief) -> str:
    """What to search for: the kind's query with the brief's words in it; unknown facts fall away."""
    return " ".join(PLACE.sub(lambda match: brief.text(match[1]) or "", kind.rules.query).split())


def title_of(kind: Kind, brief: Brief) -> str:
    """The draft's title: the kind, and whom or what it is about."""
    name = "feedback_for" if "feedback_for" in kind.facts else "role_title"
    return f"{kind.title}: {brief.text(name) or f'[TBD: {FACTS[name].label}]'}".replace("{person}", "person")


def rank_questions(questions: Sequence[Question], kind: Kind) -> tuple[Question, ...]:
    """Each fact's question once: what the kind asks for first, then by worth."""
    once = {question.fact: question for question in questions}
    first = {name: at for at, name in enumerate(kind.rules.asks)}
    return tuple(
        sorted(once.values(), key=lambda item: (first.get(item.fact, len(first)), -FACTS[item.fact].worth))
    )


def stale_facts(version: Version, brief: Brief, kind: Kind) -> tuple[str, ...]:
    """The facts that a draft used and that have changed since."""

    def now(of: Brief, name: str) -> object:
        return (of.items(name), of.conflict(name) is not None)

    return tuple(name for name in kind.facts if now(version.brief, name) != now(brief, name))


def view_of(passage: Passage) -> PassageView:
    """A passage as it is kept with a version and shown outside."""
    return PassageView(
        id=passage.id,
        title=passage.title,
        text=passage.text,
        topics=passage.topics,
        source=passage.source,
        url=passage.url,
        as_of=passage.as_of,
        jurisdiction=passage.jurisdiction,
        score=passage.score,
        owner=passage.owner,
    )
