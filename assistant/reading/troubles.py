"""Troubles of a running engagement, and questions told as statements: 'the contractor is late again'."""

from dataclasses import dataclass

from assistant.facts import FACTS
from assistant.reading.composing import Gathered
from assistant.reading.orders import ORDER
from assistant.reading.patterns import joined, pattern, words
from assistant.reading.reading import Context
from assistant.reading.talk import CORE, HELP, INJECTION, is_greeting
from assistant.reading.text import Text

MOST_WORDS = 32
LEAST_WORDS = 3
MOST_BESIDE = 2
CONTENTS = "What should a contractor agreement contain?"
_NOTE = frozenset(name for name, spec in FACTS.items() if spec.scope == "note")
# What such a message lets fall by the way: "remote contractor feels left out" places nobody.
_BY_THE_WAY = words(
    "engagement|location|communication|schedule|start|duration|jurisdiction|team",
    "team_setup|why_now|time_zone|overlap|extension|outcomes",
)
_EDITS = ("correct", "add", "remove", "clear")

# Somebody is wanted, or a document: a brief, whatever else is said in it.
_WANTED = pattern(r"""
    \b(?:(?:i|we|you|they|company|team|client|which|that|who|now|also|just|still|urgently|[a-z]+ly)
    (?:'d| would|'ll| will)?[ ](?:also |really |urgently |now |just |only |still )?(?:need|require|seek)s?
    (?! to (?:know|understand|talk|ask))|(?:i|we)(?:'d| would)?(?: also| really| just)? want
    (?! to (?:get rid|know|understand|stop|praise|thank|ask|avoid|keep))|(?:i|we)(?:'d| would) (?:like|love|
    prefer)(?! to know| our contractor)|needed|wanted|required?|seeking|(?:look|search)ing (?:for|to)|
    hir(?:e|es|ing) (?:an?|some(?:one|body)|two|three|another|for|now|asap)|recruiting|to (?:join|replace)|
    vacanc(?:y|ies)|opening|role|position|profile|must[- ]haves?(?! list)|nice[- ]to[- ]haves?|
    responsib(?:le|ilities)|reports? to|reporting to|in charge|pays?|paying|budget|deal[- ]?breakers?|urgent|
    wants? (?:an?|two|another|some) (?:[\w-]+ ){0,2}?(?:engineer|developer|dev|admin|administrator|contractor|
    freelancer|consultant|designer|tester|analyst|architect|technician|dba|person|expert)|
    (?:draft|write|prepare|create|update|redo|rewrite|revise|shorten|generate) (?:me|us|a|an|the|my|our|it|
    this|that)|the (?:draft|brief|text|wording|post|section|line)|success (?:is|means)|the goal|ideally|
    preferably|please)\b|^(?:an? )?(?:new|senior|junior|lead|experienced)\b|\bneed (?:an?|some|help)\b|
    ^(?:need|want|needs|must|should have|no|yes|yep|ok|okay|make|add|drop|change|use|let's|not)\b
    (?! (?:one|news|diploma|degree|answer|reply|progress|response|applicants?|idea|clue))
""")
# "The contractor must ...", "he'd be on call": what the work will be.
_WILL_BE = pattern(r"""
    (?:^|[,;.] |\b(?:and|but) )(?:(?:the |a |this |our )?(?:[\w-]+ )?(?:person|contractor|employee|candidate|
    freelancer|job|work|engagement|consultant|engineer|developer|admin)|he|she|they|it|somebody|someone)
    (?:'ll|'d| will| must| should| would| shall| needs? to| has to| have to| is to| are to| can(?: also)?)[ ]
""")
_OPENS = r"(?:^|[,;:.!?] ?|[ ]-+ |\b(?:and|but|so|or|also|then|now|well|because) )"
_THEY = joined(r"""
    (?:i|we|he|she|they|it|that|this|there|
    (?:the|a|an|my|our|his|her|their|one|any|more|some)(?: [\w'-]+){1,3}|
    contractors?|freelancers?|employees?|candidates?|number)
""")
_ASKS = pattern(rf"""
    \b(?:how (?:do|can|should|could|would|to|come|does|did|am|is|are)[ ]|what (?:do|should|can|could|if|then|
    to|happens|does|would|next)\b|what now|now what|where (?:do|should|can|to)\b|why (?:do|does|is|are|
    should|change|not)\b|who (?:should|does|decides|owns|pays)\b|when (?:do|should|can|does|must)\b|
    which (?:one|ones|of them|of these)\b|yes or no|or not$|or no$|right or wrong|too (?:much|many|long|
    short|late|early|little)$|
    (?:no (?:clue|idea)|don't (?:really )?know|do not know|not sure|unsure|wondering|wonder)[ ]
    (?:how(?! (?:long|much|many|often))|what(?! (?:rate|budget|price|level))|why|who he|whether to|
    if (?:that|this|it|he|she|they|
    i can|i may|i should|we can|we may|we should) ))|
    {_OPENS}(?:(?:can|could|should|may|must|do|does|did|am|shall) {_THEY}[ ]|(?:is|are|was|were|isn't|aren't)
    (?:that|this|it|he|she|they|there|i|we|the [\w-]+ [\w-]+ )\b)|^(?:do|does|is|are|am|can|may)[ ]
    (?!you\b)[\w'-]+ [\w'-]+|[\w)] (?:vs\.?|versus) [\w(]
""")
_ASKED_AT_END = pattern(
    r"(?:\bhelp|\bany (?:tips|advice|ideas?|thoughts)|\bthoughts|\badvice|\bwhat to do)[ .!]*$"
)

