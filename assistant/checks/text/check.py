"""Check any text with one family: the public entrance."""

from assistant.checks.text.family import BY_NAME, FamilyName
from assistant.checks.text.hits import Asked, Hit, find_hits, to_finding, told
from assistant.checks.text.lexicon import load_lexicon
from assistant.checks.text.meaning import weigh
from assistant.checks.text.naming import one_name
from assistant.checks.text.scan import Scan
from assistant.checks.text.table import Audience
from assistant.checks.text.tokens import Reading, read
from assistant.checks.text.words import DROP
from assistant.draft import Finding
from assistant.errors import InvalidError, TooLargeError
from assistant.places import jurisdiction as place_code

LARGEST = 2_000_000
# Nobody reads more findings than this on one text, and an answer must stay small.
MOST = 2_000


def check_text(
    text: str, as_: FamilyName, jurisdiction: str | None = None, audience: Audience | None = None
) -> tuple[Finding, ...]:
    """Everything a family finds in a text, in its order; spans count the code points of the text.

    Raises `TooLargeError` over 2 MB, and `InvalidError` for an unknown jurisdiction or text that is none.
    """
    _refuse_no_text(text)
    place = place_code(jurisdiction) if jurisdiction else None
    if jurisdiction and place is None:
        raise InvalidError("The jurisdiction is unknown.", advice="Give a code such as 'US-CA' or 'GB'.")
    return check_wording(text, as_, Asked(place, audience))


def check_wording(text: str, as_: FamilyName, asked: Asked, *, whole: bool = True) -> tuple[Finding, ...]:
    """As `check_text`; without `whole`, a line of a longer text: nothing on what the text lacks."""
    family = BY_NAME[as_]
    if not family.concerns(asked):
        return ()
    if family.one_name:
        named = one_name(text)
        return tuple(map(named.back, _check(named.text, as_, asked, whole=whole)))
    return _check(text, as_, asked, whole=whole)


def _check(text: str, as_: FamilyName, asked: Asked, *, whole: bool) -> tuple[Finding, ...]:
    family = BY_NAME[as_]
    reading = read(text)
    findings: list[Finding] = []
    hits: tuple[Hit, ...] = ()
    for part in reading.parts():
        hits, found = _in_part(part, as_, asked)
        findings += found
        if len(findings) > MOST:
            findings[MOST:] = [_unlisted(as_, findings[MOST - 1])]
            break
    if whole:
        findings += family.whole(reading, hits, asked)
    return tuple(sorted(findings, key=lambda finding: (*finding.span, finding.category)))


def _refuse_no_text(text: str) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        fault = "The text is not valid Unicode: it holds half a character pair or bytes that are no UTF-8."
        raise InvalidError(fault, advice="Paste it as plain text.") from error
    if size > LARGEST:
        raise TooLargeError("The text is over 2 MB.", advice="Check it in parts.")
    if "\0" in text:
        fault = "The text holds a NUL character, which no plain text has."
        raise InvalidError(fault, advice="Paste it as plain text.")
    if not text.translate(DROP).strip():
        raise InvalidError("The text is empty.", advice="Give the text to check.")


def _in_part(part: Reading, as_: FamilyName, asked: Asked) -> tuple[tuple[Hit, ...], list[Finding]]:
    """The hits of a part, and as many of them as findings as one text may have and one more."""
    lexicon = load_lexicon(as_)
    scan = Scan(part, lexicon.vocabulary)
    hits = told(scan, weigh(scan, lexicon, asked, find_hits(scan, lexicon, asked)))
    hits = BY_NAME[as_].standing(scan, hits)
    in_order = sorted(hits, key=lambda hit: (hit.first, hit.stop))
    return hits, [to_finding(scan, lexicon, hit, asked) for hit in in_order[: MOST + 1]]


def _unlisted(as_: FamilyName, last: Finding) -> Finding:
    return Finding(
        check=as_,
        category=last.category,
        severity="info",
        span=last.span,
        quote=last.quote,
        message=f"Only the first {MOST:,} findings are listed; the text has more after this one.",
        suggestion="Check the text in parts.",
    )
