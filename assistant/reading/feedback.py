"""A feedback note's facts: for whom, when and where, what was seen, what followed, what next, when again."""

import re
from collections.abc import Iterator, Sequence

from assistant.reading.dates import DATE, dated
from assistant.reading.found import Found
from assistant.reading.text import Span, Text

_NAME = r"(?P<name>(?:[A-ZÀ-Þ][\w'’-]+(?:[ ][A-ZÀ-Þ][\w'’-]+){0,2})|(?:our|the|my) (?:[\w-]+ ){0,2}?(?:contractor|developer|engineer|admin|analyst|designer|freelancer|administrator|tester|consultant|employee|colleague))"
FOR = re.compile(
    rf"\b(?:[Ff]eedback(?: note)?(?: on [\w ]{{3,30}}?)?|[Nn]ote|[Tt]hank[- ]you note|[Rr]eview note)[ ](?:for|to|about|on)[ ]{_NAME}(?![\w-])|\b(?:[Gg]ive|[Ww]rite|[Dd]raft|[Ss]end)[ ](?P<other>[A-ZÀ-Þ][\w'’-]+(?:[ ][A-ZÀ-Þ][\w'’-]+)?)[ ](?:some |a |an |short |honest |constructive |positive |critical )*(?:feedback|note)\b"
)
_NOT_NAMES = frozenset(
    [
        "I",
        "We",
        "The",
        "This",
        "Please",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Q1",
        "Q2",
        "Q3",
        "Q4",
        "Draft",
        "Job",
        "Interview",
    ]
)
_DAY = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)"
_WHO = rf"(?:she|he|they|you|{_DAY}[A-ZÀ-Þ][\w'’-]+(?:[ ][A-ZÀ-Þ][\w'’-]+)?)"
_WHEN = r"(?:on|in|at|during|yesterday|last|this (?:morning|afternoon|week|month|monday|tuesday|wednesday|thursday|friday)|today|when|while|after|before|for|since|over|throughout|between)\b"
IMPACT = re.compile(
    r"(?:,? (?:so|and so|so that|which (?:meant|means|caused|led to|left|made|cost|resulted in|saved|delayed|helped|let|kept|put)|and (?:as a result|because of (?:that|this|it)|that (?:meant|cost|caused)|it (?:cost|meant|caused))|as a result(?: of which)?|meaning(?: that)?|causing|leading to|resulting in|with the result that|therefore|consequently)[,]? )"
)
IMPACT_START = re.compile(
    r"^(?:so|as a result|because of (?:this|that|it)|this (?:meant|caused|led to|cost|delayed|saved|resulted in|left|made|put)|that (?:meant|caused|led to|cost|delayed|saved|resulted in|left|made)|it (?:meant|caused|led to|cost|delayed|saved)|therefore|consequently|the (?:result|impact|effect|consequence)(?: was| is|:)|impact:?)[,:]?[ ]"
)
NEXT = re.compile(
    r"(?:(?:^|[ ])(?:i|we)(?:'d| would| do)?(?: really)? (?:want|need|like|ask|expect|ask for|request)(?:ed)? (?:for )?(?:her|him|them|you|[A-ZÀ-Þ][\w'’-]+) to[ ]|^(?:next time|in future|in the future|from now on|going forward|for the next \w+)[,:]? (?:(?:she|he|they|you|[A-ZÀ-Þ][\w'’-]+) (?:should|must|needs? to|has to|have to|could)[ ])?(?:please )?|"
    r"^(?:please )?(?:ask|tell) (?:her|him|them|[A-ZÀ-Þ][\w'’-]+) to[ ]|^(?:she|he|they|you|[A-ZÀ-Þ][\w'’-]+) (?:should|must|needs? to|has to|have to)(?: please)?[ ]|^please[ ](?!write|draft|create|make|note)|^(?:keep|carry on|continue)[ ](?=\w))"
)
FOLLOW = re.compile(
    rf"(?:(?:we|we'll|i'll|i will|we will|i|let's|let us|and|to|will)[ ])*(?:(?:look|check|talk|meet|speak|review|revisit|follow up|discuss|come back|catch up|go over|touch base|sit down|reconvene|look back)(?: at| on| to| about| over| in)?(?: it| this| that| again| together| how it (?:is going|went|goes)| with (?:her|him|them|you)| progress| the \w+)*|(?:next |the )?(?:review|follow[- ]?up|check[- ]?in)(?: is| will be| date is| meeting is|:)?)[ ](?:again )?(?P<date>(?:(?:on|in|at|by|next|the)[ ])*(?:{DATE}|the next (?:one-to-one|1:1|one-on-one|review|retro|sprint review|retrospective|weekly(?: call| meeting)?)))"
)