_WORKER = joined(r"""
    (?:contractors?|freelancers?|admins?|sysadmins?|guys?|developers?|devs?|engineers?|consultants?|
    designers?|testers?|analysts?|employees?|dbas?|technicians?|colleagues?|candidates?|applicants?|
    newcomers?|starter|agency|agencies|supplier|vendor|recruiters?|boss|ceo|cfo|cto|hr|legal|finance|director|
    client|customer|manager|team lead|lead|staff|people|folks|team|stakeholders?|intern|interns|architect|
    programmers?|coders?|team members?|new hire|hire|external|externals|
    (?:estimate|invoice|laptop|report|work|code|quality|handover|feedback|deadline|milestone|stand-?up|
    meeting|backlog|sprint|interview|ad|advert|posting|contract|project|discussion)s?)
""")
_WHO = joined(rf"""
    (?:(?:the|our|my|this|that|his|her|their|one of (?:our|my|the)|a|an|both|all|some|another|two|most|
    half)[ ])?
    (?:(?!(?:need|want|and|or|for|with|is|are|has|will|must)\b)[\w'-]+ ){{0,3}}?{_WORKER}(?:'s [\w-]+)?
    (?: in [\w-]+| from [\w-]+| at [\w-]+)?
""")
_SUBJECT = rf"(?:{_WHO}|he|she|they|it|nobody|no one|everyone|everybody|someone|somebody|people|two of them)"
# What somebody does whose work goes on, beside when and where it is done.
_DOES = joined(r"""
    (?:keeps?|wants|says|said|say|claims?|thinks?|think|feels?|asks?|asked|refuses?|refused|ignores?|
    ignored|missed|misses|complains?|complained|raised|raises|sent|left|leaves|leaving|quit|quits|resigned|
    stopped|went|disappeared|argues?|blames?|blamed|demands?|insists?|hates?|dislikes?|rejects?|rejected|
    forgot|forgets|lied|lies|broke|lost|hides?|promised|pushes|deleted|copied|shared|shows|showed|turned|
    delivered|delivers (?:late|half|nothing)|charged|billed|bills|overcharges?|invoiced|misunderst\w+|
    struggles?|declined|declines|fails?|failed|cancelled|ghosted|disagrees?|fights?|interrupts?|
    doubts?|treats?|talks|looks|sounds|reads|got|became|becomes|took|takes|told|tells|made|gave|came|found|
    brings?|attracts?|applies|applied|answers?|replies|responds|
    works (?:for|only|too|all|day|nights|weekends|slow)|
    only works|also works|resents?|ask(?:ing)?|gets (?:orders|angry|defensive|upset|lost|bored|no|nothing|
    too|paid|worse)|wastes?|spends?|uses? (?:ai|chatgpt|copilot|his own|her own|their own)|
    (?:doesn't|does not|don't|do not|didn't|did not|won't|will not|can't|cannot|couldn't)[ ](?!need|have to|
    matter|require|want to)[a-z]+|hasn't|has not|haven't|never [a-z]+|always [a-z]+|just [a-z]+ed|
    still (?:has|have|is|isn't|hasn't|no|not)|has (?:no|not|been|gone|stopped|become|too|never|already|
    already been|two other|another)|have (?:no|stopped|been|gone|become|too)|had (?:an?|to|enough)|
    lacks)
""")
_IS = joined(r"""
    (?:(?:is|are|was|were|am|be|being|got|gets|feels?|seems?|looks?|becomes?)(?:n't| not)?
    (?: (?:always|often|never|constantly|so|too|very|really|just|again|still|a bit|quite|totally|getting))*[ ]
    (?:late|ill|sick|slow|angry|lazy|unhappy|bored|tired|rude|overpaid|overworked|overloaded|quiet|silent|
    gone|leaving|on (?:holiday|vacation|leave|sick)|away|missing|unreasonable|wrong|vague|bad|poor|worse|
    useless|unreliable|unavailable|unresponsive|offline|online|exhausted|stressed|burn\w*|near|difficult|
    toxic|defensive|aggressive|demotivated|frustrated|confused|lost|stuck|blocked|behind|over(?:due| budget)|
    sloppy|careless|arrogant|arguing|fighting|complaining|ignoring|hiding|cheating|lying|moonlighting|
    unclear|messy|chaotic|endless|empty|full of|weak|great|brilliant|upset|afraid|scared|jealous|isolated|
    left out|lonely|a (?:7|mess|disaster|nightmare|bottleneck|problem)|the only one|paid too|hard to)\b)
""")
_STORY = pattern(rf"""
    {_OPENS}(?:{_SUBJECT}(?: (?:also|often|now|just|currently|only|again|constantly|always|never|has|have))*
    (?: (?:{_DOES}|{_IS})|'s (?:always|never|not|late|ill|sick|gone|slow|been)\b)|
    (?:i|we) (?:feel|inherited|caught|suspect|skip|keep [a-z]+ing|told|ghosted|lost|disagree|argue|
    micromanage|forgot|promised|regret|fear|struggle|don't trust|do not trust|
    can't|cannot|never|always)\b|
    (?:i'm|we're|i am|we are) (?:in meetings|micromanaging|losing|afraid|scared|worried|stuck|fed up|tired|
    annoyed|always|never|drowning|overwhelmed)\b|(?:nobody|no one|everyone|everybody|somebody|someone)
    (?: (?!mentioned|suggested|joined)[a-z'-]+ed| (?!is\b|has\b|was\b|knows)[a-z'-]+s)\b|
    (?:an? )?(?:endless|constant|no (?:news|answer|reply|progress|response)|
    never ending)\b|no (?:diploma|degree) but\b)|\b(?:late|wrong|worse|bugs|broken|missing) again\b|
    \bhas no (?:laptop|access|account|contract|idea|clue|desk)\b|\beveryone is an?\b
""")
# What somebody charges is a term of the engagement, unless it is asked about.
_AMOUNT = pattern(r"\d[ ]?k?(?:[ ]?/[ ]?| an? | per )(?:hour|hr|day|week|month|year)\b")
_CONTRACT = pattern(r"""
    \b(?:contract|(?:contractor|contracting|consultancy|consulting|services?|freelance) agreement|
    statement of work|sow)s?$
""")


