"""Say what the search needs of uploaded guidance: chunks by owner, which the records keep."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.passages import Passage


@dataclass(frozen=True)
class Chunk:
    """A piece of an uploaded document, under the heading it stood under ('' for none)."""

    id: str
    document_id: str
    title: str
    heading: str
    text: str
    as_of: str


class Documents(Protocol):
    """The truth about uploaded guidance; the vectors follow it and hold no text of their own."""

    def chunk_ids(self, owner: str) -> Iterable[str]:
        """The ids of all this owner's chunks."""

    def chunks(self, owner: str, ids: Sequence[str]) -> Iterable[Chunk]:
        """This owner's chunks with these ids, in any order; unknown ids are passed over."""


def chunks_of(
    document_id: str, title: str, as_of: str, pieces: Sequence[tuple[str, str]]
) -> tuple[Chunk, ...]:
    """The chunks of one document from its (heading, text) pieces; `as_of` is the month of the upload.

    An id carries a digest of what the chunk says, so that a changed document has other ids.
    """
    return tuple(
        Chunk(f"{document_id}.{number}.{_digest(title, *piece)}", document_id, title, *piece, as_of)
        for number, piece in enumerate(pieces, start=1)
    )


def document_of(chunk_id: str) -> str:
    """The id of the document that a chunk is of."""
    return chunk_id.rsplit(".", 2)[0]


def _digest(*parts: str) -> str:
    joined = "\0".join(parts).encode("utf-8", "replace")
    return hashlib.sha256(joined).hexdigest()[:12]


def facet_of(chunk: Chunk) -> str:
    """The text to embed for a chunk."""
    return ". ".join(part for part in (chunk.title, chunk.heading, chunk.text) if part)


def passage_of(chunk: Chunk, owner: str) -> Passage:
    """A chunk as its owner's passage."""
    return Passage(
        id=chunk.id,
        title=f"{chunk.title}: {chunk.heading}" if chunk.heading else chunk.title,
        text=chunk.text,
        topics=(),
        source=chunk.title,
        url=None,
        as_of=chunk.as_of,
        jurisdiction=None,
        engagement="any",
        card="document",
        owner=owner,
    )
