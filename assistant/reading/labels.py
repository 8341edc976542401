"""Labelled lines, the surest form of a fact: 'Must-haves: a, b and c', or bullets under a heading."""

import re
from collections.abc import Mapping
from functools import cache

from assistant.facts import FACTS

# What managers write before a colon; the facts' own titles and names come on top.
SYNONYMS: Mapping[str, str] = {
    "role_title": "role|title|job title|position|job|role title|position title|role name|vacancy|opening|we need|hiring|"
    "looking for|wanted|who",
    "why_now": "why|why now|reason|background|context|why we need this|reason for hire|motivation|trigger",
    "engagement": "engagement|engagement type|type|contract type|employment type|type of contract|status|hire type|"
    "employment|type of engagement|employment status|kind of contract",
    "jurisdiction": "jurisdiction|country|law|governing law|applicable law|country of work|legal",
    "team_setup": "team set-up|team setup|set-up|standalone or team|stand-alone or team",
    "team": "team|works with|working with|the team|collaborates with|colleagues|interfaces",
    "in_charge": "in charge|who is in charge|owner|decision maker|decision-maker|decides|accepts results|sets priorities|"
    "accountable|sign-off|sign off|approver|priorities set by",
    "reports_to": "reports to|report to|reporting to|reporting line|reports into|line manager|manager|boss|supervisor|"
    "hiring manager|answers to|point of contact|contact person|reporting",
    "outcomes": "outcomes|outcome|goals|goal|objectives|objective|results|expected results|success|success criteria|"
    "deliverables|deliverable|success looks like|what success looks like|definition of done|aims|aim|expected outcomes|"
    "target state|milestones",
    "kpis": "kpis|kpi|metrics|measures|measured by|how we measure|key performance indicators|indicators|targets|"
    "how success is measured|success metrics|key metrics",
    "responsibilities": "responsibilities|responsibility|duties|tasks|key responsibilities|main responsibilities|"
    "main tasks|what they will do|what you will do|what you'll do|scope|scope of work|work|day to day|day-to-day|"
    "main duties|key duties|key tasks|job duties|the work|tasks and responsibilities|what they'll do|will do",
    "must_haves": "must-haves|must haves|must have|must-have|musts|must|requirements|required|required skills|skills|"
    "key skills|essential|essentials|essential skills|required experience|needs|minimum requirements|experience|"
    "mandatory|must know|hard requirements|needed|qualifications|what you bring|technical skills|core skills|"
    "minimum qualifications|required qualifications|what they need|skills needed|skills required|need to have|"
    "must-have skills|must have skills|experience required|experience needed",
    "nice_to_haves": "nice-to-haves|nice to haves|nice to have|nice-to-have|nice|nices|bonus|bonus points|desirable|"
    "desired|preferred|optional|pluses|plus|a plus|good to have|preferred skills|preferred qualifications|ideally|"
    "would be nice|desirable skills|nice to have skills|bonus skills|optional skills|could have|would be a plus",
    "degree": "degree|education|degree needed|degree required|academic|formal education|degree requirement|diploma",
    "training": "training|handover|training and handover|onboarding|ramp-up|training given|training provided|induction|"
    "hand-over|knowledge transfer|ramp up|training & handover",
    "schedule": "schedule|hours|working hours|work hours|working pattern|working time|workload|hours per week|days|"
    "weekly hours|working days|availability|work schedule|workload per week|fte|capacity",
    "time_zone": "time zone|timezone|zone|tz|time zones|working time zone",
    "overlap": "overlap|shared hours|core hours|overlap hours|required overlap|hours overlap|time overlap|"
    "overlapping hours|common hours",
    "location": "location|place|where|work location|place of work|workplace|site|work place|remote|on-site|onsite|"
    "on site|remote or on site|remote/on-site|office|working model|work model",
    "start": "start|start date|starts|starting|from|begin|begins|beginning|start by|available from|when|kick-off|"
    "kickoff|starting date|ideal start|needed from",
    "duration": "duration|length|term|how long|contract length|engagement length|period|contract duration|"
    "contract term|for how long|project length|length of contract|initial term|runtime|end date|until",
    "extension": "extension|extendable|extensions|option to extend|possible extension|renewal|renewable|prolongation",
    "rate_or_budget": "rate or budget|rate|budget|pay|salary|day rate|daily rate|hourly rate|compensation|pay range|"
    "salary range|rate range|max rate|maximum rate|remuneration|price|cost|costs|fee|wage|total budget|max budget|"
    "rate/budget|budget/rate|pay rate|salary band|package|base salary|money|daily",
    "tools": "tools|tool|stack|tech stack|systems|technologies|technology|tech|software|our stack|environment|"
    "tools used|tools and systems|platforms|toolset|tooling|equipment",
    "communication": "communication|communications|meetings|cadence|keeping in touch|check-ins|updates|channels|"
    "communication channels|meeting cadence|status updates|comms|ceremonies|how we communicate",
    "security": "security|data|access|security and data|data access|compliance|confidentiality|data and access|"
    "security requirements|data protection|clearance|security clearance|privacy|nda",
    "deadline": "decision date|deadline|decide by|decision by|hire by|hiring deadline|decision deadline|"
    "decision needed by|to be decided by|fill by|closing date|offer by|decision",
    "selection_steps": "how to apply|selection|selection steps|process|hiring process|interview process|steps|apply|"
    "application|selection process|interview steps|recruitment process|to apply|hiring steps|next steps for candidates",
    "deal_breakers": "deal-breakers|deal breakers|deal-breaker|deal breaker|dealbreakers|dealbreaker|no-gos|no-go|"
    "no gos|red lines|knock-outs|knockouts|knock-out criteria|showstoppers|exclusions|rules someone out|would rule out",
    "trade_offs": "trade-offs|trade offs|tradeoffs|trade-off|compromises|could give up|would give up|flexible on|"
    "negotiable",
    "organisation": "organisation|organization|company|employer|client|company name|firm|who we are",
    "feedback_for": "feedback for|feedback to|note for|note to|for whom|feedback on|recipient|person",
    "situation": "situation|when and where|the situation|event",
    "behaviour": "behaviour|behavior|observed|observation|what i saw|what happened|what they did|behaviour seen|action|"
    "what she did|what he did",
    "impact": "impact|effect|consequence|consequences|result of it|what followed|the impact",
    "next_step": "next step|next steps|request|ask|my ask|action needed|next|what i ask for|expectation|next time|"
    "agreed next step",
    "follow_up": "follow-up|follow up|followup|review on|check again|follow-up date|follow up on|next review|"
    "review date",
}
# A label that may mean several things is only believed when its value fits.
FITTING = frozenset(
    [
        "type",
        "status",
        "law",
        "legal",
        "team",
        "owner",
        "manager",
        "boss",
        "job",
        "opening",
        "who",
        "wanted",
        "work",
        "needs",
        "needed",
        "required",
        "experience",
        "must",
        "nice",
        "plus",
        "from",
        "when",
        "where",
        "place",
        "site",
        "office",
        "remote",
        "on-site",
        "onsite",
        "hours",
        "days",
        "period",
        "term",
        "until",
        "cost",
        "costs",
        "price",
        "money",
        "daily",
        "package",
        "access",
        "data",
        "nda",
        "process",
        "steps",
        "apply",
        "decision",
        "client",
        "employer",
        "action",
        "result",
        "request",
        "ask",
        "next",
        "person",
        "event",
        "recipient",
        "background",
        "context",
        "trigger",
        "why",
        "reason",
        "success",
        "results",
        "target",
        "targets",
        "scope",
        "environment",
        "equipment",
        "software",
        "access",
        "negotiable",
        "exclusions",
        "hiring",
        "reporting",
        "interfaces",
        "zone",
        "capacity",
    ]
)
# What stands where a value should be and is none.
NOTHING = re.compile(
    r"(?:tbd|tbc|tba|n/?a|unknown|\?+|-+|open|to be (?:decided|defined|confirmed|discussed|agreed|determined)|not (?:sure|"
    r"known|decided|clear|defined)(?: yet)?|no idea(?: yet)?|don'?t know(?: yet)?|later|pending|undecided|none yet|"
    r"nothing yet|not yet(?: \w+)?|\.\.\.|xxx?|\[.*\]|<.*>|_+|flexible\?|see below|as above|as discussed)"
)
_WORD = re.compile(r"[a-z][a-z/&' -]{0,38}[a-z]|[a-z]{2}")
_LABEL = r"(?P<label>[a-z][a-z/&'() -]{1,42}?)[ ]*[*_]{0,3}[ ]*(?::|=(?!=))[*_]{0,3}(?![/\\])"
LINE_LABEL = re.compile(r"[ ]*[*_]{0,3}" + _LABEL)
INLINE_LABEL = re.compile(r"(?:(?<=[.;,|!?][ ])|(?<=[(]))" + _LABEL + r"(?=[ ])")


@cache
def label_facts() -> Mapping[str, str]:
    """The fact of every known label, lower case, one form for spaces and hyphens."""
    known = {_plain(word): fact for fact, words in SYNONYMS.items() for word in words.split("|")}
    own = {_plain(form): name for name, spec in FACTS.items() for form in (name, spec.title)}
    return known | own


def fact_of(label: str) -> str | None:
    """The fact that a label means, or none."""
    plain = _plain(label)
    for form in (plain, re.sub(r"\s*\(.*?\)", "", plain), re.sub(r"^(?:the|our|my|your) ", "", plain)):
        if form in label_facts():
            return label_facts()[form]
    return None


def fits_only(label: str) -> bool:
    """Say whether a label is believed only when its value fits the fact."""
    return _plain(label) in FITTING


def _plain(label: str) -> str:
    return " ".join(label.replace("_", " ").replace("-", " ").casefold().split())
