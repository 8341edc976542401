"""Requests about people that are not done: to rank, choose, judge, guess at or watch somebody."""

import re
from dataclasses import dataclass

from assistant.reading.moods import is_request
from assistant.reading.reading import Declined
from assistant.reading.text import Span, Text

_PEOPLE = (
    r"(?:candidates?|applicants?|applications?|people|persons?|cvs?|c\.v\.s?|resumes?|résumés?|finalists?|contenders?|interviewees?|freelancers?|contractors?|consultants?|"
    r"employees?|colleagues?|team members?|developers|engineers|staff|everyone|everybody|each of them|each one|these (?:two|three|four|five|six|\d+)|those (?:two|three|four|five|six|\d+)|the (?:two|three|four|five) of them|both of them|him|her|them|profiles)"
)
_GAP = r"(?:[ ](?:all|both|of|the|these|those|this|that|our|my|your|each|every|following|attached|three|two|four|five|six|ten|\d+|top|best|remaining|final|job|above|below|for|me|incoming|new|other|pasted|through|out|down|on|against|between|in|its|his|her|their|weak|bad|unsuitable|suitable|strong|female|male|older|younger|foreign|short-?listed|potential|and)){0,7}[ ]"
_NAME = r"[A-Z][a-zà-ÿ'-]+"

RANKING = Declined(
    "ranking, scoring or choosing between people",
    "Judging people stays with you and your panel.",
    "I can draft an interview kit with a scorecard that each interviewer fills in by hand, and the criteria to discuss afterwards.",
)
VERDICT = Declined(
    "a verdict on whom to take on, turn down or let go",
    "That decision and its reasons must be yours.",
    "I can draft the criteria and a structured debrief, so that you decide on evidence and can explain it.",
)
TRAITS = Declined(
    "a guess at somebody's character, background or future behaviour",
    "I do not infer anything about a person.",
    "I can draft interview questions that let them show what the work needs, or a feedback note on what you saw yourself.",
)
SCREENING = Declined(
    "screening or summing up somebody's papers",
    "Sorting people by their papers is a judgement on them.",
    "I can draft must-haves with the evidence to look for, so that you read every application by the same points.",
)
SNOOPING = Declined(
    "looking into somebody's private or online life",
    "It brings in what must not count and is often unlawful.",
    "I can draft questions and a work sample that show the same skill fairly.",
)
WATCHING = Declined(
    "reading emotions, faces or voices, or watching people",
    "It is unreliable, and in many places unlawful at work.",
    "I can draft agreed outcomes and indicators to follow the work itself.",
)
INVENTION = Declined(
    "saying things about a person that you have not given",
    "A reference or record holds only what was seen.",
    "Tell me what you saw and what came of it, and I draft a feedback note from that.",
)


@dataclass(frozen=True)
class _Rule:
    declined: Declined
    pattern: re.Pattern[str]
    cased: bool = False


def _rule(declined: Declined, pattern: str, *, cased: bool = False) -> _Rule:
    return _Rule(declined, re.compile(pattern), cased)


