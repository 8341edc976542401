"""Stories of people who work already: 'our guy Steve does 9-5', 'the contractor isn't answering'."""

from assistant.reading.patterns import joined, pattern

_WORKER = joined(r"""
    (?:contractors?|freelancers?|admins?|sysadmins?|guys?|developers?|devs?|engineers?|consultants?|
    designers?|testers?|analysts?|employees?|dba|technicians?|colleagues?)
""")
# What somebody wanted does too: "the contractor is starting in May", "doesn't need a degree".
_WANTED_TOO = joined(r"""
    (?:start|join|report|work|com|replac|tak|own|run|lead|manag|build|be|do|handl|cover|mov|migrat|
    support)ing\b
""")
_OURS = joined(rf"""
    \b(?:our|my|one of our|one of my) (?!new\b|next\b|ideal\b|future\b|first\b)(?:[\w-]+ ){{0,2}}?{_WORKER}
    (?:,? [a-z]+,?)?(?: currently| already| always| now)?[ ]
    (?:is(?! (?:to|going to|leaving|retiring|off|out)\b)|isn't|does|doesn't|works|keeps|has|hasn't|wants|
    lives|sits|charges|bills|gets|earns|takes|starts|delivers|says)\b
""")
_THE = joined(rf"""
    \b(?:the|this|a) {_WORKER}[ ](?:(?:isn't|is not|is) (?:not |always |constantly |never )?
    (?!{_WANTED_TOO})[a-z]+ing\b|hasn't|has not|keeps|refuses|ignores|missed|stopped|went|disappeared|
    delivered|never|
    (?:doesn't|does not) (?:answer|reply|respond|deliver|show|listen|turn up|talk|do|finish))
""")
_HAVE = joined(rf"""
    \b(?:we've (?:already )?got|we (?:already )?have|i have|i've got|there(?:'s| is)) (?:an?|one)[ ]
    (?:[\w-]+ ){{0,2}}?{_WORKER}(?: already(?!\w)| (?:who|that) (?:is|does|works|has|lives)\b)
""")
STORY = pattern(rf"{_OURS}|{_THE}|{_HAVE}")
# The next clause or sentence of a story: "He works from Madrid."
GOES_ON = pattern(r"""
    ^[ ]*(?:and |but |so )?(?:he|she|they)(?:'s|'re| is| are| was| were| has| have| does| do| works?| lives?|
    keeps?| sits?| charges?| bills?| gets?| isn't| aren't| doesn't| don't)\b
    (?! (?:to|going to|need|needs|have to|expected|required)\b)
""")
