"""A note draws the same findings whoever it names."""

import pytest

from assistant.checks.text.check import check_text
from assistant.checks.text.naming import NAME, one_name

NOTES = (
    "{N} should speak up.",
    "In the demo {N} showed the log, which helped the client decide. Thank you, {N}.",
    "{N} needs to wait until others finish.",
    "I saw {N}'s report on 3 June: it had no dates, so we paid late. Could {N} add them by Friday?",
    "I think {N} wanted to undermine the team.",
    "Great job, {N}!",
    "Everyone says {N} is difficult to work with.",
    "{N} and I met on Monday.",
)
NAMES = (
    "Young",
    "Gay",
    "Will",
    "May",
    "Do",
    "Hope",
    "Love",
    "Early",
    "Sue",
    "English",
    "French",
    "Zhang Wei",
)


@pytest.mark.parametrize("note", NOTES)
def test_findings_do_not_depend_on_the_name(note: str) -> None:
    """A name that is a word too, or of two words, is told as any other."""

    def told(name: str) -> list[tuple[str, str, str]]:
        found = check_text(note.replace("{N}", name), "feedback")
        return sorted((each.category, each.severity, each.quote.replace(name, "{N}")) for each in found)

    for name in NAMES:
        assert told(name) == told("Anna"), name


@pytest.mark.parametrize("name", NAMES)
def test_spans_count_the_text_as_received(name: str) -> None:
    """A finding stands where its quote does, before and after a name."""
    text = f"Great job, {name}! {name} was lazy in the demo. Thank you, {name}. You are lazy too."
    found = check_text(text, "feedback")
    assert found
    for each in found:
        assert text[each.span[0] : each.span[1]] == each.quote
        assert NAME not in each.quote


@pytest.mark.parametrize(
    "text",
    [
        "I know English is not your first language.",
        "Will you send it in May?",
        "In Monday's retro you spoke first.",
        "Please come on 3 May.",
        "He is Gay.",
        "Do not call. Young people were there.",
        "Communication could be better.",
    ],
)
def test_other_words_stay(text: str) -> None:
    """Months, days, languages and words at the start of a sentence are no names."""
    assert one_name(text).text == text


@pytest.mark.parametrize(
    "title", ["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Mx", "Miss", "Dr", "Dr.", "Prof"]
)
def test_a_title_belongs_to_the_name(title: str) -> None:
    """Title and name are one, and what stands behind them keeps its place."""
    text = f"Then please ask {title} Okafor about it, she was lazy."
    assert one_name(text).text == f"Then please ask {NAME} about it, she was lazy."
    assert "she was lazy" in {each.quote for each in check_text(text, "feedback")}
