"""Edits of what is there: drop, add, move, replace; and the words that mark a correction."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.brief import Brief, same
from assistant.facts import FACTS, LISTS
from assistant.reading.found import Found
from assistant.reading.labels import fact_of
from assistant.reading.lists import items
from assistant.reading.text import Span, Text

_START = r"(?:^|[.;:,!][ ]+|[ ](?:and|but|then|also|please|can you|could you|let's|just|now)[ ])(?:(?:ok|okay|please|and|also|then|can you|could you|would you|let's|lets|just|actually|now|no|yes|oh|sorry|hm|hmm|wait|so|we can|you can|i'd like to|i want to|we should|instead)[, ]+){0,4}"
_LIST = r"(?P<list>(?:the |our |my )?[a-z][a-z -]{2,22}?)(?: list| section| skills)?"
REMOVE = re.compile(
    rf"{_START}(?P<verb>drop|remove|delete|strike|lose|cut|take out|get rid of|scrap|forget(?: about)?|leave out|omit|discard|take away|kill|skip|no longer need|cross out)[ ](?P<what>(?:(?!,? and (?:add|make|put|replace|change|move|use|set|then)\b|, (?:add|make|put|replace|change|move|but|then)\b)[^.;!?\n]){{2,120}}?)(?:[ ](?:from|off|in|out of|under)[ ]{_LIST})?(?=[ ]*(?:[.;!?\n]|$|,? and (?:add|make|put|replace|change|move|use|set|then)\b|, (?:add|make|put|replace|change|move|but|then)\b))"
)
ADD = re.compile(
    rf"{_START}(?P<verb>add|include|put|insert|append|list)[ ](?P<what>(?!it\b|that\b|me\b|him\b|her\b|them\b)(?:(?!,? and (?:drop|remove|make|change|move)\b)[^.;!?\n]){{2,160}}?)[ ](?:(?:as|under|to|in|into|on|among)[ ](?:an? |another )?{_LIST})(?=[ ]*(?:[.;!?\n,]|$|too\b|as well\b|and (?:drop|remove|make|change|move|add)\b|please\b))"
)
ADD_A = re.compile(
    rf"{_START}(?P<verb>add|include)[ ](?:an? |another |one more |two more |the |to (?:the )?|these |this )?(?P<list>[a-z][a-z -]{{2,22}}?)[ ]?:[ ](?P<what>[^.;!?\n]{{2,200}})"
)
MOVE = re.compile(
    rf"{_START}(?:move|shift|demote|promote|downgrade|make|turn|put|mark|treat)[ ](?P<what>(?!it\b|that\b|sure\b)[^.;!?\n]{{2,80}}?)[ ](?:(?:from (?:the )?[a-z -]{{3,20}} )?(?:down |over |up )?(?:to|into|as|under|in)[ ])?(?:just |only )?(?:an? |the )?(?P<list>must[- ]haves?|nice[- ]to[- ]haves?|nice to have|must|musts|required|optional|essential|bonus|plus|deal[- ]?breakers?|responsibilit(?:y|ies)|tools?|kpis?|outcomes?|mandatory)(?: list| skills| section)?(?=[ ]*(?:[.;!?\n,]|$|instead\b|and\b|please\b|only\b))"
)
REPLACE = re.compile(
    rf"{_START}(?:replace|swap|substitute|exchange|change|switch|update|correct|amend|set|move|adjust|raise|lower|increase|reduce|extend|shorten|push|bring forward|rename|edit|modify)[ ](?P<old>[^.;!?\n]{{1,70}}?)[ ](?P<link>with|by|for|to|into|->)[ ](?P<new>[^.;!?\n]{{1,160}})"
)
CORRECTS = re.compile(
    r"\b(?:actually|scratch that|correction|i meant|i mean|my mistake|after all|on second thoughts?|on reflection|make (?:it|that|this)|change (?:it|that|the|to)|has changed|have changed|changed (?:to|my mind)|"
    r"is now|are now|it's now|now it's|now is|update[d]?|instead|oops|wait|i was wrong|that was wrong|that's wrong|not as i said|rather(?! than)|should (?:really |actually |be )?be|switch(?:ed)? to|moved to|turns out|"
    r"let's (?:say|do|go (?:with|for)|make)|we decided|we've decided|we settled on|we agreed on|sorry)\b|^(?:no|nope|not quite|nah)[,.:;! -]+"
)
NEGATED = re.compile(
    r"(?:\bnot|n't|\bno longer|\bnever|\binstead of|\brather than|\bno)[ ](?:(?:for|a|an|the|in|on|at|be|to|just|only|really|from|be|fully|want|need|our|have|as|going to be)[ ])*$"
)
_ORDINALS: Mapping[str, int] = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4, "5th": 4, "sixth": 5,
    "6th": 5, "last": -1, "final": -1,
}  # fmt: skip
_WANTS = re.compile(
    r"^(?:the |that |this |our |any |all |all the |my )+|(?: (?:requirement|requirements|line|part|bit|section|item|point|fact|skill|skills|completely|entirely|altogether|again|please|for now|then|too|as well|needed|thing|stuff))+$"
)
WISH = re.compile(
    r"\b(?:short(?:er|en)|long(?:er)?(?! term)|lengthen|warmer|friendlier|nicer tone|more (?:formal|informal|friendly|casual|professional|concise|detailed|direct|positive|engaging|exciting)|less (?:formal|stiff|wordy|corporate|friendly|detailed)|tone|rephrase|reword|rewrite|simplif(?:y|ier)|simpler|"
    r"trim|polish|punchier|tighten|crisper|plainer|translate|formatting|softer|harsher|sound(?:s)? (?:more|less)|expand|condense|brief(?:er)|bolder|start over|redo it|try again|sharper)\b"
)


def list_fact(words: str) -> str | None:
    """The list fact that words such as 'a nice-to-have' name."""
    plain = words.strip().removeprefix("the ").removeprefix("our ").removeprefix("my ").strip()
    name = fact_of(plain) or fact_of(f"{plain}s")
    return name if name in LISTS else None


def edits(text: Text, sentence: Span, brief: Brief, known: frozenset[str]) -> Iterator[Found]:
    """Every edit of a sentence, in order of its place."""
    used: list[Span] = []
    for pattern, make in ((REPLACE, _replace), (MOVE, _move), (ADD, _add), (ADD_A, _add), (REMOVE, _remove)):
        for match in pattern.finditer(text.low, sentence.start, sentence.end):
            reach = text.trim(Span(*match.span()))
            if any(reach.meets(span) for span in used):
                continue
            made = list(make(text, match, brief, known))
            if made:
                used.append(reach)
                yield from (Found(item.fact, item.value, item.span, item.op, reach) for item in made)


def _remove(text: Text, match: re.Match[str], brief: Brief, known: frozenset[str]) -> Iterator[Found]:
    quote = text.trim(Span(match.start("verb"), match.end()))
    named = list_fact(match["list"]) if match["list"] else None
    for part in items(text, Span(*match.span("what")), known):
        item = _plain(text, part)
        words = text.folded(item)
        whole = fact_of(words)
        if whole and not match["list"] and not _in_some_list(words, brief):
            yield Found(whole, "", quote, "clear")
            continue
        place = _numbered(words, brief)
        if place:
            yield Found(place[0], place[1], quote, "remove")
            continue
        fact = named or _list_with(words, brief) or ("tools" if False else None)
        if fact:
            yield Found(fact, text.value(item), quote, "remove")
            continue
        scalar = _scalar_with(words, brief)
        if scalar:
            yield Found(scalar, "", quote, "clear")


def _add(text: Text, match: re.Match[str], brief: Brief, known: frozenset[str]) -> Iterator[Found]:
    fact = list_fact(match["list"])
    if fact is None:
        return
    other = {"must_haves": "nice_to_haves", "nice_to_haves": "must_haves"}.get(fact)
    for part in items(text, Span(*match.span("what")), known):
        if other and _holds(brief, other, text.folded(part)):
            yield Found(other, text.value(part), part, "remove")
        yield Found(fact, text.value(part), part, "add")


def _move(text: Text, match: re.Match[str], brief: Brief, known: frozenset[str]) -> Iterator[Found]:
    fact = list_fact(
        {
            "must": "must-haves",
            "essential": "must-haves",
            "required": "must-haves",
            "mandatory": "must-haves",
            "optional": "nice to have",
        }.get(match["list"], match["list"])
    )
    if fact is None:
        return
    for part in items(text, _plain(text, Span(*match.span("what"))), known):
        item = _plain(text, part)
        source = _list_with(text.folded(item), brief, but=fact)
        if source:
            yield Found(source, text.value(item), item, "remove")
        yield Found(fact, _kept(brief, source, text, item), item, "add")


def _kept(brief: Brief, source: str | None, text: Text, item: Span) -> str:
    """The words that are kept when an item moves: those of the list, if it is the same item."""
    words = text.value(item)
    return next((kept for kept in brief.items(source) if same(kept, words)), words) if source else words


def _replace(text: Text, match: re.Match[str], brief: Brief, known: frozenset[str]) -> Iterator[Found]:
    old, new = _plain(text, Span(*match.span("old"))), text.trim(Span(*match.span("new")))
    cut = re.search(
        r"(?:,| and| in| under| as) (?:the |a |drop|remove|add|please|make|that)\b.*$|,? please$",
        text.folded(new),
    )
    new = text.trim(Span(new.start, new.start + cut.start())) if cut else new
    if match["link"] == "for" and not re.search(r"\b(?:swap|substitute|exchange)\b", match[0]):
        return
    words = text.folded(old)
    source = _list_with(words, brief)
    if source and new and not (list_fact(text.folded(new)) and match["link"] in ("to", "into")):
        kept = next(item for item in brief.items(source) if _same_item(item, words))
        yield Found(source, kept, text.trim(Span(old.start, new.end)), "remove")
        for part in items(text, new, known):
            yield Found(source, text.value(part), part, "add")
        return
    place = _numbered(words, brief)
    if place and new:
        yield Found(place[0], place[1], text.trim(Span(old.start, new.end)), "remove")
        yield Found(place[0], text.value(new), new, "add")


def _plain(text: Text, span: Span) -> Span:
    """The span without 'the', 'requirement' and the like around what is meant."""
    span = text.trim(span)
    words = text.folded(span)
    start = re.match(r"(?:(?:the|that|this|our|any|all|my|about) )+(?=\S)", words)
    end = re.search(
        r"(?: (?:requirement|requirements|line|part|bit|section|item|point|fact|completely|entirely|altogether|again|please|for now|then|too|as well|thing|stuff|list))+$",
        words,
    )
    inner = Span(span.start + (start.end() if start else 0), span.start + end.start() if end else span.end)
    return text.trim(inner) if inner else span


def _in_some_list(words: str, brief: Brief) -> bool:
    return any(same(item, words) for name in LISTS for item in brief.items(name))


def _list_with(words: str, brief: Brief, but: str | None = None) -> str | None:
    return next(
        (name for name in FACTS if name in LISTS and name != but and _holds(brief, name, words)), None
    )


def _holds(brief: Brief, name: str, words: str) -> bool:
    return any(_same_item(item, words) for item in brief.items(name))


def _same_item(item: str, words: str) -> bool:
    return bool(words) and f" {words.casefold().strip()} " in f" {' '.join(item.casefold().split())} "


def _scalar_with(words: str, brief: Brief) -> str | None:
    """The fact whose value the words are."""
    held = (name for name in FACTS if name not in LISTS and name in brief.facts)
    return next((name for name in held if same(brief.items(name)[0], words)), None)


def _numbered(words: str, brief: Brief) -> tuple[str, str] | None:
    """The item that 'second outcome' means."""
    match = re.fullmatch(r"(?:the )?(\w+) ([a-z -]+)", words)
    if match is None or match[1] not in _ORDINALS:
        return None
    fact = list_fact(match[2])
    held: Sequence[str] = brief.items(fact) if fact else ()
    at = _ORDINALS[match[1]]
    if not fact or not held or at >= len(held):
        return None
    return fact, held[at]
