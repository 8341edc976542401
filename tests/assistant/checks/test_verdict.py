"""What the votes on a question come to, in texts of a few sentences."""

import pytest

from assistant.checks.text.check import check_text


def found(text: str) -> list[tuple[str, str]]:
    """The categories found, and the words of each."""
    return [(finding.category, finding.quote) for finding in check_text(text, "interview_question")]


def test_a_short_question_is_told_with_the_statement_it_leans_on() -> None:
    """Neither sentence alone says what is asked, so both are shown."""
    text = "I have two boys under five myself. And you?"
    assert found(text) == [("family", text.removesuffix("?"))]


def test_a_category_that_words_missed_is_told_beside_the_one_they_found() -> None:
    """A question with a word of one subject and the sense of another is told for what it asks."""
    categories = {category for category, _ in found("Would we find police trouble if we googled you?")}
    assert "criminal_record" in categories


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("I'm not allowed to ask, but how old are you?", "age"),
        ("We must not ask about religion, but you're a Muslim, right?", "religion"),
        ("Don't tell HR I asked, but do you vote Labour?", "politics"),
        ("No need to tell me if you'd rather not, but is there a baby coming?", "pregnancy"),
    ],
)
def test_what_goes_on_to_ask_all_the_same_is_found(text: str, category: str) -> None:
    """A bow to the rule does not excuse the question that follows it."""
    assert category in {told for told, _ in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "We never ask what you earned before. Which range are you looking for?",
        "You don't have to tell us about your health. Can you work the rota in the advert?",
        "I won't ask about your family. When could you start?",
    ],
)
def test_a_question_is_not_read_with_a_lawful_statement_before_it(text: str) -> None:
    """What is said not to be asked does not colour the question after it."""
    assert found(text) == []


def test_a_word_of_the_tables_in_a_sentence_on_the_work_is_let_go() -> None:
    """Hits of words stand only where the sentence as a whole is one to ask a person."""
    assert found("How much notice do you have to give your present client?") == []
