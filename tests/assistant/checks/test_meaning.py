"""What is found by meaning, with a small family of its own and the real model."""

from pathlib import Path

import pytest

from assistant.checks.text.choosing import CHARACTERS_EACH, FEWEST, choose
from assistant.checks.text.hits import Asked, find_hits
from assistant.checks.text.lexicon import Lexicon, load_lexicon
from assistant.checks.text.meaning import weigh
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import read
from assistant.errors import CardError

TABLE = """
apart: {when: [walk me through]}
fine: [over 18]
meaning:
  cue: [you]
  risk: 0.5
  advice: 0.5
  apart: APART
  like: {LIKED: [Do you have any little ones?, Who looks after the children?, Are you expecting a baby?]}
  unlike: [Which tools do you use?, How large is the network?, When could you start?, Who wrote the tests?]
entries:
  - id: children
    category: family
    severity: risk
    match: [(have|got) kids]
    message: Private.
    suggestion: Ask about the hours.
    source: Practice
    examples:
      hit: [Do you have kids?, Have you got kids?]
      miss: [What is a child process?, Did the parent die?]
"""


def family(folder: Path, liked: str = "children", apart: str = "null") -> Lexicon:
    """The table as a family, its `like` naming an entry."""
    (folder / "family").mkdir()
    (folder / "family" / "kids.yaml").write_text(
        TABLE.replace("LIKED", liked).replace("APART", apart), encoding="utf-8"
    )
    return load_lexicon("family", folder)


def found(lexicon: Lexicon, text: str) -> list[str]:
    """The sentences found by meaning alone."""
    scan = Scan(read(text), lexicon.vocabulary)
    known = find_hits(scan, lexicon, Asked())
    hits = weigh(scan, lexicon, Asked(), known)
    return [text[slice(*scan.reading.span(hit.first, hit.stop))] for hit in hits if hit not in known]


def test_a_paraphrase_is_found_as_a_whole_sentence(tmp_path: Path) -> None:
    """A sentence without any word of the tables is found beside a question on the work, which is not."""
    text = "How big is the office network? Is there a toddler at home?"
    assert found(family(tmp_path), text) == ["Is there a toddler at home"]


@pytest.mark.parametrize(
    "text",
    [
        "Have you got kids?",
        "Walk me through the toddler at home.",
        "Is your toddler over 18?",
        "There is a toddler at home.",
        "",
    ],
)
def test_a_sentence_already_told_or_apart_or_fine_is_not_looked_at(tmp_path: Path, text: str) -> None:
    """What words have found, and what is no question, apart or lawful, costs nothing."""
    assert found(family(tmp_path), text) == []


def test_a_long_text_costs_no_more_than_its_share(tmp_path: Path) -> None:
    """However many sentences are nominated, those are looked at whose words fit in the share of the text."""
    text = "Do you have a toddler at home? " * 200
    most = max(FEWEST, len(text) // CHARACTERS_EACH)
    assert len(found(family(tmp_path), text)) == most // 7


def test_the_most_suspect_sentences_of_a_page_are_looked_at() -> None:
    """By their words alone most sentences of a page are let be, and some are told without another look."""
    lexicon = load_lexicon("interview_question")
    dull = "You listed the tools and you closed the ticket on Friday. " * 20
    text = dull + "Do you plan to start a family over the next few years? Who is at home when you travel?"
    scan = Scan(read(text), lexicon.vocabulary)
    assert lexicon.meant
    chosen = choose(scan, lexicon, lexicon.meant, ())
    assert {scan.reading.sentence_text(n)[:6] for n in (*chosen.suspects, *chosen.decided)} <= {
        "Do you",
        "Who is",
    }
    assert chosen.suspects or chosen.decided


def test_what_words_decide_on_a_page_is_told() -> None:
    """A question that the examples nearly contain is told beside others, without a look at its meaning."""
    lexicon = load_lexicon("interview_question")
    assert lexicon.meant
    liked = [sentence for sentence, entry in lexicon.meant.sentences if entry and len(sentence) > 40]
    scan = Scan(read(" ".join(liked[-40:])), lexicon.vocabulary)
    chosen = choose(scan, lexicon, lexicon.meant, ())
    told = weigh(scan, lexicon, Asked(), ())
    sentences = {scan.reading.sentence_of[hit.first] for hit in told}
    assert len(chosen.decided) > len(chosen.suspects)
    assert len(sentences & set(chosen.decided)) > 0.8 * len(chosen.decided)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I have two small boys at home. And what about you?", ["And what about you"]),
        ("The network has two small switches. And what about you?", []),
    ],
)
def test_a_short_question_is_read_with_the_statement_before_it(
    tmp_path: Path, text: str, sentences: list[str]
) -> None:
    """What a few words ask depends on the statement that they follow."""
    assert found(family(tmp_path), text) == sentences


def test_a_short_text_is_looked_at_whole_where_the_family_says_so(tmp_path: Path) -> None:
    """With a share for sentences that are apart, one in a short text is found, in a long one it is not."""
    text = "Walk me through the toddler at home, would you?"
    lexicon = family(tmp_path, apart="0.2")
    assert found(lexicon, text) == [text.removesuffix("?")]
    assert found(lexicon, text + " It is late." * 9) == []


def test_like_names_an_entry(tmp_path: Path) -> None:
    """A sentence for an entry that does not exist is refused when the tables are read."""
    with pytest.raises(CardError, match="No entry has the id 'nobody'"):
        family(tmp_path, liked="nobody")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The contractor works at our office every day. We like it like that.", 1),
        ("The contractor works at our office every day. The manager tells him how to work.", 2),
    ],
)
def test_a_sentence_is_not_suspect_for_the_one_before_it(text: str, sentences: int) -> None:
    """In a contractor's terms a short remark after a finding is told only for what it says itself."""
    lexicon = load_lexicon("contractor_terms")
    scan = Scan(read(text), lexicon.vocabulary)
    told = weigh(scan, lexicon, Asked(), find_hits(scan, lexicon, Asked()))
    assert len({scan.reading.sentence_of[hit.first] for hit in told}) == sentences
