"""What words and meaning say twice is told once."""

from dataclasses import replace

from assistant.checks.text.hits import Hit
from assistant.checks.text.lexicon import load_lexicon
from assistant.checks.text.merging import beside, merged, uncovered

RULES = {rule.entry.id: rule.entry for rule in load_lexicon("interview_question").rules}
CHILDREN, MARRIAGE, AGE = (RULES[id_] for id_ in ("family-children", "family-marriage", "age-itself"))


def test_a_sentence_keeps_the_entry_that_words_found_in_it() -> None:
    """A hit of words grows to the whole question, and keeps what it has to say."""
    words = (Hit(MARRIAGE, 2, 4),)
    assert merged(words, (Hit(CHILDREN, 0, 8),)) == (replace(words[0], first=0, stop=8),)


def test_a_question_told_with_its_statement_is_not_told_again() -> None:
    """The statement before a short question is part of its hit, not another one."""
    statement, both = Hit(CHILDREN, 0, 6), Hit(CHILDREN, 0, 9)
    assert merged((), (statement, both)) == (both,)


def test_other_categories_and_other_sentences_stand() -> None:
    """Nothing is merged across categories, nor what lies outside the sentence."""
    words, found = (Hit(AGE, 2, 4), Hit(CHILDREN, 20, 22)), (Hit(CHILDREN, 0, 8),)
    assert merged(words, found) == (*words, *found)


def test_beside_words_a_sentence_of_their_category_is_not_told() -> None:
    """Where hits of words stay as they are, the sentence around them is not told too."""
    words, found = (Hit(AGE, 2, 4),), (Hit(AGE, 0, 8), Hit(CHILDREN, 0, 8))
    assert beside(words, found) == (*words, found[1])


def test_hits_of_words_that_cover_a_third_of_a_sentence_stay_exact() -> None:
    """A sentence is told whole only where the words found in it are few."""
    sentence = Hit(CHILDREN, 0, 9)
    assert uncovered((Hit(CHILDREN, 2, 5),), (sentence,)) == ()
    assert uncovered((Hit(CHILDREN, 2, 4), Hit(AGE, 4, 9)), (sentence,)) == (sentence,)
