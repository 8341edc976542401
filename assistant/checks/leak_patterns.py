"""What no line may carry out, as patterns: links, markup, scores, rankings, verdicts and traits of people.

Each is tested against every card and every composed document, which hold none of it.
"""

import re

# A name as names are written, whatever the case of the rest.
_NAME = r"(?-i:[A-Z][\w'’-]*[a-z](?:[ ][A-Z][\w'’-]+)?)"
_PEOPLE = r"(?:candidate|applicant|contractor|developer|engineer|employee|person|interviewee)s?"
_THEM = rf"(?:(?:this|that|the|our|your) {_PEOPLE}|{_PEOPLE} (?-i:[A-Z0-9])\b|she|he|they)"
_HIM = (
    rf"(?:(?:this|that) {_PEOPLE}|(?:the )?(?:candidates?|applicants?)|{_PEOPLE} (?-i:[A-Z0-9])\b|her"
    rf"|him|them)"
)
_IS = (
    r"(?:is|was|seems|appears|looks|would be|will be)(?: to be)?(?: (?:very|really|clearly|so|too"
    r"|probably|by far|not))*"
)
_DOMAINS = (
    r"(?:com|org|net|edu|gov|info|biz|io|dev|app|ai|xyz|ru|cn|uk|eu|site|online|click|link|top|example|onion)"
)
_COUNTED = r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)"
_GOOD = r"(?:good|poor|bad|strong|weak|great|perfect|excellent|ideal|terrible|right|wrong)"
_TRAITS = (
    r"(?:lazy|careless|brilliant|arrogant|incompetent|stupid|unreliable|disloyal|dishonest|sloppy|rude|toxic"
    r"|hostile|immature|neurotic|introvert(?:ed)?|extrovert(?:ed)?|(?:a )?genius|gifted"
    r"|untrustworthy|trustworthy"
    r"|hireable|unhireable|unsuitable|unqualified|overqualified|unprofessional|bossy|emotional)"
)
_BELIEFS = r"(?:muslim|christian|jewish|hindu|catholic|protestant|atheist)"
_SORTS = (
    r"(?:male|female|black|white|asian|latino|hispanic|gay|lesbian|straight|transgender|disabled|able-bodied"
    rf"|pregnant|married|unmarried|childless|divorced|widowed|elderly|autistic|bipolar|depressed|dyslexic"
    rf"|on the (?:autism )?spectrum|{_BELIEFS})"
)