def recipient(text: Text) -> Found | None:
    """Whom a note is for, when the message says so."""
    plain = text.raw.replace("\n", " ")
    match = FOR.search(plain)
    if match is None:
        return None
    group = "name" if match["name"] else "other"
    span = Span(*match.span(group))
    words = text.value(span)
    if words.split()[0] in _NOT_NAMES:
        return None
    trimmed = re.sub(r"(?:'s|’s)$", "", words)
    span = Span(span.start, span.start + len(trimmed)) if trimmed != words else span
    return Found("feedback_for", trimmed, span, reach=Span(match.start(), match.end()))


def note(text: Text, sentences: Sequence[Span], who: Found | None) -> Iterator[Found]:
    """The note's facts from its sentences; each fact from the first words that plainly hold it."""
    if who:
        yield who
    seen: set[str] = set()
    for sentence in sentences:
        span = _body(text, sentence, who)
        for item in _sentence(text, span):
            if item.fact not in seen:
                seen.add(item.fact)
                yield item


def _body(text: Text, sentence: Span, who: Found | None) -> Span:
    """The sentence after 'Feedback for Maria:'."""
    if who is None or not sentence.meets(who.whole):
        return sentence
    rest = Span(who.whole.end, sentence.end)
    colon = re.match(
        r"[^:.\n]{0,40}?(?::|[ ]-[ ]|,[ ](?=on |in |at |during |yesterday|last |this |when ))",
        text.folded(rest),
    )
    return Span(rest.start + colon.end(), rest.end) if colon else Span(sentence.end, sentence.end)


def _sentence(text: Text, span: Span) -> Iterator[Found]:
    span = _trimmed(text, span)
    again = FOLLOW.search(text.low, span.start, span.end)
    if again:
        yield dated("follow_up", text, Span(*again.span("date")), reach=Span(*again.span()))
        span = text.trim(Span(span.start, _cut_back(text, span.start, again.start())))
    if not span:
        return
    raw = Span(span.start, span.end)
    next_ = NEXT.search(text.raw[raw.start : raw.end]) or NEXT.search(text.folded(raw))
    if next_:
        ask = text.trim(Span(raw.start + next_.end(), raw.end))
        if next_.start() > 3:
            yield from _seen(text, text.trim(Span(raw.start, raw.start + next_.start())))
        if ask:
            yield Found("next_step", text.value(ask), ask, reach=raw)
        return
    start = IMPACT_START.match(text.folded(raw))
    if start:
        impact = text.trim(Span(raw.start + start.end(), raw.end))
        yield Found("impact", text.value(impact), impact, reach=raw)
        return
    yield from _seen(text, raw)


def _seen(text: Text, span: Span) -> Iterator[Found]:
    """Situation, behaviour and impact of one sentence."""
    cut = IMPACT.search(text.folded(span))
    end = span.start + cut.start() if cut else span.end
    if cut:
        impact = text.trim(Span(span.start + cut.end(), span.end))
        if impact:
            yield Found("impact", text.value(impact), impact, reach=span)
    main = text.trim(Span(span.start, end))
    raw = text.raw[main.start : main.end]
    opening = re.match(rf"(?i:{_WHEN})(?P<rest>.{{3,90}}?),?[ ](?={_WHO}[ ](?:[a-z]))", raw, re.DOTALL)
    if opening:
        when = text.trim(Span(main.start, main.start + opening.end("rest")))
        yield Found("situation", text.value(when), when, reach=span)
        main = text.trim(Span(main.start + opening.end(), main.end))
        raw = text.raw[main.start : main.end]
    if re.match(
        r"(?:(?i:she|he|they|you)|[A-ZÀ-Þ][\w'’-]+(?:[ ][A-ZÀ-Þ][\w'’-]+)?)[ ](?:also |then |again |did not |didn't |has |have |had |was |were |never )*[a-z]+",
        raw,
    ):
        yield Found("behaviour", text.value(main), main, reach=span)


def _cut_back(text: Text, start: int, end: int) -> int:
    """Back over ', and' before what was cut off."""
    match = re.search(r"[ ,;]*(?:[ ](?:and|then|so))?[ ,]*$", text.low[start:end])
    return start + match.start() if match else end


def _trimmed(text: Text, span: Span) -> Span:
    inner = text.trim(span)
    lead = re.match(r"(?:and|also|then|but|so far|overall|hi|hello)[, ]+(?=\S)", text.folded(inner))
    return Span(inner.start + lead.end(), inner.end) if lead else inner
