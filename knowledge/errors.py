"""The root of the error tree and its four families. `assistant.errors` extends it and draws it whole."""


class HiringError(Exception):
    """Anything this project raises on purpose: what happened, and what to do next.

    `message` names only our own things (a setting, a card, a field), never a value from a request.
    """

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(f"{message} {advice}".strip())
        self.message = message
        self.advice = advice


class SetupError(HiringError):
    """The installation, a setting or a file of the project is wrong: refuse to start."""


class CardError(SetupError):
    """A card, the topic list or a word table breaks its format."""


class ModelFileError(SetupError):
    """The embedding model's file is missing, damaged or not the pinned one."""


class DataFolderError(SetupError):
    """The data folder cannot be used: held by another process, read-only, full or damaged."""


class RequestError(HiringError):
    """What was asked cannot be done as asked; the caller can fix it."""


class DocumentError(RequestError):
    """An uploaded document cannot be read: damaged, protected, or without text."""


class DocumentTypeError(DocumentError):
    """An uploaded file is not of a type that is read, or not of the type that its name says."""


class DocumentSizeError(DocumentError):
    """An uploaded document is over a limit of size, text, pages, time or memory."""


class UpstreamError(HiringError):
    """Something this assistant depends on failed: try again later."""


class ReplyError(HiringError):
    """A model's answer is unfit to use."""