LINK = (
    r"\b(?:https?|hxxps?|ftps?|sftp|wss?|file|ssh|ldap|smb)\s*:\s*/\s*/\S*",
    r"\b(?:javascript|vbscript|mailto|tel|sms|magnet|blob|view-source):[^\s|]+",
    r"\bdata:(?:[\w.+-]+/[\w.+-]+)?[;,][^\s|]+",
    r"\bwww\d?\.\S+",
    r"\[[^\]\n]*\]\([^)\n]*\)|\[[^\]\n]+\]\[[^\]\n]*\]|(?m:^)\s*\[(?!TBD)[^\]\n]+\]:\s*\S+",
    r"(?<![:\w/])//[\w-]+\.[\w.-]+\S*",
    rf"(?<![\w@.-])(?!(?:asp|vb|ado"
    rf"|paint)\.net\b)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+{_DOMAINS}\b(?!\.?\w)(?:[:/?#]\S*)?",
    r"(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,12}(?::\d+)?/[\w?#&=%.-]*\?\S*",
    r"(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:ly|me|co|gg|cc|tv|de|fr|es|it|nl|pl|at|ch|us|ca|in|jp|br|au|be|tech|shop"
    r"|store|live|page|website|work|pro)(?::\d+)?/[\w?#&=%.-]+",
    rf"\b[\w-]+\s?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\sdot\s)\s?{_DOMAINS}\b",
    r"\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?/\S*",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
)
IMAGE = (r"!\[[^\]]*\]?",)
MARKUP = (
    r"</?[a-z!][^<>\n]{0,300}>|<!--",
    r"<(?:script|img|iframe|svg|style|object|embed|link|meta|form|input|base|math|video|audio)\b",
    r"&(?:lt|gt|amp|quot|apos|nbsp|colon|sol|#\d+|#x[0-9a-f]+);",
    r"\bon(?:error|load|click|focus|mouseover)\s*=",
    r"```",
)
TEMPLATE = (r"\{\{|\}\}|\{%|%\}|\$\{|<%|#\{",)
SCORE = (
    r"(?<![\d/.])(?:[0-5](?:[.,]\d)?\s*(?:/|out of)\s*5|(?:10|\d)(?:[.,]\d)?\s*(?:/|out of)\s*10"
    r"|\d{1,3}\s*(?:/|out of)\s*100)"
    r"\b(?!\s*/|[.,]?\d|\s*(?:[mg]bit|[mg]b|base))",
    rf"\b{_COUNTED} out of (?:five|ten|a hundred)\b",
    r"\b(?:match|fit|suitability|candidate|hiring|performance|talent|potential|personality) (?:score"
    r"|rating|grade|percentage)\b(?! (?:cells?|columns?))",
    r"\b(?:score|rating|grade|ranking)s?\s*(?:is|was|of|:|=|at)\s*(?:\d|(?-i:[A-F])[+-]?(?:\W|$)"
    r"|high|low|excellent|good|poor|average|above|below|outstanding|strong|weak)",
    r"\b\d{1,3}(?:[.,]\d)?\s?(?:%|percent|per cent)\s*(?:match|fit|suitab|score|rating|likely)",
    r"[★☆⭐🌟]|\b(?:[1-5]|one|two|three|four|five)[ -]stars?\b",
    rf"\b(?-i:[A-F][+-])(?: |-)?(?:player|hire|{_PEOPLE})\b|\bgrade (?-i:[A-F])\b",
    r"\bscor(?:es|ed|ing) (?:the )?(?:highest|lowest|best|higher|lower|well|poorly|badly|\d)",
    r"\b\d{1,3} points (?:out )?of \d|\bIQ (?:of |is )?\d{2,3}\b",
    r"\b(?:\d+(?:st|nd|rd|th)|top|bottom) percentile\b|\btop \d+ ?%",
)
RANKING = (
    r"\b(?:top|best|strongest|weakest|worst|preferred|leading|stand-?out|winning|first-choice"
    r"|most (?:suitable|qualified|promising))(?:[ -][\w-]+)? (?:candidate|applicant|hire|pick"
    r"|interviewee)s?\b",
    r"\b(?:ranks|ranked|ranking|shortlisted|shortlisting)\b[^.!?|\n]{0,20}?\b(?:first|second|last"
    r"|highest|lowest|number (?:one|two|\d))\b",
    r"\brank(?:s|ed|ing)? (?:all |each |the |these |those |our |your )*(?:candidates|applicants"
    r"|people|her|him)\b",
    rf"\b(?:shortlist|short-list) (?:{_HIM}|{_NAME})\b",
    rf"\b(?:{_THEM}|{_NAME}) (?:ranks|ranked|comes|came|finished|places|placed) (?:first|second"
    rf"|third|last|highest|lowest|top)\b",
    rf"\b(?:{_THEM}|{_NAME}) {_IS} (?:the )?(?:better|stronger|weaker|best|strongest|weakest|worst"
    rf"|superior|inferior|(?:more|most|less|least) (?:suitable|qualified|promising|capable))"
    rf" (?:than (?:{_HIM}|{_NAME})|{_PEOPLE}|choice|fit|of (?:the|these|them|all)|for (?:the"
    rf"|this) (?:role|job|work))",
    rf"\b(?:prefer|choose|pick|select|favou?r) (?:{_NAME}|{_HIM}) (?:over|before|rather than)\b",
    rf"\b1[.)] {_NAME}\b[^!?|\n]{{0,80}}\b2[.)] {_NAME}",
    rf"{_NAME}\s*[>\u203a\u227b]\s*{_NAME}",
    rf"\b(?:{_THEM}|{_NAME}) (?:outperforms?|outperformed|outranks?|outshines?|beats) (?:{_HIM}|{_NAME})\b",
    rf"\b(?:{_THEM}|{_NAME}) {_IS} (?:number one|the one to (?:hire|choose|pick|take))\b",
    r"\b(?:front-?runner|first choice for (?:the|this) (?:role|job))\b",
)
VERDICT = (
    rf"\b(?:hire|rehire|reject|fire|dismiss|sack|promote|recommend(?: hiring| rejecting)?|pass on"
    rf"|turn down|let go of|say (?:no|yes) to|offer (?:the|this) (?:job|role|contract) to) (?:{_HIM}"
    rf"|(?!{_PEOPLE}\b){_NAME})(?![ -](?:for|as|who|old|\w+['’]s))\b",
    rf"\b(?:{_THEM}|{_NAME}) (?:should|must|ought to|has to|is to) (?:not )?be (?:hired|rejected"
    rf"|fired|dismissed|sacked|let go|chosen|selected|promoted|eliminated)\b",
    r"\b(?:strong|clear|definite|lean|no)[ -](?:no[ -])?hire\b(?!s)",
    rf"\b(?:{_THEM}|{_NAME}) {_IS} (?:un)?(?:suitable|qualified|fit) for (?:the|this) (?:role|job"
    rf"|work|team|position)\b",
    r"\b(?:recommendation|verdict|hiring decision)\s*[:=]\s*(?:strong(?:ly)? |clear )?(?:no[ -]?hire|hire"
    r"|reject|yes|no\b|pass|advance|decline)|\brecommended\s*[:=]\s*(?:yes|no)\b",
    rf"\b(?:choose|pick|select|appoint|go with|take) (?!{_PEOPLE}\b){_NAME} (?:for|in) (?:the|this)"
    rf" (?:role|job|position|contract)\b",
    rf"\b(?:{_THEM}|{_NAME}) {_IS} (?:an? )?{_GOOD} (?:fit|match|candidate|choice|hire)\b",
    rf"\b(?:{_THEM}|you|{_NAME}) (?:{_IS}|are|were) (?:an? )?{_TRAITS}\b",
    r"\b(?:an?|for|good|poor|bad|strong|great|right|perfect) cultur(?:e|al) fit\b",
)
TRAIT = (
    rf"\b(?:{_THEM}|{_NAME}) {_IS} (?:an? )?(?:{_SORTS}|\d{{2}} years old|too (?:old|young))\b",
    rf"\b(?:must|should|needs? to|has to|prefer(?:ably|red)?(?: to)?)[ ](?:be )?(?:an? )?(?:young"
    rf"|{_SORTS}|under \d\d|over \d\d|aged? \d\d|native(?: \w+)? speakers?)\b",
    rf"\b(?:young|youthful|older|mature|{_SORTS}|native[- ]born|foreign-born) (?:candidate|applicant"
    rf"|contractor|developer|engineer|employee|hire)s?\b(?!['’])",
    r"\b(?:native (?:english |german |french )?speakers?|digital natives?|recent graduates?) (?:only"
    r"|preferred|wanted|required)\b",
    r"(?<![\"“'‘])\b(?:aged?|ages) (?:between )?\d\d\b|\b(?:under|over|below|above|younger than"
    r"|older than) (?:the age of )?\d\d (?:years old|years of age)\b",
    r"\b(?:wo)?men (?:only|need not apply)\b|\b(?:ideally|preferably|only)[, ]+(?:an? )?(?:wo)?m[ae]n\b(?!-)",
    r"\bin (?:his|her|their) (?:early |mid-?|late )?(?:twenties|thirties|forties|fifties|sixties)\b",
    r"\bbetween \d\d and \d\d years (?:old|of age)\b|\bcitizens only\b",
    r"\bas (?:a |their |your )?mother[- ]tongue\b|\bmother[- ]tongue (?:only|required|preferred)\b",
    r"\b(?:physically fit|must be healthy|non-?smokers?)\b",
    rf"\b(?:no|without) (?:children|kids|wheelchairs?|{_BELIEFS}s?)\b",
)
# What a model says of itself, or was told by somebody who spoke through a document.
SELF = (
    r"\bas an? (?:AI|artificial intelligence|(?:large )?language model)\b",
    r"\bI(?:['’]m| am) (?:sorry, (?:but )?I|unable to (?:help|comply|assist)|an AI\b)",
    r"\bI (?:cannot|can['’]t) (?:help|comply|assist) with\b",
    r"\b(?:ignor(?:e|ing)|disregard(?:ing)?) (?:all |any )?(?:of )?(?:the |my |your )?(?:previous|prior"
    r"|above|earlier) (?:instructions?|rules|prompts?)\b|\bsystem prompt\b",
)
_ENGLISH = {
    "an image": IMAGE,
    "a link": LINK,
    "markup": MARKUP,
    "template text": TEMPLATE,
    "a score": SCORE,
    "a ranking": RANKING,
    "a verdict on a person": VERDICT,
    "a protected trait": TRAIT,
    "words of or to a machine": SELF,
}
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))
    for what, patterns in _ENGLISH.items()
)
