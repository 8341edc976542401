"""Nothing invented: a figure, name, tool or degree must stand in the brief or in a cited passage."""

from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.claims import Support, claims
from assistant.checks.subject import Options, Subject, found
from assistant.draft import Finding, Line
from assistant.spoken import spoken

WHAT = {"number": "This figure", "name": "This name", "degree": "This qualification"}
# The words of so many kinds' files are known by heart.
MOST_KINDS = 64


def grounding(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report claims that neither the brief nor the line's passages bear out.

    An assumption is shown as one and an edited line is the manager's own word, so both are left alone.
    """
    labels = _support_of(tuple(_labels(subject)))
    said = Support.of(*(text for fact in subject.brief.facts.values() for text in fact.items))
    for section, line in subject.lines():
        made = () if line.basis == "assumption" or line.edited else tuple(claims(line.text))
        if not made:  # most lines claim nothing, and what they could rest on is dear to gather
            continue
        support = _support(line, subject)
        for claim in made:
            if support.bears(claim) or (claim.kind == "name" and labels.bears(claim)):
                continue
            where = "the brief" if line.basis == "brief" else "the brief or the passages that it cites"
            hint = "It is elsewhere in the brief: name that fact. " if said.bears(claim) else ""
            yield found(
                "ungrounded",
                "risk",
                f"{WHAT[claim.kind]} is not in {where}.",
                suggestion=f"{hint}Give it in the brief, or strike it.",
                section=section,
                line=line,
                span=(claim.start, claim.end),
            )


@lru_cache(maxsize=MOST_KINDS)
def _support_of(texts: tuple[str, ...]) -> Support:
    return Support.of(*texts)


def _support(line: Line, subject: Subject) -> Support:
    """What the line may rest on: the facts it names, and for guidance the passages it cites."""
    names = line.facts if line.basis == "brief" else tuple(subject.brief.facts)
    given = [(name, text) for name in names for text in subject.brief.items(name)]
    texts = [part for name, text in given for part in (text, spoken(name, text))]
    if line.basis == "guidance":
        texts += [subject.passages[id_] for id_ in line.citations if id_ in subject.passages]
    return Support.of(*texts)


def _labels(subject: Subject) -> Iterator[str]:
    """The kind's own words, which stand in its file and make no claim."""
    for rule in subject.kind.sections:
        yield rule.title
        for part in rule.lines:
            yield from part.templates
