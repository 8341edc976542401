"""Name the subjects that the library does not hold, so that a question on one is told so."""

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, TypeAdapter, ValidationError

from knowledge.errors import CardError
from knowledge.yaml_text import read_yaml

OUTSIDE = Path(__file__).parent / "outside.yaml"

_Line = Annotated[str, Field(min_length=1, max_length=200)]
_SHAPE = TypeAdapter(dict[str, Annotated[list[_Line], Field(min_length=1)]])


def load_outside(path: Path = OUTSIDE) -> tuple[str, ...]:
    """One line a subject, in the order of the file; raises `CardError`."""
    try:
        areas = _SHAPE.validate_python(read_yaml(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise CardError(
            f"The list of outside subjects {path.name!r} is not areas with lines of text.",
            advice="Give each area a list of short lines.",
        ) from error
    return tuple(line for lines in areas.values() for line in lines)
