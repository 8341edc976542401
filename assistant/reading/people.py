"""Who the person reports to, who is in charge, and the team, when a sentence says it of the person wanted."""

import re
from collections.abc import Iterator

from assistant.reading.found import Found
from assistant.reading.patterns import joined, pattern, words
from assistant.reading.text import NOWHERE, Span, Text

MANAGER = "the hiring manager"
_ME = words(
    "me|myself|i|i will|i do|to me|me directly|directly to me|myself directly",
)
_ADVERB = re.compile(r" (?:obviously|of course|please|only|alone|always|personally|directly|naturally)$")
# A name ends before words that go on about something else.
_IT = r"it(?! (?:manager|director|lead|head|team|department|operations|ops|support|security)\b)"
_GOES_ON = joined(rf"""
    (?!(?:and|of|instead|rather|who|for|with|on|in|at|every|each|once|weekly|daily|directly|but|from|by|
    during|while|as|or|about|via|until|when|if|starting|is|will|must|should|he|she|they|{_IT}|which|that|
    because|so|not|to|has|works|now|day[ -]to[ -]day)\b)
""")
_WORD = r"[^\W\d_][\w.'’&/-]*"
WHO = joined(rf"""
    (?P<who>(?:(?:our|the|my|
    an?) )?{_GOES_ON}{_WORD}(?:[ ]{_GOES_ON}[^\W_][\w.'’&/-]*){{0,5}}(?:[ ]of[ ](?:the )?\w+(?:[ ](?:and|
    &)[ ]\w+)?(?:[ ](?:operations|technology|engineering|infrastructure|security|data|it|department|
    team))?)?(?:[ ]?\([^()\n]{{2,40}}\))?)
""")
REPORTS = pattern(rf"""
    \b(?P<cue>solid (?:reporting )?line (?:in)?to|reports?(?: directly| straight| only)? (?:in)?to|
    direct report (?:of|for)|
    reporting(?: line)?(?: is| goes| directly| straight)? (?:in)?to|reporting line(?: is)?:?|answers? to|
    answering to|accountable to|line[- ]managed by|managed by|supervised by|(?:line )?manager (?:is|
    will be|would be)|boss (?:is|will be)|supervisor (?:is|will be)|point of contact (?:is|
    will be))[ ](?:directly to |directly )?{WHO}(?P<also>[ ](?:and|&|or|/)[ ](?:(?:to|our|the|
    my) )?{_WORD}(?:[ ]{_GOES_ON}\w+){{0,2}})?
""")
# "No longer reports to Tom, it's Sue now".
NO_LONGER = pattern(rf"""
    \b(?:no longer|doesn't|does not|not)[ ](?:reports?|reporting|answers?) (?:in)?to[ ][^,;.\n]{{2,40}}?,?[ ]
    (?:it(?:'s| is)(?: now)?(?: to)?|but(?: now)? to|now to)[ ]{WHO}
""")
_HIM = r"(?:him|her|them|this person|the contractor|the person|the role|the engineer)"
# "CTO is line manager".
LINE_MANAGER = pattern(r"""
    (?:^|[,;][ ]|[ ]and[ ])
    (?P<who>(?:(?:our|the|my)[ ])?(?!(?:he|she|they|it|who|i)\b)[\w&]+(?:[ ][\w&]+){0,3}?)[ ]
    (?:is|will be|would be)[ ](?:(?:the|their|his|her)[ ])?(?:line|reporting|direct)[ ]manager\b
""")
I_MANAGE = pattern(rf"""
    \b(?:i|i'll|i will|i'd|i would)(?: will| would|'ll| am going to)?
    (?: be (?:the|his|her|their) (?:line )?(?:manager|boss|supervisor|point of contact)|
    (?: line[- ])? ?manage {_HIM}| be managing (?:him|her|them))\b
""")
# Somebody else reports there: we, our sysadmin, a person by name.
_OTHERS_REPORT = pattern(r"""
    (?:\b(?:i|we|my (?:team|boss)|our (?!new)\w+(?: \w+)?|who(?: currently)?|he currently|she currently|
    the (?:team|whole team|cto|cio|ceo|current \w+|old \w+|head of \w+)|[a-z]+ (?:currently|who))[ ]
    (?:(?:all|both|also|currently|always|directly|will) ){0,2})$
""")
_NAMED_REPORTS = pattern(r"""
    (?:^|[,;] |and |but )(?!(?:He|She|They|It|Who|The|This|That|Will|Would|Must|Should|And|But|Also|
    Person|Contractor|Employee|Role) )[A-Z][a-z]+ (?:[A-Z][a-z]+ )?(?:also |currently |then )?$
""")
# "Our network engineer, Tom, reports to ..."
_OURS = pattern(r"^(?:our|my) (?!new\b|next\b)[^.;:]{2,40}$")
_DENIED = re.compile(r"(?:n't|\bnot|\bnever|\bno) (?:\w+ )?$")
# "Reports to Anna until June, then to me" names no one for good.
_FOR_NOW = re.compile(r"[ ](?:until|till|for the first|at first|initially)\b")
_NOBODY = words(
    "someone|somebody|whom|who|whoever|which|you|him|her|them|it|us|anyone|nobody",
    "either|work|be|do|what|how",
)
_DOES = joined(r"""
    (?:signs? (?:it |everything |this )?off(?=[ ]*(?:[,;.!)]|$|and\b))|(?:is|be|am|
    's) in charge(?! of)(?: of (?:the project|the work|it|this))?|sets? (?:the |his |her |
    their |all )?priorities|decides? (?:on |the )?(?:priorities|what (?:gets done|comes) first)|
    (?:accepts?|approves?|signs? off(?: on)?)(?: the| all| their)? (?:work|results|deliverables)|
    accepts? the reports?(?=[ ]*(?:[,;.!)]|$|and\b)))
""")
CHARGE = pattern(rf"""
    \b(?:in charge (?:is|will be|of (?:this|the project|the work|it all) is)|
    (?:decision[- ]maker|product owner on our side|sponsor|project owner|person in charge) (?:is|will be)|
    priorities (?:(?:are|will be) (?:set|decided|given) by|(?:will )?
    come (?:straight |directly )?from(?! (?:the |our )?
    (?:backlog|roadmap|tickets?|customers?|users?|clients?)\b))|
    (?:work|results?|deliverables?) (?:is|are|will be) (?:accepted|signed off|approved) by)[ ]{WHO}|
    (?<![\w-])(?P<pair>{_WORD}(?: {_WORD}){{0,2}}, {_WORD}(?: {_WORD}){{0,2}}),(?: will| would)? {_DOES}|
    (?<![\w-])(?P<first>i|i'll|i will|{_WORD}(?: {_WORD}){{0,3}}?(?: ?\([^()\n]{{2,40}}\))?)(?: will| would|
    'll|)? {_DOES}
    (?: and (?:accepts?|signs? off|approves?|sets?)(?: off)? (?:the )?(?:results|work|deliverables|
    priorities))?
""")
_NOT_IN_CHARGE = _NOBODY | words(
    "he|she|they|not|that|and|to|will|contractor|person|must|customers|users|tickets",
)
# "CTO, Wei Zhang, sets the priorities" names one person: a post, and whose it is.
_APPOSED = re.compile(
    r"^(?:[A-Z]{2,4}|[^,]*\b(?:head|director|lead|manager|owner|officer|chief|boss)\b[^,]*), [A-ZÀ-Þ]",
    re.IGNORECASE,
)
# "I'll sign off", "Anna signs off": of others it may be work to do.
_SIGNS = re.compile(
    r"[Ii](?:['’]ll| will)?|(?!Who|Someone|Somebody|They|He|She)[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?"
)
_JOINT = re.compile(r"(?:and|but|then|so|while|where|that|because) ")
_SIZE = joined(r"""
    (?:[ ](?:of|with)[ ](?:about |around |currently )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|
    ten|eleven|twelve|a dozen)(?:[ ](?:people|engineers|developers|devs|admins|analysts|others|designers|
    testers|specialists|persons|colleagues))?)?
""")
TEAM = pattern(rf"""
    \b(?:(?P<joins>join|joins|joining|(?:is |be |become )?part of|embedded in|sits? (?:in|with)|
    sitting (?:in|with)|added to|member of|into|strengthen)|works? (?:closely )?(?:with|in|within|
    alongside)|working (?:closely )?(?:with|in|within|alongside))[ ](?P<team>(?:our|the|a|my|an existing|
    an)[ ](?:[\w&/-]+[ ]){{0,4}}?(?:team|squad|crew|department|group|tribe|
    unit)\b{_SIZE}(?:[ ]in[ ][a-z]+)?)
""")
_OTHERS_JOIN = pattern(r"""
    \b(?:(?:our \w+|i|we|not|n't|who|last \w+)(?: will| is| to)?|lead|manage|train|for|overlap|hours|call|
    meeting|stand-?up) $
""")
_OWN = joined(r"""
    (?:alone|by (?:him|her|them)sel(?:f|ves)|
    on (?:his|her|their) own(?=[ ]*(?:[,;.!)\n]|$| and| with| in| for| here|, no)))
""")
ALONE = pattern(rf"""
    (?<![\w-])(?:stand[- ]?alone (?:role|position|job|post|contractor|person|engagement|assignment|work)|
    (?:it'?s|is|be|will be|this is|as|role is|position is|works?|working|totally|completely|
    fully)[ ](?:an? )?stand[- ]?alone(?=[ ]*(?:[,;.!)\n-]|$| role| position| job))|(?:works?|working|be|
    is|will be|act|(?:operates?|runs?|do(?:es)?|handles?)(?: it| this| everything)?)[ ](?:(?:all|entirely|
    mostly|completely) )?{_OWN}|(?:our|the) (?:only|sole|first and only|one and only) (?:it|tech|network|
    technical)\b(?: (?:person|guy|hire|employee|engineer|admin|specialist))?|no team(?=[ ]*(?:[,;.!)]|
    $| to| yet| around))|one[- ](?:person|man|woman)[- ](?:show|band|it department|team|job|it)|
    lone wolf(?: role| job)?|sole (?:it|network|tech|technical|developer|engineer|admin)\b(?: person)?|
    (?:(?<=^)|(?<=[,;:.-][ ]))(?:stand[- ]?alone|on (?:his|her|their) own|alone)(?=[ ]*(?:[,;.!)]|$)))
""")
_OURSELVES = pattern(r"""
    \b(?:(?:i|we|i'm|i am|currently|he was|she was|admin|sysadmin)(?: currently| am| are|'m| have been)?|not|
    n't|no)
    (?: an?)? $
""")


