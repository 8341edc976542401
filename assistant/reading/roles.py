"""The role wanted, in the manager's own words, or the work when no role is named."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.text import Span, Text
from knowledge.names import Names

FACT = "role_title"
HEAD = (
    r"engineers?|developers?|devs?|administrators?|admins?|analysts?|architects?|designers?|managers?|consultants?|specialists?|testers?|technicians?|"
    r"programmers?|scientists?|experts?|coordinators?|writers?|sysadmins?|dbas?|operators?|modellers?|researchers?|coders?|sres?|scrum masters?|"
    r"product owners?|qas?|team leads?|tech leads?|leads?|ctos?|cisos?|owners?|pentesters?|pen testers?|trainers?|strategists?|webmasters?|integrators?|officers?|assistants?"
)
_NEED = (
    r"(?:(?:i|we)(?:'re| are|'m| am|'d like| would like| will| want| have)?(?: now| also| currently| urgently| really| both| still| desperately)*[ ])?(?:to )?(?:need(?:s|ed|ing)?|want(?:s|ed)?|hir(?:e|es|ing)|look(?:ing|in|s)? (?:for|to hire|to (?:bring|take) (?:in|on))|seek(?:s|ing)?|search(?:ing)? for|"
    r"recruit(?:ing)?|engag(?:e|ing)|find|finding|get(?:ting)?(?= (?:a|an|us|me|in)\b)|bring(?:ing)? (?:in|on)|tak(?:e|ing) on|onboard(?:ing)?|require[sd]?|add(?:ing)?(?= an? )|after(?= an? )|wanted:?|fill(?:ing)? (?:the|a|our)(?: open)?(?: role| position)?(?: of| for)?|in need of|"
    r"(?:role|position|job title|title|post|vacancy|opening)(?: is| will be| would be|:| of| for)(?: that of)?|(?:it|this|that)(?:'s| is| will be)(?: for)?|as|be|make it|make that|change (?:the role|it|the title) to|actually)"
)
_FOR = r"(?:for|of|to hire|hire|hiring|assess|find|recruit|interview(?:ing)?|interviews?)"
_DET = r"(?:an?|one|1|the|our(?: new| next| first)?|my|another|some|two|2|three|3|new|the new)"
_STEP = r"(?:[\w+#]|[./&'](?=\w))[\w+#./&'-]*"
_STOP = r"(?!(?:to|who|whom|with|without|in|on|at|from|that|which|starting|start|because|since|reporting|reports|is|will|must|should|can|has|have|and|or|but|so|if|when|for|by|about|of|as|someone|somebody|anyone|person|people|help|it(?! (?:support|project|business|security|systems?|infrastructure|network|operations|service|technician|manager|administrator|admin|specialist|consultant|architect|pm|lead|engineer|director|asset|help))|this|you|me|us|him|her|them|we|i|he|she|they|any|not|no|your|their|his)\b)"
_NP = rf"(?P<np>(?:{_STOP}{_STEP}[ ]){{0,6}}?(?:{HEAD})\b(?:[ ]?/[ ]?(?:{_STEP}[ ]){{0,3}}?(?:{HEAD})\b)?(?:[ ](?:{HEAD})\b)?)"
WANTED = re.compile(
    rf"(?<![\w-]){_NEED}[ ](?:us |me |in |out )?(?:{_DET}[ ])?(?:(?:additional|extra|more|further)[ ])?{_NP}"
)
ASKED_FOR = re.compile(
    rf"\b{_FOR}[ ](?:(?:our|the|a|an|my)(?: new| next| open)? (?:role|position|post|job|vacancy|hire) (?:of|as|for)(?: an?| the)?[ ]|{_DET}[ ])?{_NP}"
)
OPENING = re.compile(
    rf"^(?:(?:hi|hello|hey|ok|okay|so|well|urgent|new role|new hire|next)(?: all| team| there)?[,:!.-]*[ ]+)*(?:(?:an?|the|one|our new)[ ])?{_NP}(?=[ ]*(?:[,;:.!(/\n-]|$|[ ](?:for|to|in|who|with|starting|needed|wanted|on|role|position|contract|based|from|at|and|required)\b))"
)
DEFINITE = re.compile(
    rf"\b(?:the|this|our new|the new)[ ]{_NP}(?=[ ](?:will|must|should|reports|works|needs|has to|is to|would|shall|starts)\b)"
)
# Words before a role that are facts of their own, or praise, and no part of its name.
ADJECTIVES = frozenset(
    [
        "contract",
        "contractor",
        "freelance",
        "freelancer",
        "remote",
        "part-time",
        "full-time",
        "part",
        "full",
        "time",
        "permanent",
        "perm",
        "temporary",
        "temp",
        "interim",
        "experienced",
        "good",
        "great",
        "strong",
        "skilled",
        "talented",
        "excellent",
        "capable",
        "additional",
        "new",
        "external",
        "in-house",
        "local",
        "reliable",
        "decent",
        "solid",
        "hands-on",
        "uk-based",
        "us-based",
        "eu-based",
        "uk",
        "us",
        "german",
        "british",
        "dutch",
        "french",
        "polish",
        "us-only",
        "remote-first",
        "hybrid",
        "on-site",
        "onsite",
        "3-month",
        "6-month",
        "12-month",
        "fulltime",
        "parttime",
        "really",
        "very",
        "proper",
        "brilliant",
        "competent",
        "qualified",
        "seasoned",
        "self-employed",
        "independent",
        "urgent",
        "urgently",
        "more",
        "another",
        "1",
        "one",
        "own",
        "first",
        "second",
        "next",
        "immediate",
        "long-term",
        "short-term",
        "the",
        "a",
        "an",
        "our",
        "my",
        "some",
        "two",
        "three",
        "month",
        "months",
        "week",
        "weeks",
        "year",
        "years",
        "day",
        "days",
        "2",
        "3",
        "4",
        "5",
        "6",
        "9",
        "12",
        "18",
        "24",
        "six",
        "three-month",
        "six-month",
        "twelve-month",
        "real",
        "actual",
    ]
)
_NOT_ROLES = frozenset(
    [
        "project lead",
        "hiring manager",
        "line manager",
        "the manager",
        "manager",
        "lead",
        "owner",
        "expert",
        "specialist",
        "assistant",
        "officer",
        "consultant",
        "team lead",
        "trainer",
        "writer",
        "operator",
        "administrator account",
        "password manager",
        "task manager",
        "package manager",
        "window manager",
    ]
)
_OTHERS = re.compile(
    r"\b(?:we (?:already )?have|we've got|there (?:is|are)|reports? to|report to|works? with|work with|working with|help (?:from|of)|supported by|managed by|led by|like|than|from|by|left|leaving|replace|replaces|replacing|replacement for)[ ](?:an?|the|our|my|one|two)?[ ]?$"
)
FRAGMENT = re.compile(rf"[,:;(][ ](?:(?:an?|one)[ ])?{_NP}(?=[ ]*(?:[,;.!)\n]|$))")
_NEEDS = re.compile(r"\b(?:need|needs|want|hire|hiring|look(?:ing|in)? for|seek(?:ing)?|wanted)\b")
WORK = re.compile(
    r"\b(?P<all>(?:someone|somebody|a person|a contractor|a freelancer|an expert|a specialist|an employee|a consultant|people|a pair of hands|help)(?:[ ](?:good|experienced|external|reliable|technical|skilled|else))?[ ](?P<link>(?:who|that) (?:can|could|will|would|is able to|knows how to)|to|for|with)[ ])"
)


_NEEDED = re.compile(rf"(?<![\w-]){_NEED}[ ]")


class RoleFinder:
    """Finds role names in need of a person, and names a role by its work when one card is clearly nearest."""

    # Cosine with the ways a role is asked for; measured on 38 work phrases: none wrong but a homonym.
    LEAST = 0.6

    def __init__(self, roles: Names) -> None:
        self._roles = roles

    def named(self, text: Text, sentence: Span, *, first: bool) -> Iterator[Found]:
        """Roles that a sentence says are wanted; `first` allows a bare opening like 'network engineer, remote'."""
        seen: list[Span] = []
        for item in self._candidates(text, sentence, first=first):
            if not any(item.span.meets(span) for span in seen):
                seen.append(item.span)
                yield item

    def _candidates(self, text: Text, sentence: Span, *, first: bool) -> Iterator[Found]:
        low, found_ = text.low, False
        for pattern in (WANTED, DEFINITE):
            for match in pattern.finditer(low, sentence.start, sentence.end):
                item = self._found(text, Span(*match.span("np")))
                # "The engineer must ..." only points back at a role.
                vague = pattern is DEFINITE and item is not None and re.fullmatch(HEAD, item.value.casefold())
                if item and not vague and not _OTHERS.search(low, sentence.start, match.start("np")):
                    found_ = True
                    yield item
        opening = OPENING.match(low, sentence.start, sentence.end) if first else None
        item = self._found(text, Span(*opening.span("np"))) if opening else None
        if item:
            found_ = True
            yield item
        if not found_:
            yield from self._fragments(text, sentence)
        yield from self._aliases(text, sentence, first=first)

    def asked_for(self, text: Text, sentence: Span) -> Iterator[Found]:
        """The role of a document asked for: 'a kit for a network engineer'."""
        for match in ASKED_FOR.finditer(text.low, sentence.start, sentence.end):
            item = self._found(text, Span(*match.span("np")))
            if item:
                yield item
                return
        for name in self._roles.all_in(text.quote(sentence)):
            start = sentence.start + name.start
            if re.search(
                rf"\b{_FOR} (?:{_DET} )?(?:[\w-]+ ){{0,2}}$",
                text.low[max(sentence.start, start - 40) : start],
            ):
                item = self._found(text, _widened(text, sentence, Span(start, sentence.start + name.end)))
                if item:
                    yield item
                    return

    def bare(self, text: Text, span: Span) -> Found | None:
        """A whole text that is a role's name."""
        match = re.compile(rf"(?:{_DET}[ ])?{_NP}[ .!]*$").match(text.low, span.start, span.end)
        if match:
            return self._found(text, Span(*match.span("np")))
        name = self._roles.exact(text.quote(span))
        return self._found(text, span) if name else None

    def by_work(self, text: Text, span: Span) -> Found | None:
        """The work as the role's title, when a role card is near enough to it in meaning."""
        words = text.value(span)
        if len(words.split()) < 4 or self._roles.closest(words, least=self.LEAST) is None:
            return None
        return Found(FACT, words, span, reach=Span(0, 0))

    def _fragments(self, text: Text, sentence: Span) -> Iterator[Found]:
        """A role between commas, where the sentence says that somebody is needed."""
        if not _NEEDS.search(text.low, sentence.start, sentence.end):
            return
        for match in FRAGMENT.finditer(text.low, sentence.start, sentence.end):
            item = self._found(text, Span(*match.span("np")))
            if item:
                yield item
                return

    def _aliases(self, text: Text, sentence: Span, *, first: bool) -> Iterator[Found]:
        """Names without a head noun, such as QA or DevOps, where a person is plainly wanted."""
        if not first and not _NEEDED.search(text.low, sentence.start, sentence.end):
            return
        for name in self._roles.all_in(text.quote(sentence)):
            span = _widened(text, sentence, Span(sentence.start + name.start, sentence.start + name.end))
            before = text.low[max(sentence.start, span.start - 60) : span.start]
            after = text.low[span.end : sentence.end].lstrip()
            wanted = re.search(
                rf"(?<![\w-]){_NEED}[ ](?:us |me |in )?(?:{_DET} )?(?:[\w-]+ ){{0,2}}$", before
            )
            bare = (
                first
                and before.strip() in ("", "a", "an", "one", "the")
                and (not after or after[0] in ",;:.!-(" or re.match(r"(?:[a-z]+ ){0,2}\d", after))
            )
            if (
                (wanted or bare)
                and not _OTHERS.search(before)
                and not re.match(
                    r"(?:process|team|department|experience|skills|culture|tools?|knowledge|environment|work|tickets?|pipeline|practices|course|training|plan|check|testing|phase|manager (?:said|says))\b",
                    after,
                )
            ):
                item = self._found(text, span)
                if item:
                    yield item

    def _found(self, text: Text, span: Span) -> Found | None:
        """The title without what is no part of its name, its quote verbatim."""
        words = [
            Span(span.start + m.start(), span.start + m.end())
            for m in re.finditer(r"\S+", text.low[span.start : span.end])
        ]
        while words and (
            text.folded(words[0]).strip(",") in ADJECTIVES or re.fullmatch(r"\d+%?", text.folded(words[0]))
        ):
            words.pop(0)
        if not words:
            return None
        quote = text.trim(Span(words[0].start, span.end))
        value = " ".join(text.value(word) for word in words if text.folded(word).strip(",") not in ADJECTIVES)
        if not value or value.casefold() in _NOT_ROLES or len(value) > 80:
            return None
        return Found(FACT, value, quote, reach=quote)


def works(text: Text, sentence: Span) -> re.Match[str] | None:
    """Where a sentence asks for somebody by the work: 'someone to ...'."""
    match = WORK.search(text.low, sentence.start, sentence.end)
    if match is None:
        return None
    if match["all"].startswith("help") and not re.search(
        r"(?:need|want|looking for|with|some)(?: \w+)? $", text.low[sentence.start : match.start()]
    ):
        return None
    return match


def _widened(text: Text, sentence: Span, span: Span) -> Span:
    """The span with the words of rank before it: 'senior', 'lead', and names such as Cisco."""
    start = span.start
    while True:
        match = re.search(r"(?:^|[ ])([\w+#.-]+) $", text.low[max(sentence.start, start - 25) : start])
        if not match:
            return Span(start, span.end)
        word = Span(start - len(match[1]) - 1, start - 1)
        rank = match[1] in (
            "senior",
            "junior",
            "lead",
            "principal",
            "mid-level",
            "chief",
            "head",
            "graduate",
            "interim",
        )
        if not rank:
            return Span(start, span.end)
        start = word.start
