"""Which language model there is, and where text goes."""

from fastapi import APIRouter

from api.dependencies import TheDesk
from assistant.views import ModelView

router = APIRouter(prefix="/api/model", tags=["model"])


@router.get("")
def read(desk: TheDesk) -> ModelView:
    """The model of the settings and the host that messages, briefs and passages go to; null without one."""
    return desk.model
