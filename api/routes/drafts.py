"""Drafts, their versions, and a manager's hand on them."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.briefs import brief_of
from api.dependencies import LocalOwner, TheDesk, TheDrafts
from api.lists import Items
from api.requests import DraftEdit, NewDraft, Revision, edit_of
from assistant.draft import Draft
from assistant.turns import PassageView, RevisedDraft
from assistant.views import DraftDiff

router = APIRouter(prefix="/api/drafts", tags=["drafts"])


@router.post("", status_code=201)
def make(drafts: TheDrafts, owner: LocalOwner, body: NewDraft) -> Draft:
    """Draft a kind from a conversation's brief or from the one sent along."""
    if body.conversation_id is not None:
        return drafts.make(owner, body.kind, body.conversation_id)
    return drafts.make_alone(owner, body.kind, brief_of(body.brief or {}))


@router.get("/{id}")
def read(drafts: TheDrafts, owner: LocalOwner, id: str) -> Draft:
    """The newest version; `stale` names the facts that changed since."""
    return drafts.read(owner, id)


@router.patch("/{id}")
def edit(drafts: TheDrafts, owner: LocalOwner, id: str, body: DraftEdit) -> Draft:
    """Change, strike or accept lines; the answer is the new version."""
    return drafts.edit(owner, id, edit_of(body), body.version)


@router.post("/{id}/revise")
def revise(desk: TheDesk, owner: LocalOwner, id: str, body: Revision) -> RevisedDraft:
    """Change a draft in words; the answer is the newest version, and what is proposed for your own lines."""
    return desk.revise(owner, id, body.text, body.section)


@router.get("/{id}/versions")
def versions(drafts: TheDrafts, owner: LocalOwner, id: str) -> Items[Draft]:
    """Every version, oldest first."""
    return Items(items=drafts.versions(owner, id))


@router.get("/{id}/versions/{number}")
def version(drafts: TheDrafts, owner: LocalOwner, id: str, number: int) -> Draft:
    """One version as it was kept."""
    return drafts.version(owner, id, number)


@router.get("/{id}/versions/{number}/passages")
def passages(drafts: TheDrafts, owner: LocalOwner, id: str, number: int) -> Items[PassageView]:
    """The passages that a version cites, as they stood when it was written."""
    return Items(items=list(drafts.cited(owner, id, number)))


@router.get("/{id}/diff")
def diff(
    drafts: TheDrafts,
    owner: LocalOwner,
    id: str,
    before: Annotated[int, Query(alias="from")],
    after: Annotated[int, Query(alias="to")],
) -> DraftDiff:
    """How one version differs from another, section by section and line by line."""
    return drafts.diff(owner, id, before, after)


@router.get("/{id}/export", response_class=Response)
def export(
    drafts: TheDrafts, owner: LocalOwner, id: str, format: str = "md", version: int | None = None
) -> Response:
    """A version as a file, the newest by default."""
    file = drafts.export(owner, id, format, version)
    disposition = f'attachment; filename="{file.name}"'
    return Response(file.content, media_type=file.media_type, headers={"Content-Disposition": disposition})
