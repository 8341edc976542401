"""The brief: what is known about one hire or engagement, each fact with its basis and its evidence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.errors import InvalidError
from assistant.facts import FACTS, LISTS
from assistant.places import jurisdiction
from assistant.wellformed import is_fit

MAX_VALUE = 4_000
MAX_ITEMS = 40

Value = str | tuple[str, ...]


class Frozen(BaseModel):
    """A value object of the outside contract: immutable, unknown fields refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Frozen):
    """One field's value with its evidence.

    For a list fact `value`, `quote` and `message_ids` are parallel. `message_id` is the latest message.
    A value typed into a form or through the API is its own quote and has no message.
    """

    value: Value
    basis: Literal["given", "assumed"] = "given"
    quote: Value | None = None
    message_id: str | None = None
    message_ids: tuple[str | None, ...] | None = None

    @property
    def items(self) -> tuple[str, ...]:
        """The value as a tuple, whatever its shape."""
        return self.value if isinstance(self.value, tuple) else (self.value,)


class Claim(Frozen):
    """One side of a contradiction."""

    value: str
    quote: str
    message_id: str | None = None


class Conflict(Frozen):
    """A fact said in two ways: no side is picked, the manager is asked."""

    fact: str
    values: tuple[Claim, ...]


@dataclass(frozen=True)
class Change:
    """What one message (or form) does to one fact.

    `set` states, `correct` overrules what was said before, `add` and `remove` edit a list, `clear` forgets.
    `quote` is the verbatim span of the message; for `remove` and `clear` it is the words that asked for it.
    """

    fact: str
    op: Literal["set", "correct", "add", "remove", "clear"]
    value: str = ""
    quote: str = ""


@dataclass(frozen=True)
class Merge:
    """The brief after some changes: which facts changed, which changes found nothing to act on.

    `cut` are those for which a list had no room any more.
    """

    brief: "Brief"
    changed: tuple[str, ...] = ()
    missed: tuple[Change, ...] = ()
    cut: tuple[Change, ...] = ()


class Brief(Frozen):
    """Named facts, what contradicts, and what is still open."""

    facts: Mapping[str, Fact] = {}
    conflicts: tuple[Conflict, ...] = ()

    @property
    def open(self) -> tuple[str, ...]:
        """Facts of the engagement that nobody has given yet, the most worth asking first."""
        names = (s for s in FACTS.values() if s.scope == "engagement" and s.name not in self.facts)
        return tuple(spec.name for spec in sorted(names, key=lambda spec: -spec.worth))

    def text(self, name: str) -> str | None:
        """The value of a fact that is not a list, or its items joined."""
        fact = self.facts.get(name)
        return None if fact is None else "; ".join(fact.items)

    def items(self, name: str) -> tuple[str, ...]:
        """The items of a fact, none when it is unknown."""
        fact = self.facts.get(name)
        return () if fact is None else fact.items

    def conflict(self, name: str) -> Conflict | None:
        """The contradiction about one fact, if there is one."""
        return next((item for item in self.conflicts if item.fact == name), None)

    def merge(self, changes: Iterable[Change], message_id: str | None = None) -> Merge:
        """Apply changes in order; two different plain statements of one fact become a conflict."""
        work = _Work(dict(self.facts), {item.fact: item for item in self.conflicts}, message_id)
        for change in changes:
            work.apply(change)
        brief = Brief(facts=work.facts, conflicts=tuple(work.conflicts.values()))
        changed = [name for name in FACTS if brief.facts.get(name) != self.facts.get(name)]
        changed += [n for n in FACTS if brief.conflict(n) != self.conflict(n) and n not in changed]
        return Merge(brief, tuple(changed), tuple(work.missed), tuple(work.cut))


def same(one: str, other: str) -> bool:
    """Say whether two values are the same but for case, space and closing punctuation."""
    return fold(one) == fold(other)


def fold(text: str) -> str:
    """A value without case, extra space and closing punctuation, for comparison."""
    return " ".join(text.split()).strip(" .,;:").casefold()


