"""What was wished for and what was granted: 'we asked for 12 months but finance only approved 6'."""

from assistant.reading.patterns import joined, pattern

WISHED = joined(r"""
    (?:asked|wanted|requested|applied|hoped|pitched|planned|bid|wished|proposed|put in|budgeted)(?: for)?
""")
GRANTED = joined(r"""
    (?:approved|granted|signed off(?: on)?|agreed(?: to| on)?|allowed|budget(?:ed)? for|gave us|given us|
    cleared|got(?: (?:approval|sign-off|budget|money) for)?|okayed|ok'd|authori[sz]ed|
    can (?:only )?(?:have|do|afford|get))
""")
# Right before a value: it was wished for, or it is what was granted.
WISHED_BEFORE = pattern(rf"\b{WISHED}[ ](?:(?:an?|up to|about|around|for)[ ])?$")
GRANTED_BEFORE = pattern(rf"\b{GRANTED}[ ](?:(?:only|just|me|us|it|for|about|up to)[ ]){{0,3}}$")
# Later in the sentence: what was wished for before is not what was granted.
GRANTED_LATER = pattern(rf"\b{GRANTED}[ ](?:(?:only|just|me|us|it|for|about|up to)[ ]){{0,3}}[£$€]?\d")
