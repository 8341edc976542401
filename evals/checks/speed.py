"""How long the checks of wording take: on pages of their own texts, and on a million bytes of the worst."""

import time
from collections.abc import Callable, Iterator
from statistics import median

from assistant.checks.text.check import check_text
from assistant.checks.text.lexicon import load_lexicon
from evals.checks.labelled import FAMILIES, FamilyName, read_labelled
from evals.table import Table

# An A4 page of running text has about so many characters.
PAGE = 3_000
LONG = 1_000_000
ROUNDS = 3
WARM_UP = "Are you young? He never listens. You must work from nine to five in our office."


def speed() -> Iterator[Table]:
    """Milliseconds a page, and seconds of CPU for a long text, by family."""
    yield Table(
        f"Checks of wording: milliseconds for a page of {PAGE:,} characters of the labelled texts",
        ("family", "pages", "page_ms", "slowest_ms"),
        [_page_row(family) for family in FAMILIES],
    )
    names = tuple(repeated(FAMILIES[0]))
    took = {family: tuple(_seconds(family)) for family in FAMILIES}
    yield Table(
        f"Checks of wording: seconds of CPU for {LONG:,} bytes of what is hard on a matcher",
        ("repeated", *FAMILIES),
        list(zip(names, *took.values(), strict=True)),
    )


def pages(family: FamilyName) -> list[str]:
    """The family's labelled texts, one after the other, cut into pages; a short rest is left out."""
    text = "\n\n".join(item.text for item in read_labelled(family))
    return [text[at : at + PAGE] for at in range(0, len(text) - PAGE + 1, PAGE)]


def _page_row(family: FamilyName) -> tuple[str, ...]:
    """The best of a few rounds for each page, so that other work on the machine does not count."""
    check_text(WARM_UP, family)
    each = [
        min(_took(time.perf_counter, page, family) for _ in range(ROUNDS)) * 1_000 for page in pages(family)
    ]
    return family, str(len(each)), f"{median(each):.1f}", f"{max(each):.1f}"


def repeated(family: FamilyName) -> dict[str, str]:
    """What a text repeats on which a careless matcher is slow, by name."""
    lexicon = load_lexicon(family)
    examples = [rule.entry.examples for rule in lexicon.rules]
    firsts = {name for rule in lexicon.rules for pattern in rule.match for name in pattern.firsts}
    return {
        "one token": "a",
        "tokens of 50,000 letters": "a" * 50_000 + " ",
        "he/she": "he/she ",
        "he": "he ",
        "young people": "You will work with young people. ",
        "a-b-": "a-b-",
        "question marks": "?",
        "CRLF": "a\r\n",
        "no full stop": "we want a young native speaker who must always be here with us and ",
        "combining marks": "e\u0301\u0327",
        "emoji": "\N{GRINNING FACE}\N{ZERO WIDTH JOINER}",
        "control characters": "a\x01 \x0b\x1f\x85",
        "every first word": " ".join(sorted(name.strip("=*") for name in firsts if name[0] != "$")) + " ",
        "every hit": " ".join(text for each in examples for text in each.hit) + " ",
        "every miss": " ".join(text for each in examples for text in each.miss) + " ",
    }


def _seconds(family: FamilyName) -> Iterator[str]:
    for unit in repeated(family).values():
        text = (unit * (LONG // len(unit.encode()) + 1)).encode()[:LONG].decode(errors="ignore")
        yield f"{_took(time.process_time, text, family):.2f}"


def _took(clock: Callable[[], float], text: str, family: FamilyName) -> float:
    start = clock()
    check_text(text, family)
    return clock() - start
