"""Sentences of notes that vote on which parts of a note another sentence holds."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, get_args

import yaml
from pydantic import TypeAdapter, ValidationError

from assistant.checks.text.lexicon import LEXICON
from assistant.checks.text.naming import one_name
from assistant.checks.text.people import masked
from assistant.checks.text.voting import Voters
from assistant.errors import CardError
from knowledge.yaml_text import read_yaml

Part = Literal["situation", "behaviour", "impact", "next_step"]
PARTS: tuple[Part, ...] = get_args(Part)
PATH = LEXICON / "note_sentences" / "sentences.yaml"
# Under this stand the sentences that hold none of the parts.
NOTHING = "nothing"


def part_votes(sentences: Sequence[str]) -> Mapping[Part, float]:
    """The most votes that any of a note's sentences gets for each part; about 1 for one that surely holds it.

    The sentences have one name for everybody (`naming.one_name`).
    """
    _, votes = part_voters().count([masked(sentence) for sentence in sentences])
    return dict(zip(PARTS, votes.max(axis=0).tolist(), strict=True))


@cache
def part_voters() -> Voters:
    """The sentences and what each votes for, read once; raises `CardError` when the file breaks its form."""
    import numpy as np

    held = _read_held()
    target = np.array([[part in parts for part in PARTS] for parts in held.values()], dtype=np.float32)
    return Voters.of("note-parts", [masked(one_name(sentence).text) for sentence in held], target)


def _read_held() -> Mapping[str, frozenset[str]]:
    """Each sentence with the parts that it holds."""
    try:
        raw = read_yaml(PATH.read_text(encoding="utf-8"))
        by_parts = TypeAdapter(dict[str, list[str]]).validate_python(raw)
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise CardError(_FAULT, advice="Restore knowledge/lexicon.") from error
    held: dict[str, frozenset[str]] = {}
    for parts, sentences in by_parts.items():
        known = frozenset(parts.split()) - {NOTHING}
        if not known <= set(PARTS):
            raise CardError(_FAULT, advice="Restore knowledge/lexicon.")
        held |= dict.fromkeys(sentences, known)
    return held


_FAULT = "The sentences of 'note_sentences' cannot be read."
