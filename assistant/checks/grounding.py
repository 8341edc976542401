"""Nothing invented: a figure, name, tool or degree must stand in the brief or in a cited passage."""

from collections.abc import Iterator

from assistant.checks.claims import Support, claims
from assistant.checks.subject import Options, Subject, found
from assistant.draft import Finding, Line
from assistant.spoken import spoken

WHAT = {"number": "This figure", "name": "This name", "degree": "This qualification"}


def grounding(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report claims that neither the brief nor the line's passages bear out.

    An assumption is shown as one and an edited line is the manager's own word, so both are left alone.
    """
    labels = Support.of(*_labels(subject))
    said = Support.of(*(text for fact in subject.brief.facts.values() for text in fact.items))
    for section, line in subject.lines():
        if line.basis == "assumption" or line.edited:
            continue
        support = _support(line, subject)
        for claim in claims(line.text):
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
