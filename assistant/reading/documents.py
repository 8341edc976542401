"""Documents that a message asks for, by the words of each kind."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.kinds import Kind
from assistant.reading.patterns import joined, pattern, words
from assistant.reading.text import Span, Text

NOTE = "feedback_note"
_VERB = joined(r"""
    \b(?:write|draft|create|make|prepare|produce|generate|build|put together|compose|give|send|get|do|need|
    share|want|looking for|like|show|update|redo|regenerate|have|start with|go with|set up|come up with|
    help(?: me)? (?:with|write|draft)|work on|turn .{1,40} into|deliver|provide|see|drop me|next|also|
    plus|then|finish|complete|rewrite|design|knock up|whip up|sort out|drafting|writing|creating|please|
    now)\b
""")
_ALL = pattern(r"""
    \b(?:all (?:(?:the|of the|of|your|five|possible|available) ){0,3}(?:documents?|docs|drafts?|papers|
    paperwork|kinds|five)|(?:draft|write|create|make|prepare|generate|produce|give me|send me|do|i need|
    i want|we need)(?: me| us)?(?: everything| the whole (?:set|lot|package|pack)| the full (?:set|
    package|pack)| the lot| them all|(?: all of (?:them|it)| every document))|the (?:whole|full|
    complete) (?:set|package|pack)(?: of (?:documents|drafts))?|everything you (?:can|have|offer))\b
""")
_NOT = pattern(r"""
    (?:\bnot|n't|\bno|\bwithout|\bskip|\bexcept|\bleave out|\bbut not|\binstead of|\brather than|
    \balready (?:have|got|wrote|sent)(?: written)?|\bhave (?:already )?(?:written|got)|\bnever mind)
    (?: (?:need|want|require|an?|any|the|do|write|draft|yet|have|really|another|our|my|now|
    worry about)){0,4}[ ]$
