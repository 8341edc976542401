"""The words that announce a value without a fixed form: what must be known, done, delivered or measured."""

import re
from dataclasses import dataclass

from assistant.reading.patterns import joined, pattern
from assistant.reading.roles import HEAD

_PERSON = joined(r"""
    (?:he|she|they|it|you|who|that|person|the person|this person|contractor|employee|candidates?|
    freelancer|engineer|developer|admin|administrator|analyst|designer|hire|someone|somebody|new hire|
    role|the role|position|and|also|he/she|s/he)
""")
_ANYONE = rf"(?:someone|somebody|anyone|person|people|candidates?|contractor|freelancer|employee|one|{HEAD})"
_ARE = r"(?:[ ](?:is|are|would be|will be|should be|include|includes|including|:))?"
_THEY_KNOW = joined(r"""
    (?:they|he|she|the person|you|s/he|someone)(?: also| already)? (?:know|knows|knew|have|has|had|understand|
    understands|can|could|is|are|has experience with)
""")


@dataclass(frozen=True)
class Cue:
    """A pattern before (or after) a value of one fact.

    A group `keep` is where the value begins inside the cue, `keepall` that the cue belongs to the value.
    A weak cue means nothing inside another cue's list.
    """

    fact: str
    pattern: re.Pattern[str]
    weak: bool = False


def _cue(fact: str, source: str) -> Cue:
    return Cue(fact, pattern(rf"(?<![\w-])(?:{joined(source)})"))


def _weak(fact: str, source: str) -> Cue:
    return Cue(fact, _cue(fact, source).pattern, weak=True)


