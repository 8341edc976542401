"""Texts to check as JSON records, in and out."""

from collections.abc import Mapping
from typing import Any, get_args

from assistant.checks.text.check import check_text
from assistant.checks.text.family import FamilyName
from assistant.checks.text.table import Audience
from assistant.draft import Finding
from assistant.errors import InvalidError, RequestError

FIELDS = frozenset(("id", "text", "jurisdiction", "audience"))
AUDIENCES = get_args(Audience)


class Checker:
    """Checks records of one family; remembers whether a risk was found."""

    def __init__(self, as_: FamilyName, jurisdiction: str | None, audience: Audience | None) -> None:
        self._as = as_
        self._jurisdiction = jurisdiction
        self._audience = audience
        self.risk_found = False

    def record(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """`{id, text, jurisdiction?, audience?}` answered as `{id, findings}`, or `{id, error}`."""
        id_ = asked.get("id")
        try:
            findings = self.findings(asked)
        except RequestError as error:
            return {"id": id_, "error": str(error)}
        shown = (finding.model_dump(mode="json", exclude_none=True) for finding in findings)
        return {"id": id_, "findings": list(shown)}

    def findings(self, asked: Mapping[str, Any]) -> tuple[Finding, ...]:
        """What is found in a record's text; raises `RequestError`."""
        fault = _fault(asked)
        if fault:
            raise InvalidError(fault)
        place = asked.get("jurisdiction") or self._jurisdiction
        found = check_text(asked["text"], self._as, place, asked.get("audience") or self._audience)
        self.risk_found |= any(finding.severity == "risk" for finding in found)
        return found


def _fault(asked: Mapping[str, Any]) -> str:
    """What is wrong with a record, naming our own fields alone."""
    if not isinstance(asked.get("text"), str):
        return "The line has no 'text'."
    if not asked.keys() <= FIELDS:
        return f"The line has an unknown field. Known: {', '.join(sorted(FIELDS))}."
    if not isinstance(asked.get("jurisdiction"), str | None):
        return "The 'jurisdiction' is not a string."
    if asked.get("audience") not in (None, *AUDIENCES):
        return f"The 'audience' is not one of {', '.join(AUDIENCES)}."
    return ""
