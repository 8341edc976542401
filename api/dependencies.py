"""What handlers ask for, by names that read as a sentence."""

from typing import Annotated, TypedDict, cast

from fastapi import Depends, Request

from assistant.desk import Desk
from assistant.drafts import Drafts
from assistant.uploads import Uploads


class State(TypedDict):
    """What the lifespan hands to every request."""

    desk: Desk


def _state(request: Request) -> State:
    return cast(State, request.state)


def _desk(request: Request) -> Desk:
    return _state(request)["desk"]


def _drafts(request: Request) -> Drafts:
    return _state(request)["desk"].drafts


def _uploads(request: Request) -> Uploads:
    return _state(request)["desk"].uploads


def _owner() -> str:
    """The one local owner; a sign-in of several people would name them here."""
    return "local"


TheDesk = Annotated[Desk, Depends(_desk)]
TheUploads = Annotated[Uploads, Depends(_uploads)]
TheDrafts = Annotated[Drafts, Depends(_drafts)]
LocalOwner = Annotated[str, Depends(_owner)]
