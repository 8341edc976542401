"""The closed set of places that a section's lines come from, each as rows of named values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.brief import Brief
from assistant.draft import Basis, Line
from assistant.kinds import LineRule
from assistant.writing.plan import MINUTES, MOST_MUST_HAVES, Assessed, Plan
from assistant.writing.writer import Task
from knowledge.cards import GuidanceCard, Library

TIMING_CARD = "time-the-interview"


@dataclass(frozen=True)
class Row:
    """Values for a line's placeholders, and what the line will rest on."""

    values: Mapping[str, str] = field(default_factory=dict)
    basis: Basis = "brief"
    facts: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    line: Line | None = None


class Sources:
    """Reads rows for one task; every branch of `rows` is a named source of kind.yaml."""

    def __init__(self, task: Task, plan: Plan, library: Library) -> None:
        self._task = task
        self._plan = plan
        self._library = library

    def rows(self, rule: LineRule) -> Sequence[Row]:
        """The rows of one rule, before `max`."""
        name, _, rest = rule.source.replace(":", ".", 1).partition(".")
        places: dict[str, Callable[[], Iterator[Row]]] = {
            "fact": lambda: self._fact(rule),
            "role": lambda: self._role(rest),
            "competencies": lambda: self._competencies(rest),
            "must_haves": self._must_haves,
            "uncovered": self._uncovered,
            "agenda": self._agenda,
            "guidance": lambda: self._guidance(rule, rest),
            "draft": lambda: self._other(rest),
        }
        return list(places[name]())[: rule.most]

    def _fact(self, rule: LineRule) -> Iterator[Row]:
        if rule.each is None:
            yield Row()
            return
        for item in self._task.brief.items(rule.each):
            yield Row({"item": item}, facts=(rule.each,))

    def _role(self, field_name: str) -> Iterator[Row]:
        role = self._plan.role
        if role is None:
            return
        value = getattr(role, field_name)
        for item in value if isinstance(value, tuple) else (value,):
            yield Row({"item": item, "role": role.title}, "assumption", ("role_title",), (role.id,))

    def _competencies(self, field_name: str) -> Iterator[Row]:
        for assessed in self._plan.rows:
            forms = assessed.forms if field_name == "question" else assessed.forms[:1]
            for at, form in enumerate(forms):
                values = competency_values(assessed, form)
                if at:  # the signs of an answer stand once, beside the first question
                    values |= {"strong": "", "weak": ""}
                yield Row(
                    {**values, "item": values[field_name]}, "guidance", _facts_of(assessed), assessed.cards
                )

    def _must_haves(self) -> Iterator[Row]:
        for item in self._task.brief.items("must_haves")[:MOST_MUST_HAVES]:
            assessed = self._plan.row_for(item)
            if assessed:
                values = competency_values(assessed, assessed.forms[0])
                # Must-haves that one competency shows are told apart by its further evidence and tests.
                at = assessed.must_haves.index(item)
                evidence, tests = assessed.card.evidence, assessed.card.tests
                values |= {
                    "evidence": evidence[at % len(evidence)],
                    "test": tests[at % len(tests)],
                    "item": item,
                }
                yield Row(values, "guidance", ("must_haves",), assessed.cards)

    def _uncovered(self) -> Iterator[Row]:
        for item in self._plan.uncovered:
            yield Row({"item": item}, facts=("must_haves",))

    def _agenda(self) -> Iterator[Row]:
        if not self._plan.rows:
            return
        opening, each, asked, close = MINUTES[len(self._plan.rows)]
        parts = [("Open", opening, "Welcome, the format, how notes are kept")]
        parts += [(row.title, each, "Question and probes") for row in self._plan.rows]
        parts += [("Candidate's questions", asked, "Whatever they want to know about the work")]
        parts += [("Close", close, "Next steps; then rate alone, before anyone compares")]
        for part, minutes, what in parts:
            yield Row(
                {"item": part, "part": part, "minutes": str(minutes), "what": what},
                "guidance",
                ("must_haves",) if part in self._task.brief.items("must_haves") else (),
                (TIMING_CARD,),
            )

    def _guidance(self, rule: LineRule, topic: str) -> Iterator[Row]:
        fixed = "item" not in rule.places and rule.text is not None
        for card in self._cards(rule, topic):
            for step in card.steps[:1] if fixed else card.steps:
                yield Row({"item": step}, "guidance", (), (card.id,))

    def _cards(self, rule: LineRule, topic: str) -> list[GuidanceCard]:
        """The named card, or the topic's cards that fit the engagement, nearest passage first."""
        if rule.card:
            return [self._library.guidance[rule.card]]
        rank = {passage.id: at for at, passage in enumerate(self._task.passages)}
        cards = [card for card in self._library.guidance.values() if topic in card.topics]
        fits = [card for card in cards if card.engagement in ("any", _engagement(self._task.brief))]
        return sorted(fits or cards, key=lambda card: (rank.get(card.id, len(rank)), card.id))

    def _other(self, rest: str) -> Iterator[Row]:
        kind, _, section_id = rest.partition(".")
        draft = self._task.others.get(kind)
        for section in draft.sections if draft else ():
            if section.id == section_id:
                for line in section.lines:
                    yield Row({"item": line.text}, line.basis, line.facts, line.citations, line)


def _engagement(brief: Brief) -> str:
    return brief.text("engagement") or "any"


def _facts_of(assessed: Assessed) -> tuple[str, ...]:
    return ("must_haves",) if assessed.must_haves else ("role_title",)


def competency_values(assessed: Assessed, form: str) -> dict[str, str]:
    """What a line may say of one competency, its question in the given form."""
    card, question = assessed.card, assessed.question(form)
    values = {
        "title": assessed.title,
        "definition": card.definition,
        "why": assessed.in_role.why if assessed.in_role else card.definition,
        "question": question.ask,
        "form": "Past" if form == "behavioural" else "Hypothetical",
        "probes": " ".join(question.probes[:2]),
        "strong": card.strong[0],
        "weak": card.weak[0],
        "evidence": card.evidence[0],
        "test": card.tests[0],
        "minutes": str(assessed.minutes),
        "must_have": "; ".join(assessed.must_haves),
    }
    return values | {f"level_{level}": text for level, text in card.anchors.items()}
