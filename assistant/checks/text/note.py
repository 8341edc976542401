"""What a whole note on work lacks, and praise that a whole note excuses."""

from collections.abc import Iterator
from typing import Literal

from assistant.checks.text.hits import Asked, Hit
from assistant.checks.text.note_parts import Note
from assistant.checks.text.part_votes import Part
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import Reading
from assistant.draft import Finding

Category = Literal["no_situation", "no_behaviour", "no_impact", "no_next_step"]

# A review of many notes is not held to the form of one.
MOST_WORDS = 400
SOURCE = (
    "Situation, behaviour, impact: Center for Creative Leadership, as reported by kindel.com; 18F handbook"
)

LACKS: dict[Part, tuple[Category, str, str]] = {
    "situation": (
        "no_situation",
        "The note does not say when or where, or about which piece of work, so nobody can look it up.",
        'Begin with the day and the occasion: "In Tuesday\'s release meeting ..."',
    ),
    "behaviour": (
        "no_behaviour",
        "The note judges and names no act: nothing that a camera could have recorded.",
        'Say what was done or said, as you saw it: "you gave the go without checking the list."',
    ),
    "impact": (
        "no_impact",
        "The note does not say what followed, so the reader cannot see why it matters.",
        'Add what came of it, for whom: "Two services failed, and support took 17 calls."',
    ),
    "next_step": (
        "no_next_step",
        "The note ends without a request, a question or a thank-you, so nothing can change or be kept up.",
        'Ask for one thing, with a date: "Please tick off the list in the ticket from Thursday on."',
    ),
}


def whole_note(reading: Reading, hits: tuple[Hit, ...], asked: Asked) -> Iterator[Finding]:
    """The parts that a note lacks, each as advice; nothing on a text that is longer than a note, or none."""
    if not 0 < len(reading) <= MOST_WORDS:
        return
    note = Note(reading, hits)
    start, end = reading.span(0, len(reading))
    for part, (category, message, suggestion) in LACKS.items():
        if not note.has(part):
            yield Finding(
                check="feedback",
                category=category,
                severity="advice",
                span=(start, end),
                quote=reading.text[start:end],
                message=message,
                suggestion=suggestion,
                source=SOURCE,
            )


def without_earned_praise(scan: Scan, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits without praise that stands beside the act and what followed."""
    praised = any(hit.entry.category == "vague_praise" for hit in hits)
    if not praised or len(scan.reading) > MOST_WORDS:
        return hits
    note = Note(scan.reading, hits)
    if not (note.shows("behaviour") and note.shows("impact")):
        return hits
    return tuple(hit for hit in hits if hit.entry.category != "vague_praise")
