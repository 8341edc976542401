"""A file that is sent: in a form's field 'file', or as the body itself with its name in the address."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from assistant.errors import InvalidError

FORM = "multipart/form-data"
FIELD = "file"
LONGEST_NAME = 500
BINARY = {"type": "string", "format": "binary"}
# What the description of the API says of such a body, which no model describes.
DESCRIBED: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            FORM: {"schema": {"type": "object", "required": [FIELD], "properties": {FIELD: BINARY}}},
            "application/octet-stream": {"schema": BINARY},
        },
    }
}


@dataclass(frozen=True)
class SentFile:
    """A file with the name it was sent under."""

    name: str
    data: bytes


async def _sent_file(
    request: Request, name: Annotated[str | None, Query(max_length=LONGEST_NAME)] = None
) -> SentFile:
    """Read the file; raises `InvalidError` when there is not exactly one."""
    if request.headers.get("content-type", "").lower().startswith(FORM):
        return await _from_form(request)
    if not name:
        raise InvalidError(
            f"The file has no name. Send it in the form field {FIELD!r},",
            advice="or as the body with '?name=' and its own name.",
        )
    return SentFile(name, await request.body())


async def _from_form(request: Request) -> SentFile:
    try:
        form = await request.form(max_files=1, max_fields=1)
    except HTTPException as error:
        if error.status_code != 400:
            raise
        raise _not_one() from error
    try:
        (file,) = form.getlist(FIELD) if set(form) == {FIELD} else (None,)
        if not isinstance(file, UploadFile):
            raise _not_one()
        return SentFile(file.filename or "", await file.read())
    finally:
        await form.close()


def _not_one() -> InvalidError:
    return InvalidError(f"The form must hold one file, in the field {FIELD!r}, and nothing else.")


Sent = Annotated[SentFile, Depends(_sent_file)]
