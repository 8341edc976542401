"""Read a question once as it stands and once without whom it is about."""

import re

# Nearly every manager asks about "the freelancer": the word says little of the question and draws it towards
# whatever else speaks of freelancers.
_WHOSE = r"(?:(?:our|the|an?|my|this|that|it|outside|external|remote|freelance|self-employed)\s+)*"
_OUTSIDER = r"(?:freelancers?|contractors?|consultants?|freelance|externals?|outsiders?)"
_WORKER = r"(?:developers?|engineers?|programmers?|coders?|admins?|workers?|people|person)"
_ABOUT = re.compile(
    rf"\b{_WHOSE}(?:{_OUTSIDER}|(?:outside|external|remote|freelance|self-employed)\s+{_WORKER})\b",
    re.IGNORECASE,
)
# Between a contractor and staff, the word is what is asked.
_STAFF = re.compile(r"\b(?:employees?|staff|permanent|payroll|in-house|full[- ]timers?)\b", re.IGNORECASE)
# A question of this size names them in passing.
_LONGEST = 1000


def readings_of(question: str) -> tuple[str, ...]:
    """The question and, where it names a contractor alone, the same question about the person."""
    told_apart = len(question) > _LONGEST or _STAFF.search(question)
    plain = question if told_apart else _ABOUT.sub("the person", question)
    return (question,) if plain == question else (question, plain)
