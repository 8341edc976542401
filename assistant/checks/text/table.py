"""The shape of one word table: a strict YAML file under knowledge/lexicon/<family>/ (docs/lexicon.md)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.draft import Severity
from assistant.errors import CardError
from knowledge.yaml_text import read_yaml

ADVICE = "See docs/lexicon.md."

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


class Local(Strict):
    """What is told otherwise in one place, because its law differs."""

    severity: Severity | None = None
    message: Line | None = None
    suggestion: Line | None = None
    source: Line | None = None


class Entry(Strict):
    """What to find, what makes it fine, and what to say."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    category: str = Field(pattern=r"^[a-z][a-z_]*$")
    severity: Severity
    risk_in: tuple[Place, ...] = ()
    match: tuple[Line, ...] = ()
    hint: tuple[Line, ...] = ()
    unless: tuple[Line, ...] = ()
    unless_near: tuple[Line, ...] = ()
    unless_sentence: tuple[Line, ...] = ()
    needs: tuple[Line, ...] = ()
    also: Literal["closed", "two_subjects"] | None = None
    alone: bool = False
    deniable: bool = True
    jurisdictions: tuple[Place, ...] = ()
    audience: Audience | None = None
    message: Line
    suggestion: Line
    source: Line
    by_place: Mapping[Place, Local] = {}
    examples: Examples


class Meaning(Strict):
    """What a family finds by meaning, among its questions and the sentences with a `cue`.

    `like` adds to the examples of entries, by entry; `unlike` adds to their counter-examples. Each of these
    sentences votes on the one in question. The share of the votes from which a risk is told is `risk`, that
    from which anything else is, `advice`. With `together`, all votes but those for what is fine count as one:
    from `advice` on the leading category is told, and below `risk` as advice. With `apart`, the sentences of
    a short text that are apart are looked at too, and a risk in one is told from that share on.
    With `people_masked`, names and pronouns make no difference; with `by_itself`, a short sentence is not
    read with the statement before it.
    With `whole`, every sentence of a short text is looked at, those too in which words have found a risk;
    what is found is told as the whole sentence, a short one with the statement before it, or without it where
    `told_alone`. What is no question needs `statement` more votes. The votes of one category are enough from
    `leading` on, whatever the others get, and fewer than `least` are not.
    A hit of words in a sentence whose words alone get fewer votes than `doubt` is looked at too, and let go
    when the sentence gets fewer than `spare` (not set: nothing is).
    """

    cue: Lines
    risk: float = Field(gt=0, lt=1.5)
    advice: float = Field(gt=0, lt=1.5)
    apart: float | None = Field(default=None, gt=0, lt=1.5)
    together: bool = False
    people_masked: bool = False
    by_itself: bool = False
    whole: bool = False
    told_alone: bool = False
    statement: float = Field(default=0, ge=0, lt=1)
    leading: float | None = Field(default=None, gt=0, lt=1.5)
    least: float = Field(default=0, ge=0, lt=1)
    doubt: float = Field(default=0.3, gt=0, lt=1.5)
    spare: float | None = Field(default=None, ge=0, lt=1)
    like: Mapping[str, Lines] = {}
    unlike: Lines


class Apart(Strict):
    """What shows that a sentence is on other things: one of `when`, save with one of `save`.

    No hint stands in it, nor in one with one of `things`; and it is not looked at by meaning.
    """

    when: tuple[Line, ...] = ()
    save: tuple[Line, ...] = ()
    things: tuple[Line, ...] = ()


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
    fine_sentence_save: tuple[Line, ...] = ()
    quotes_are_fine: bool = False
    apart: Apart = Apart()
    entries: tuple[Entry, ...] = ()
    meaning: Meaning | None = None


def read_table(path: Path) -> Table:
    """One file; raises `CardError` naming it and the field that is wrong."""
    name = f"{path.parent.name}/{path.name}"
    try:
        raw: Any = read_yaml(path.read_text(encoding="utf-8"))
        return Table.model_validate(raw)
    except ValidationError as error:
        item = error.errors()[0]
        where = ".".join(str(part) for part in item["loc"])
        raise CardError(f"Word table {name!r}: {where}: {item['msg']}.", advice=ADVICE) from error
    except (yaml.YAMLError, TypeError) as error:
        raise CardError(f"Word table {name!r} is not valid YAML.", advice=ADVICE) from error
