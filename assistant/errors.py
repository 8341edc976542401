"""The whole error tree; the root and its families live in `knowledge.errors`.

HiringError
├── SetupError            refuse to start: the installation, a setting or a file of the project is wrong
│   ├── CardError             a card, the topic list or a word table breaks its format
│   ├── ModelFileError        the embedding model's file is missing or damaged
│   ├── DataFolderError       the data folder is held by another process, read-only, full or damaged
│   ├── KindError             a kind's folder breaks its format
│   └── SettingsError         a setting is wrong or unsafe
├── RequestError          the caller can fix it
│   ├── InvalidError          a field, name or value is not what it must be
│   ├── NotFoundError         nothing of the caller's has this id
│   ├── TooLargeError         over a limit
│   ├── EmptyError            nothing to work on
│   ├── RatingError           a value in a cell that only an interviewer may fill
│   ├── ConflictError         the draft or brief changed since it was read
│   ├── UnsupportedError      a format or an option that does not exist here
│   └── DocumentError         an uploaded document cannot be read: damaged, protected, or without text
│       ├── DocumentTypeError     not of a type that is read, or not of the type that its name says
│       └── DocumentSizeError     over a limit of size, text, pages, time or memory
├── UpstreamError         something we depend on failed: try again later
│   └── StorageError          the record could not be written; nothing was saved
└── ReplyError            a model's answer is unfit to use
"""

from knowledge.errors import (
    CardError,
    DataFolderError,
    DocumentError,
    DocumentSizeError,
    DocumentTypeError,
    HiringError,
    ModelFileError,
    ReplyError,
    RequestError,
    SetupError,
    UpstreamError,
)

__all__ = [
    "CardError",
    "ConflictError",
    "DataFolderError",
    "DocumentError",
    "DocumentSizeError",
    "DocumentTypeError",
    "EmptyError",
    "HiringError",
    "InvalidError",
    "KindError",
    "ModelFileError",
    "NotFoundError",
    "RatingError",
    "ReplyError",
    "RequestError",
    "SettingsError",
    "SetupError",
    "StorageError",
    "TooLargeError",
    "UnsupportedError",
    "UpstreamError",
]


class KindError(SetupError):
    """A kind's folder under prompts/ breaks its format."""


class SettingsError(SetupError):
    """A HIRING_ setting is wrong or unsafe."""


class InvalidError(RequestError):
    """A field, name or value of the request is not what it must be."""


class NotFoundError(RequestError):
    """Nothing that the caller owns has this id."""


class TooLargeError(RequestError):
    """The text or file is over its limit."""


class EmptyError(RequestError):
    """There is nothing to work on."""


class RatingError(RequestError):
    """A value stands in a cell that only an interviewer may fill."""


class ConflictError(RequestError):
    """The thing changed since the caller read it."""


class UnsupportedError(RequestError):
    """This format or option does not exist here."""


class StorageError(UpstreamError):
    """The record could not be written; nothing was saved."""
