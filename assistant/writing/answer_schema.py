"""The JSON schema of what a model writes, from the sections; and reading it as it comes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from assistant.draft import Basis, Section
from assistant.model.faults import ReplyShapeError


class WrittenLine(BaseModel):
    """A line as a model answers it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    cells: tuple[str, ...]
    basis: Basis
    facts: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()


class RewrittenLine(WrittenLine):
    """A line as a model answers it when single lines are asked for."""

    id: str


class WrittenSection(BaseModel):
    """A section as a model answers it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    lines: tuple[WrittenLine, ...]


def schema(sections: Sequence[Section], facts: Sequence[str], passages: Sequence[str]) -> dict[str, Any]:
    """The schema of a document: these sections, these facts, these passages and nothing else."""
    lines = {"type": "array", "items": object_schema(_line(facts, passages))}
    section = {"id": {"type": "string", "enum": [section.id for section in sections]}, "lines": lines}
    return object_schema({"sections": {"type": "array", "items": object_schema(section)}})


def lines_schema(ids: Sequence[str], facts: Sequence[str], passages: Sequence[str]) -> dict[str, Any]:
    """The schema of single lines, each by its id."""
    line = {"id": {"type": "string", "enum": list(ids)}, **_line(facts, passages)}
    return object_schema({"lines": {"type": "array", "items": object_schema(line)}})


def _line(facts: Sequence[str], passages: Sequence[str]) -> dict[str, Any]:
    return {
        "cells": {"type": "array", "items": {"type": "string"}},
        "basis": {"type": "string", "enum": ["brief", "guidance", "assumption"]},
        "facts": _names(facts),
        "citations": _names(passages),
    }


def _names(names: Sequence[str]) -> dict[str, Any]:
    """A list of some of these names; of none, where there are none."""
    items: dict[str, Any] = {"type": "string", "enum": list(names)} if names else {"type": "string"}
    return {"type": "array", "items": items}


def object_schema(properties: Mapping[str, Any]) -> dict[str, Any]:
    """An object with all of these properties and no other."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


class ItemStream:
    """Finds each finished object of the outermost list in a growing JSON text; linear in the text.

    Only the text since the last finished object is kept.
    """

    def __init__(self) -> None:
        self._open: list[str] = []
        self._depth = 0
        self._string = False
        self._escaped = False

    def feed(self, text: str) -> Iterator[str]:
        """Yield the JSON of every object that this text finishes."""
        start = 0 if self._depth >= 3 else None
        for at, char in enumerate(text):
            if self._string:
                if self._escaped:
                    self._escaped = False
                elif char == "\\":
                    self._escaped = True
                elif char == '"':
                    self._string = False
            elif char == '"':
                self._string = True
            elif char in "{[":
                self._depth += 1
                if self._depth == 3 and char == "{":
                    start = at
            elif char in "}]":
                self._depth -= 1
                if self._depth == 2 and char == "}" and start is not None:
                    yield "".join((*self._open, text[start : at + 1]))
                    self._open, start = [], None
        if start is not None:
            self._open.append(text[start:])


Answer = TypeVar("Answer", bound=BaseModel)


def parse(text: str, shape: type[Answer]) -> Answer:
    """A finished item of an answer; raises `ReplyShapeError` when it is not of the schema."""
    try:
        return shape.model_validate(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise ReplyShapeError(
            "A part of the model's answer is not of the form asked for.", advice="Try again."
        ) from error
