"""The JSON schema of what a model writes, from the sections, and its answer in that form."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError

from assistant.draft import Basis, Section
from assistant.model.faults import ReplyShapeError


def each_or_none(shape: Any) -> BeforeValidator:
    """Let one item of a list that is not of its shape cost itself alone: None stands in its place."""
    adapter = TypeAdapter[Any](shape)

    def sound(item: object) -> object:
        try:
            return adapter.validate_python(item)
        except ValidationError:
            return None

    def items(value: object) -> object:
        return tuple(map(sound, value)) if isinstance(value, list) else value

    return BeforeValidator(items)


class WrittenLine(BaseModel):
    """A line as a model answers it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    cells: tuple[str, ...]
    basis: Basis
    facts: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()


class RewrittenLine(WrittenLine):
    """A line as a model answers it when single lines are asked for."""

    id: str


class WrittenSection(BaseModel):
    """A section as a model answers it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

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


Answer = TypeVar("Answer", bound=BaseModel)
DECODER = json.JSONDecoder()


def parse(text: str, shape: type[Answer]) -> Answer:
    """A finished item of an answer; raises `ReplyShapeError` when it is not of the schema.

    What stands around it (a preamble, a code fence) is passed over.
    """
    try:
        value, _ = DECODER.raw_decode(text, max(text.find("{"), 0))
        return shape.model_validate(value)
    except (ValueError, RecursionError):
        pass  # an error of the validator quotes what it was given, so it ends here
    raise misshapen()


def misshapen() -> ReplyShapeError:
    """The fault of an answer, or a part of one, that is not of the schema."""
    return ReplyShapeError("The model's answer is not of the form asked for.", advice="Try again.")
