"""The role wanted, in the manager's own words, or the work when no role is named."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.patterns import joined, pattern, words
from assistant.reading.text import NOWHERE, Span, Text
from knowledge.names import Names

FACT = "role_title"
HEAD = joined(r"""
    (?:engineers?|enginn?ers?|engeneers?|developers?|devloppers?|devlopers?|developpers?|devs?|administrators?|admins?|analysts?|architects?|designers?|managers?|
    consultants?|specialists?|testers?|technicians?|programmers?|scientists?|experts?|coordinators?|
    writers?|sysadmins?|dbas?|operators?|modellers?|researchers?|coders?|sres?|scrum masters?|
    product owners?|qas?|team leads?|tech leads?|leads?|ctos?|cisos?|owners?|pentesters?|pen testers?|
    trainers?|strategists?|webmasters?|integrators?|officers?|assistants?|(?<!\d)(?<!\d[ ])pms?|pmos?)
""")
_NEED = joined(r"""
    (?:(?:(?:i|we)(?:'re| are|'m| am|'d like| would like| will| want| have)?
    (?: now| also| currently| urgently| really| both| still| desperately){0,2}[ ])?(?:to )?
    (?:need(?:s|ed|ing)?|want(?:s|ed)?|hir(?:e|es|ing)|
    look(?:ing|in|s)? (?:for|to hire|to (?:bring|take) (?:in|on))|seek(?:s|ing)?|
    search(?:ing)? for|recruit(?:ing)?|engag(?:e|ing)|find|finding|
    get(?:ting)?(?= (?:a|an|us|me|in)\b)|bring(?:ing)? (?:in|on)|tak(?:e|ing) on|onboard(?:ing)?|require[sd]?|
    add(?:ing)?(?= an? )|after(?= an? )|wanted:?|
    fill(?:ing)? (?:the|a|our)(?: open)?(?: role| position)?(?: of| for)?|in need of|
    (?:role|position|job title|title|post|vacancy|opening|job)
    (?: is| will be| would be|:| -| of| for| should be)(?: that of)?|
    (?:it|this|that)(?:'s| is| will be)(?: for)?|as|be|make it|make that|
    change (?:the role|it|the title) to|actually))
""")
_FOR = r"(?:for|of|to hire|hire|hiring|assess|find|recruit|interview(?:ing)?|interviews?)"
_DET = joined(r"""
    (?:(?:one \(1\)|1)(?: nos?\.?)?|\d x|an?|one|the|our(?: new| next| first)?|my|another|some|two|2|three|3|
    new|the new)
""")
_STEP = r"(?:[\w+#]|\.(?=net\b)|[./&'](?=\w))[\w+#./&'-]*"
_IT = joined(r"""
    it(?! (?:support|project|business|security|systems?|infrastructure|network|operations|service|
    technician|manager|administrator|admin|specialist|consultant|architect|pm|lead|engineer|director|
    asset|help))
""")
# A role's name does not run over these.
_STOP = joined(rf"""
    (?!(?:our|my|to|who|whom|with|without|in|on|at|from|that|which|starting|start|because|since|reporting|
    reports|is|will|must|should|can|has|have|and|or|but|so|if|when|for|by|about|of|as|someone|somebody|
    anyone|person|people|help|{_IT}|this|you|me|us|him|her|them|we|i|he|she|they|any|not|no|your|their|
    his|change|replace|write|draft|make|drop|add|remove|create|rank|compare|interview|tell|ask|give|hire|
    train|manage|pay|call|email|do|does|did|are|was|were)\b)
""")
_NP = joined(rf"""
    (?P<np>(?:{_STOP}{_STEP}[ ]){{0,6}}?{HEAD}\b(?:[ ]?/[ ]?(?:{_STEP}[ ]){{0,3}}?{HEAD}\b)?(?:[ ]{HEAD}\b)?)
""")
WANTED = pattern(rf"""
    (?<![\w-]){_NEED}:?[ ](?:us |me |in |out )?(?:{_DET}[ ])?(?:(?:additional|extra|more|further)[ ])?{_NP}
""")
ASKED_FOR = pattern(rf"""
    \b{_FOR}:?[ ](?:(?:our|the|a|an|my)(?: new| next| open)? (?:role|position|post|job|vacancy|hire)
    (?: of| as| for)(?: an?| the)?[ ]|{_DET}[ ])?{_NP}
""")
_AFTER_OPENING = (
    r"(?:for|to|in|who|with|starting|needed|wanted|on|role|position|contract|based|from|at|and|required|"
    r"x[ ]?\d|(?:maternity |paternity )?cover)"
)
OPENING = pattern(rf"""
    ^(?:(?:hi|hello|hey|ok|okay|so|well|urgent|new role|new hire|
    next|(?:jd|job (?:description|ad|spec)) (?:please|pls|plz))(?: all| team| there)?[ ]*[,:!.-]*[ ]+){{0,3}}
    (?:(?:an?|the|one|our new)[ ])?{_NP}(?=[ ]*(?:[,;:.!(/\n-]|$|[ ]{_AFTER_OPENING}\b))
""")
DEFINITE = pattern(rf"""
    \b(?:the|this|our new|the new)[ ]{_NP}
    (?=[ ](?:will|must|should|reports|works|needs|has to|is to|would|shall|starts)\b)
""")
FRAGMENT = pattern(rf"""
    (?:[,:;(]|[ ]-)[ ](?:(?:an?|one)[ ])?{_NP}(?=[ ]*(?:[,;.!)\n]|$|[ ](?:and|or|plus) (?:an?|one|another)\b))
""")
# A second role beside the first: "a network engineer and a helpdesk person", "a designer, a QA tester".
BESIDE = pattern(rf"""
    (?:,?[ ](?:and|or|plus|as well as|&|n)[ ](?:also[ ])?(?:(?P<det>an?|one|another|possibly a|maybe a)[ ])?|
    ,[ ](?:an?|one|another)[ ])(?P<other>{_NP}|
    (?(det)(?:{_STOP}{_STEP}[ ]){{1,3}}?(?:person|guy|role)\b|(?!)))
    (?=[ ]*(?:[,;.!?)(/\n]|$|[ ]-|[ ](?:and|or|for|to|in|who|with|on|starting|please|pls|from|at|as)\b))
""")
# "A network engineer for six months and a helpdesk technician to cover leave": each with words of its own.
FURTHER = pattern(rf"""
    (?:,|[ ]and|[ ]plus|[ ]as well as|,[ ]and)[ ](?:also[ ])?(?:an?|one|another)[ ](?P<other>{_NP})
    (?=[ ]*(?:[,;.!?)(/\n]|$|[ ]-|[ ](?:for|to|in|who|with|on|starting|please|from|at)\b))
""")
_BESIDES = pattern(r"""
    \b(?:with|from|reports?|reporting|alongside|of|support|supported|by|manage[sd]?|lead(?:s|ing)?|
    replac\w+|as)\b
""")
_WANTING = pattern(r"\b(?:needs?|want|hir(?:e|ing)|look(?:ing|in)? for|seek(?:ing)?|wanted)\b")
# "Product owner, Anna, sets priorities" speaks of somebody who is there.
_SOMEBODY = re.compile(
    r"\s*[,(]\s*(?!(?:Remote|Hybrid|Perm|Permanent|Contract|Freelance|Onsite|Urgent|Fulltime)\b)"
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?\s*[,)]\s*(?:is|was|has|will|who|left|[a-z]{3,}s)\b(?!,)"
)
_CUE = pattern(rf"(?<![\w-]){_NEED}[ ]")
_CUE_BEFORE = pattern(rf"(?<![\w-]){_NEED}[ ](?:us |me |in )?(?:{_DET} )?(?:[\w-]+ ){{0,2}}$")
_FOR_BEFORE = pattern(rf"\b{_FOR} (?:{_DET} )?(?:[\w-]+ ){{0,2}}$")
_BARE = pattern(rf"(?:{_DET}[ ])?{_NP}[ .!]*$")
# After a name such as QA these say that it is no person.
_NO_PERSON = pattern(r"""
    (?:process|team|department|experience|skills|culture|tools?|knowledge|environment|work|tickets?|
    pipeline|practices|course|training|plan|check|testing|phase|manager (?:said|says))\b
""")
# Words before a role that are facts of their own, or praise, and no part of its name.
_ADJECTIVES = words(
    "contract|contractor|freelance|freelancer|remote|part-time|full-time|part|full|time",
    "permanent|perm|temporary|temp|interim|experienced|good|great|strong|skilled|talented",
    "excellent|capable|additional|new|external|in-house|local|reliable|decent|solid|hands-",
    "on|uk-based|us-based|eu-based|uk|us|german|british|dutch|french|polish|us-only",
    "remote-first|hybrid|on-site|onsite|3-month|6-month|12-month|fulltime|parttime|really",
    "very|proper|brilliant|competent|qualified|seasoned|self-employed|independent|urgent",
    "urgently|more|another|one|own|first|second|next|immediate|long-term|short-term|the",
    "a|an|our|my|some|two|three|month|months|week|weeks|year|years|day|days|six",
    "three-month|six-month|twelve-month|real|actual|sc|dv|cleared|sc-cleared|dv-cleared|x|replacement",
)
_NO_ROLES = words(
    "project lead|hiring manager|line manager|manager|lead|owner|expert|specialist|assistant",
    "officer|consultant|team lead|trainer|writer|operator|password manager|task manager",
    "package manager|window manager",
)
_OTHERS = pattern(r"""
    \b(?:we (?:already )?have|we've got|there (?:is|are)|reports? to|works? with|working with|
    help (?:from|of)|supported by|managed by|led by|like|than|from|by|left|leaving|replaces?|replacing|
    replacement for)[ ](?:an?|the|our|my|one|two)?[ ]?$
""")
_RANKS = words(
    "senior|junior|lead|principal|mid-level|chief|head|graduate|interim",
)


class RoleFinder:
    """Finds role names in need of a person, and names a role by its work when one card is clearly nearest."""

    def __init__(self, roles: Names) -> None:
        self._roles = roles

    def named(self, text: Text, sentence: Span, *, first: bool, listed: bool) -> Iterator[Found]:
        """Roles that a sentence says are wanted; `first` allows a bare one: 'network engineer, remote'.

        `listed` allows one between the terms of a list without a verb.
        """
        seen: list[Span] = []
        for item in self._candidates(text, sentence, first=first, listed=listed):
            if not any(item.span.meets(span) for span in seen):
                seen.append(item.span)
                yield item

    def asked_for(self, text: Text, sentence: Span) -> Iterator[Found]:
        """The role of a document asked for: 'a kit for a network engineer'."""
        for match in ASKED_FOR.finditer(text.low, sentence.start, sentence.end):
            item = _title(text, Span(*match.span("np")))
            if item:
                yield item
                return
        for span in self._aliases(text, sentence):
            if _FOR_BEFORE.search(text.low, max(sentence.start, span.start - 40), span.start):
                item = _title(text, span)
                if item:
                    yield item
                    return

    def beside(self, text: Text, sentence: Span, role: Span) -> Iterator[Span]:
        """The other roles that stand beside one: two people, or two names of one, we cannot say which."""
        end = role.end
        while match := BESIDE.match(text.low, end, sentence.end):
            other = Span(*match.span("other"))
            title = _title(text, other)
            if title and title.value.casefold() not in ("person", "guy", "role"):
                yield other
            end = match.end()

    def further(self, text: Text, sentence: Span, role: Span) -> Span | None:
        """Another role later in the sentence, with the words that are its own: those up to a comma."""
        match = FURTHER.search(text.low, role.end, sentence.end)
        if match is None or match.start() == role.end or _BESIDES.search(text.low, role.end, match.start()):
            return None
        start = match.start("other")
        end = text.low.find(", ", start, sentence.end)
        return text.trim(Span(start, end if end > 0 else sentence.end))

    def bare(self, text: Text, span: Span) -> Found | None:
        """A whole text that is a role's name."""
        match = _BARE.match(text.low, span.start, span.end)
        if match:
            return _title(text, Span(*match.span("np")))
        return _title(text, span) if self._roles.exact(text.quote(span)) else None

    def by_work(self, text: Text, span: Span) -> Found | None:
        """The work as the role's title, when one role card is near enough to it in meaning."""
        words = text.value(span)
        if len(words.split()) < 4 or self._roles.for_work(words) is None:
            return None
        return Found(FACT, words, span, reach=NOWHERE)

    def _candidates(self, text: Text, sentence: Span, *, first: bool, listed: bool) -> Iterator[Found]:
        low, some = text.low, False
        for form in (WANTED, DEFINITE):
            for match in form.finditer(low, sentence.start, sentence.end):
                item = _title(text, Span(*match.span("np")))
                # "The engineer must ..." only points back at a role.
                vague = form is DEFINITE and item is not None and re.fullmatch(HEAD, item.value.casefold())
                if item and not vague and not _OTHERS.search(low, sentence.start, match.start("np")):
                    some = True
                    yield item
        opening = OPENING.match(low, sentence.start, sentence.end) if first else None
        if opening and _SOMEBODY.match(text.raw, opening.end(), sentence.end):
            opening, first = None, False
        item = _title(text, Span(*opening.span("np"))) if opening else None
        if item:
            some = True
            yield item
        if not some and (listed or _WANTING.search(low, sentence.start, sentence.end)):
            yield from self._fragment(text, sentence)
        if first or _CUE.search(low, sentence.start, sentence.end):
            yield from self._by_alias(text, sentence, first=first)

    def _fragment(self, text: Text, sentence: Span) -> Iterator[Found]:
        """A role between commas, where the sentence says that somebody is needed."""
        for match in FRAGMENT.finditer(text.low, sentence.start, sentence.end):
            item = _title(text, Span(*match.span("np")))
            if item:
                yield item
                return

    def _by_alias(self, text: Text, sentence: Span, *, first: bool) -> Iterator[Found]:
        """Names without a head noun, such as QA or DevOps, where a person is plainly wanted."""
        for span in self._aliases(text, sentence):
            before = text.low[max(sentence.start, span.start - 60) : span.start]
            after = text.low[span.end : sentence.end].lstrip()
            ends = not after or after[0] in ",;:.!-(" or re.match(r"(?:[a-z]+ ){0,2}\d", after)
            opens = first and ends and before.strip() in ("", "a", "an", "one", "the")
            wanted = opens or _CUE_BEFORE.search(before)
            if wanted and not _OTHERS.search(before) and not _NO_PERSON.match(after):
                item = _title(text, span)
                if item:
                    yield item

    def _aliases(self, text: Text, sentence: Span) -> Iterator[Span]:
        """The names of role cards in a sentence, with the rank before them: 'senior', 'lead'."""
        for name in self._roles.all_in(text.quote(sentence)):
            start = sentence.start + name.start
            rank = re.search(r"(?:^|[ ])([\w-]+) $", text.low[max(sentence.start, start - 25) : start])
            if rank and rank[1] in _RANKS:
                start -= len(rank[1]) + 1
            yield Span(start, sentence.start + name.end)


def _title(text: Text, span: Span) -> Found | None:
    """The title without what is no part of its name, its quote verbatim."""
    steps = [
        Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"\S+", text.folded(span))
    ]
    while steps and _is_no_name(text, steps[0]):
        steps.pop(0)
    if not steps:
        return None
    quote = text.trim(Span(steps[0].start, span.end))
    value = (
        " ".join(text.value(step) for step in steps if not _is_no_name(text, step))
        .lstrip(" ,;:")
        .rstrip(" ,.;:")
    )
    if not value or value.casefold() in _NO_ROLES or len(value) > 80:
        return None
    return Found(FACT, value, quote, reach=quote)


def _is_no_name(text: Text, step: Span) -> bool:
    word = text.folded(step).strip(",")
    return word in _ADJECTIVES or re.fullmatch(r"\d+%?", word) is not None
