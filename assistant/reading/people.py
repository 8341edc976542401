"""Who the person reports to, who is in charge, and the team, when a sentence says it of the person wanted."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.text import Span, Text

MANAGER = "the hiring manager"
_ME = frozenset(
    [
        "me",
        "myself",
        "i",
        "to me",
        "me directly",
        "directly to me",
        "i will",
        "me personally",
        "i do",
        "myself directly",
    ]
)
# A name or a post, up to the words that go on about something else.
WHO = (
    r"(?P<who>(?:(?:our|the|my|an?) )?[^\W\d_][\w.'’&/-]*(?:[ ](?!and\b|of\b|instead\b|rather\b|who\b|for\b|with\b|on\b|in\b|at\b|every\b|each\b|once\b|weekly\b|daily\b|directly\b|but\b|from\b|by\b|during\b|while\b|as\b|"
    r"or\b|about\b|via\b|until\b|when\b|if\b|starting\b|is\b|will\b|must\b|should\b|he\b|she\b|they\b|it\b|which\b|that\b|because\b|so\b|not\b|and/or\b|to\b|has\b|works\b)[^\W_][\w.'’&/-]*){0,5}(?:[ ]of[ ](?:the )?\w+(?:[ ](?:and|&)[ ]\w+)?(?:[ ](?:operations|technology|engineering|infrastructure|security|data|it|department|team))?)?(?:[ ]?\([^()\n]{2,40}\))?)"
)
REPORTS = re.compile(
    rf"\b(?P<cue>reports?(?: directly| straight| only)? (?:in)?to|reporting(?: line)?(?: is| goes| directly| straight)? (?:in)?to|reporting line(?: is)?:?|answers? to|answering to|accountable to|line[- ]managed by|managed by|supervised by|(?:line )?manager (?:is|will be|would be)|boss (?:is|will be)|supervisor (?:is|will be)|point of contact (?:is|will be))[ ](?P<direct>directly to |directly )?{WHO}(?P<also>[ ](?:and|&|or|/)[ ](?:(?:to|our|the|my) )?[^\W\d_][\w.'-]*(?:[ ](?!and\b|of\b|instead\b|rather\b|who\b|for\b|with\b)\w+){{0,2}})?"
)
I_MANAGE = re.compile(
    r"\b(?:i|i'll|i will|i'd|i would)(?: will| would|'ll| am going to)? (?:be (?:the|his|her|their) (?:line )?(?:manager|boss|supervisor|point of contact)|(?:line[- ])?manage (?:him|her|them|this person|the contractor|the person|the role|the engineer)|be managing (?:him|her|them))\b"
)
_SUBJECT_OTHER = re.compile(
    r"(?:\b(?:i|we|my (?:team|boss)|our (?!new)\w+(?: \w+)?|who (?:currently )?|the (?:team|whole team|cto|cio|ceo|current \w+|old \w+|head of \w+)|he currently|she currently|[a-z]+ (?:currently|who))[ ](?:all |both |also |currently |always |directly |will )*)$"
)
_NAMED_SUBJECT = re.compile(
    r"(?:^|[,;] |and |but )(?!He |She |They |It |Who |The |This |That |Will |Would |Must |Should |And |But |Also |Person |Contractor |Employee |Role )[A-Z][a-z]+ (?:[A-Z][a-z]+ )?(?:also |currently |then )?$"
)
CHARGE = re.compile(
    rf"(?:\b(?:in charge (?:is|will be|of (?:this|the project|the work|it all) is)|(?:decision[- ]maker|product owner on our side|sponsor|project owner) (?:is|will be)|priorities (?:are|will be) (?:set|decided|given) by|(?:work|results?|deliverables?) (?:is|are|will be) (?:accepted|signed off|approved) by|person in charge(?: is|:)?)[ ]{WHO})|"
    r"(?:(?<![\w-])(?P<first>i|i'll|i will|[A-Z]?[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,3}?)(?: will| would|'ll|)? (?P<does>(?:(?:is|be|am|'s) in charge(?! of)(?: of (?:the project|the work|it|this))?|sets? (?:the |his |her |their |all )?priorities|decides? (?:on |the )?(?:priorities|what (?:gets done|comes) first)|accepts? (?:the |all |their )?(?:work|results|deliverables)|signs? off(?: on)?(?: the| all| their)? (?:work|results|deliverables)|approves? (?:the |all )?(?:work|results|deliverables))(?: and (?:accepts?|signs? off|approves?|sets?)(?: off)? (?:the )?(?:results|work|deliverables|priorities))?))"
)
TEAM = re.compile(
    r"\b(?P<cue>joins?|joining|join|is part of|be part of|part of|become part of|embedded in|sits? (?:in|with)|sitting (?:in|with)|added to|works? (?:closely )?(?:with|in|within|alongside)|working (?:closely )?(?:with|in|within|alongside)|member of|within|on|into|strengthen|support)[ ](?P<team>(?:our|the|a|my|an existing|an)[ ](?:[\w&/-]+[ ]){0,4}?(?:team|squad|crew|department|group|tribe|unit)\b(?:[ ](?:of|with)[ ](?:about |around |currently )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen)(?:[ ](?:people|engineers|developers|devs|admins|analysts|others|designers|testers|specialists|persons|colleagues))?)?(?:[ ]in[ ][A-Z]?[a-z]+)?)"
)
ALONE = re.compile(
    r"(?<![\w-])(?:stand[- ]?alone (?:role|position|job|post|contractor|person|engagement|assignment|work)|(?:it'?s|is|be|will be|this is|as|role is|position is|works?|working|work|totally|completely|fully) (?:a |an )?stand[- ]?alone(?=[ ]*(?:[,;.!)\n-]|$| role| position| job))|(?:works?|working|work|be|is|will be|act|operates?|runs? (?:it|this|everything)|do(?:es)? (?:it|this|everything)|handles? (?:it|this|everything)) (?:all |entirely |mostly |completely )?(?:alone|by (?:him|her|them)sel(?:f|ves)|on (?:his|her|their) own(?=[ ]*(?:[,;.!)\n]|$| and| with| in| for| here|, no)))|(?:our|the) (?:only|sole|first and only|one and only) (?:it|tech|network|technical)\b(?: (?:person|guy|hire|employee|engineer|admin|specialist))?|no team(?=[ ]*(?:[,;.!)]|$| to| yet| around))|one[- ](?:person|man|woman)[- ](?:show|band|it department|team|job|it)|lone wolf(?: role| job)?|sole (?:it|network|tech|technical|developer|engineer|admin)\b(?: person)?)"
)
ALONE_BARE = re.compile(
    r"(?:^|[,;:.-][ ]*)(?P<all>stand[- ]?alone|on (?:his|her|their) own|alone)(?=[ ]*(?:[,;.!)]|$))"
)
_OURSELVES = re.compile(
    r"\b(?:i|we|i'm|i am|currently|he was|she was|admin|sysadmin)(?: currently| am| are|'m| have been)? $"
)


def people(text: Text, sentence: Span) -> Iterator[Found]:
    """Every find about reporting, charge and team."""
    yield from _reporting(text, sentence)
    yield from _charge(text, sentence)
    yield from _teams(text, sentence)


def named(words: str) -> str:
    """The manager's own 'me' as a document says it; other words as they are."""
    plain = re.sub(r" (?:obviously|of course|please|only|alone|always|personally|directly|naturally)$", "", words.casefold().strip(" ."))
    if plain in _ME:
        return MANAGER
    return re.sub(
        r"^(?:me|myself)(?= (?:and|&) )", MANAGER, re.sub(r"(?<= and )(?:me|myself)$", MANAGER, words)
    )


