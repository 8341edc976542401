"""The assessment plan of a brief: which competencies an interview covers, and which must-haves they show."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.brief import Brief
from knowledge.cards import CompetencyCard, Library, Question, RoleCard, RoleCompetency
from knowledge.names import Names, is_work

MOST_MUST_HAVES = 6
USUAL_ROWS = 5
HANDS_ON = "hands-on-skill"
# Cosine of a must-have with a competency's definition and skill words, on average. Of thirteen phrases
# without a skill word, 0.40 placed two rightly and none wrongly; the general card takes the rest.
NEAR_COMPETENCY = 0.40
NEAR_ROLE = 0.55
# Minutes by number of competencies: opening, each competency, the candidate's questions, close. They make
# 45 or 60; the card `time-the-interview` states the same figures, so that an agenda's numbers have a basis.
MINUTES: Mapping[int, tuple[int, int, int, int]] = {
    1: (5, 30, 5, 5),
    2: (5, 15, 5, 5),
    3: (5, 10, 5, 5),
    4: (5, 10, 10, 5),
    5: (5, 8, 10, 5),
    6: (5, 7, 8, 5),
}


@dataclass(frozen=True)
class Assessed:
    """One row of the plan: a competency, the must-haves it shows, and how this role asks for it.

    `forms` are the forms of question asked, in order: behavioural, situational, or both.
    """

    card: CompetencyCard
    in_role: RoleCompetency | None
    must_haves: tuple[str, ...]
    forms: tuple[str, ...]
    minutes: int
    role: RoleCard | None

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards that the row's words come from."""
        return (self.card.id, self.role.id) if self.in_role and self.role else (self.card.id,)

    @property
    def title(self) -> str:
        """The must-have itself where only the general card covers it, else the competency's name."""
        return self.must_haves[0] if self.card.id == HANDS_ON and self.must_haves else self.card.title

    def question(self, form: str) -> Question:
        """The main question in one form, in the role's own words where the role card has them."""
        own = getattr(self.in_role, form, None) if self.in_role else None
        cards: tuple[Question, ...] = getattr(self.card, form)
        return Question(ask=own, probes=cards[0].probes) if own else cards[0]


@dataclass(frozen=True)
class Plan:
    """What an interview for this brief covers."""

    role: RoleCard | None
    rows: tuple[Assessed, ...]
    uncovered: tuple[str, ...]

    def row_for(self, must_have: str) -> Assessed | None:
        """The row that shows a must-have."""
        return next((row for row in self.rows if must_have in row.must_haves), None)


class Planner:
    """Makes plans from the library's role and competency cards."""

    def __init__(self, library: Library, roles: Names, competencies: Names) -> None:
        self._library = library
        self._roles = roles
        self._competencies = competencies

    def role(self, brief: Brief) -> RoleCard | None:
        """The role card that the brief's role title means, if any does."""
        title = brief.text("role_title")
        if title is None:
            return None
        named = self._roles.all_in(title)
        if named:
            return self._library.roles[named[-1].id]
        by_work = is_work(title)
        id_ = self._roles.for_work(title) if by_work else self._roles.closest(title, least=NEAR_ROLE)
        return self._library.roles[id_] if id_ else None

    def plan(self, brief: Brief) -> Plan:
        """At most six rows: the first six must-haves grouped by competency, filled up from the role."""
        role = self.role(brief)
        in_role = {item.id: item for item in role.competencies} if role else {}
        wanted = brief.items("must_haves")
        groups: dict[tuple[str, str], list[str]] = {}
        for must_have in wanted[:MOST_MUST_HAVES]:
            id_ = self._competency_for(must_have, tuple(in_role))
            groups.setdefault((id_, must_have if id_ == HANDS_ON else ""), []).append(must_have)
        for id_ in in_role:
            if len(groups) < USUAL_ROWS:
                groups.setdefault((id_, ""), [])
        rows = self._rows(groups, in_role, role)
        return Plan(role, rows, tuple(wanted[MOST_MUST_HAVES:]))

    def _rows(
        self,
        groups: Mapping[tuple[str, str], list[str]],
        in_role: Mapping[str, RoleCompetency],
        role: RoleCard | None,
    ) -> tuple[Assessed, ...]:
        minutes = MINUTES[len(groups)][1] if groups else 0
        rows = []
        for at, ((id_, _), must_haves) in enumerate(groups.items()):
            first, second = ("behavioural", "situational") if at % 2 == 0 else ("situational", "behavioural")
            forms = (first, second) if len(must_haves) > 1 else (first,)
            card = self._library.competencies[id_]
            rows.append(Assessed(card, in_role.get(id_), tuple(must_haves), forms, minutes, role))
        return tuple(rows)

    def _competency_for(self, must_have: str, of_role: tuple[str, ...]) -> str:
        """A must-have's competency: by the skill words in it, then by meaning.

        The role's own competencies come first, and a plain word ("firewalls") before a name ("Cisco").
        """
        named = self._competencies.all_in(must_have)
        named.sort(key=lambda item: (item.id not in of_role, not must_have[item.start].islower()))
        if named:
            return named[0].id
        for among in (of_role, None):
            near = self._competencies.closest(must_have, least=NEAR_COMPETENCY, among=among)
            if near:
                return near
        return HANDS_ON
