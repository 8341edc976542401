"""The kinds of document."""

from fastapi import APIRouter

from api.dependencies import TheDesk
from api.lists import Items
from assistant.views import KindView

router = APIRouter(prefix="/api/kinds", tags=["kinds"])


@router.get("")
def every(desk: TheDesk) -> Items[KindView]:
    """What can be drafted."""
    return Items(items=desk.kinds())