@dataclass(frozen=True)
class Around:
    """What else was heard: whether something is ordered or accepted, or asked, and what is stated."""

    ordered: bool
    asked: bool
    gathered: Gathered


def trouble(text: Text, context: Context, around: Around) -> str | None:
    """The words to ask the library with, when a message seeks advice without asking in form, or none.

    A message that wants somebody, edits the brief or answers what was asked last is no such thing.
    """
    low = text.low.strip(" \n\t.!?")
    lines = text.raw.strip().count("\n")
    if around.ordered or lines or not LEAST_WORDS <= len(low.split()) <= MOST_WORDS:
        return None
    if is_greeting(low) or INJECTION.search(low) or ORDER.match(low) or _states(context, around.gathered):
        return None
    asks = around.asked or _ASKS.search(low) is not None or _ASKED_AT_END.search(low) is not None
    if HELP.search(low) and not (asks and CORE.search(low)):
        return None
    if _WANTED.search(low) or (_WILL_BE.search(low) and not asks):
        return None
    beside = {change.fact for change in around.gathered.changes} - {"engagement"}
    if len(beside - {"jurisdiction"}) > MOST_BESIDE - around.asked or (
        around.asked and "role_title" in beside
    ):
        return None
    if around.asked and "\n" in low and around.gathered.changes:
        return None  # what stands in a sentence of its own beside a question is a brief
    story = _STORY.search(low) and beside <= _BY_THE_WAY and not _AMOUNT.search(low)
    return text.value(text.whole) if asks or story else None


def _states(context: Context, gathered: Gathered) -> bool:
    """Say whether a message edits, or tells a fact that was just asked for or belongs to a note."""
    asked = {question.fact for question in context.asked}
    facts = {change.fact for change in gathered.changes}
    edits = any(change.op in _EDITS and change.fact in context.brief.facts for change in gathered.changes)
    return edits or bool(facts & (asked | _NOTE)) or bool(asked & _NOTE)


def contents(wanted: tuple[str, ...], text: Text) -> str | None:
    """What to ask when a contract is wanted: none is drafted here, but what belongs in it is known."""
    for name in wanted:
        if _CONTRACT.search(name.casefold()) and "employ" not in text.low:
            return CONTENTS
    return None
