"""The parts of a note that sentences vote on, and that no labelled line is among those that vote."""

from pathlib import Path

import pytest

from assistant.checks.text import part_votes as module
from assistant.checks.text.lexicon import load_lexicon
from assistant.checks.text.note_parts import MOST_BY_MEANING, Note
from assistant.checks.text.part_votes import PARTS, Part, part_votes
from assistant.checks.text.tokens import read
from assistant.errors import CardError
from evals.checks.labelled import FAMILIES, read_labelled

HOLDS: dict[Part, str] = {
    "situation": "It was in the budget call of 14 October.",
    "behaviour": "You pasted the customer's password into the open channel.",
    "impact": "Their security team stayed up all night to change it.",
    "next_step": "From now on, please use the vault.",
}


@pytest.mark.parametrize("part", PARTS)
def test_a_sentence_gets_most_votes_for_the_part_that_it_holds(part: Part) -> None:
    """What no row of words shows is told by sentences of its kind."""
    votes = part_votes([HOLDS[part]])
    assert max(PARTS, key=lambda each: votes[each]) == part


def test_a_note_has_what_any_sentence_or_clause_of_it_holds() -> None:
    """One sentence may tell the deed in one clause and what followed in the next."""
    note = Note(read("On Monday you deleted the staging tables, and three testers sat idle until noon."))
    assert [part for part in PARTS if note.has(part)] == ["situation", "behaviour", "impact"]


def test_a_long_note_is_read_by_its_words_alone() -> None:
    """The model is asked for a short text only, so that a page costs no more than its share."""
    text = "You were careless. " * MOST_BY_MEANING
    note = Note(read(text))
    assert all(note.has(part) == note.shows(part) for part in PARTS)
    assert "_votes" not in vars(note)


@pytest.mark.parametrize("content", ["impact: You left.", "result:\n  - We lost a day.", "- impact"])
def test_a_broken_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    """A wrong form or an unknown part is told as a fault of the lexicon."""
    path = tmp_path / "sentences.yaml"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(module, "PATH", path)
    with pytest.raises(CardError, match="note_sentences"):
        module._read_held()


@pytest.mark.parametrize("family", FAMILIES)
def test_no_labelled_text_is_taught(family: str) -> None:
    """The labelled texts measure the checks: none of them may vote."""
    meant = load_lexicon(family).meant
    assert meant
    taught = {_bare(sentence) for sentence, _ in meant.sentences}
    if family == "feedback":
        taught |= {_bare(sentence) for sentence in module._read_held()}
    labelled = {_bare(item.text) for each in FAMILIES for item in read_labelled(each)}
    assert taught & labelled == set()


def _bare(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .!?")
