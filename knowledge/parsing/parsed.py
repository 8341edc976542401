"""What reading a document gives."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parsed:
    """A document as (heading path, text) pieces; `left_out` and `warnings` are sentences for its owner."""

    title: str
    pieces: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """A heading (`level` 1 and up), or a paragraph (`level` 0); an `item` of a list or a row stands close."""

    text: str
    level: int = 0
    item: bool = False
