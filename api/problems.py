"""Errors as problems (RFC 9457): one table, and no word of what was sent."""

import logging
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from api.invalid_fields import FieldFault, faults_of
from assistant import errors

MEDIA_TYPE = "application/problem+json"
logger = logging.getLogger("hiring_assistant.api")


class Problem(BaseModel):
    """What went wrong and what to do about it; never what was sent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str = Field(description="Names the kind of problem; it stays the same from release to release.")
    title: str
    status: int
    detail: str
    errors: list[FieldFault] = Field(default=[], description="Which fields are not what they must be.")


# How the description of the API tells of problems.
DESCRIPTION: dict[str, Any] = {
    "description": "A problem",
    "model": Problem,
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


@dataclass(frozen=True)
class Row:
    """How one kind of error is told."""

    name: str
    status: int
    title: str


# Every error of the tree has its row, those of the model their families'; a test proves it.
TABLE: Mapping[type[Exception], Row] = {
    errors.HiringError: Row("fault", 500, "Something went wrong here"),
    errors.SetupError: Row("set-up", 500, "The installation is not right"),
    errors.CardError: Row("card", 500, "A card of the library is not right"),
    errors.ModelFileError: Row("model-file", 500, "The file for search is not right"),
    errors.DataFolderError: Row("data-folder", 503, "The data folder is not usable"),
    errors.KindError: Row("kind", 500, "A kind of document is not right"),
    errors.SettingsError: Row("settings", 500, "A setting is not right"),
    errors.RequestError: Row("request", 400, "This cannot be done as asked"),
    errors.InvalidError: Row("invalid", 422, "Something is not what it must be"),
    errors.NotFoundError: Row("not-found", 404, "Not found"),
    errors.TooLargeError: Row("too-large", 413, "Too large"),
    errors.EmptyError: Row("empty", 422, "Nothing to work on"),
    errors.RatingError: Row("rating", 422, "Ratings are not held here"),
    errors.ConflictError: Row("conflict", 409, "It changed in the meantime"),
    errors.UnsupportedError: Row("unsupported", 422, "Not available here"),
    errors.DocumentError: Row("document", 422, "The document cannot be read"),
    errors.DocumentTypeError: Row("document-type", 415, "Not a type of document that is read"),
    errors.DocumentSizeError: Row("document-size", 413, "The document is too large"),
    errors.DocumentError: Row("document", 422, "The document cannot be read"),
    errors.DocumentTypeError: Row("document-type", 415, "Not a type of document that is read"),
    errors.DocumentSizeError: Row("document-size", 413, "The document is too large"),
    errors.UpstreamError: Row("upstream", 503, "Not available right now"),
    errors.StorageError: Row("storage", 503, "The records are not available"),
    errors.ReplyError: Row("reply", 502, "The language model's answer is unfit"),
}
# What the web layer itself refuses, by status alone: name, title, detail.
REFUSED: Mapping[int, tuple[str, str, str]] = {
    400: ("request", "Not readable", "The request cannot be read. Send JSON as UTF-8."),
    404: ("not-found", "Not found", "There is no such address here."),
    405: ("method", "Not this method", "This address does not take this method."),
    413: ("too-large", "Too large", "The request is larger than this address takes. Send it in parts."),
}
OTHER = ("request", "Refused", "This cannot be done as asked.")


def problem_of(error: Exception) -> Problem:
    """The problem of any exception; one that is none of ours says nothing of itself."""
    row = next((TABLE[kind] for kind in type(error).__mro__ if kind in TABLE), None)
    if row is None:
        return _fault()
    return _problem(row.name, row.status, row.title, str(error))


def refusal(status: int, name: str, title: str, detail: str) -> Problem:
    """A problem of the web layer itself."""
    return _problem(name, status, title, detail)


def respond(problem: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The response that carries a problem."""
    body = problem.model_dump(exclude_defaults=True)
    return JSONResponse(body, problem.status, headers, media_type=MEDIA_TYPE)


def add_handlers(app: FastAPI) -> None:
    """Answer every error of ours and of the framework's with a problem."""
    app.add_exception_handler(errors.HiringError, _known)
    app.add_exception_handler(RequestValidationError, _unread)
    app.add_exception_handler(HTTPException, _refused)


def log_fault(error: Exception) -> None:
    """Log where an error that nobody foresaw came from, without its message: that may quote a manager."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    logger.error("Unforeseen %s at\n%s", type(error).__name__, frames)


def _known(_: Request, error: Exception) -> JSONResponse:
    return respond(problem_of(error))


def _unread(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    faults = faults_of(error)
    if any(fault.code == "json_invalid" for fault in faults):
        return respond(refusal(400, *REFUSED[400]))
    detail = " ".join(fault.sentence for fault in faults[:3])
    row = TABLE[errors.InvalidError]
    return respond(_problem(row.name, row.status, row.title, detail, faults))


def _refused(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return respond(refusal(error.status_code, *REFUSED.get(error.status_code, OTHER)), error.headers)


def _fault() -> Problem:
    row = TABLE[errors.HiringError]
    return _problem(
        row.name, row.status, row.title, "Nothing was saved. Try again; the log says where it failed."
    )


def _problem(name: str, status: int, title: str, detail: str, faults: Any = ()) -> Problem:
    return Problem(
        type=f"urn:hiring-assistant:{name}",
        title=title,
        status=status,
        detail=detail,
        errors=list(faults),
    )