_NICE_BEFORE = (
    _cue(
        "nice_to_haves",
        rf"""(?:it )?(?:would|'d|will) be (?:nice|great|good|helpful|useful|a bonus|a plus|ideal|
        an advantage),?[ ]
        (?:if {_THEY_KNOW}|to have|to know)(?: some| a bit of)?[ ]""",
    ),
    _cue(
        "nice_to_haves",
        rf"""(?:nice[- ]to[- ]haves?|nice to know|good to have|pluses|big plus|bonus points|bonus|plus points|
    a plus|extra points|desirable|optional){_ARE}:?[ ]*(?:for|if {_THEY_KNOW})?[ :]+""",
    ),
    _cue(
        "nice_to_haves",
        r"""(?:ideally|preferably|optionally),?(?: also)?(?: with| someone with| someone who knows|
        (?: they)(?: also)? (?:know|have)| he(?: also)? (?:knows|has)| she(?: also)? (?:knows|has)|
        (?: knows| has| have| know| some| familiar with| who knows| who has))[ ]""",
    ),
)
_MUST_BEFORE = (
    _cue(
        "must_haves",
        r"""(?:the )?(?:must[- ]haves?|musts|hard requirements|requirements|key skills|essential skills|
    required skills|non-negotiables?)(?:[ ](?:here|for me|for us))?(?: is| are| include| would be|:| -|
    ,)[ :]*(?:just |only |simply )?""",
    ),
    _cue(
        "must_haves",
        r"""(?:must|needs? to|has to|have to|should definitely|
    absolutely must)(?: really| also| already| definitely|(?: absolutely))?[ ](?:(?:have|bring|
    possess)\b(?![ ]*(?:[,;.!)]|$))(?! list| section| been| had| gone| seen| missed| it\b| him\b|
    (?: her\b)|(?: them\b)|(?: someone| somebody| access| the network| made| a stand| everything)|
    (?: an? (?:call|meeting|person|contractor|engineer)))|know|be familiar with|
    be (?:good|proficient|skilled|strong|experienced|
    comfortable|expert) (?:at|in|with)|(?=(?P<keep>be able to|understand|speak|write (?:good|clear)|hold|
    be fluent|be certified|read)\b))[ ]?(?:(?:at least )?(?:some|a) (?=(?:strong|solid|good|deep|
    proven)))?""",
    ),
    _cue(
        "must_haves",
        rf"""{_ANYONE}[ ](?:who|that)[ ](?:really |already |also )?(?:knows?|is good (?:at|with)|is strong in|
    is experienced (?:in|with)|is familiar with|has worked with|has experience (?:with|in|of)|has done|
    can handle|(?=(?P<keep>understands?|speaks?|can|is able to|is fluent)\b))[ ]?""",
    ),
    _cue(
        "must_haves",
        r"""(?:needs?|requires?)[ ]
        (?=(?P<keep>(?:strong|solid|deep|good|proven|excellent|hands-on|experience|knowledge|\d+\+? years|
        fluent|real)\b))""",
    ),
    _weak(
        "must_haves",
        r"""(?<!should )(?<!could )(?<!would )(?<!we )(?<!i )(?:with|having|has|have)[ ](?=(?P<keep>(?:strong|
    solid|deep|very good|good|proven|excellent|hands-on|real|previous|some|prior|fluent|extensive|
    relevant|demonstrable|working)?[ ]?(?:[\w+#./-]+[ ]){0,4}?(?:experience|knowledge|skills?|expertise|
    background|english|german|french|certification|certificate)\b))""",
    ),
    _weak(
        "must_haves",
        r"""(?=(?P<keep>(?:strong|solid|deep|proven|excellent)[ ](?!(?:line|reporting|person|candidate|
    engineer|developer|network|team|preference)\b)(?:[\w+#./-]+)))""",
    ),
    _weak("must_haves", r"(?:experience|knowledge|expertise)(?=(?P<keepall>[ ](?:with|in|of)[ ]))"),
)
_RESULTS_BEFORE = (
    _cue(
        "kpis",
        r"""(?:(?:success |he |she |they |performance |progress |results? |it )?(?:will be |is |are |be |
        gets? )?
        measured (?:by|on|against|in|through)|kpis?(?: is| are|:| would be| will be| for this| for them)+|
        (?:we|i)(?:'ll| will)? (?:measure|track)(?= (?:success|this|it|them|him|her) (?:by|on|with)\b|
        (?<=will measure)|(?<=will track)|
        (?<='ll measure))(?: success| this| it| them| him| her)?(?: by| on| with)?|
        (?:the )?(?:targets?|metrics?|key metrics?|indicators?) (?:is|are|will be|would be))[ :]+""",
    ),
    _cue(
        "outcomes",
        r"""(?:(?:by|at) the end(?! of (?:q?\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))
        (?: of (?:the |this |that )?(?:contract|engagement|project|year|month|quarter|
    term|period|\w+ months|\w+ weeks|it|which))?,?(?: of which)?|after (?:three|six|twelve|3|6|
    12) months,?(?= (?:we|i) (?:want|expect|need)))(?: (?:we|i) (?:want|need|expect|should have|must have|
    would like)(?: to (?:have|see))?| there should be)?[ ]""",
    ),
    _cue(
        "outcomes",
        r"""(?:(?:i|we)(?:'d like| would like| want| need)|^want)[ ](?=(?P<keep>(?:our|the|my|all|
        everything)[ ](?:(?!(?:to|who|that|a|for|with|is|are|and|or)\b)[\w-]+[ ]){1,4}?
        (?:(?:re)?built|migrated|moved|upgraded|documented|fixed|cleaned up|set up|replaced|
        automated|secured|trained|tested|redesigned|
        rewritten|redone|sorted(?: out)?|finished|done|installed|configured|live|running)\b))""",
    ),
    _cue(
        "outcomes",
        r"""(?:(?:should|must|will|shall|to|needs? to|has to|have to|would|'ll) )?deliver(?:s|ing)?
        (?::|(?=[ ]\(?[a1]\)[ ]))[ ]*""",
    ),
    _cue(
        "outcomes",
        r"""(?:success (?:is|means|looks like|will be|would be|for me is|for us is)(?: when| that| if|:)?|
    so that|(?:the |our |my |main |overall |key ){0,3}(?:goal|aim|objective|purpose|point|idea|
    mission)s?(?: is| are| here is| of (?:this|the) (?:role|project|work|hire) is)(?: to| that|:)?|
    (?:the )?(?:expected |desired |key )?(?:results?|outcomes?|deliverables?) (?:is|are|should be|will be|
    would be|i want is|i need is|we want is|we need is|are:|is:)|(?:it'?s |it is |we(?:'re| are) |
    work is )?(?:done|finished|complete|successful|a success) (?:when|once|if)|(?:we|
    i)(?:'ll| will)? (?:know|call)(?: it(?:'s)?) (?:worked|works|is done|done|a success) (?:when|if|
    once))[ ]""",
    ),
)
_NO_DUTY = joined(r"""
    (?:be|have|need|report|work|start|join|get|receive|sit|use|not|also|know|last|cost|happen|come|go|
    become|end|stay|only|earn|leave|attend|probably|likely|answer to|overlap|invoice|cover for|replace|
    sign|never|always|measure|talk|meet|speak|call|share|depend|decide whom|deal with (?:me|us)|
    liaise with me|like|love|want|see|find|learn)\b
""")
_DUTIES_BEFORE = (
    _cue(
        "responsibilities",
        rf"""(?:{_PERSON}(?:'ll| will|
    's| is| are| would)?(?: also| mainly| mostly| fully| be| solely| be the one)*[ ])?(?:responsible|
    accountable) for[ ]""",
    ),
    _cue(
        "responsibilities",
        r"""(?:main |key |daily |the ){0,3}(?:duties|tasks|responsibilities|the work|the job|the role|
        day to day)
        (?: (?:are|include|includes|involves?|consists? of|covers?|will be|is to|would be|
        entails?))+(?: to)?[ :]+""",
    ),
    _cue(
        "responsibilities",
        r"""(?:(?:the |our )?(?:plan|scope|to-?do list|job|work|list)(?: is| will be)?|to do|needed|need)
        :?(?=[ ]\(?[a1]\)[ ])[ ]*""",
    ),
    _cue(
        "responsibilities",
        rf"""(?:he|she|they|you|who|the person|this person|and|the (?:\w+ )?(?:contractor|employee|engineer|
    developer|admin|administrator|analyst|designer|hire|freelancer|role|architect|tester|specialist|
    technician|manager|dba))(?:'ll| will| is going to|
    'd| would| is to)(?: also| mainly| mostly| then| first| need to| have to)*[ ]
    (?=(?P<keep>(?!{_NO_DUTY})[a-z]+)\b)""",
    ),
    _cue(
        "responsibilities",
        r"""(?:in charge of|takes? care of|taking care of|owns?|looks? after|looking after)
        (?=[ ](?:the|our|all|everything|its|network|servers)\b)[ ]""",
    ),
)
_TERMS_BEFORE = (
    _cue(
        "deal_breakers",
        r"""(?:the |a |my |our |only ){0,3}(?:deal[- ]?breakers?|no[- ]gos?|red lines?|
        knock-?outs?(?: criteria)?)
        (?: for (?:me|us))?(?: is| are| would be|:)+[ :]*""",
    ),
    _cue(
        "deal_breakers",
        r"""(?:i|we)(?:'ll| will|'d| would)?(?: not|n't)(?: even)? (?:consider|take|hire|accept|look at)[ ]
        (?:anyone|anybody|someone|somebody|people|candidates?|a person)[ ](?=(?P<keep>who|without|that|
        with)\b)""",
    ),
    _cue(
        "trade_offs",
        r"""(?:(?:i|we)(?:'d| would|'m| am|'re| are| could| can)? )?(?:be )?(?:willing to|happy to|could|
    would|can|prepared to|ready to)(?: easily)? (?:trade|give up(?: on)?|compromise on|do without|
    live without|be flexible on)[ ]""",
    ),
    _cue(
        "trade_offs",
        r"(?:i'd|i would|we'd|we would) (?:trade|give up(?: on)?|compromise on|do without|live without)[ ]",
    ),
    _cue(
        "tools",
        r"""(?:(?:they|he|she|you|the (?:person|contractor|employee))(?:'d|
        'll| would| will)(?: be)? (?:mostly |mainly )?(?:use|using)|
        (?:we|the team)(?:'re| are)? (?:all )?(?:use|uses|using|work with|work in|working with))[ ]
        (?!(?:a|an|our|their|contractors?|freelancers?|this|that|it|them|him|her|some|the (?:same|
        office))\b)""",
    ),
    _cue(
        "tools",
        r"""(?:(?:our|the|tech|current|technology) ){0,3}(?:stack|tooling|toolset|tool set|tools(?: we use)?|
        systems we use)(?: is| are| includes?|:| =)+[ :]*(?:mostly |mainly )?""",
    ),
)
# The value follows.
BEFORE: tuple[Cue, ...] = (*_NICE_BEFORE, *_MUST_BEFORE, *_RESULTS_BEFORE, *_DUTIES_BEFORE, *_TERMS_BEFORE)
_ENDS = r"(?= *(?:[,;.!)]|$| and\b| but\b| though\b))"
# The value comes before.
AFTER: tuple[Cue, ...] = (
    _cue(
        "must_haves",
        r"""(?:- |\()(?:an? |is a |are )?(?:absolute )?(?:must(?:[- ]haves?)?s?|essential|required|mandatory|
        needed)(?=[ ]*(?:[,;.!)]|$|- ))""",
    ),
    _cue(
        "nice_to_haves",
        r"""(?:- |\()(?:just )?(?:an? )?(?:nice(?:[- ]to[- ]haves?)?|bonus|plus|optional|desirable|
        preferred)(?=[ ]*(?:[,;.!)]|$|- ))""",
    ),
    _cue(
        "nice_to_haves",
        r"""(?:(?:is|are|would be|'d be|will be|as|just|only)[ ](?:just |only |definitely |certainly |
        more of )*)?
        (?<!\+ )(?:an? )?(?:big |real |definite |huge )?
        (?:nice[- ]to[- ]haves?|good[- ]to[- ]have|bonus|plus(?! \w)|advantage)
        (?! points| if\b| to\b| for\b| side|:|[ ]?\d| would be| is\b| are\b)\b""",
    ),
    _cue(
        "nice_to_haves",
        rf"""(?:would|'d|will) be (?:nice|great|good|helpful|useful|welcome|an asset|handy|beneficial)
        (?! (?:to|if|that))\b(?: too| as well)?|would help(?! us| me| if| to)\b(?: too)?|
        (?:is|are )?(?:a )?(?:preferred|desirable|optional|welcome|beneficial){_ENDS}|
        (?:is|are|but)? ?not (?:essential|required|necessary|a must|mandatory)
        (?=,? but (?:nice|good|helpful|welcome|would))|can be (?:learnt|learned|
        picked up)(?: on the job| later)?""",
    ),
    _cue(
        "must_haves",
        rf"""(?:is|are|will be)[ ](?:an? )?(?:absolute(?:ly)? |strictly |really |definitely |clearly )?
        (?:must(?:[- ]haves?)?|required|essential|mandatory|non-negotiable|needed|necessary|crucial|a given|
        indispensable|key|compulsory)(?! for (?:us|the)\b| by| to\b| in order)\b|
        (?:required|essential|mandatory|a must|must[- ]have|non-negotiable){_ENDS}""",
    ),
    _cue(
        "deal_breakers",
        r"""(?:is|are|would be) (?:an? )?(?:absolute |real |total |clear )?
        (?:deal[- ]?breakers?|no[- ]gos?|knock-?outs?)\b""",
    ),
)
