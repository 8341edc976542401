"""A feedback note's facts: for whom, when and where, what was seen, what followed, what next, when again."""

import re
from collections.abc import Iterator, Sequence

from assistant.reading.dates import DATE, dated
from assistant.reading.found import Found
from assistant.reading.patterns import joined, pattern
from assistant.reading.text import Span, Text

_CAPITAL = r"[A-ZÀ-Þ][\w'’-]+"
_POST = joined(r"""
    (?:contractor|developer|engineer|admin|analyst|designer|freelancer|administrator|tester|consultant|
    employee|colleague)
""")
# Names are read by their capitals, so these look at the message as it was received.
FOR = re.compile(
    joined(rf"""
    \b(?:[Ff]eedback(?: note)?(?: on [\w ]{{3,30}}?)?|[Nn]ote|[Tt]hank[- ]you note|[Rr]eview note)[ ](?:for|
    to|about|on)[ ]
    (?P<name>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}}|(?:our|the|my) (?:[\w-]+ ){{0,2}}?{_POST})(?![\w-])|
    \b(?:[Gg]ive|[Ww]rite|[Dd]raft|[Ss]end)[ ](?P<other>{_CAPITAL}(?:[ ]{_CAPITAL})?)[ ]
    (?:(?:some|an?|short|honest|constructive|positive|critical) ){{0,3}}(?:feedback|note)\b
    """)
)
_NO_NAMES = frozenset(["I", "We", "The", "This", "Please", "Draft", "Job", "Interview", "Me", "Us"])
_DAY = joined(r"""
    (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|
    October|November|December)
""")
_WHO = rf"(?:(?i:she|he|they|you)|{_DAY}{_CAPITAL}(?:[ ]{_CAPITAL})?)"
_WHEN = joined(r"""
    (?:on|in|at|during|yesterday|last|this (?:morning|afternoon|week|month|monday|tuesday|wednesday|
    thursday|friday)|today|when|while|after|before|for|since|over|throughout|between)\b
""")
SITUATION = re.compile(rf"(?i:{_WHEN})(?P<rest>.{{3,90}}?),?[ ](?={_WHO}[ ][a-z])", re.DOTALL)
BEHAVIOUR = re.compile(
    joined(rf"""
    (?P<who>(?i:she|he|they|you)|{_CAPITAL})(?:[ ]{_CAPITAL})?[ ](?!(?:is|are|seems|looks|feels)\b)[a-z]
    """)
)
# For a contractor above all, what was seen is the work: "the report he sent on Monday was empty".
WORK_SEEN = pattern(r"""
    (?:the|his|her|their|your|its) (?:[\w-]+ ){0,2}(?:documentation|reports?|code|pull requests?|prs?|
    plan|design|tests?|scripts?|deck|presentation|tickets?|migration|handover|milestone|deliverables?|
    diagram|runbook|commits?|release|estimate|draft|delivery|invoice)\b[^.;]{0,60}? (?:was|were|had|has|
    have|did not|didn't|came|arrived|missed|failed|contained|lacked)\b
""")
_PRONOUNS = ("she", "he", "they", "you")
IMPACT = pattern(r"""
    (?:,? (?:so that|and so|so|which (?:meant|means|caused|led to|left|made|cost|resulted in|saved|
    delayed|helped|let|kept|put)|and (?:as a result|because of (?:that|this|it)|that (?:meant|cost|
    caused)|it (?:cost|meant|caused))|as a result(?: of which)?|meaning(?: that)?|causing|leading to|
    resulting in|with the result that|therefore|consequently),? )
""")
_CAUSED = r"(?:meant|caused|led to|cost|delayed|saved|resulted in|left|made|put)"
IMPACT_START = pattern(rf"""
    ^(?:so|as a result|because of (?:this|that|it)|(?:this|that|it) {_CAUSED}|therefore|consequently|
    the (?:result|impact|effect|consequence)(?: was| is|:)|impact:?)[,:]?[ ]
""")
_THEM = rf"(?:her|him|them|you|(?-i:{_CAPITAL}))"
_THEY = rf"(?:she|he|they|you|(?-i:{_CAPITAL}))"
_SHOULD = r"(?:should|must|needs? to|has to|have to)"
NEXT = re.compile(
    joined(rf"""
    (?:(?:^|[ ])(?:i|we)(?:'d| would| do)?(?: really)? (?:want|need|like|ask|expect|ask for|
    request)(?:ed)? (?:for )?{_THEM} to[ ]|^(?:next time|in (?:the )?future|from now on|going forward|
    for the next \w+)[,:]?[ ](?:{_THEY} (?:{_SHOULD}|could)[ ])?(?:please )?|^(?:(?:please|could you|
    can you|would you)(?: please)? )?(?:ask|tell) {_THEM} to[ ]|^{_THEY} {_SHOULD}(?: please)?[ ]|
    ^please[ ](?!write|draft|create|make|note)|^(?:keep|carry on|continue)[ ](?=\w))
    """),
    re.IGNORECASE,
)
_AGAIN = joined(r"""
    (?:look|check|talk|meet|speak|review|revisit|follow up|discuss|come back|catch up|go over|touch base|
    sit down|reconvene|
    look back)(?: at| on| to| about| over| in)?(?: it| this| that| again| together| how it (?:is going|
    went|goes)|(?: with (?:her|him|them|you))| progress| the \w+){0,4}
""")
FOLLOW = pattern(rf"""
    (?:(?:we|we'll|i'll|i will|we will|i|let's|let us|and|to|will)[ ]){{0,4}}
    (?:{_AGAIN}|(?:next |the )?(?:review|follow[- ]?up|check[- ]?in)(?: is| will be| date is| meeting is|
    :)?)[ ](?:again )?
    (?P<date>(?:(?:on|in|at|by|next|the)[ ]){{0,3}}(?:{DATE}|
    the next (?:one-to-one|1:1|one-on-one|review|retro|sprint review|retrospective|
    weekly(?: call| meeting)?)))
""")
_LEAD = re.compile(r"(?:and|also|then|but|so far|overall|hi|hello)[, ]+(?=\S)")
_BEFORE_NOTE = re.compile(
    r"[^:.\n]{0,40}?(?::|[ ]-[ ]|,[ ](?=on |in |at |during |yesterday|last |this |when ))"
)


