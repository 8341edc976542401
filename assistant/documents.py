"""An uploaded document, as its owner sees it."""

from assistant.brief import Frozen
from assistant.turns import PassageView


class Document(Frozen):
    """What is known of an uploaded document; `left_out` and `warnings` are sentences about its reading."""

    id: str
    title: str
    file_name: str
    as_of: str
    uploaded_at: str
    sha256: str
    passage_count: int
    left_out: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class ReadDocument(Document):
    """A document with what was read of it."""

    passages: tuple[PassageView, ...]
