"""The brief of a conversation."""

from fastapi import APIRouter

from api.dependencies import LocalOwner, TheDesk
from api.requests import FactEdits
from assistant.turns import BriefView

router = APIRouter(prefix="/api/conversations/{id}/brief", tags=["brief"])


@router.get("")
def read(desk: TheDesk, owner: LocalOwner, id: str) -> BriefView:
    """What is known, what is open, what contradicts."""
    return desk.brief(owner, id)


@router.patch("")
def edit(desk: TheDesk, owner: LocalOwner, id: str, body: FactEdits) -> BriefView:
    """Set facts, or forget them with null; what is typed here is its own quote."""
    return desk.edit_brief(owner, id, body.facts)
