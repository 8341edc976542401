"""Documents that a message asks for, by the words of each kind."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.kinds import Kind
from assistant.reading.text import Span, Text

_VERB = (
    r"(?:write|draft|create|make|prepare|produce|generate|build|put together|compose|give|send|get|do|need|want|like|show|update|redo|regenerate|have|"
    r"start with|go with|set up|come up with|help(?: me)? (?:with|write|draft)|work on|turn .{1,40} into|deliver|provide|see|let's have|drop me|next|also|plus|then|finish|complete|rewrite|design|"
    r"knock up|whip up|sort out|drafting|writing|creating|please|now)"
)
_ALL = re.compile(
    r"\b(?:all (?:the |of the |your |five |possible |available )*(?:documents?|docs|drafts?|papers|paperwork|kinds|five)|(?:draft|write|create|make|prepare|generate|produce|give me|send me|do|i need|i want|we need)(?: me| us)? (?:everything|the whole (?:set|lot|package|pack)|the full (?:set|package|pack)|the lot|them all|all of (?:them|it)|every document)|the (?:whole|full|complete) (?:set|package|pack)(?: of (?:documents|drafts))?|every(?:thing)? (?:document )?you (?:can|have|offer))\b"
)
_NOT = re.compile(
    r"(?:\bnot|n't|\bno|\bwithout|\bskip|\bexcept|\bleave out|\bbut not|\binstead of|\brather than|\balready (?:have|got|wrote|sent)(?: written)?|\bhave (?:already )?(?:written|got)|\bnever mind)(?: (?:need|want|require|a|an|any|the|do|write|draft|yet|have|really|another|our|my|now|worry about))*[ ]$"
)
_ABOUT = re.compile(
    r"\b(?:what(?:'s| is| are| does)?|why|how (?:long|do|should|many|can|to)|difference|is an?|does an?|should an?|explain|define|what should|what goes|what belongs|which|who)\b"
)
# Words that are ordinary words too: only when asked for by a verb just before, or as a whole line.
_COMMON = frozenset(
    {
        "interview",
        "feedback",
        "profile",
        "jd",
        "note to",
        "scorecard",
        "score card",
        "interview plan",
        "questions to ask",
    }
)
_LINE = re.compile(
    r"^(?:(?:and|then|now|next|also|please|just|ok|hi|hello|the|a|an|another|my|our|your|new|quick|short|good|full|complete|first)[,:]?[ ]+)*$"
)
EXTRA: Mapping[str, tuple[str, ...]] = {
    "interview_kit": ("score sheet", "scoresheet", "scoring sheet", "interview pack")
}


class DocumentFinder:
    """Finds the kinds that a message asks for, in the order in which it names them."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.kinds = tuple(kinds)
        words = [
            (word.casefold(), id_)
            for id_, kind in kinds.items()
            for word in (*kind.rules.asks_for, *EXTRA.get(id_, ()), id_.replace("_", " "))
        ]
        self._kind_of = dict(reversed(words))
        longest = sorted(self._kind_of, key=lambda word: (-len(word), word))
        pattern = "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in longest)
        self._word = (
            re.compile(rf"(?<![\w-])(?P<word>{pattern})(?P<plural>s|es)?(?![\w-])") if longest else None
        )

    def asked(self, text: Text, sentences: Sequence[Span], *, feedback: bool) -> tuple[str, ...]:
        """The kinds asked for; 'everything' is every kind, the feedback note only when there is feedback to note."""
        found: dict[str, None] = {}
        for sentence in sentences:
            if _ALL.search(text.low, sentence.start, sentence.end) and not re.search(
                r"\?\s*$", text.folded(sentence).replace("you?", "")
            ):
                found |= dict.fromkeys(kind for kind in self.kinds if feedback or kind != "feedback_note")
            for kind in self._in(text, sentence):
                found.setdefault(kind)
        return tuple(found)

    def orders(self, text: Text, sentence: Span) -> bool:
        """Say whether a sentence asks for a document."""
        return bool(_ALL.search(text.low, sentence.start, sentence.end)) or any(
            True for _ in self._in(text, sentence)
        )

    def mentioned(self, text: Text, span: Span) -> bool:
        """Say whether a span names a kind of document at all."""
        return bool(self._word and self._word.search(text.low, span.start, span.end))

    def _in(self, text: Text, sentence: Span) -> Iterator[str]:
        if self._word is None:
            return
        asked_before = False
        for match in self._word.finditer(text.low, sentence.start, sentence.end):
            before = text.low[sentence.start : match.start()]
            if _NOT.search(before[-40:]):
                continue
            word = match["word"].replace("-", " ")
            kind = self._kind_of.get(word) or self._kind_of.get(match["word"], "")
            verb = re.search(rf"\b{_VERB}\b", before)
            near = re.search(rf"\b{_VERB}\b(?:[ ][\w'-]+){{0,4}}[ ]*$", before)
            listed = asked_before and re.search(
                r"(?:,|and|plus|&|\+|or|then)(?: (?:an?|the|also|its?|my|our|your|matching|full|short|new))*[ ]*$",
                before,
            )
            opens = bool(_LINE.match(before))
            asks = (
                opens and self._stands(text, sentence, match) if word in _COMMON or len(word) < 4 else opens
            )
            about = _ABOUT.search(before) and not re.search(r"\b(?:can|could|would|will) you\b", before)
            strong = near if word in _COMMON else verb
            if kind and not about and (strong or listed or asks) and not _passive(text, sentence, match):
                asked_before = True
                yield kind

    def _stands(self, text: Text, sentence: Span, match: re.Match[str]) -> bool:
        after = text.low[match.end() : sentence.end]
        return (
            bool(re.match(r"[ ]*(?:[,.!:;]|$|for\b|to\b|and\b|on\b|please\b|about\b)", after))
            and match["word"] != "interview"
        )


def _passive(text: Text, sentence: Span, match: re.Match[str]) -> bool:
    """Say whether the word is merely spoken of: 'need to interview', 'want feedback from', 'profile of our users'."""
    before = text.low[max(sentence.start, match.start() - 14) : match.start()]
    after = text.low[match.end() : match.end() + 18]
    if match["word"] == "interview" and (
        re.search(r"\bto $", before)
        or match["plural"]
        or re.match(
            r"[ ](?:process|tomorrow|today|on|next|at|with|room|panel|them|him|her|him|people|candidates|steps)",
            after,
        )
    ):
        return True
    if match["word"] == "feedback" and (
        re.match(r"[ ](?:from|loop|culture|is|was|on (?:the|your|this) draft)", after)
        or (
            re.search(r"\b(?:give|get|got|want|need) (?:me |us )?(?:some )?$", before)
            and not re.match(r"[ ](?:for|to)\b", after)
        )
    ):
        return True
    return match["word"] == "profile" and bool(re.match(r"[ ]of (?:our|the) (?:users?|customers?)", after))
