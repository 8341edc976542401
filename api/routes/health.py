"""Whether it runs, and whether it can work."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from api.dependencies import TheDesk

router = APIRouter(prefix="/health", tags=["health"])


class Health(BaseModel):
    """It runs."""

    status: Literal["ok"] = "ok"


@router.get("")
async def health() -> Health:
    """Say that the process runs; nothing is looked at."""
    return Health()


@router.get("/ready")
def ready(desk: TheDesk) -> Health:
    """Say that the library is loaded and the records answer; 503 otherwise."""
    desk.ready()
    return Health()