""")
# Words of asking about a document instead of for it.
_ABOUT = pattern(r"""
    \b(?:what(?:'s| is| are| does)?|why|how (?:long|do|should|many|can|to)|difference|is an?|does an?|
    should an?|explain|define|what should|what goes|what belongs|which|who)\b
""")
_ASKS = re.compile(r"\b(?:can|could|would|will) (?:you|u)\b")
_NEAR = pattern(rf"{_VERB}(?:[ ][\w'-]+){{0,4}}[ ]*$")
# "I want to give feedback" asks for no note yet.
_WRITES = pattern(r"""
    \b(?:write|draft|create|make|prepare|compose|formulate|word|drafting|writing|help(?: me)? (?:with|write|
    draft))\b
    (?:[ ][\w'-]+){0,4}[ ]*$
""")
_ANY = re.compile(_VERB)
_LISTED = pattern(r"""
    (?:,|and|plus|&|\+|or|then)(?: (?:an?|the|also|its?|my|our|your|matching|full|short|new)){0,3}[ ]*$
""")
_OPENS = pattern(r"""
    ^(?:(?:and|then|now|next|also|please|just|ok|hi|hello|the|an?|another|my|our|your|new|quick|short|
    good|full|complete|first|one|yo|kindly|do the needful)[,:!]?[ ]+){0,6}$
""")
# Words that are ordinary words too: only when a verb just before asks for them, or as a whole line.
_COMMON = words(
    "interview|feedback|profile|jd|note to|scorecard|score card|interview plan",
    "questions to ask",
)
_STANDS = re.compile(r"[ ]*(?:[,.!:;]|$|for\b|to\b|and\b|on\b|please\b|pls\b|plz\b|asap\b|about\b)")
EXTRA: Mapping[str, tuple[str, ...]] = {
    "interview_kit": ("score sheet", "scoresheet", "scoring sheet", "interview pack")
}


_GO_ON = pattern(r"""
    \b(?:just|please|now|and) (?:draft|write|generate|create|do) (?:it|this|them|that)\b|
    ^(?:ok,? |please,? |yes,? ){0,2}(?:go ahead|draft it|write it|start drafting|draft away)\b
""")


class DocumentFinder:
    """Finds the kinds that a message asks for, in the order in which it names them."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.kinds = tuple(kinds)
        self._kind_of: dict[str, str] = {}
        for id_, kind in kinds.items():
            for word in (*kind.rules.asks_for, *EXTRA.get(id_, ()), id_.replace("_", " ")):
                self._kind_of.setdefault(word.casefold().replace("-", " "), id_)
        longest = sorted(self._kind_of, key=lambda word: (-len(word), word))
        words = "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in longest)
        self._word = re.compile(rf"(?<![\w-])(?P<word>{words})(?P<plural>s|es)?(?![\w-])")

    def asked(self, text: Text, sentences: Sequence[Span], *, feedback: bool) -> tuple[str, ...]:
        """The kinds asked for; 'everything' leaves out the feedback note when there is none to write."""
        found: dict[str, None] = {}
        for sentence in sentences:
            if _ALL.search(text.low, sentence.start, sentence.end):
                found |= dict.fromkeys(kind for kind in self.kinds if feedback or kind != NOTE)
            found |= dict.fromkeys(self._in(text, sentence))
        return tuple(found)

    def names(self, text: Text, span: Span) -> bool:
        """Say whether words name a document that is drafted here."""
        return self._word.search(text.low, span.start, span.end) is not None

    def goes_on(self, text: Text, sentence: Span) -> bool:
        """Say whether a sentence asks to go ahead with the document under way."""
        return _GO_ON.search(text.low, sentence.start, sentence.end) is not None

    def orders(self, text: Text, sentence: Span) -> bool:
        """Say whether a sentence asks for a document."""
        everything = _ALL.search(text.low, sentence.start, sentence.end) is not None
        return everything or self.goes_on(text, sentence) or any(True for _ in self._in(text, sentence))

    def _in(self, text: Text, sentence: Span) -> Iterator[str]:
        asked_before = False
        for match in self._word.finditer(text.low, sentence.start, sentence.end):
            before = text.low[sentence.start : match.start()]
            after = text.low[match.end() : sentence.end]
            if _NOT.search(before[-40:]) or _spoken_of(match, before, after):
                continue
            if _ABOUT.search(before) and not _ASKS.search(before):
                continue
            word = match["word"].replace("-", " ")
            common = word in _COMMON or len(word) < 4
            near = _WRITES if word == "feedback" else _NEAR
            if _TOLD_OF.match(after) and _OPENS.match(before):
                continue
            verb = near.search(before) if common else _ANY.search(before)
            stands = not common or (word != "interview" and _STANDS.match(after))
            listed = asked_before and _LISTED.search(before)
            if verb or listed or (stands and _OPENS.match(before)):
                asked_before = True
                yield self._kind_of[word]


_INTERVIEWING = pattern(r"""
    [ ](?:process|tomorrow|today|on|next|at|with|room|panel|them|him|her|people|candidates|steps)
""")
# "Job ad reads like a legal document" tells of one that there is.
_TOLD_OF = pattern(r"""
    (?:[ ](?:to|for)[ ][\w']+)?[ ](?:reads|sounds|looks|feels|seems|attracts|brings|gets|got|has|had|
    was|does|doesn't|didn't|isn't|
    is(?! (?:for|needed|wanted|to|due)\b))[ ]
""")
_GETTING = re.compile(r"\b(?:give|get|got|want|need) (?:me |us )?(?:some )?$")


def _spoken_of(match: re.Match[str], before: str, after: str) -> bool:
    """Say whether the word is no document: 'need to interview', 'want feedback from'."""
    if match["word"] == "interview":
        return bool(before.endswith("to ") or match["plural"] or _INTERVIEWING.match(after))
    if match["word"] == "feedback":
        other = re.match(r"[ ](?:from|loop|culture|is|was|on (?:the|your|this) draft)", after)
        return bool(other or (_GETTING.search(before) and not re.match(r"[ ](?:for|to)\b", after)))
    return (
        match["word"] == "profile" and re.match(r"[ ]of (?:our|the) (?:users?|customers?)", after) is not None
    )