@dataclass
class _Work:
    """A merge under way."""

    facts: dict[str, Fact]
    conflicts: dict[str, Conflict]
    message_id: str | None
    missed: list[Change] = field(default_factory=list)
    cut: list[Change] = field(default_factory=list)

    def apply(self, change: Change) -> None:
        if change.op == "clear":
            found = (self.facts.pop(change.fact, None), self.conflicts.pop(change.fact, None))
            if found == (None, None):
                self.missed.append(change)
        elif change.op == "remove":
            self._remove(change)
        elif change.fact in LISTS:
            self._extend(change)
        else:
            self._state(change)

    def _state(self, change: Change) -> None:
        """Set a single value; a plain statement that differs from what stands is a contradiction."""
        known, conflict = self.facts.get(change.fact), self.conflicts.get(change.fact)
        new = Claim(value=change.value, quote=change.quote, message_id=self.message_id)
        replaces = change.op == "correct" or FACTS[change.fact].scope == "note"
        if conflict and not replaces:
            if not any(same(claim.value, new.value) for claim in conflict.values):
                values = (*conflict.values, new)
                self.conflicts[change.fact] = Conflict(fact=change.fact, values=values)
            return
        if known and not replaces:
            if not same(known.items[0], new.value):
                old = Claim(
                    value=known.items[0],
                    quote=str(known.quote or known.items[0]),
                    message_id=known.message_id,
                )
                del self.facts[change.fact]
                self.conflicts[change.fact] = Conflict(fact=change.fact, values=(old, new))
            return
        self.conflicts.pop(change.fact, None)
        self.facts[change.fact] = Fact(value=new.value, quote=new.quote, message_id=self.message_id)

    def _extend(self, change: Change) -> None:
        """Add an item to a list once; `correct` starts the list anew."""
        known = self.facts.get(change.fact)
        if known is None or change.op == "correct":
            self._put(change.fact, [(change.value, change.quote, self.message_id)])
        elif any(same(item, change.value) for item in known.items):
            return
        elif len(known.items) >= MAX_ITEMS:
            self.cut.append(change)
        else:
            self._put(change.fact, [*_rows(known), (change.value, change.quote, self.message_id)])

    def _remove(self, change: Change) -> None:
        known = self.facts.get(change.fact)
        rows = _rows(known) if known else []
        kept = [row for row in rows if not _matches(row[0], change.value)]
        if len(kept) == len(rows):
            self.missed.append(change)
        elif kept:
            self._put(change.fact, kept)
        else:
            del self.facts[change.fact]

    def _put(self, name: str, rows: Sequence[tuple[str, str, str | None]]) -> None:
        values, quotes, messages = zip(*rows, strict=True)
        latest = next((item for item in reversed(messages) if item), None)
        self.facts[name] = Fact(value=values, quote=quotes, message_id=latest, message_ids=messages)


def _rows(fact: Fact) -> list[tuple[str, str, str | None]]:
    quotes = fact.quote if isinstance(fact.quote, tuple) else fact.items
    messages = fact.message_ids or (fact.message_id,) * len(fact.items)
    return list(zip(fact.items, quotes, messages, strict=True))


def _matches(item: str, asked: str) -> bool:
    """Say whether "drop Terraform" means the item "Terraform in production"."""
    return same(item, asked) or f" {fold(asked)} " in f" {fold(item)} "


def typed_changes(values: Mapping[str, object]) -> list[Change]:
    """Turn a form's `{NAME: value | null}` into changes; each value is its own quote.

    A list fact takes a list of strings, or one string; null or an empty list forgets it. Raises
    `InvalidError`.
    """
    changes: list[Change] = []
    for name, value in values.items():
        if name not in FACTS:
            raise InvalidError("A fact name is unknown.", advice=f"Known names: {', '.join(FACTS)}.")
        if value is None:
            changes.append(Change(name, "clear"))
            continue
        items = _strings(name, value)
        if not items:
            changes.append(Change(name, "clear"))
        changes += [Change(name, "add" if at else "correct", item, item) for at, item in enumerate(items)]
    return changes


def _strings(name: str, value: object) -> list[str]:
    """The typed value as clean strings; raises `InvalidError` naming the fact, never its value."""
    items = list(value) if isinstance(value, list | tuple) and name in LISTS else [value]
    if len(items) > MAX_ITEMS:
        raise InvalidError(
            f"The fact {name!r} holds more than {MAX_ITEMS} items.", advice="Shorten the list."
        )
    clean: list[str] = []
    for item in items:
        if not isinstance(item, str) or not item.strip():
            shape = "a list of strings" if name in LISTS else "a string"
            raise InvalidError(f"The fact {name!r} takes {shape}, none of them empty.")
        if len(item) > MAX_VALUE or not is_fit(item):
            raise InvalidError(f"The fact {name!r} is too long or holds control characters.")
        clean.append(" ".join(item.split()))
    return [_checked(name, item) for item in clean]


def _checked(name: str, item: str) -> str:
    """A value of a closed set in its proper spelling; raises `InvalidError` outside the set."""
    if name == "jurisdiction":
        code = jurisdiction(item)
        if code is None:
            raise InvalidError(
                "The fact 'jurisdiction' takes a country, US state or city, or its code.",
                advice="For example 'US-CA', 'GB' or 'Germany'.",
            )
        return code
    if FACTS[name].shape == "choice":
        if item.lower() not in FACTS[name].choices:
            raise InvalidError(f"The fact {name!r} takes one of {', '.join(FACTS[name].choices)}.")
        return item.lower()
    return item
