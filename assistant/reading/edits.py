"""Edits of what is there: items and facts dropped, added, moved, replaced."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.brief import Brief, same
from assistant.facts import FACTS, LISTS
from assistant.reading.found import Found
from assistant.reading.labels import fact_of
from assistant.reading.lists import items
from assistant.reading.money import FACT as PAY
from assistant.reading.money import either
from assistant.reading.orders import ADD, ADD_ONE, AFTER_THING, BEFORE_THING, KEEP, MOVE, REMOVE, REPLACE
from assistant.reading.roles import RoleFinder
from assistant.reading.text import Span, Text
from assistant.reading.valued import Closed, valued

_ORDINALS: Mapping[str, int] = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4,
    "5th": 4,
    "sixth": 5, "6th": 5, "last": -1, "final": -1,
}  # fmt: skip
_LISTS_CALLED: Mapping[str, str] = {
    "must": "must_haves", "essential": "must_haves", "required": "must_haves", "mandatory": "must_haves",
    "optional": "nice_to_haves", "bonus": "nice_to_haves", "plus": "nice_to_haves",
}  # fmt: skip
_OTHER = {"must_haves": "nice_to_haves", "nice_to_haves": "must_haves"}


@dataclass(frozen=True)
class Edit:
    """An order's words, and what it does to the facts: nothing, when it names what is not there."""

    reach: Span
    finds: tuple[Found, ...]


