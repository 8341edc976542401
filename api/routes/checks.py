"""Checks of wording on any text."""

from fastapi import APIRouter

from api.requests import TextToCheck
from assistant.checks.text.check import check_text
from assistant.views import CheckedText

router = APIRouter(prefix="/api", tags=["checks"])


@router.post("/checks")
def check(body: TextToCheck) -> CheckedText:
    """What a careful editor, recruiter or employment lawyer would name; spans count code points."""
    findings = check_text(body.text, body.as_, body.jurisdiction, body.audience)
    return CheckedText(id=body.id, findings=findings)
