"""The labels of facts, as managers write them: 'Length', 'Must-haves', 'Reports to'."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.facts import FACTS
from assistant.reading.patterns import joined, pattern
from knowledge.yaml_text import read_yaml

FILE = Path(__file__).with_suffix(".yaml")
# What stands where a value should be, and is none.
NOTHING = pattern(r"""
    (?:tbd|tbc|tba|n/?a|unknown|\?+|-+|open|to be (?:decided|defined|confirmed|discussed|agreed|determined)|
    not (?:sure|known|decided|clear|defined)(?: yet)?|no idea(?: yet)?|don'?t know(?: yet)?|later|pending|
    undecided|none yet|nothing yet|not yet(?: \w+)?|\.\.\.|xxx?|\[.*\]|<.*>|_+|flexible\?|see below|as above|
    as discussed)
""")
_LABEL = joined(r"""
    (?P<label>[a-z][a-z/&'() -]{1,42}?)[ ]*[*_]{0,3}[ ]*(?::|=(?!=))[*_]{0,3}(?![/\\])
""")
LINE_LABEL = re.compile(rf"[ ]*[*_]{{0,3}}{_LABEL}")
INLINE_LABEL = re.compile(rf"(?:(?<=[.;,|!?][ ])|(?<=[(])){_LABEL}(?=[ ])")


@dataclass(frozen=True)
class _Labels:
    """The fact of each label, hyphens as spaces, and the labels that may mean other things."""

    facts: Mapping[str, str]
    unsure: frozenset[str]


@cache
def _labels() -> _Labels:
    data = read_yaml(FILE.read_text(encoding="utf-8"))
    known = {_plain(label): fact for fact, labels in data["labels"].items() for label in labels}
    own = {_plain(form): name for name, spec in FACTS.items() for form in (name, spec.title)}
    return _Labels(known | own, frozenset(map(_plain, data["unsure"])))


def fact_of(label: str) -> str | None:
    """The fact that a label means, or none."""
    form = _form(label)
    return _labels().facts[form] if form else None


def fits_only(label: str) -> bool:
    """Say whether a label is believed only when its value fits the fact."""
    return _form(label) in _labels().unsure


def _form(label: str) -> str | None:
    """The known form of a label: as it is, without what stands in brackets, or without 'the'."""
    plain = _plain(label)
    forms = (plain, re.sub(r"\s*\(.*?\)", "", plain), re.sub(r"^(?:the|our|my|your) ", "", plain))
    return next((form for form in forms if form in _labels().facts), None)


def _plain(label: str) -> str:
    return " ".join(label.replace("_", " ").replace("-", " ").casefold().split())