def people(text: Text, sentence: Span) -> Iterator[Found]:
    """Every find about reporting, charge and team."""
    yield from _reporting(text, sentence)
    yield from _charge(text, sentence)
    yield from _teams(text, sentence)


def named(words: str) -> str:
    """The manager's own 'me' as a document says it; other words as they are."""
    if _ADVERB.sub("", words.casefold().strip(" .")) in _ME:
        return MANAGER
    introduced = re.fullmatch(r"[Mm]e,? \(?([A-ZÀ-Þ][^()]+)\)?", words)
    if introduced:
        return introduced[1]
    return re.sub(r"^(?:me|myself)(?= (?:and|&) )|(?<= and )(?:me|myself)$", MANAGER, words)


def _reporting(text: Text, sentence: Span) -> Iterator[Found]:
    for match in REPORTS.finditer(text.low, sentence.start, sentence.end):
        start = max(sentence.start, match.start() - 45)
        before, written = text.low[start : match.start()], text.raw[start : match.start()]
        others = _NAMED_REPORTS.search(written) and match["cue"].startswith("report")
        if others or _OURS.match(before) or _OTHERS_REPORT.search(before) or _DENIED.search(before):
            continue
        end = None if _FOR_NOW.match(text.low, match.end("who")) else _end_of_who(text, match)
        who = text.trim(Span(match.start("who"), end)) if end else None
        if who and text.folded(who).split()[0] not in _NOBODY:
            whole = Span(match.start(), who.end)
            yield Found("reports_to", named(text.value(who)), whole, reach=whole)
    for match in NO_LONGER.finditer(text.low, sentence.start, sentence.end):
        who = text.trim(Span(*match.span("who")))
        yield Found("reports_to", named(text.value(who)), who, reach=text.trim(Span(*match.span())))
    for match in LINE_MANAGER.finditer(text.low, sentence.start, sentence.end):
        who, span = text.trim(Span(*match.span("who"))), text.trim(Span(match.start("who"), match.end()))
        yield Found("reports_to", named(text.value(who)), span, reach=span)
    for match in I_MANAGE.finditer(text.low, sentence.start, sentence.end):
        span = Span(*match.span())
        yield Found("reports_to", MANAGER, span, reach=span)


