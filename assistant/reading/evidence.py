"""What a message bears out of what a model read in it: quotes, values within them, edits asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from assistant.brief import Brief, Change, same, typed_changes
from assistant.checks.bearing import borne, stems
from assistant.checks.claims import Support, claims
from assistant.checks.exits import visible
from assistant.errors import InvalidError
from assistant.facts import FACTS, LISTS
from assistant.places import jurisdiction
from assistant.reading.found import Op
from assistant.reading.orders import NEGATED
from assistant.reading.people import MANAGER

MOST_QUOTE = 600
MOST_VALUE = 200
# How like a word must be to another to be the same with two letters in the wrong order.
SLIP = 0.88
ME = re.compile(
    r"\b(?:I|me|myself|my|mine|mir|mich|ich|moi|je|mí|yo|me|io|mim|eu|mij|ik|mnie|mną)\b", re.IGNORECASE
)
# What an English sentence must hold for a fact to be overruled, or to be dropped; otherwise it states.
CORRECTS = re.compile(
    r"\b(?:actually|correct(?:ion|ed)?|i mean(?:t)?|mistake|after all|instead|rather|not|no longer"
    r"|now|chang\w+|switch\w*"
    r"|updat\w+|mov\w+|make (?:it|that|this)|replac\w+|swap\w*|sorry|wrong|oops|wait|turns? out"
    r"|decided|agreed|let's|set"
    r"|should (?:be|say)|extend\w*|shorten\w*|rais\w+|lower\w*|increas\w+|reduc\w+|push\w*|the kpi"
    r"|scratch)\b|^(?:no|nope)\b",
    re.IGNORECASE,
)
DROPS = re.compile(
    r"\b(?:drop|remove|delete|strike|cut|lose|forget|scrap|skip|omit|without|no longer|not needed"
    r"|don't need|do not need|no need"
    r"|unnecessary|never mind|cancel\w*|take (?:it|that|this|out|away)|leave out|get rid|discard"
    r"|kill|no (?:degree|training|\w+ needed))\b",
    re.IGNORECASE,
)
# Facts whose values are codes, with the words that say them in English.
CODES = {
    "contractor": (
        r"contract|freelanc|consult|interim|temporar|day rate|1099|ir35|self-employed|statement of work"
    ),
    "employee": (
        r"employ|permanent|\bperm\b|payroll|salar|w-?2\b|headcount|\bfte\b|member of staff"
        r"|full[- ]time (?:hire|role|job|position)"
    ),
    "standalone": (
        r"alone|on (?:his|her|their|your) own|by (?:him|her|them)sel|only (?:one|person)|sole"
        r"|single-handed|nobody else"
    ),
    "joins_team": r"team|join|squad|colleague|alongside|department|crew|group",
}  # fmt: skip
# What is wanted, and so never what "no" or "not" stands before.
WANTED = frozenset(("must_haves", "nice_to_haves", "tools", "degree", "training"))
PLACE = re.compile(r"[\w.]+(?:[ -][\w.]+){0,3}")
SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?=\S))+")


@dataclass(frozen=True)
class Evidence:
    """A message, what is known before it, and whether its words can be looked at as English.

    `by_rules` are the changes that rules read in it; `asked` the facts that were asked for a moment ago.
    """

    message: str
    brief: Brief
    by_rules: tuple[Change, ...]
    asked: frozenset[str]
    english: bool

    def borne_out(self, change: Change) -> list[Change]:
        """The change as far as the message bears it out: whole, with less said, or none."""
        if change.fact not in FACTS or not self._quoted(change.quote):
            return []
        if change.op == "clear":
            return [replace(change, value="")] if self._says(DROPS, change.quote) else []
        if change.op == "remove":
            return list(self._removed(change))
        if change.fact in WANTED and self._negated(change.quote):
            return [item for item in self.by_rules if item.fact == change.fact and item.fact not in LISTS]
        value = self._coded(change) if _is_coded(change.fact) else self._worded(change)
        if value is None:
            return []
        return [replace(change, value=value, op=self._op(change))]

    def _quoted(self, quote: str) -> bool:
        return bool(quote.strip()) and len(quote) <= MOST_QUOTE and quote in self.message

    def _says(self, cue: re.Pattern[str], quote: str) -> bool:
        """Say whether the sentences that hold the quote hold a cue; of another language, nobody can tell."""
        if not self.english:
            return True
        at = self.message.find(quote)
        end = at + len(quote)
        around = (m[0].strip() for m in SENTENCE.finditer(self.message) if m.start() < end and m.end() > at)
        return any(cue.search(sentence) for sentence in around)

    def _negated(self, quote: str) -> bool:
        """Say whether a negation stands right before the quote wherever it is: "no degree" is no degree."""
        if not self.english:
            return False
        low, found = self.message.casefold(), quote.casefold()
        starts = [match.start() for match in re.finditer(re.escape(found), low)]
        return bool(starts) and all(NEGATED.search(low[max(0, at - 40) : at]) for at in starts)

    def _removed(self, change: Change) -> Iterator[Change]:
        """Only what stands in the brief can be taken out of it."""
        item = next((item for item in self.brief.items(change.fact) if same(item, change.value)), None)
        words = set(stems(change.value))
        near = (item for item in self.brief.items(change.fact) if words and words <= set(stems(item)))
        item = item or next(near, None)
        if item and change.value.strip() and self._says(DROPS, change.quote):
            yield replace(change, value=item)

    def _op(self, change: Change) -> Op:
        """A fact is overruled only in words that overrule; else both statements stand and are asked about."""
        if change.op != "correct":
            return change.op
        settles = self.brief.conflict(change.fact) is not None
        answers = change.fact in self.asked and change.fact not in LISTS
        if settles or answers or self._says(CORRECTS, change.quote):
            return "correct"
        return "add" if change.fact in LISTS else "set"

    def _is_excuse(self, change: Change, value: str) -> bool:
        """Say whether a quote has nothing to do with a value, and no rule reads the fact either."""
        told = any(claims(change.quote)) or borne(value, change.quote) > 0
        return self.english and not told and not any(item.fact == change.fact for item in self.by_rules)

    def _coded(self, change: Change) -> str | None:
        value = _typed(change.fact, change.value)
        if value is None or not self.english:
            return value
        if any((item.fact, item.value) == (change.fact, value) for item in self.by_rules):
            return value
        if change.fact == "jurisdiction":
            named = {jurisdiction(name) for name in _names(change.quote)} - {None}
            return value if value in named else None
        spelt = re.search(CODES[value], change.quote, re.IGNORECASE) or _nearly(value, change.quote)
        return value if spelt else None

    def _worded(self, change: Change) -> str | None:
        """The value where the quote says all of it, else the quote itself: the manager's own words.

        Nothing where the value brings a figure or a name of its own and the quote has nothing to do with it.
        """
        value = _typed(change.fact, visible(change.value))
        if value is None:
            return None
        if same(value, MANAGER) and ME.search(change.quote):
            return value
        support = Support.of(change.quote)
        brings = any(not support.bears(claim) for claim in claims(value))
        if borne(value, change.quote) == 1.0 and not brings:
            return value
        if brings and self._is_excuse(change, value):
            return None
        said = " ".join(change.quote.split()).strip(" .,;:!?-–—\"'“”‘’")
        return _typed(change.fact, said) if len(said) <= MOST_VALUE else None


def _nearly(value: str, quote: str) -> bool:
    """Say whether a word of the quote is the value with a slip of the fingers ("contarctor")."""
    return bool(get_close_matches(value, re.findall(r"\w+", quote.casefold()), cutoff=SLIP))


def _is_coded(fact: str) -> bool:
    return fact == "jurisdiction" or FACTS[fact].shape == "choice"


def _typed(fact: str, value: str) -> str | None:
    """The value in its proper spelling, if it may be one."""
    try:
        return typed_changes({fact: value})[0].value
    except InvalidError:
        return None


def _names(quote: str) -> Iterator[str]:
    """Every run of up to four words that could name a place; a code counts in capitals alone."""
    words = re.findall(r"[\w.]+", quote)
    for size in range(1, 5):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            if len(name) > 3 or name.isupper():
                yield name
