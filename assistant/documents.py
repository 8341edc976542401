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


class FollowedDocument(Document):
    """A document with how many of its passages are still being indexed: no search finds those yet."""

    pending_passages: int


class ReadDocument(FollowedDocument):
    """A document with what was read of it."""

    passages: tuple[PassageView, ...]