_SENSITIVE = (
    r"(?:age|ethnicity|race|religion|nationality|gender|sexuality|orientation|health|personality|political views?|politics|marital status|family status|"
    r"pregnan(?:t|cy)|disability|origin|background|iq|intelligence|character|temperament|mental health|star sign)"
)
RULES: tuple[_Rule, ...] = (
    _rule(
        RANKING,
        rf"\b(?:rank|score|grade|shortlist|short-list|stack[- ]rank|order|sort|rate|compare|weigh up|put in order)(?:{_GAP}|[ ]){_PEOPLE}\b(?!'s? (?:needs|requirements))",
    ),
    _rule(RANKING, r"\b(?:rank|grade|shortlist) (?:them|him|her|us|everyone|everybody)\b"),
    _rule(
        RANKING,
        rf"\b(?:give|assign|award)(?: me)? (?:a |an )?(?:{_PEOPLE}|each|all|every candidate|each candidate|him|her)(?: of them| candidates?| applicants?)?[^.!?\n]{{0,25}}?(?:\b\d+ ?/ ?\d+|\bscores?\b|\brating\b|\bpoints\b|\bstars\b|\bmarks?\b|\bgrade\b|\bout of (?:ten|five|10|5|100)\b|\btop marks\b|\b10\b)",
    ),
    _rule(
        RANKING,
        r"\b(?:score|rating|grade|ranking|percentage|fit score|match score|suitability score) (?:for|of|on)[ ](?:each |every |the |this |these |those |our |my )*(?:candidates?|applicants?|people|cvs?|resumes?|him|her|them)\b",
    ),
    _rule(
        RANKING,
        rf"\b(?:rank|rate|score|grade|compare) {_NAME}(?:'s|,| and| &| vs| against| or|$| on | from | out )",
        cased=True,
    ),
    _rule(
        RANKING,
        r"\b(?:who(?:'s| is| was| did| would be)|which (?:one|candidate|applicant|person|of (?:them|these|those|the (?:two|three|four|five|candidates|applicants)))(?: is| was| did| would be| looks| seems| do you)?)(?: the)? (?:best|better|strongest|stronger|weakest|weaker|worst|most (?:suitable|qualified|promising|talented)|top|prefer|like (?:best|most))\b(?! (?:to (?:ask|talk|contact|decide)|placed))",
    ),
    _rule(
        RANKING,
        r"\b(?:pick|choose|select|recommend|suggest|identify|name|find)(?: me| for me)? (?:the |a |your |one |my )?(?:of the |of these |of them |of those )?(?:single |overall |two |three |top |\d )*(?:best|strongest|top|right|winner|winning|favou?rite|better|ideal|most suitable|weakest) ?(?:\w+ )?(?:candidates?|applicants?|person|one|of them|of these|cvs?|resumes?|of the (?:two|three|four|five|lot|bunch))\b(?! profile)",
    ),
    _rule(
        RANKING,
        r"\b(?:recommend|pick|choose|select)(?: me)? (?:one|someone|two|a candidate|a winner|who) (?:of|from|among|out of|between)\b(?: (?:these|those|the|them|my|our))",
    ),
    _rule(
        RANKING,
        r"\b(?:decide|tell me|say|choose|pick|advise|recommend|suggest)(?: for me| me| for us)?,? (?:who|whom|which (?:one|candidate|of (?:them|these)|applicant|person|contractor|employee))(?:m)?(?: i| we| you| to| should| is| would| gets| ought| will| has| deserves| performed| did)\b(?! (?:ask|talk|contact|report))",
    ),
    _rule(
        VERDICT,
        r"\b(?:who|whom|which (?:one|candidate|applicant|person|of (?:them|these|those|the (?:two|three|four|five|candidates|applicants))|(?:\w+ )?(?:contractor|employee|engineer|developer)))[ ](?:should|do|shall|would|must|can|to|ought)(?: (?:i|we|you|to))? (?:then |really |rather )?(?:hire|reject|fire|pick|choose|take|promote|invite|shortlist|drop|let go|keep|prefer|advance|eliminate|sack|turn down|lay off|make redundant|be (?:hired|rejected|fired|promoted|let go)|get the (?:job|offer|role)|offer)\b",
    ),
    _rule(
        VERDICT,
        rf"\b(?:should (?:i|we)|do you think (?:i|we) should|would you) (?:hire|reject|fire|pick|choose|take|promote|invite|sack|let|keep|go with|offer [^?.]{{0,20}}? to) (?:{_NAME}|him\b|her\b|them go\b|this (?:candidate|applicant|person|guy|one)\b|that (?:candidate|applicant|person|guy)\b|candidate [A-Z0-9]\b)(?! (?:a|an|for|contractor))",
        cased=True,
    ),
    _rule(
        VERDICT,
        r"\b(?:is|was) (?:he|she|this (?:candidate|applicant|person|guy)|that (?:candidate|applicant|person)) (?:a )?(?:good|right|suitable|qualified|the right|better|bad|strong|weak|worth|any good|hireable|fit)\b(?! (?:to|idea|time))",
    ),
    _rule(
        VERDICT,
        rf"\b[Ii]s {_NAME} (?:a )?(?:good|right|suitable|qualified|better|worth hiring|any good|the right|stronger|best|a fit)\b",
        cased=True,
    ),
    _rule(
        VERDICT,
        r"\b(?:write|draft|send|prepare)(?: me)?(?: a| the)? (?:verdict|hiring recommendation|hire/no[- ]hire|recommendation (?:on|whether|to (?:hire|reject)))\b",
    ),
    _rule(
        TRAITS,
        r"\bwhat(?:'s| is| are| was) (?:she|he|they|this (?:candidate|person|guy)|that (?:candidate|person)) (?:really |actually )?like\b(?! to)",
    ),
    _rule(
        TRAITS,
        rf"\b(?:what do you (?:think|make) (?:of|about)|your (?:opinion|view|impression|take) (?:of|on|about)|how do you (?:find|see|rate)) (?:him|her|this (?:candidate|applicant|person|cv|guy)|that (?:candidate|applicant)|the candidates?|these (?:candidates|applicants|people|cvs)|{_NAME}(?: as|\?|$|'s ))",
        cased=True,
    ),
    _rule(
        TRAITS,
        rf"\b(?:guess|infer|deduce|estimate|predict|tell me|work out|figure out|analy[sz]e|assess|judge|evaluate|determine|detect|find out|what is|what's)(?: me)? (?:about )?(?:his|her|their|the candidate'?s?|this candidate'?s?|this person'?s?|the applicant'?s?|the person'?s?|each candidate'?s?|{_NAME}'s|everyone's|candidates') (?:likely |probable |real |true |exact )?{_SENSITIVE}\b",
        cased=True,
    ),
    _rule(
        TRAITS,
        r"\b(?:how old (?:is|might|are|do you think) (?:he|she|they|this|the candidate|the applicant)|(?:is|are) (?:she|he|they|this candidate|the candidate|the applicant) (?:likely |probably |maybe )?(?:pregnant|gay|married|disabled|muslim|jewish|christian|black|white|asian|foreign|lazy|honest|loyal|trustworthy|reliable|lying|introverted|extroverted|autistic|ill|depressed|planning (?:to have|a) (?:kids|children|baby|family)))\b",
    ),
    _rule(
        TRAITS,
        rf"\b(?:predict|forecast|tell me|guess|estimate|who)[^.?!\n]{{0,30}}?\b(?:who(?:'ll| will| is going to| might)?|whether (?:he|she|they|{_NAME})(?:'ll| will| is going to)?|if (?:he|she|they)(?:'ll| will)?|will|is likely to|are likely to)(?: is)?(?: most)?(?: likely)?(?: to)? (?:leave|quit|resign|underperform|stay long|get pregnant|burn out|fail|steal|go sick|be disloyal|jump ship|fall ill)\b",
        cased=True,
    ),
    _rule(
        TRAITS,
        rf"\b(?:personality|character|psychological) (?:profile|analysis|assessment|type|test) (?:of|for|from|on|based on) (?:him|her|them|this|the candidate|each|the applicants?|these|{_NAME}|their|his)",
        cased=True,
    ),
    _rule(
        SCREENING,
        r"\b(?:screen|sift|filter|triage|review|evaluate|assess|analy[sz]e|judge|summari[sz]e|check|go through|read through|look (?:at|through|over)|pre-?screen|vet|parse)(?: for me)?(?: out)?[ ](?:(?:the|these|those|this|that|my|our|all|attached|following|below|three|two|four|five|ten|\d+|pasted|incoming|candidates?'?|applicants?'?|his|her|their|weak|unsuitable|bad) )*(?:cvs?|resumes?|résumés?|applications|applicants?|candidates?|cover letters?|linkedin profiles?)\b(?! (?:profile|pool|experience|feedback))",
    ),
    _rule(
        SNOOPING,
        r"\b(?:find|search|look up|look for|look at|look into|check|check out|google|stalk|dig up|track down|research|browse|scan|get me|show me)(?: for| me| out| up| on)?[^.?!\n]{0,40}?\b(?:social media|facebook|instagram|tiktok|twitter|linkedin|x account|private (?:life|accounts?|posts?)|online (?:life|presence|posts?)|criminal record|home address|private address|dating profile|photos? of (?:him|her))",
        cased=False,
    ),
    _rule(
        SNOOPING,
        rf"\b(?:google|stalk|background[- ]check) (?:him|her|them|this (?:candidate|person)|the (?:candidate|applicant)s?|{_NAME})(?=[ .,?!]|$)",
        cased=True,
    ),
    _rule(
        WATCHING,
        r"\b(?:detect|read|analy[sz]e|monitor|recogni[sz]e|track|measure|score|interpret)(?:ing)?[^.?!\n]{0,30}?\b(?:emotions?|facial (?:expressions?|features?)|faces?|body language|tone of voice|voice (?:stress|analysis|recording)|voices?|micro-?expressions|mood of|moods|eye movements?|keystrokes|lie)\b",
    ),
    _rule(
        WATCHING,
        r"\b(?:facial|voice|emotion|emotional|face) (?:recognition|analysis|detection|tracking|monitoring)\b",
    ),
    _rule(
        INVENTION,
        r"\b(?:make up|invent|fabricate|fake|made[- ]up|fictional|exaggerate)\b[^.?!\n]{0,40}?\b(?:feedback|reference|review|reasons?|complaints?|incidents?|performance|testimonial|examples?|warnings?|evidence|achievements?)\b",
    ),
    _rule(
        INVENTION,
        r"\b(?:write|draft|give|create|do)(?: me| him| her| them)? (?:a |an )?(?:glowing |great |good |bad |terrible |fake |positive |negative |nice )+(?:reference|letter of recommendation|recommendation letter|testimonial|performance review)\b",
    ),
)
# Asking how it is done well, or whether one may, is a question of method.
_METHOD = re.compile(
    r"^(?:(?:and|but|so|also|btw|hi|hello|hey|ok|well|question|quick question)[,:!]?[ ]+)*(?:how (?:do|should|can|could|would|to|does|might|best|is|are)(?! you\b)|what(?:'s| is| are) (?:a|an|the) (?:fair|good|best|right|proper|legal|usual|lawful|way|process)|"
    r"what (?:should|do|can|must|may) (?:i|we)|what (?:to|belongs|makes|happens|does it)|(?:can|may|could|should|must|do|are) (?:i|we|a|an|interviewers|my|our|they|companies|employers)(?: allowed)? (?!hire [A-Z]|fire|reject|pick)|is it (?:ok|okay|legal|fair|allowed|lawful|fine|right|all right|alright|possible|a good)|why|when (?:should|do|can|may)|is there|"
    r"(?:any )?(?:tips|advice) (?:for|on)|who should (?:interview|decide|be|ask|score|rate|rank|do|review|sit|screen|write|talk|set|sign|own|run|join|take part)|does (?:it|the|a)|are there|what happens)\b"
)
_THINGS = re.compile(
    r"\b(?:must[- ]haves?|requirements?|criteria|skills?|competenc(?:y|ies)|priorities|outcomes|kpis|questions?|tasks|tools|options|vendors?|channels|sheet|card|template|form|kit)\b"
)
_BLANK = re.compile(
    r"\b(?:score ?sheet|scorecard|score card|rating sheet|scoring sheet|rating scale|evaluation form|interview kit|template|form|how to|guide)\b"
)


