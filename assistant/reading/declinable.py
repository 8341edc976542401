"""What is not done to people, how it is asked for, and what is done instead."""

import re
from dataclasses import dataclass

from assistant.reading.patterns import joined
from assistant.reading.reading import Declined

RANKING = Declined(
    "ranking, scoring or choosing between people",
    "Judging people stays with you and your panel.",
    "I can draft an interview kit with a scorecard that each interviewer fills in by hand, and the criteria "
    "to discuss afterwards.",
)
VERDICT = Declined(
    "a verdict on whom to take on, turn down or let go",
    "That decision and its reasons must be yours.",
    "I can draft the criteria and a structured debrief, so that you decide on evidence and can explain it.",
)
TRAITS = Declined(
    "a guess at somebody's character, background or future behaviour",
    "I do not infer anything about a person.",
    "I can draft interview questions that let them show what the work needs, or a feedback note on what you "
    "saw yourself.",
)
SCREENING = Declined(
    "screening or summing up somebody's papers",
    "Sorting people by their papers is a judgement on them.",
    "I can draft must-haves with the evidence to look for, so that you read every application by the same "
    "points.",
)
SNOOPING = Declined(
    "looking into somebody's private or online life",
    "It brings in what must not count, and is often unlawful.",
    "I can draft questions and a work sample that show the same skill fairly.",
)
WATCHING = Declined(
    "reading emotions, faces or voices, or watching people",
    "It is unreliable, and in many places unlawful at work.",
    "I can draft agreed outcomes and indicators, to follow the work itself.",
)
INVENTION = Declined(
    "saying things about a person that nobody has seen",
    "A reference or a record holds only what was seen.",
    "Tell me what you saw and what came of it, and I draft a feedback note from that.",
)

# A person's name is the one thing in these patterns that is read by its capital letter.
_NAME = r"(?-i:[A-ZÀ-Þ][a-zà-ÿ'-]+)"
_NUMBER = r"(?:two|three|four|five|six|ten|\d+)"
_PEOPLE = joined(r"""
    (?:candidates?|applicants?|applications?|people|persons?|cvs?|c\.v\.s?|resumes?|résumés?|finalists?|
    contenders?|interviewees?|freelancers?|contractors?|consultants?|employees?|colleagues?|team members?|
    developers|engineers|staff|everyone|everybody|each of them|each one|both of them|him|her|them|
    profiles)
""")
_FEW = rf"(?:these|those) {_NUMBER}\b|the {_NUMBER} of them\b"
_BETWEEN = joined(r"""
    (?:(?:all|both|of|the|these|those|this|that|our|my|your|each|every|following|attached|three|two|four|
    five|six|ten|\d+|top|best|remaining|final|job|above|below|for|me|incoming|new|other|pasted|through|
    out|down|on|against|between|in|its|his|her|their|weak|bad|unsuitable|suitable|strong|potential|and|
    short-?listed)[ ]){0,7}
""")
_ONE = joined(rf"""
    (?:one|candidates?|applicants?|person|of (?:them|(?:these|those|the|our|my)(?: {_NUMBER})?
    (?: following)?
    (?: candidates?| applicants?| people| persons| finalists| cvs| resumes| contractors| freelancers)?))
""")
_THIS = r"(?:this|that|the|our) (?:candidate|applicant|person|guy|woman|man|finalist)"
_BEST = joined(r"""
    (?:best|better|strongest|stronger|weakest|weaker|worst|top|winner|most (?:suitable|qualified|
    promising|talented)|prefer|like (?:best|most))
""")
_TAKE = joined(r"""
    (?:hire|reject|fire|pick|choose|take on|promote|invite|shortlist|drop|let go|keep|prefer|advance|
    eliminate|sack|turn down|lay off|make redundant|be (?:hired|rejected|fired|promoted|let go)|
    get the (?:job|offer|role)|offer)
""")
_TRAIT = joined(r"""
    (?:age|ethnicity|race|religion|nationality|gender|sexuality|orientation|health|personality|
    political views?|politics|marital status|family status|pregnan(?:t|cy)|disability|origin|background|
    iq|intelligence|character|temperament|mental health|star sign)
""")
_PAPERS = r"(?:cvs?|resumes?|résumés?|applications|applicants?|candidates?|cover letters?|linkedin profiles?)"


@dataclass(frozen=True)
class Rule:
    """A wish that is declined, and how it is said."""

    declined: Declined
    said: re.Pattern[str]


def _rule(declined: Declined, source: str) -> Rule:
    return Rule(declined, re.compile(joined(source), re.IGNORECASE))


