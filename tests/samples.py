"""Briefs to draft from, and ways to look at a draft."""

from collections.abc import Mapping

from assistant.draft import Draft, Finding

NETWORK_BRIEF: Mapping[str, object] = {
    "role_title": "network engineer",
    "engagement": "contractor",
    "outcomes": ["The office network is rebuilt", "Guests are kept off the office systems"],
    "kpis": ["unplanned downtime below 30 minutes a month"],
    "must_haves": ["routing protocols such as OSPF", "firewalls", "clear written English"],
    "reports_to": "Anna Schmidt",
    "duration": "three months",
}


def texts(draft: Draft, section: str) -> list[str]:
    """The texts of a section's lines."""
    return [line.text for part, line in draft.lines() if part.id == section]


def risks(draft: Draft) -> list[Finding]:
    """The findings that should keep a draft from going out."""
    return [finding for finding in draft.findings if finding.severity == "risk"]
