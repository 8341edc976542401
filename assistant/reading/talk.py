"""Talk that is no brief: greetings, questions about the assistant, and what lies outside its work."""

import re
from typing import Literal

from assistant.reading.patterns import pattern, words

_HELLO = words(
    "hi|hello|hey|hiya|howdy|yo|good|greetings|thanks|thank|thx|cheers|bye|goodbye",
    "great|perfect|cool|ok|okay|nice|awesome|lovely|brilliant|super|morning",
)
_BESIDE = words(
    "morning|afternoon|evening|day|there|all|team|everyone|folks|today|you|very|so|much",
    "a|lot|again|many|have|how|are|is|it|going|doing|to|meet|got|assistant|hiring",
    "friend|appreciated|how's|weekend|one|for|your|the|help|and|that's|that|looks",
    "sounds|really|just|what|i|needed|this|these|work|job|stuff|now|then|bye|later|see",
)
_WORD = re.compile(r"[\w']+")
MOST_GREETING = 14


def is_greeting(low: str) -> bool:
    """Say whether a folded text is a greeting or thanks and nothing else."""
    words = _WORD.findall(low[:200])
    if not words or len(low) > 200 or len(words) > MOST_GREETING or words[0] not in _HELLO | {"how"}:
        return False
    return not _HELLO.isdisjoint(words) and _HELLO.union(_BESIDE).issuperset(words)


_THANKS = pattern(r"""
    \b(?:thanks|thank you|thx|cheers|appreciated|bye|goodbye|great|perfect|cool|awesome|lovely|brilliant|
    super|nice|good (?:one|work|job|stuff))\b
""")
_MEETING = re.compile(r"\b(?:hi|hello|hey|hiya|howdy|yo|morning|afternoon|evening|greetings|how|meet)\b")


def courtesy(low: str) -> Literal["thanks", "assent", "meeting"]:
    """What a folded text that greets or thanks does: it thanks or leaves, it merely assents, or it meets."""
    if _MEETING.search(low):
        return "meeting"
    return "thanks" if _THANKS.search(low) else "assent"