def recipient(text: Text) -> Found | None:
    """Whom a note is for, when the message says so."""
    match = FOR.search(text.raw.replace("\n", " "))
    if match is None:
        return None
    span = Span(*match.span("name" if match["name"] else "other"))
    words = re.sub(r"(?:'s|’s)$", "", text.quote(span))
    if words.split()[0] in _NO_NAMES:
        return None
    return Found("feedback_for", words, Span(span.start, span.start + len(words)), reach=Span(*match.span()))


def note(
    text: Text, sentences: Sequence[Span], who: Found | None, asked: frozenset[str] = frozenset()
) -> Iterator[Found]:
    """The note's facts from its sentences; each fact from the first words that plainly hold it.

    When only the next step and the date were `asked`, words that are neither seen nor followed are the step.
    """
    ahead = "next_step" in asked and asked <= {"next_step", "follow_up"}
    if who:
        yield who
    seen: set[str] = set()
    for sentence in sentences:
        if who and sentence.meets(who.whole):
            for thanks in _thanked(text, sentence, who):
                seen.add(thanks.fact)
                yield thanks
        for item in _sentence(text, body(text, sentence, who), who.value if who else "", ahead):
            if item.fact not in seen:
                seen.add(item.fact)
                yield item


def _thanked(text: Text, sentence: Span, who: Found) -> Iterator[Found]:
    """What somebody is thanked for: 'a thank-you note to Maria for finishing early'."""
    match = re.match(r" for (\w+ing\b[^.;!?]{3,160})", text.low[who.whole.end : sentence.end])
    if match:
        yield from _value("behaviour", text, Span(who.whole.end + 5, who.whole.end + match.end()), sentence)


def body(text: Text, sentence: Span, who: Found | None) -> Span:
    """The sentence after 'Feedback for Maria:'."""
    if who is None or not sentence.meets(who.whole):
        return sentence
    rest = Span(who.whole.end, sentence.end)
    mark = _BEFORE_NOTE.match(text.folded(rest))
    return Span(rest.start + mark.end() if mark else sentence.end, sentence.end)


def _sentence(text: Text, span: Span, name: str, ahead: bool) -> Iterator[Found]:
    """The facts of one sentence: when again, then what next, else what was seen and what followed."""
    span = text.trim(span)
    lead = _LEAD.match(text.folded(span))
    span = Span(span.start + lead.end(), span.end) if lead else span
    again = FOLLOW.search(text.low, span.start, span.end)
    if again:
        yield dated("follow_up", text, Span(*again.span("date")), reach=Span(*again.span()))
        span = text.trim(Span(span.start, _cut_back(text, span.start, again.start())))
    if not span:
        return
    asks = NEXT.search(text.quote(span))
    follows = IMPACT_START.match(text.folded(span))
    if asks:
        yield from _seen(text, text.trim(Span(span.start, span.start + asks.start())), name)
        yield from _value("next_step", text, Span(span.start + asks.end(), span.end), span)
    elif follows:
        yield from _value("impact", text, Span(span.start + follows.end(), span.end), span)
    else:
        seen = list(_seen(text, span, name))
        yield from seen or (_value("next_step", text, span, span) if ahead else ())


def _seen(text: Text, span: Span, name: str) -> Iterator[Found]:
    """Situation, behaviour and impact of one sentence; what somebody is like is no behaviour."""
    cut = IMPACT.search(text.folded(span))
    if cut:
        yield from _value("impact", text, Span(span.start + cut.end(), span.end), span)
    main = text.trim(Span(span.start, span.start + cut.start() if cut else span.end))
    opening = SITUATION.match(text.quote(main))
    if opening:
        yield from _value("situation", text, Span(main.start, main.start + opening.end("rest")), span)
        main = text.trim(Span(main.start + opening.end(), main.end))
    does = BEHAVIOUR.match(text.quote(main))
    person = does is not None and does["who"].casefold() in (*_PRONOUNS, name.casefold().split(" ")[0])
    if person or WORK_SEEN.match(text.folded(main)):
        yield from _value("behaviour", text, main, span)


def _value(fact: str, text: Text, span: Span, reach: Span) -> Iterator[Found]:
    trimmed = text.trim(span)
    if trimmed:
        yield Found(fact, text.value(trimmed), trimmed, reach=reach)


def _cut_back(text: Text, start: int, end: int) -> int:
    """Back over ', and' before what was cut off."""
    match = re.search(r"[ ,;]*(?:[ ](?:and|then|so))?[ ,]*$", text.low[start:end])
    return start + match.start() if match else end