def declined(text: Text, sentences: list[Span]) -> tuple[Declined, Span] | None:
    """What a message asks for that is not done, and where; a question of method is no such thing."""
    for sentence in sentences:
        low, raw = text.folded(sentence), text.value(sentence)
        if _METHOD.match(low.strip()) and not is_request(low):
            verdict = next(
                (
                    rule
                    for rule in RULES
                    if rule.declined is VERDICT and rule.cased and rule.pattern.search(raw)
                ),
                None,
            )
            if verdict is None:
                continue
            return verdict.declined, sentence
        for rule in RULES:
            match = rule.pattern.search(raw if rule.cased else " ".join(low.split()))
            if match and not _harmless(low, match, rule):
                return rule.declined, sentence
    return None


def _harmless(low: str, match: re.Match[str], rule: _Rule) -> bool:
    """Say whether the hit is about things, or asks for an empty form to fill by hand."""
    hit = match[0].casefold()
    after = low[low.find(hit) + len(hit) :] if hit in low else ""
    if rule.declined is RANKING and _THINGS.search(hit):
        return True
    if re.match(r"'?s?'? (?:profile|requirements?|must-haves|questions|criteria)\b", after):
        return True
    before = low[: max(low.find(hit), 0)]
    return bool(
        re.search(
            r"\b(?:how to|way to|sheet to|form to|card to|questions? (?:to|that)|help(?:s)? (?:me|us) to|template to|criteria (?:to|for)|never|don't|do not|not to|without|you (?:don't|can't))(?: \w+)? ?$",
            before,
        )
    ) or bool(rule.declined is SCREENING and _BLANK.search(low) and "attached" not in low)
