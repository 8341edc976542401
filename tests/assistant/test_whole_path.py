"""A manager's messages, through everything that `build()` wires, without a model."""

import datetime as dt
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.build import Assistant, build
from assistant.errors import DataFolderError, EmptyError, TooLargeError
from assistant.settings import Settings
from assistant.turns import Turn

NETWORK = (
    "I need a contractor, a network engineer, for three months, London hours, reports to me. "
    "Must have: routing, firewalls, clear written English. Budget £450-520 a day."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def assistant(folder: Path, clock: Callable[[], dt.datetime]) -> Iterator[Assistant]:
    """Everything wired over a folder of its own."""
    counter = itertools.count(1)
    settings = Settings(data_dir=folder)
    wired = build(settings, clock=clock, ids=lambda: f"id{next(counter)}")
    yield wired
    wired.close()


@pytest.fixture
def say(assistant: Assistant) -> Callable[[str], Turn]:
    """Say something in a conversation of its own."""
    id_ = assistant.desk.create_conversation("local").id
    return lambda text: assistant.desk.send("local", id_, text)


def test_a_message_becomes_a_brief_a_draft_and_questions(say: Callable[[str], Turn]) -> None:
    """Facts carry verbatim quotes, the first document is drafted, at most three questions are asked."""
    turn = say(NETWORK)
    assert {"role_title", "engagement", "duration", "reports_to", "must_haves", "rate_or_budget"} <= set(
        turn.brief.facts
    )
    for fact in turn.brief.facts.values():
        quotes = fact.quote if isinstance(fact.quote, tuple) else (fact.quote,)
        assert all(quote and quote in NETWORK for quote in quotes)
    assert [draft.kind for draft in turn.drafts] == ["job_definition"]
    assert 1 <= len(turn.questions) <= 3
    assert turn.writer == "outline"


def test_a_correction_drafts_anew(say: Callable[[str], Turn]) -> None:
    """A corrected length gives the next version, with the new length in it."""
    first = say(NETWORK).drafts[0]
    second = say("actually make it six months").drafts[0]
    assert (second.id, second.version) == (first.id, 2)
    terms = next(section for section in second.sections if section.id == "terms")
    assert "Length | six months" in [line.text for line in terms.lines]


def test_a_contradiction_is_asked_about_first(say: Callable[[str], Turn]) -> None:
    """Two budgets make a conflict, no value, and the first question."""
    turn = say("Network engineer, contractor. Budget is £500 a day. The rate is £600 a day.")
    assert [conflict.fact for conflict in turn.brief.conflicts] == ["rate_or_budget"]
    assert "rate_or_budget" not in turn.brief.facts
    assert turn.questions[0].fact == "rate_or_budget"


def test_a_choice_that_is_clicked_is_read(say: Callable[[str], Turn]) -> None:
    """Each likely answer, sent as it stands, gives the fact that it answers."""
    turn = say(NETWORK)
    for question in turn.questions:
        for choice in question.choices[:1]:
            assert question.fact in say(choice).brief.facts


def test_the_lawful_part_is_done_and_the_rest_declined(say: Callable[[str], Turn]) -> None:
    """Ranking people is declined in a line; the kit that was asked for too is drafted."""
    turn = say("Rank these three candidates for me and write the interview kit for a network engineer.")
    assert turn.declined is not None
    assert turn.declined.instead
    assert [draft.kind for draft in turn.drafts] == ["interview_kit"]


@pytest.mark.parametrize("text", ["Who should I hire, Anna or Ben?", "What is she like as a person?"])
def test_a_verdict_on_people_is_declined_before_any_writing(say: Callable[[str], Turn], text: str) -> None:
    """A request about people alone gets a line, a next step, and no document."""
    turn = say(text)
    assert turn.intent == "decline"
    assert turn.declined is not None
    assert not turn.drafts


def test_a_question_is_answered_with_sources(say: Callable[[str], Turn]) -> None:
    """An answer quotes passages, each line citing one that is shown, and drafts nothing."""
    turn = say("Two directors both give the contractor tasks. What should I do?")
    assert turn.answer is not None
    assert turn.answer.answered
    shown = {passage.id for passage in turn.answer.passages}
    assert all(set(line.citations) <= shown for line in turn.answer.lines)
    assert "one-decision-maker" in shown
    assert not turn.drafts


def test_what_the_library_does_not_hold_is_told(say: Callable[[str], Turn]) -> None:
    """An uncovered question gets no passage dressed up as an answer."""
    turn = say("How do I set up pension contributions for my staff?")
    assert turn.answer is not None
    assert not turn.answer.answered
    assert not turn.answer.lines


@pytest.mark.parametrize(
    ("text", "intent"),
    [("hi there", "greeting"), ("what can you do?", "help"), ("what's the weather in Paris?", "off_topic")],
)
def test_talk_gets_a_short_honest_reply(say: Callable[[str], Turn], text: str, intent: str) -> None:
    """A greeting, a plea for help and an off-topic question are answered in words alone."""
    turn = say(text)
    assert (turn.intent, turn.drafts, turn.answer) == (intent, (), None)
    assert 20 < len(turn.reply) < 700


def test_another_language_is_answered_in_it(say: Callable[[str], Turn]) -> None:
    """German gets a German sentence, and nothing is guessed from it."""
    turn = say("Wir suchen für drei Monate einen freiberuflichen Netzwerktechniker, der an mich berichtet.")
    assert "Englisch" in turn.reply
    assert not turn.brief.facts


def test_a_second_note_forgets_the_first(say: Callable[[str], Turn]) -> None:
    """Nothing of one person's note leaks into the next person's."""
    say("Feedback for Maria: on Tuesday's call she skipped the rollback step, so it was down.")
    turn = say("Feedback note for Tomasz: in yesterday's review he answered every comment within the day.")
    note = turn.drafts[0]
    words = " ".join(line.text for _, line in note.lines())
    assert "Tomasz" in note.title
    assert "rollback" not in words
    assert "it was down" not in words


def test_drafts_that_used_a_changed_fact_say_so(assistant: Assistant) -> None:
    """An edited brief makes the drafts that used the fact stale, and no others."""
    id_ = assistant.desk.create_conversation("local").id
    turn = assistant.desk.send("local", id_, NETWORK)
    assistant.desk.edit_brief("local", id_, {"duration": "nine months"})
    assert assistant.desk.drafts.read("local", turn.drafts[0].id).stale == ("duration",)


@pytest.mark.parametrize(("text", "error"), [("  \n", EmptyError), ("x" * 32_001, TooLargeError)])
def test_what_is_no_message_is_refused(say: Callable[[str], Turn], text: str, error: type[Exception]) -> None:
    """Nothing and too much are refused before anything is kept."""
    with pytest.raises(error):
        say(text)


def test_template_signs_in_a_message_stay_text(say: Callable[[str], Turn]) -> None:
    """Braces in a message are never computed or filled."""
    turn = say("Reports to: {{ 7*7 }} and {role_title}\nRole: tester")
    words = " ".join(line.text for draft in turn.drafts for _, line in draft.lines())
    assert "{{ 7*7 }} and {role_title}" in words
    assert "49" not in words


@pytest.mark.usefixtures("assistant")
def test_a_second_process_is_refused_and_told_who_holds_the_folder(folder: Path) -> None:
    """The data folder has one writer; the refusal names the process that holds it."""
    with pytest.raises(DataFolderError, match=str(os.getpid())):
        build(Settings(data_dir=folder))


def test_a_discriminating_wish_is_answered_with_care(say: Callable[[str], Turn]) -> None:
    """What no document should ask is said at once, with what to write instead; the draft is made anyway."""
    turn = say("Candidate profile for a tester. Must have: only men, test automation")
    assert "Careful with 'only men'" in turn.reply
    assert [draft.kind for draft in turn.drafts] == ["candidate_profile"]


def test_an_ordinary_wish_draws_no_caution(say: Callable[[str], Turn]) -> None:
    """Nothing is said where nothing is wrong."""
    assert "Careful" not in say(NETWORK).reply


def test_a_suggestion_is_accepted_in_words(say: Callable[[str], Turn]) -> None:
    """'Accept the first outcome' makes it a fact with these words as quote; the rest stays as it was."""
    first = say("Network engineer, contractor, three months").drafts[0]
    turn = say("Accept the first outcome, please.")
    fact = turn.brief.facts["outcomes"]
    assert (fact.basis, fact.quote) == ("given", ("Accept the first outcome",))
    assert turn.reply.startswith("Accepted: 'Outcome: ")
    (second,) = turn.drafts
    assert (second.id, second.version, len(second.added)) == (first.id, 2, len(first.added) - 1)
    assert fact.items[0] in [line.text for _, line in second.lines()]


def test_it_is_asked_which_suggestion_is_meant(say: Callable[[str], Turn]) -> None:
    """'Yes, add that' with several suggestions open changes nothing and names them."""
    say("Network engineer, contractor, three months")
    turn = say("yes, add that")
    assert turn.drafts == ()
    assert turn.reply.startswith("Which suggestion do you mean? 1. 'Outcome: ")


def test_what_did_not_fit_a_list_is_told(say: Callable[[str], Turn]) -> None:
    """Sixty must-haves: forty are kept, and the reply says how many are not, and from where on."""
    listed = "\n".join(f"- skill number {at}" for at in range(1, 61))
    turn = say(f"Need a sysadmin.\nMust-haves:\n{listed}")
    assert "left out 20 of the must-haves, from 'skill number 41' on" in turn.reply


def test_a_document_that_is_not_there_is_said_to_be_missing(say: Callable[[str], Turn]) -> None:
    """Asked for a document that nobody drafts here, the reply says so and names those that there are."""
    turn = say("Can you draft a rejection letter?")
    assert turn.drafts == ()
    assert turn.reply.startswith("I cannot draft 'rejection letter'")
    assert "job definition" in turn.reply


def test_thanks_are_answered_as_thanks(say: Callable[[str], Turn]) -> None:
    """Thanks get a welcome and the documents still to be had, a greeting a greeting."""
    assert say("Hello!").reply.startswith("Hello.")
    assert say("Thanks!").reply.startswith("You are welcome.")
    say("Network engineer, contractor, three months")
    reply = say("thank you so much").reply
    assert reply.startswith("You are welcome.")
    assert "interview kit" in reply
    assert "job definition" not in reply


def test_a_trouble_told_is_answered_and_enters_no_brief(say: Callable[[str], Turn]) -> None:
    """What a complaint says by the way is no fact, and no document is started for it."""
    turn = say("He never answers on slack")
    assert turn.intent == "answer"
    assert turn.answer
    assert turn.answer.answered
    assert not turn.brief.facts
    assert not turn.drafts


def test_a_wish_for_a_contract_is_met_with_what_belongs_in_one(say: Callable[[str], Turn]) -> None:
    """None is drafted, which is said plainly."""
    turn = say("Write me a contract")
    assert "cannot draft 'contract'" in turn.reply
    assert turn.answer
    assert "contractor agreement" in turn.answer.lines[0].text