def _end_of_who(text: Text, match: re.Match[str]) -> int | None:
    """Where the name ends; two names joined by 'and' are one value, by 'or' none."""
    if not match["also"]:
        return match.end("who")
    if re.match(r" (?:or|/) ", match["also"]):
        return None
    also = text.raw[match.start("also") : match.end("also")]
    return (
        match.end("also")
        if re.match(r" (?:and|&) (?:to )?(?:me\b|our|the|my|(?!I\b)[A-Z])", also)
        else match.end("who")
    )


def _charge(text: Text, sentence: Span) -> Iterator[Found]:
    for match in CHARGE.finditer(text.low, sentence.start, sentence.end):
        who = Span(*match.span("who" if match["who"] else "pair" if match["pair"] else "first"))
        if match["pair"] and not _APPOSED.search(text.quote(who)):
            who = Span(text.low.index(", ", who.start) + 2, who.end)
        joint = _JOINT.match(text.folded(who))
        who = Span(who.start + joint.end(), who.end) if joint else who
        mine = re.search(r"[ ](?=i(?:'ll| will)?$)", text.folded(who))
        who = Span(who.start + mine.end(), who.end) if mine else who
        words = re.sub(r"'ll$| will$", "", text.folded(who))
        if match[0].endswith(" off") and not _SIGNS.fullmatch(text.quote(who)):
            continue
        if words.split()[0] in _NOT_IN_CHARGE or words in ("the contractor", "the person"):
            continue
        span = text.trim(Span(who.start, who.start + len(words)))
        whole = text.trim(Span(match.start() if match["who"] else who.start, match.end()))
        yield Found("in_charge", named(text.value(span)), whole, reach=whole)


def _teams(text: Text, sentence: Span) -> Iterator[Found]:
    for match in TEAM.finditer(text.low, sentence.start, sentence.end):
        if _OTHERS_JOIN.search(text.low, max(sentence.start, match.start() - 30), match.start()):
            continue
        team = Span(*match.span("team"))
        whole = Span(match.start(), team.end)
        if match["joins"]:
            yield Found("team_setup", "joins_team", whole, reach=NOWHERE)
        yield Found("team", text.value(team), team, reach=whole)
    for match in ALONE.finditer(text.low, sentence.start, sentence.end):
        if not _OURSELVES.search(text.low, max(sentence.start, match.start() - 30), match.start()):
            span = text.trim(Span(*match.span()))
            yield Found("team_setup", "standalone", span, reach=span)
