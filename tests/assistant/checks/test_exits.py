"""What must not leave is found in any disguise, and the library's own lines hold none of it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from assistant.checks.exits import leaks, leaks_beyond
from assistant.kinds import Kind
from assistant.records.records import Version
from knowledge.cards import Library
from tests.assistant.checks.foreign_lines import FORBIDDEN, ORDINARY
from tests.assistant.model.attacks import EVERY
from tests.samples import NETWORK_BRIEF

# Sites of authorities that cards name, as words and not as links.
NAMED = {"cloud.gov", "nibusinessinfo.co.uk", "dol.gov"}
PLAIN = (
    "Support is 24/5, and two of three sites have a second line.",
    "Test data: anonymised before use. The file: one page.",
    "Written in ASP.NET, Node.js and C#, e.g. for k8s.",
    "Replace \u201cculture fit\u201d with a named way of working.",
    "Ranks the cases by likely damage.",
    "The score of each vulnerability is in the report.",
    "A 10/100 Mbit port; 5/10/2026; version 3.5/4.",
    "They are hired as a contractor and paid by the day.",
    "Agree who is first on call and who is second.",
    "The best time to talk is before the work starts.",
    "Reject a delivery only against the agreed criteria.",
    "Experience with wireless (Wi-Fi 6) and [TBD: start date] (to be agreed).",
    "Ask every candidate the same questions; recommend no one by feeling.",
    "The young system is stable; single sign-on works; married data sets are split.",
    "People with disabilities are welcome and get adjustments.",
    "Do not ask about age, family, religion or origin.",
)


def texts_of(value: Any) -> Iterator[str]:
    """Every text of a card but the phrasings by which it is found, which nobody is shown."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ("questions", "sources"):
                yield from texts_of(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_of(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts_of(item)


@pytest.mark.parametrize("shelf", ["guidance", "law", "roles", "competencies"])
def test_every_card_may_go_out(shelf: str, library: Library) -> None:
    """No text of any card holds what must not leave, but for three sites that are named."""
    cards = getattr(library, shelf).values()
    found = [
        (card.id, leak.what, text[leak.start : leak.end])
        for card in cards
        for text in texts_of(card)
        for leak in leaks(text)
    ]
    assert cards
    assert [item for item in found if item[2] not in NAMED] == []


@pytest.mark.slow
def test_every_composed_document_may_go_out(
    library: Library, kinds: dict[str, Kind], compose: Callable[..., Version]
) -> None:
    """No document composed for any role holds what must not leave."""
    for role in library.roles.values():
        for kind in kinds:
            draft = compose(kind, **{**NETWORK_BRIEF, "role_title": role.title}).draft
            found = [(line.id, line.text) for _, line in draft.lines() if any(leaks(line.text))]
            assert found == [], (role.id, kind)


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_sentences_may_go_out(text: str) -> None:
    """An ordinary sentence of work is no leak."""
    assert [(leak.what, text[leak.start : leak.end]) for leak in leaks(text)] == []


@pytest.mark.parametrize(("what", "text"), [item for item in EVERY if item[0] != "inventions"])
def test_what_must_not_leave_is_found(what: str, text: str) -> None:
    """Each attack is found, alone and in the middle of a line, and its span lies within the text."""
    for said in (text, f"The work goes on. {text} And so on."):
        found = list(leaks(said))
        assert found
        assert all(0 <= leak.start < leak.end <= len(said) for leak in found)


def test_the_managers_own_words_may_go_out() -> None:
    """What the manager said may go out as it was said, and no more than that."""
    text = "Runs shop.example.com and mail.example.com well."
    assert [text[leak.start : leak.end] for leak in leaks_beyond(text, "We run shop.example.com here")] == [
        "mail.example.com"
    ]


@pytest.mark.parametrize("text", [text for texts in FORBIDDEN.values() for text in texts])
def test_what_must_not_leave_is_found_in_other_languages(text: str) -> None:
    """A score, a ranking, a verdict, a trait or a machine's words are found in any case and place."""
    for said in (text, text.lower(), f"OSPF: {text}", f"Das Netz steht. {text}"):
        assert any(leaks(said)), said


@pytest.mark.parametrize("text", [text for texts in ORDINARY.values() for text in texts])
def test_ordinary_lines_in_other_languages_may_go_out(text: str) -> None:
    """An ordinary line of work in another language is no leak."""
    assert [(leak.what, text[leak.start : leak.end]) for leak in leaks(text)] == []