HELP = pattern(r"""
    \b(?:what (?:can|do|else can|could) you (?:do|help|offer|know|draft|write|make)|
    what can i (?:do (?:here|with this)|ask you)|what are you(?: for| able)?\b|who are you|
    what(?:'s| is) this(?: tool| app| thing| assistant)?(?: for| about)?\?*$|how (?:does (?:this|it) work|
    do (?:i|you) (?:work|start|use this|use you|begin|get started)|can (?:you|i) (?:help|use (?:this|
    you)))|what (?:documents|kinds?|sorts?)[\w ]{0,20} (?:can you|do you)|help me(?: please)?[.!?]*$|
    ^help[.!?]*$|what now|where do i (?:start|begin)|how do i get started|are you (?:a (?:bot|human|robot|
    person)|an ai|chatgpt|human|real)|what model|show me what you can|your (?:features|capabilities|
    commands)|instructions\?*$|how to use (?:this|you)|get started)\b|^\?+$
""")
OFF_TOPIC = pattern(r"""
    \b(?:weather|forecast (?:for )?(?:tomorrow|today|the weekend)|recipe|cook(?:ing)?|bake|soup|pasta|
    dinner|football|soccer|world cup|olympics|tennis|cricket|nba|movie|film|netflix|song|lyrics|poem|
    haiku|limerick|joke|riddle|story about|novel|horoscope|astrology|capital (?:city )?of|population of|
    mount everest|how tall is|how far is|who (?:won|wrote|painted|invented|discovered)|president of|
    prime minister|election|stock price|bitcoin|crypto|lottery|flights? (?:from|to)|hotel|
    holiday destination|vacation spot|restaurant|my (?:cat|dog|car|girlfriend|boyfriend|wife|husband|kid|
    son|daughter|homework|garden|tax return|cv|resume)|red wine|carpet|dripping tap|half marathon|avocado|
    calories|northern lights|plants grow|translate [\"'"]|in japanese|meaning of life|solve (?:this|
    the) (?:equation|puzzle)|square root|what is \d+ ?[+*x/-] ?\d+|prime numbers?|what time is it|
    (?:write|give me|show me|debug|fix) (?:me )?(?:an? |the |some |this |my )?(?:python|java|javascript|
    bash|sql|code|script|regex|function|css|html|c\+\+|rust|program|shell script|excel formula|query)\b|
    how (?:do|to|can) (?:i |you |we )?(?:install|uninstall|configure|undo|reset|compile|centre a div|
    center a div|reverse a string|sort a list|merge two|index a|upgrade|reboot)\b|why (?:does|is|
    do) my (?:kubernetes|pod|docker|code|laptop|printer|wifi|computer|phone|server|script)|my printer|
    difference between (?:tcp|udp|http|sql|java|python|react|git)|what does http|explain (?:css|quantum|
    recursion|kubernetes|docker|tcp|git)|react or vue|error code|stack ?trace|segfault|traceback)\b
""")
INJECTION = pattern(r"""
    \b(?:ignore|disregard|forget) (?:(?:all|any|the|your|my) ){0,3}(?:previous|prior|above|earlier)
    (?: instructions?| prompts?| rules)|\b(?:system prompt|developer mode|jailbreak)\b
""")
# What shows that even an odd question is about hiring or leading people.
CORE = pattern(r"""
    \b(?:hir(?:e|ing)|contractors?|freelanc\w*|candidates?|applicants?|interview\w*|recruit\w*|employees?|
    staff|feedback|onboard\w*|colleagues?|vacanc\w*|job (?:ad|advert|description|definition|post)|
    new starter|team member|one-on-ones?|my team|our team|underperform\w*|kpis?)\b
""")
WORK = pattern(r"""
    \b(?:hir(?:e|ing)|contract(?:or|ors|s|ing)?|freelanc\w*|consultants?|employ\w*|candidates?|
    applicants?|interview\w*|recruit\w*|jobs?|roles?|vacanc\w*|posting|advert|onboard\w*|offboard\w*|
    feedback|managers?|manag(?:e|ing)|teams?|staff|person|people|remote|salary|pay|rates?|invoice\w*|
    kpis?|goals?|outcomes?|milestones?|deliverables?|deadline|performance|reviews?|reference|referral\w*|
    cvs?|resumes?|skills?|must-haves?|degree|training|handover|nda|ip|ir35|1099|w-2|notice|terminat\w*|
    dismiss\w*|agency|upwork|toptal|colleagues?|developers?|engineers?|admin|sysadmin|designer|tester|
    analyst|architect|external|outsourc\w*|stand-?ups?|meetings?|one-on-ones?|1:1s?|time ?zones?|overlap|
    slack|access|accounts?|assign\w*|tasks?|project|work|working|trial|test|questions?|scorecard|ranking|
    bias|diversity|age|disab\w*|pregnan\w*|background check|newcomer|starter|consultancy|brief|job ad|
    trust|monitor\w*|praise|thank|recogni\w*|bonus|extension|extend|him|her|he|she|they|them|someone|
    somebody)\b
""")
# A statement about the person wanted, even when nothing in it could be read.
STATES = pattern(r"""
    \b(?:i|we)(?:'re| are|'m| am|'d| would)? (?:also |really |urgently )?(?:need|want|looking for|after|
    like|love)[ ]    (?:to (?:have|hire|get|find|pay) |an?\b|some(?:one|body)?\b|two\b|more\b|help\b|our\b)|
    \bneed(?:ed)? (?:an?|help|some)\b|\b(?:he|she|they)(?:'d| would|'ll| will) be\b|
    ^(?:the (?:person|contractor|employee|candidate|role|position|job|work)|he|she|they|it)
    (?:'ll| will| must| should| can| needs| has to| would| shouldn't| won't| doesn't| don't| does not|
    (?: do not))\b
""")
# After these a role's bare name is the role wanted.
LEADS_UP = pattern(r"""
    (?:(?:i|we)(?:'m| am|'re| are|'ve| have)? (?:(?:also|now|urgently|got) )?(?:need|want|looking for|hiring|
    recruiting)(?: (?:some )?help| (?:someone|somebody)(?: new)?| again| now)?|hiring(?: again| now)?|
    (?:an? )?(?:new|urgent|open|quick)(?: new| open)? (?:role|position|job|vacancy|hire|req|requirement|
    one|brief)(?: for you)?|new req|hope .{0,40}|help (?:me )?(?:wanted|needed))[ .,!:-]*
""")
# Sentences that nobody needs to hear were not placed.
FILLER = pattern(r"""
    (?:please|thanks?|thank you|cheers|regards|best|kind regards|many thanks|best regards|sincerely|
    sent from my .*|fyi|see below|asap please|let me know.*|ok|okay|yes|no|sure|great|also|and|urgent|
    that's (?:it|all).*|done|hope (?:you|this).*|looking forward.*|dear .*|hi\b.{0,30}|hello\b.{0,30}|
    hey\b.{0,30}|here(?:'s| is| are) .{0,40}|can you help.*|could you help.*|i need (?:your )?help|
    help me.{0,40}|re:.*|fwd?:.*|(?:please |kindly )?(?:find|see).{0,40}\b(?:below|attached).*|
    kindly (?:revert|do the needful).*|as discussed.{0,40}|
    .{0,60}\bsee (?:mail |e-?mail |note )?below)[ .,!:]*
""")