_RANKING = (
    rf"""\b(?:rank|score|grade|shortlist|short-list|stack[- ]rank|order|sort|rate|compare|weigh up|
    put in order)[ ]
    (?:{_BETWEEN}{_PEOPLE}\b|{_FEW})(?!'s? (?:needs|requirements))""",
    r"\b(?:rank|grade|shortlist) (?:us|them|him|her)\b",
    rf"""\b(?:give|assign|award)(?: me)? (?:an? )?(?:{_PEOPLE}|each|all|
    every candidate)(?: of them| candidates?|(?: applicants?))?[^.!?\n]{{0,25}}?(?:\b\d+ ?/ ?\d+|
    \bscores?\b|\brating\b|\bpoints\b|\bstars\b|\bmarks?\b|\bgrade\b|\bout of (?:ten|five|10|5|100)\b|
    \b10\b)""",
    r"""\b(?:score|rating|grade|ranking|percentage|(?:fit|match|suitability) score) (?:for|of|on)[ ]
    (?:each |every |the |this |these |those |our |my )*(?:candidates?|applicants?|people|cvs?|resumes?|him|
    her|them)\b""",
    rf"\b(?:rank|rate|score|grade|compare) {_NAME}(?:'s|,| and| &| vs| against| or|$| on | from | out )",
    rf"""\b(?:who(?:'s| is| was| did| would be)|
    which {_ONE}(?: is| was| did| would be| looks| seems| do you| fits?| suits?| matches)?)
    (?: us)?(?: the)?[ ]{_BEST}\b(?! (?:(?:person|people|one|suited|placed|qualified) )?(?:to|placed)\b)""",
    rf"""\b(?:pick|choose|select|recommend|suggest|identify|name|find)(?: me| for me)? (?:the |a |your |one |
    my )?(?:of (?:the|these|them|those) )?(?:single |overall |two |three |top |\d )*(?:best|strongest|top|
    right|winner|winning|favou?rite|better|ideal|most suitable|weakest) ?(?:\w+ )?(?:candidates?|
    applicants?|person|one|of them|of these|cvs?|resumes?|of the (?:{_NUMBER}|lot|bunch))\b(?! profile)""",
    r"""\b(?:recommend|pick|choose|select)(?: me)? (?:one|someone|two|a candidate|a winner|who)[ ]
    (?:of|from|among|out of|between) (?:these|those|the|them|my|our)""",
    rf"""\b(?:decide|tell me|say|choose|pick|advise|recommend|suggest)(?: for me| me| for us)?,?[ ]
    (?:whom?|which {_ONE}|which (?:contractor|
    employee))(?: i| we| you| to| should| is| would| gets| ought| will| has|
    (?: deserves| performed| did))\b(?! (?:ask|talk|contact|report))""",
)
_VERDICT = (
    rf"""\b(?:whom?|which (?:{_ONE}|(?:\w+ )?(?:contractor|employee|engineer|developer)))[ ]
    (?:should|do|shall|would|must|can|to|ought)(?: (?:i|we|you|to))? (?:then |really |rather )?{_TAKE}\b""",
    rf"""\b(?:should (?:i|we)|do you think (?:i|we) should|would you) (?:hire|reject|fire|pick|choose|take|
    promote|invite|sack|let|keep|go with|offer [^?.]{{0,20}}? to) (?:{_NAME}|him\b|her\b|them go\b|
    {_THIS}\b|candidate (?-i:[A-Z0-9])\b)(?! (?:a|an|for|contractor))""",
    rf"""\b(?:is|was) (?:he|she|{_THIS}|{_NAME}) (?:an? )?(?:good|right|suitable|qualified|the right|better|
    bad|strong|stronger|best|weak|worth|any good|hireable|fit)\b(?! (?:to|idea|time|way|practice|tool))""",
    r"""\b(?:write|draft|send|prepare)(?: me)?(?: a| the)? (?:verdict|hiring recommendation|
    hire/no[- ]hire|recommendation (?:on|whether|to (?:hire|reject)))\b""",
)
_GUESSING = (
    rf"\bwhat(?:'s| is| are| was) (?:she|he|they|{_THIS}) (?:really |actually )?like\b(?! to)",
    rf"""\b(?:what do you (?:think|make) (?:of|about)|your (?:opinion|view|impression|take) (?:of|on|about)|
    how do you (?:find|see|rate)) (?:him|her|{_THIS}|this cv|the candidates|these (?:candidates|
    applicants|people|cvs)|{_NAME}(?= as|\?|$|'s ))""",
    rf"""\b(?:guess|infer|deduce|estimate|predict|tell me|work out|figure out|analy[sz]e|assess|judge|
    evaluate|determine|detect|find out|what is|what's)(?: me)? (?:about )?(?:his|her|their|(?:the|this|that|
    each) (?:candidate|person|applicant)'?s?|{_NAME}'s|everyone's|candidates') (?:likely |probable |real |
    true |exact )?{_TRAIT}\b""",
    rf"""\b(?:how old (?:is|might|are|do you think) (?:he|she|they|{_THIS})|(?:is|are) (?:she|he|they|
    {_THIS})[ ](?:likely |probably |maybe )?(?:pregnant|gay|married|disabled|muslim|jewish|christian|
    black|white|asian|foreign|lazy|honest|loyal|trustworthy|reliable|lying|introverted|extroverted|
    autistic|ill|depressed|planning (?:to have|an?) (?:kids|children|baby|family)))\b""",
    rf"""\b(?:predict|forecast|tell me|guess|estimate|
    who)[^.?!\n]{{0,30}}?\b(?:who(?:'ll| will| is going to| might)?|
    whether (?:he|she|they|{_NAME})(?:'ll| will| is going to)?|if (?:he|she|they)(?:'ll| will)?|will|
    (?:is|are) likely to)(?: is)?(?: most)?(?: likely)?(?: to)? (?:leave|quit|resign|underperform|stay long|
    get pregnant|burn out|fail|steal|go sick|be disloyal|jump ship|fall ill)\b""",
    rf"""\b(?:personality|character|psychological) (?:profile|analysis|assessment|type|test)[ ]
    (?:of|for|from|on|based on) (?:him|her|them|this|the candidate|each|the applicants?|these|{_NAME}|their|
    his)""",
)
_READING = (
    r"""\b(?:here(?:'s| is| are)|below is|attached is|this is|see) (?:his|her|their|the candidate'?s?|the)[ ]
    (?:cvs?|resumes?|résumés?)\b""",
    rf"""\b(?:screen|sift|filter|triage|review|evaluate|assess|analy[sz]e|judge|summari[sz]e|check|go through|
    read through|look (?:at|through|over)|pre-?screen|vet|parse)(?: for me)?(?: out)?[ ](?:(?:the|these|
    those|this|that|my|our|all|attached|following|below|{_NUMBER}|pasted|incoming|candidates?'?|
    applicants?'?|his|her|their|weak|unsuitable|bad) )*{_PAPERS}\b(?! (?:profile|pool|experience|feedback|
    for))""",
)
_WHOSE = joined(rf"""
    (?:his|her|their|{_NAME}'s|(?:the|this|that|each) (?:candidate|applicant|person)'?s?|candidates'|
    applicants')
""")
_ONLINE = joined(r"""
    (?:social media|facebook|instagram|tiktok|twitter|linkedin|x account|private (?:life|accounts?|posts?)|
    online (?:life|presence|posts?)|criminal record|home address|private address|dating profile|photos?)
""")
_LOOK = joined(r"""
    (?:find|search|look (?:up|for|at|into|through)|check(?: out)?|google|stalk|dig up|track down|research|
    browse|scan|get me|show me)
""")
_PRYING = (
    rf"""\b{_LOOK}(?: for| me| out| up| on| through)?[^.?!\n]{{0,30}}?\b{_WHOSE}[ ]
    (?:\w+ (?:and|or|,) )?{_ONLINE}\b""",
    rf"""\b{_LOOK}[^.?!\n]{{0,30}}?\b{_ONLINE}\b[^.?!\n]{{0,20}}?\b(?:for|about|of|on)[ ]
    (?:him|her|them|{_THIS}|the (?:candidates|applicants)|{_NAME})(?=[ .,?!]|$)""",
    rf"""\b(?:google|stalk|background[- ]check) (?:him|her|them|{_THIS}|the (?:candidate|applicant)s|{_NAME})
    (?=[ .,?!]|$)""",
)
_SENSING = (
    r"""\b(?:detect|read|analy[sz]e|monitor|recogni[sz]e|track|measure|score|
    interpret)(?:ing)?[^.?!\n]{0,30}?\b(?:emotions?|facial (?:expressions?|features?)|faces?|
    body language|tone of voice|voice (?:stress|analysis|recording)|voices?|micro-?expressions|mood of|
    moods|eye movements?|keystrokes|lie)\b""",
    r"\b(?:facial|voice|emotion|emotional|face) (?:recognition|analysis|detection|tracking|monitoring)\b",
)
_MAKING_UP = (
    r"""\b(?:make up|invent|fabricate|fake|made[- ]up|fictional|exaggerate)\b[^.?!\n]{0,40}?\b(?:feedback|
    reference|review|reasons?|complaints?|incidents?|performance|testimonial|examples?|warnings?|evidence|
    achievements?)\b""",
    r"""\b(?:write|draft|give|create|do)(?: me| him| her| them)? (?:an? )?(?:glowing |great |good |bad |
    terrible |fake |positive |negative |nice )+(?:reference|letter of recommendation|
    recommendation letter|testimonial|performance review)\b""",
)
RULES: tuple[Rule, ...] = tuple(
    _rule(declined, source)
    for declined, sources in (
        (RANKING, _RANKING),
        (VERDICT, _VERDICT),
        (TRAITS, _GUESSING),
        (SCREENING, _READING),
        (SNOOPING, _PRYING),
        (WATCHING, _SENSING),
        (INVENTION, _MAKING_UP),
    )
    for source in sources
)
