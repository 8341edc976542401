"""What is found by meaning, with a small family of its own and the real model."""

from pathlib import Path

import pytest

from assistant.checks.text.hits import Asked, find_hits
from assistant.checks.text.lexicon import Lexicon, load_lexicon
from assistant.checks.text.meaning import CHARACTERS_EACH, FEWEST, hits_by_meaning
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import read
from assistant.errors import CardError

TABLE = """
apart: {when: [walk me through]}
fine: [over 18]
meaning:
  cue: [you]
  risk: 0.3
  advice: 0.3
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
    hits = hits_by_meaning(scan, lexicon, Asked(), find_hits(scan, lexicon, Asked()))
    return [text[slice(*scan.reading.span(hit.first, hit.stop))] for hit in hits]


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
    """However many sentences are nominated, one in so many characters is looked at."""
    text = "Is there a toddler at home? " * 200
    most = max(FEWEST, len(text) // CHARACTERS_EACH)
    assert len(found(family(tmp_path), text)) == most


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
