"""Counts and lengths: below a usual minimum a draft says so and asks; it never fills."""

from collections.abc import Iterator

from assistant.checks.subject import Options, Subject, found
from assistant.draft import Finding
from assistant.facts import FACTS
from knowledge.names import words as words_of

BASE_VERB_NOT = frozenset(
    ("the", "a", "an", "you", "your", "we", "our", "this", "that", "all", "any", "responsible")
)


def words(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a document outside its usual length in words."""
    least, most = subject.kind.rules.words
    count = sum(len(words_of(text)) for _, line in subject.lines() for text in (line.cells or (line.text,)))
    if count > most:
        message = f"{count} words; {subject.kind.title.lower()}s of up to {most} are read to the end."
        yield found("length", "advice", message, suggestion="Cut what does not change a reader's decision.")
    elif count < least:
        message = f"{count} words so far; about {least} are usual. What is missing is marked TBD."
        yield found("length", "info", message, suggestion="Answer the open questions.")


def counts(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report list facts with fewer or more items than is usual: `{fact: [least, most]}`."""
    for name, (least, most) in options.items():
        count, label = len(subject.brief.items(name)), FACTS[name].title.lower()
        if count > most:
            message = f"{count} {label}; more than {most} put good people off and cannot all be tested."
            suggestion = "Keep those without which you would turn an otherwise excellent person down."
            yield found("count", "advice", message, suggestion=suggestion)
        elif count < least:
            message = f"{FACTS[name].title} so far: {count or 'none'}; {least} or more are usual."
            yield found(
                "count", "info", message, suggestion="Add to the list, or leave it: nothing is filled in."
            )


def verbs(subject: Subject, options: Options) -> Iterator[Finding]:
    """Report a responsibility that does not start with what the person does."""
    for name in options["sections"]:
        section = subject.section(name)
        for line in section.lines if section else ():
            first = (line.text.split() or [""])[0].casefold()
            if not line.unknown and first in BASE_VERB_NOT:
                message = "This does not start with what the person does."
                suggestion = "Start with a verb: run, build, agree, hand over."
                yield found("verb", "advice", message, suggestion=suggestion, section=section, line=line)