def _reporting(text: Text, sentence: Span) -> Iterator[Found]:
    for match in REPORTS.finditer(text.low, sentence.start, sentence.end):
        before = text.low[max(sentence.start, match.start() - 45) : match.start()]
        raw_before = text.raw[max(sentence.start, match.start() - 45) : match.start()]
        if _SUBJECT_OTHER.search(before) or (
            _NAMED_SUBJECT.search(raw_before) and match["cue"].startswith("report")
        ):
            continue
        if re.search(r"(?:n't|\bnot|\bnever|\bno) (?:\w+ )?$", before):
            continue
        end = match.end("who")
        if match["also"]:
            if re.search(r"^ (?:or|/) ", match["also"]):
                continue
            if re.match(
                r" (?:and|&) (?:to )?(?:me|our|the|my|[A-Z])",
                text.raw[match.start("also") : match.end("also")],
            ):
                end = match.end("also")
        who = text.trim(Span(match.start("who"), end))
        if text.folded(who).split()[0] in _NOBODY:
            continue
        yield Found(
            "reports_to",
            named(text.value(who)),
            Span(match.start(), who.end),
            reach=Span(match.start(), who.end),
        )
    for match in I_MANAGE.finditer(text.low, sentence.start, sentence.end):
        span = Span(*match.span())
        yield Found("reports_to", MANAGER, span, reach=span)


