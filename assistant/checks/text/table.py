"""The shape of one word table: a strict YAML file under knowledge/lexicon/<family>/ (docs/lexicon.md)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.draft import Severity
from assistant.errors import CardError

ADVICE = "See docs/lexicon.md."
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Audience = Literal["contractor", "employee"]
Line = Annotated[str, Field(min_length=1, max_length=800, pattern=r"^[^\n]+$")]
Lines = Annotated[tuple[Line, ...], Field(min_length=1)]
Place = Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z]{2,3}){0,2}$")]


class Strict(BaseModel):
    """A part of a word table: unknown fields refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Examples(Strict):
    """Sentences that the entry must find, and sentences that it must leave alone; each is run as a test."""

    hit: tuple[Line, ...] = Field(min_length=2)
    miss: tuple[Line, ...] = Field(min_length=2)


class Entry(Strict):
    """What to find, what makes it fine, and what to say."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    category: str = Field(pattern=r"^[a-z][a-z_]*$")
    severity: Severity
    risk_in: tuple[Place, ...] = ()
    match: Lines
    unless: tuple[Line, ...] = ()
    unless_near: tuple[Line, ...] = ()
    unless_sentence: tuple[Line, ...] = ()
    needs: tuple[Line, ...] = ()
    deniable: bool = True
    jurisdictions: tuple[Place, ...] = ()
    audience: Audience | None = None
    message: Line
    suggestion: Line
    source: Line
    examples: Examples


class Paraphrase(Strict):
    """What to find by meaning: sentences with a cue that are nearer to `like` than to `unlike`."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    category: str = Field(pattern=r"^[a-z][a-z_]*$")
    severity: Severity
    cue: Lines
    like: Lines
    unlike: Lines
    threshold: float = Field(gt=0, lt=1)
    message: Line
    suggestion: Line
    source: Line


class Denials(Strict):
    """Words that deny a hit before it in its clause ("no rock stars") or after it ("is not required").

    In a sentence with one of `void` ("... need not apply") nothing is denied.
    """

    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    void: tuple[Line, ...] = ()


class Table(Strict):
    """One file: named sets of alternatives, contexts that make any entry of the family fine, and entries."""

    sets: Mapping[str, Lines] = {}
    denials: Denials = Denials()
    fine: tuple[Line, ...] = ()
    fine_sentence: tuple[Line, ...] = ()
    entries: tuple[Entry, ...] = ()
    paraphrases: tuple[Paraphrase, ...] = ()


def read_table(path: Path) -> Table:
    """One file; raises `CardError` naming it and the field that is wrong."""
    name = f"{path.parent.name}/{path.name}"
    try:
        raw: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
        return Table.model_validate(raw)
    except ValidationError as error:
        item = error.errors()[0]
        where = ".".join(str(part) for part in item["loc"])
        raise CardError(f"Word table {name!r}: {where}: {item['msg']}.", advice=ADVICE) from error
    except (yaml.YAMLError, TypeError) as error:
        raise CardError(f"Word table {name!r} is not valid YAML.", advice=ADVICE) from error
