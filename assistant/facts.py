"""The facts that a brief can hold: their names, shapes, labels and the question that asks for each."""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["text", "list", "choice"]
Scope = Literal["engagement", "note"]


@dataclass(frozen=True)
class FactSpec:
    """One field of the brief.

    `label` completes "[TBD: ...]"; `{person}` in it and in `question` becomes contractor, employee or person.
    `worth` orders questions, highest first. A fact of scope `note` belongs to one feedback note, so a new
    value replaces the old one instead of contradicting it.
    """

    name: str
    shape: Shape
    title: str
    label: str
    question: str
    worth: int
    choices: tuple[str, ...] = ()
    scope: Scope = "engagement"


def _text(name: str, title: str, label: str, question: str, worth: int, *choices: str) -> FactSpec:
    return FactSpec(name, "text", title, label, question, worth, choices)


def _list(name: str, title: str, label: str, question: str, worth: int, *choices: str) -> FactSpec:
    return FactSpec(name, "list", title, label, question, worth, choices)


def _note(name: str, title: str, label: str, question: str, worth: int) -> FactSpec:
    return FactSpec(name, "text", title, label, question, worth, scope="note")


_SPECS = (
    _text("role_title", "Role", "role title", "What is the role called?", 100),
    FactSpec(
        "engagement",
        "choice",
        "Engagement type",
        "contractor or employee",
        "Is this a contractor or an employee?",
        96,
        ("contractor", "employee"),
    ),
    _list(
        "outcomes",
        "Outcomes",
        "what must be true when the work is done",
        "What must be true at the end for you to call it a success?",
        94,
    ),
    _list(
        "must_haves",
        "Must-haves",
        "what someone must be able to do from the first day",
        "Without which skills would you turn down an otherwise excellent {person}?",
        92,
    ),
    _text(
        "reports_to",
        "Reports to",
        "who the {person} reports to",
        "Who does the {person} report to?",
        90,
        "Reports to me",
        "Reports to the head of IT",
        "Reports to the project lead",
    ),
    _list(
        "responsibilities",
        "Responsibilities",
        "what the {person} is responsible for",
        "What will the {person} be responsible for?",
        88,
    ),
    _list(
        "kpis",
        "KPIs",
        "how the result will be measured",
        "How will you measure the result, and with what target?",
        86,
    ),
    _text(
        "duration",
        "Length",
        "how long the engagement lasts",
        "How long will it last?",
        84,
        "Duration: 3 months",
        "Duration: 6 months",
        "Duration: 12 months",
    ),
    _text(
        "jurisdiction",
        "Jurisdiction",
        "which country's law applies",
        "Where will the {person} work, for the law that applies?",
        82,
        "Jurisdiction: United States",
        "Jurisdiction: United Kingdom",
        "Jurisdiction: European Union",
    ),
    _text(
        "rate_or_budget",
        "Rate or budget",
        "rate or budget",
        "What is the rate, the pay range or the budget?",
        80,
    ),
    _text("start", "Start", "start date", "When should the work start?", 78),
    FactSpec(
        "team_setup",
        "choice",
        "Team set-up",
        "stand-alone or part of a team",
        "Will the {person} stand alone or join a team?",
        76,
        ("standalone", "joins_team"),
    ),
    _text("why_now", "Why now", "why the role is needed now", "What makes this needed now?", 74),
    _text(
        "in_charge",
        "In charge",
        "who sets priorities and accepts the results",
        "Who sets the priorities and accepts the results?",
        72,
    ),
    _text(
        "overlap",
        "Shared hours",
        "which hours must be shared",
        "Which hours must overlap with yours, and in which time zone?",
        70,
    ),
    _text("time_zone", "Time zone", "time zone", "Which time zone does the work follow?", 68),
    _text(
        "location",
        "Location",
        "where the work is done",
        "Is the work remote, on site or both?",
        66,
        "Location: remote",
        "Location: on site",
        "Location: hybrid",
    ),
    _text("team", "Team", "which team it works with", "Which team does the {person} work with?", 60),
    _text(
        "training",
        "Training and handover",
        "what training or handover is given",
        "What training or handover will the {person} get, and from whom?",
        58,
    ),
    _text("schedule", "Schedule", "working schedule", "What working pattern is needed?", 54),
    _text(
        "communication",
        "Communication",
        "how and how often you keep in touch",
        "How, and how often, will you keep in touch?",
        52,
    ),
    _list("tools", "Tools", "which tools are used", "Which tools and systems does the work use?", 50),
    _text(
        "security",
        "Security and data",
        "which data and access the work touches",
        "Which data and systems does the work touch, and what rules apply?",
        48,
    ),
    _text("extension", "Extension", "whether it can be extended", "Can it be extended, and who decides?", 44),
    _text(
        "deadline", "Decision date", "when the decision is due", "When must you decide whom to engage?", 42
    ),
    _list(
        "nice_to_haves",
        "Nice-to-haves",
        "what would help but can be learnt",
        "What would help, but can be learnt on the job?",
        40,
    ),
    _text(
        "selection_steps",
        "How to apply",
        "how to apply, and the steps of the selection",
        "How does one apply, and what are the steps of the selection?",
        38,
    ),
    _list(
        "deal_breakers",
        "Deal-breakers",
        "what would rule someone out although every must-have is met",
        "What would rule someone out although every must-have is met?",
        36,
    ),
    _list(
        "trade_offs",
        "Trade-offs",
        "what you would give up for an earlier start or a lower rate",
        "What would you give up for an earlier start or a lower rate?",
        30,
    ),
    _text("degree", "Degree", "whether a degree is needed, and why", "Is a degree needed, and for what?", 20),
    _text(
        "organisation", "Organisation", "name of the organisation", "What is your organisation called?", 10
    ),
    _note("feedback_for", "Feedback for", "who the note is for", "Who is the note for?", 39),
    _note(
        "situation",
        "Situation",
        "when and where it happened",
        "When and where did it happen, and on which piece of work?",
        99,
    ),
    _note(
        "behaviour",
        "Behaviour",
        "what was seen or heard",
        "What did you see or hear, in words that a camera would catch?",
        98,
    ),
    _note(
        "impact",
        "Impact",
        "what followed from it",
        "What followed from it: for the work, the team or the customer?",
        97,
    ),
    _note(
        "next_step",
        "Next step",
        "what to do next",
        "What one thing do you ask for next, or want kept up?",
        95,
    ),
    _note(
        "follow_up", "Follow-up", "date to look at it again", "On which date will you look at it again?", 38
    ),
)

FACTS: dict[str, FactSpec] = {spec.name: spec for spec in _SPECS}
LISTS = frozenset(name for name, spec in FACTS.items() if spec.shape == "list")


def words_for(text: str, engagement: str | None) -> str:
    """Put the right noun into a label or question: contractor, employee, or person while unknown."""
    return text.replace("{person}", engagement if engagement in ("contractor", "employee") else "person")