class EditReader:
    """Reads the edits of a message against the brief as it stands."""

    def __init__(
        self, text: Text, brief: Brief, known: frozenset[str], closed: Closed, roles: RoleFinder
    ) -> None:
        self._text = text
        self._brief = brief
        self._known = known
        self._closed = closed
        self._roles = roles

    def read(self, sentence: Span) -> list[Edit]:
        """Every edit of a sentence, in order of place."""
        forms: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Found]]], ...] = (
            (REPLACE, self._replace),
            (KEEP, self._keep),
            (MOVE, self._move),
            (ADD, self._add),
            (ADD_ONE, self._add),
            (REMOVE, self._remove),
        )
        edits: list[Edit] = []
        for form, make in forms:
            for match in form.finditer(self._text.low, sentence.start, sentence.end):
                reach = self._text.trim(Span(*match.span()))
                if any(reach.meets(edit.reach) for edit in edits):
                    continue
                made = tuple(make(match))
                if made or form in (REMOVE, KEEP):
                    edits.append(Edit(reach, made))
        return sorted(edits, key=lambda edit: edit.reach)

    def _remove(self, match: re.Match[str]) -> Iterator[Found]:
        quote = self._text.trim(Span(match.start("verb"), match.end()))
        named = list_fact(match["list"]) if match["list"] else None
        for part in items(self._text, Span(*match.span("what")), self._known):
            words = self._text.folded(self._thing(part))
            fact = fact_of(words)
            place = self._numbered(words)
            scalar = next(
                (n for n in FACTS if n in self._brief.facts and n not in LISTS and self._is(n, words)), None
            )
            if place:
                yield Found(*place, quote, "remove")
            elif fact and not named and not any(self._has(name, words) for name in LISTS):
                yield Found(fact, "", quote, "clear")
            elif held := named or self._list_with(words):
                yield Found(held, self._text.value(self._thing(part)), quote, "remove")
            elif scalar:
                yield Found(scalar, "", quote, "clear")

    def _keep(self, match: re.Match[str]) -> Iterator[Found]:
        """The other items of the one list that holds all that is to be kept; none when not sure."""
        quote = self._text.trim(Span(*match.span()))
        what = Span(*match.span("what" if match["what"] else "what2"))
        wanted = [self._text.folded(self._thing(part)) for part in items(self._text, what, self._known)]
        called = match["list"] or match["list2"]
        lists = [list_fact(called)] if called else [name for name in FACTS if name in LISTS]
        sure = [name for name in lists if name and self._each_once(name, wanted)]
        if len(sure) != 1:
            return
        held = self._brief.items(sure[0])
        kept = [item for item in held if any(_within(words, item) for words in wanted)]
        others = [item for item in held if item not in kept]
        if not any(_within(other, item) for other in others for item in kept):
            yield from (Found(sure[0], other, quote, "remove") for other in others)

    def _each_once(self, name: str, wanted: Sequence[str]) -> bool:
        """Say whether each of some words means exactly one item of a list."""
        held = self._brief.items(name)
        return bool(wanted) and all(sum(_within(words, item) for item in held) == 1 for words in wanted)

    def _add(self, match: re.Match[str]) -> Iterator[Found]:
        fact = list_fact(match["list"])
        if fact is None:
            return
        for part in items(self._text, Span(*match.span("what")), self._known):
            other = _OTHER.get(fact)
            if other and self._has(other, self._text.folded(part)):
                yield Found(other, self._text.value(part), part, "remove")
            yield Found(fact, self._text.value(part), part, "add")

    def _move(self, match: re.Match[str]) -> Iterator[Found]:
        fact = list_fact(match["list"])
        if fact is None:
            return
        for part in items(self._text, self._thing(Span(*match.span("what"))), self._known):
            item = self._thing(part)
            words = self._text.value(item)
            source = self._list_with(words, but=fact)
            kept = [held for held in self._brief.items(source) if same(held, words)] if source else []
            if source:
                yield Found(source, words, item, "remove")
            yield Found(fact, kept[0] if kept else words, item, "add")

    def _replace(self, match: re.Match[str]) -> Iterator[Found]:
        if match["link"] == "for" and match["verb"] not in ("swap", "substitute", "exchange"):
            return
        old, new = self._thing(Span(*match.span("old"))), self._new(Span(*match.span("new")))
        words, whole = self._text.folded(old), self._text.trim(Span(old.start, new.end))
        source = self._list_with(words)
        place = self._numbered(words)
        if source and new and not list_fact(self._text.folded(new)):
            place = (source, next(held for held in self._brief.items(source) if _within(words, held)))
        if place and new:
            yield Found(*place, whole, "remove")
            for part in items(self._text, new, self._known):
                yield Found(place[0], self._text.value(part), part, "add")
        elif new:
            role = self._roles.bare(self._text, new) if self._roles.bare(self._text, old) else None
            yield from [role.as_op("correct")] if role else self._restate(words, new)

    def _restate(self, words: str, new: Span) -> Iterator[Found]:
        """A fact called by its name or its value gets another value."""
        fact = fact_of(re.sub(r" from .*$", "", words)) or next(
            (
                name
                for name in FACTS
                if name not in LISTS and name in self._brief.facts and self._is(name, words)
            ),
            None,
        )
        if fact is None:
            return
        if fact in LISTS:
            first, *rest = items(self._text, new, self._known) or [new]
            yield Found(fact, self._text.value(first), first, "correct")
            yield from (Found(fact, self._text.value(part), part, "add") for part in rest)
            return
        same_fact = [item for item in self._closed(new) if item.fact == fact]
        two = either(self._text, new) if fact == PAY else []
        if two:
            yield from (two[0].as_op("correct"), two[1])
            return
        for item in same_fact[:1] or valued(self._text, fact, new, self._closed):
            yield item.as_op("correct")

    def _new(self, span: Span) -> Span:
        """The new value without what follows it in the sentence."""
        cut = re.search(r",? (?:please|too|as well|then|because|since)\b.*$", self._text.folded(span))
        return self._text.trim(Span(span.start, span.start + cut.start()) if cut else span)

    def _thing(self, span: Span) -> Span:
        """The span without 'the', 'requirement' and the like around what is meant."""
        span = self._text.trim(span)
        words = self._text.folded(span)
        before, after = BEFORE_THING.match(words), AFTER_THING.search(words)
        start = span.start + (before.end() if before else 0)
        inner = self._text.trim(Span(start, span.start + after.start() if after else span.end))
        return inner or span

    def _list_with(self, words: str, but: str | None = None) -> str | None:
        return next((n for n in FACTS if n in LISTS and n != but and self._has(n, words)), None)

    def _has(self, name: str, words: str) -> bool:
        return any(_within(words, item) for item in self._brief.items(name))

    def _is(self, name: str, words: str) -> bool:
        return any(same(item, words) for item in self._brief.items(name))

    def _numbered(self, words: str) -> tuple[str, str] | None:
        """The item that 'second outcome' means."""
        match = re.fullmatch(r"(?:the )?(\w+) ([a-z -]+)", words)
        fact = list_fact(match[2]) if match and match[1] in _ORDINALS else None
        held = self._brief.items(fact) if fact else ()
        if match is None or fact is None or not -len(held) <= _ORDINALS[match[1]] < len(held):
            return None
        return fact, held[_ORDINALS[match[1]]]


def list_fact(words: str) -> str | None:
    """The list fact that words such as 'a nice-to-have' name."""
    plain = re.sub(r"^(?:the|our|my) ", "", words.strip())
    name = _LISTS_CALLED.get(plain.rstrip("s")) or fact_of(plain) or fact_of(f"{plain}s")
    return name if name in LISTS else None


def _within(words: str, item: str) -> bool:
    """Say whether "drop Terraform" means the item "Terraform in production"."""
    return bool(words.strip()) and f" {words.casefold().strip()} " in f" {' '.join(item.casefold().split())} "
