"""Guidance from the library and from the owner's documents."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.dependencies import LocalOwner, TheDesk
from assistant.lookup import MAX_QUESTION
from assistant.turns import PassageView
from assistant.views import Guidance

router = APIRouter(prefix="/api", tags=["guidance"])


@router.get("/guidance")
def search(
    desk: TheDesk,
    owner: LocalOwner,
    q: Annotated[str, Query(max_length=MAX_QUESTION)],
    k: Annotated[int, Query(ge=1, le=50)] = 8,
    topic: Annotated[list[str] | None, Query()] = None,
    jurisdiction: str | None = None,
    engagement: Literal["contractor", "employee"] | None = None,
) -> Guidance:
    """The passages nearest to a question, best first; `answered` says whether they cover it."""
    return desk.guidance(owner, q, k, topics=topic, jurisdiction=jurisdiction, engagement=engagement)


@router.get("/passages/{id}")
def passage(desk: TheDesk, owner: LocalOwner, id: str) -> PassageView:
    """One passage, whole."""
    return desk.passage(owner, id)
