"""Read the ways in which managers ask about each topic."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, TypeAdapter, ValidationError

from knowledge.errors import CardError
from knowledge.yaml_text import read_yaml

PHRASINGS = Path(__file__).parent / "phrasings.yaml"

_Line = Annotated[str, Field(min_length=1, max_length=200)]
_SHAPE = TypeAdapter(dict[str, tuple[_Line, ...]])


def load_phrasings(path: Path = PHRASINGS) -> Mapping[str, tuple[str, ...]]:
    """The phrasings by topic id; raises `CardError`."""
    try:
        return _SHAPE.validate_python(read_yaml(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise CardError(
            f"The list of phrasings {path.name!r} is not topics with lines of text.",
            advice="Give each topic a list of short lines; quote a line that holds a colon.",
        ) from error