_NOBODY = frozenset(
    [
        "someone",
        "somebody",
        "whom",
        "who",
        "whoever",
        "which",
        "you",
        "him",
        "her",
        "them",
        "it",
        "us",
        "our-choice",
        "anyone",
        "nobody",
        "either",
        "whomever",
        "work",
        "be",
        "do",
        "what",
        "how",
    ]
)

_NOT_IN_CHARGE = _NOBODY | frozenset("he she they not that and to will contractor person must".split())


def _charge(text: Text, sentence: Span) -> Iterator[Found]:
    for match in CHARGE.finditer(text.low, sentence.start, sentence.end):
        who = _without_joint(text, Span(*match.span("who" if match["who"] else "first")))
        words = re.sub(r"'ll$| will$", "", text.folded(who))
        if words.split()[0] in _NOT_IN_CHARGE or words in ("the contractor", "the person"):
            continue
        span = text.trim(Span(who.start, who.start + len(words)))
        whole = text.trim(Span(who.start if not match["who"] else match.start(), match.end()))
        yield Found("in_charge", named(text.value(span)), whole, reach=whole)


def _without_joint(text: Text, span: Span) -> Span:
    joint = re.match(r"(?:and|but|then|so|while|where|that|because) ", text.folded(span))
    return Span(span.start + joint.end(), span.end) if joint else span


def _teams(text: Text, sentence: Span) -> Iterator[Found]:
    for match in TEAM.finditer(text.low, sentence.start, sentence.end):
        before = text.low[max(sentence.start, match.start() - 30) : match.start()]
        cue, team = match["cue"], Span(*match.span("team"))
        if re.search(r"\b(?:our \w+|i|we|not|n't|who|last \w+)(?: will| is| to)? $", before) or re.search(
            r"\b(?:lead|manage|train|for|overlap|hours|call|meeting|stand-?up) $", before
        ):
            continue
        joins = cue in (
            "join",
            "joins",
            "joining",
            "is part of",
            "be part of",
            "part of",
            "become part of",
            "embedded in",
            "added to",
            "member of",
            "into",
            "strengthen",
        ) or cue.startswith("sit")
        if joins:
            yield Found("team_setup", "joins_team", Span(match.start(), team.end), reach=Span(0, 0))
        elif not cue.startswith("work"):
            continue
        yield Found("team", text.value(team), team, reach=Span(match.start(), team.end))
    for pattern, group in ((ALONE, 0), (ALONE_BARE, "all")):
        for match in pattern.finditer(text.low, sentence.start, sentence.end):
            before = text.low[max(sentence.start, match.start() - 30) : match.start()]
            if not _OURSELVES.search(before) and not re.search(r"(?:\bnot|n't|\bno) (?:a )?$", before):
                span = text.trim(Span(*match.span(group)))
                yield Found("team_setup", "standalone", span, reach=span)
