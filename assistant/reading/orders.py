"""The forms of an edit: drop, add, move, replace; the words of a correction; wishes about wording."""

from assistant.reading.patterns import joined, pattern

_LEAD = joined(r"""
    (?:^|[.;:,!][ ]+|[ ](?:and|but|then|also|please|can you|could you|let's|just|now)[ ])(?:(?:ok|okay|
    please|and|also|then|can you|could you|would you|let's|lets|just|actually|now|no|yes|oh|sorry|hmm?|
    wait|so|we can|you can|i'd like to|i want to|we should|instead)[, ]+){0,4}
""")
_LIST = r"(?P<list>(?:the |our |my )?[a-z][a-z -]{2,22}?)(?: list| section| skills)?"
# Where the next order begins in the same sentence.
_NEXT = joined(r"""
    ,? and the [a-z -]{3,20} (?:to|from)\b|,? (?:and |but |then )?(?:also )?(?:add|make|put|replace|change|
    move|use|set|drop|remove|delete|
    swap|keep)\b
""")
_END = rf"(?=[ ]*(?:[.;!?\n]|$|{_NEXT}))"
_WORDS = rf"(?:(?!{_NEXT})[^.;!?\n])"

REMOVE = pattern(rf"""
    {_LEAD}(?P<verb>drop|remove|delete|strike|scratch(?! that\b)|lose|cut|take out|get rid of|scrap|
    forget(?: about)?|
    leave out|omit|discard|take away|kill|skip|cross out|(?:ignore|disregard)(?! (?:all|any|the|my|
    your)? ?(?:previous|prior|above|rules|instructions)))[ ](?P<what>{_WORDS}{{2,120}}?)(?:[ ](?:from|off|
    in|out of|under)[ ]{_LIST})?{_END}
""")
_KEEP = "(?:keep|leave|retain)"
KEEP = pattern(rf"""
    {_LEAD}(?:(?:for|in|of|among|from) {_LIST},? )?
    (?:(?:{_KEEP} (?:only|just)|(?:only|just) {_KEEP})[ ](?P<what>{_WORDS}{{2,120}}?)|
    {_KEEP}[ ](?P<what2>{_WORDS}{{2,120}}?) only)
    (?:[ ](?:from|in|as|on|among|under|for)[ ]{_LIST.replace("<list>", "<list2>")})?
    (?:[ ]please)?{_END}
""")
ADD = pattern(rf"""
    {_LEAD}(?P<verb>add|include|put|insert|append|list)[ ](?P<what>(?!(?:it|that|me|him|her|
    them)\b){_WORDS}{{2,160}}?)[ ]
    (?:as|under|to|in|into|on|among)[ ](?:an? |another )?{_LIST}
    (?=[ ]*(?:[.;!?\n,]|$|too\b|as well\b|please\b|{_NEXT}))
""")
ADD_ONE = pattern(rf"""
    {_LEAD}(?P<verb>add|include)[ ](?:an? |another |one more |two more |the |to (?:the )?|these |this )?
    (?P<list>[a-z][a-z -]{{2,22}}?)(?:[ ]?:| for| of| called)[ ](?P<what>{_WORDS}{{2,200}})
""")
MOVE = pattern(rf"""
    {_LEAD}(?:move|shift|demote|promote|downgrade|make|turn|put|mark|treat)[ ](?P<what>(?!(?:it|that|
    sure)\b)[^.;!?\n]{{2,80}}?)[ ](?:(?:from (?:the )?[a-z -]{{3,20}} )?(?:down |over |up )?(?:to|into|as|
    under|in)[ ])?(?:just |only )?(?:an? |the )?(?P<list>must[- ]haves?|nice[- ]to[- ]haves?|musts?|
    required|optional|essential|bonus|plus|deal[- ]?breakers?|responsibilit(?:y|ies)|tools?|kpis?|
    outcomes?|mandatory)(?: list| skills| section)?(?=[ ]*(?:[.;!?\n,]|$|instead\b|and\b|please\b|only\b))
""")
REPLACE = pattern(rf"""
    {_LEAD}(?P<verb>replace|swap|substitute|exchange|change|switch|update|correct|amend|set|adjust|raise|
    lower|increase|reduce|rename|edit|modify)[ ](?P<old>{_WORDS}{{1,70}}?)[ ](?P<link>with|by|for|to|into|
    ->)[ ](?P<new>{_WORDS}{{1,160}})
""")
ORDER = pattern(
    rf"{_LEAD}(?:drop|remove|delete|add|include|replace|swap|change|update|move|set|rename|correct|put)\b"
)
CORRECTS = pattern(r"""
    \b(?:actually|scratch that|correction|i meant|i mean|my mistake|after all|on second thoughts?|
    on reflection|(?:make|set) (?:it|that|this|the (?!priorities)\w+)|change (?:it|that|the|to)|ha(?:s|
    ve) (?:been )?changed|changed (?:to|my mind)|(?:is|are) now|it's now|now (?:it's|is|want|need)|
    updated?|instead|oops|wait|i was wrong|that(?: was|'s) wrong|not as i said|should (?:really |
    actually )?be|switch(?:ed)? to|(?:has |have )?moved to|turns out|let's (?:say|do|go (?:with|for)|
    make)|we(?:'ve)? decided|we settled on|we(?:'ve)? agreed on|sorry|no longer)\b|^(?:(?:hm+|oh|well|ah|wait|
    ok|sorry)[,. ]+){0,2}(?:no|nope|not quite|nah)(?:[.,:;!]| -)
""")
# After a value: "6 months instead of 3", "remote from now on".
CORRECTED = pattern(r"""
    ^[ ,]*(?:instead|after all|now|rather(?! have| be)|from now on)\b
""")
NEGATED = pattern(r"""
    (?:\bnot|n't|\bno longer|\bnever|\binstead of|\brather than|\bno)[ ](?:(?:for|a|an|the|in|on|at|be|to|
    just|only|really|from|fully|want|need|our|have|as|going to be)[ ]){0,4}$
""")
WISH = pattern(r"""
    \b(?:short(?:er|en)|long(?:er)?(?! term)|lengthen|warmer|friendlier|nicer tone|more (?:formal|
    informal|friendly|casual|professional|concise|detailed|direct|positive|engaging|exciting)|
    less (?:formal|stiff|wordy|corporate|friendly|detailed)|tone|rephrase|reword|rewrite|simplif(?:y|ier)|
    simpler|trim|polish|punchier|tighten|crisper|plainer|translate|formatting|softer|harsher|
    sounds? (?:more|less)|expand|condense|briefer|bolder|start over|redo it|try again|sharper)\b
""")
# What stands around the thing that is meant: "the degree requirement, please".
BEFORE_THING = pattern(
    r"(?:(?:(?:everything|anything|all) about|the|that|this|our|any|all|my|about|also) )+(?=\S)"
)
AFTER_THING = pattern(r"""
    (?: (?:requirements?|line|part|bit|section|item|point|fact|completely|entirely|altogether|again|
    please|for now|then|too|as well|thing|stuff|list|skill))+$
""")
