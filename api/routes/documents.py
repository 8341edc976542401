"""Managers' own guidance: uploaded, read, replaced and deleted."""

from fastapi import APIRouter

from api.dependencies import LocalOwner, TheUploads
from api.lists import Items
from api.uploads import DESCRIBED, Sent
from assistant.documents import FollowedDocument, ReadDocument

router = APIRouter(prefix="/api/documents", tags=["documents"])


@router.post("", status_code=201, openapi_extra=DESCRIBED)
def upload(uploads: TheUploads, owner: LocalOwner, sent: Sent) -> FollowedDocument:
    """Keep a Markdown, text, Word or PDF file; `left_out` says what of it is not read, and how much.

    A long file is answered before all of it is indexed: `pending_passages` says how much a search does not
    find yet. It falls to nought by itself; read the document again to see it.
    """
    return uploads.add(owner, sent.name, sent.data)


@router.get("")
def every(uploads: TheUploads, owner: LocalOwner) -> Items[FollowedDocument]:
    """The documents, newest first."""
    return Items(items=uploads.every(owner))


@router.get("/{id}")
def read(uploads: TheUploads, owner: LocalOwner, id: str) -> ReadDocument:
    """One document with the passages that were read of it."""
    return uploads.one(owner, id)


@router.put("/{id}", openapi_extra=DESCRIBED)
def replace(uploads: TheUploads, owner: LocalOwner, id: str, sent: Sent) -> FollowedDocument:
    """Put a file in the place of a document; what it said before is found no more."""
    return uploads.replace(owner, id, sent.name, sent.data)


@router.delete("/{id}", status_code=204)
def delete(uploads: TheUploads, owner: LocalOwner, id: str) -> None:
    """Delete a document, from the index too."""
    uploads.remove(owner, id)
