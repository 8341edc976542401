"""The words by which the clauses of a note are told apart, from knowledge/lexicon/feedback_words."""

from functools import cache
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from assistant.checks.text.lexicon import LEXICON
from assistant.errors import CardError
from knowledge.yaml_text import read_yaml

PATH = LEXICON / "feedback_words" / "words.yaml"
Words = Annotated[frozenset[str], BeforeValidator(str.split)]


class DeedWords(BaseModel):
    """One set of words a role; what each is for stands beside it in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    determiners: Words
    pronouns: Words
    prepositions: Words
    joins: Words
    auxiliaries: Words
    between: Words
    requests: Words
    months: Words
    days: Words
    parties: Words
    vague: Words
    agreed: Words
    states: Words
    opinions: Words
    wishes: Words
    asked: Words
    noted: Words
    suppliers: Words
    past: Words
    present: Words
    capitals: Words
    names: Words
    strict_names: Words


@cache
def deed_words() -> DeedWords:
    """The words, read once; raises `CardError` when the file breaks their form."""
    try:
        return DeedWords.model_validate(read_yaml(PATH.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise CardError(
            "The words of 'feedback_words' cannot be read.", advice="Restore knowledge/lexicon."
        ) from error
