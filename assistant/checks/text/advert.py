"""What a whole job advert lacks or overdoes: pay, place, length, readability, balance."""

from collections.abc import Iterator
from typing import Literal

from assistant.checks.text.advert_parts import Advert
from assistant.checks.text.balance import balance
from assistant.checks.text.hits import Asked, Hit
from assistant.checks.text.pay_law import pay_law
from assistant.checks.text.readability import fog
from assistant.checks.text.tokens import Reading
from assistant.draft import Finding, Severity
from knowledge.cards import LawCard

Category = Literal["pay", "location", "length", "readability", "gender"]

# Shorter texts are passages: what they leave out, and their style, cannot be judged.
FEWEST_WORDS = 120
# Where a law asks for the pay, a short advert is held to it too, if it has an offer and a way to apply.
FEWEST_WORDS_BY_LAW = 20
# Between 300 and 700 words is usual (Textio).
MOST_WORDS = 750
# Years of schooling: below 10 is easy, above 14 is worth writing anew.
HARD_FOG = 14.0


def whole_advert(reading: Reading, hits: tuple[Hit, ...], asked: Asked) -> Iterator[Finding]:
    """What can be said only of an advert as a whole; nothing on a passage of one."""
    words = len(reading)
    if words < FEWEST_WORDS_BY_LAW or (words < FEWEST_WORDS and pay_law(asked.jurisdiction) is None):
        return
    advert = Advert(reading)
    if words >= FEWEST_WORDS and (advert.has("offer") or advert.has("apply")):
        yield from _pay(advert, asked)
        yield from _place(advert)
        yield from _size(advert)
        yield from _style(advert, reading)
    elif words < FEWEST_WORDS and advert.has("offer") and advert.has("apply"):
        yield from _pay(advert, asked)


def _pay(advert: Advert, asked: Asked) -> Iterator[Finding]:
    law = None if asked.audience == "contractor" else pay_law(asked.jurisdiction)
    if advert.has_pay:
        if law is not None and advert.one_end:
            message = "The advert names one end of the pay; a range has both."
            suggestion = (
                f"State the lowest and the highest pay that you really expect; see the card {law.id!r}."
            )
            yield _found(advert, "pay", "advice", message, suggestion, law.id, advert.one_end)
        return
    message = "The advert names no pay, and pay is what readers look for first."
    suggestion = "State the range or the rate that you really expect to pay."
    if law is not None:
        message = f"The advert names no pay; in {_place_of(law)}, employers are asked by law to state it."
        suggestion = (
            f"State the range that you really expect to pay; the card {law.id!r} says whom this binds."
        )
    source = law.id if law is not None else "LinkedIn, on what candidates read first"
    yield _found(advert, "pay", "advice", message, suggestion, source, advert.vague_pay)


def _place(advert: Advert) -> Iterator[Finding]:
    if not advert.has_place:
        message = "The advert does not say where the work is done, or whether it can be done from anywhere."
        suggestion = "Name the place, or the zone for remote work, with the hours that are shared."
        yield _found(advert, "location", "advice", message, suggestion, "re:Work, on job descriptions")


def _size(advert: Advert) -> Iterator[Finding]:
    if advert.words > MOST_WORDS:
        message = f"The advert has {advert.words:,} words; those that are read to the end have 300 to 700."
        suggestion = "Cut what does not change a reader's decision; tell the rest in the first talk."
        yield _found(advert, "length", "advice", message, suggestion, "Textio, on the length of adverts")


def _style(advert: Advert, reading: Reading) -> Iterator[Finding]:
    years = fog(reading)
    if years > HARD_FOG:
        message = (
            f"The text asks for {min(years, 40):.0f} years of schooling or more; up to 10 is easy to read."
        )
        suggestion = "Split long sentences, and put short words for long ones."
        yield _found(advert, "readability", "advice", message, suggestion, "Gunning fog index")
    you, we = advert.count("you"), advert.count("we")
    if we > 2 * you + 2:
        message = f"The text says 'we' {we} times and 'you' {_times(you)}."
        suggestion = "Tell the reader what they would do and get."
        yield _found(advert, "readability", "info", message, suggestion, "Datapeople and Textio, on 'you'")
    yield from _balance(advert, reading)


def _balance(advert: Advert, reading: Reading) -> Iterator[Finding]:
    counted = balance(reading)
    if counted.masculine or counted.feminine:
        message = (
            f"A study of adverts counts {_words(counted.masculine)} here as masculine and "
            f"{counted.feminine} as feminine. This is a report, not a fault."
        )
        suggestion = "Nothing to change; look again if one side outweighs the other by far."
        yield _found(advert, "gender", "info", message, suggestion, "Gaucher, Friesen and Kay 2011")


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _place_of(law: LawCard) -> str:
    """The place of a law as it stands after "in": "the EU", "California"."""
    name = law.title.split(":")[0]
    return f"the {name}" if name.isupper() else name


def _found(
    advert: Advert,
    category: Category,
    severity: Severity,
    message: str,
    suggestion: str,
    source: str,
    span: tuple[int, int] | None = None,
) -> Finding:
    start, end = span or advert.head
    return Finding(
        check="job_ad",
        category=category,
        severity=severity,
        span=(start, end),
        quote=advert.text[start:end],
        message=message,
        suggestion=suggestion,
        source=source,
    )
