"""What a model reads in a message is kept as far as the message bears it out."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.brief import Brief, Change, typed_changes
from assistant.desk import Desk
from assistant.draft import Question
from assistant.reading.evidence import Evidence
from assistant.reading.reading import Context, Reading
from tests.assistant.model import plays
from tests.assistant.model.fault_server import FaultServer

MAIL = (
    "Hi, as discussed we need a network engineer on a contract basis, based in London, for three months.\n"
    "He reports to me and joins the platform team. Not six months any more. No degree needed.\n"
    "> On Friday Anna wrote: a rate of 500 a day, I think."
)


@pytest.fixture
def read(desk: Desk, server: FaultServer) -> Callable[..., Reading]:
    """Read a message as a model answers: `read(message, brief, **answer)`."""

    def call(message: str, context: Context | None = None, **answer: Any) -> Reading:
        server.on("read", plays.as_json(plays.reading(**answer)))
        return desk._turns._reader.read(message, context or Context(Brief()))

    return call


def evidence(message: str, *, english: bool = True, asked: tuple[str, ...] = (), **facts: object) -> Evidence:
    """The evidence of a message, over a brief of typed facts."""
    brief = Brief().merge(typed_changes(facts)).brief
    return Evidence(message, brief, (), frozenset(asked), english)


BORNE = [
    (Change("duration", "set", "three months", "for three months"), "three months"),
    (Change("role_title", "set", "network engineer", "a network engineer"), "network engineer"),
    (Change("reports_to", "set", "the hiring manager", "reports to me"), "the hiring manager"),
    (Change("engagement", "set", "contractor", "on a contract basis"), "contractor"),
    (Change("team_setup", "set", "joins_team", "joins the platform team"), "joins_team"),
    (Change("jurisdiction", "set", "GB", "based in the United Kingdom"), "GB"),
    (Change("tools", "add", "Juniper", "we use Juniper"), "Juniper"),
]
OTHERWISE = [
    (Change("duration", "set", "3 months, full-time", "three months"), "three months"),
    (Change("must_haves", "add", "ten years of OSPF", "OSPF"), "OSPF"),
    (Change("role_title", "set", "senior network engineer", "network engineer"), "network engineer"),
    (Change("rate_or_budget", "set", "EUR 600 a day", "500 a day"), "500 a day"),
]
DROPPED = [
    Change("duration", "set", "three months", "for 3 months"),
    Change("duration", "set", "three months", ""),
    Change("duration", "set", "three months", "   "),
    Change("salary", "set", "a lot", "network"),
    Change("engagement", "set", "employee", "network engineer"),
    Change("engagement", "set", "boss", "on a contract basis"),
    Change("jurisdiction", "set", "US", "network engineer"),
    Change("jurisdiction", "set", "Atlantis", "based in the United Kingdom"),
    Change("team_setup", "set", "standalone", "on a contract basis"),
    Change("role_title", "clear", "", "a network engineer"),
    Change("tools", "remove", "Juniper", "we use Juniper"),
    Change("tools", "remove", "", "drop the tools"),
    Change("rate_or_budget", "set", "900 EUR a day", "network engineer"),
    Change("start", "set", "1 March 2031", "network engineer"),
]
TEXT = (
    "For three months we want a network engineer on a contract basis who joins the platform team, reports "
    "to me and knows OSPF at 500 a day. Also based in the United Kingdom, and we use Juniper. But drop the "
    "tools. For three months."
)


@pytest.mark.parametrize(
    ("change", "value"), [*BORNE, *OTHERWISE], ids=lambda item: getattr(item, "fact", None)
)
def test_a_value_says_no_more_than_its_quote(change: Change, value: str) -> None:
    """A fact is kept with its quote; where its value says more than the quote, the quote stands."""
    message = TEXT.replace("For three", "for three")
    (kept,) = evidence(message).borne_out(change)
    assert (kept.value, kept.quote) == (value, change.quote)


@pytest.mark.parametrize("change", DROPPED, ids=lambda item: f"{item.fact}-{item.op}-{item.value}")
def test_what_the_message_does_not_bear_out_is_dropped(change: Change) -> None:
    """A fact without its words in the message, or an edit that nobody asked for, is as if not said."""
    assert evidence(TEXT).borne_out(change) == []


def test_a_quote_is_letter_by_letter() -> None:
    """A quote that differs in one letter, or is the whole of a long message, proves nothing."""
    assert (
        evidence("for three months").borne_out(Change("duration", "set", "three months", "For three months"))
        == []
    )
    long = "for three months " * 100
    assert evidence(long).borne_out(Change("duration", "set", "three months", long)) == []


def test_a_contradiction_stays_visible(read: Callable[..., Reading]) -> None:
    """Two statements of one fact are both kept, even when the model calls one a correction."""
    message = "It lasts three months. The engagement lasts six months."
    reading = read(
        message,
        changes=[
            plays.change("duration", "three months"),
            plays.change("duration", "six months", op="correct"),
        ],
    )
    merge = Brief().merge(reading.changes)
    conflict = merge.brief.conflict("duration")
    assert conflict is not None
    assert [claim.value for claim in conflict.values] == ["three months", "six months"]


@pytest.mark.parametrize(
    ("message", "asked", "op"),
    [
        ("Actually it is six months.", (), "correct"),
        ("Make it six months.", (), "correct"),
        ("Six months, sorry.", (), "correct"),
        ("It lasts six months.", (), "set"),
        ("six months", ("duration",), "correct"),
    ],
)
def test_a_correction_is_said_as_one(message: str, asked: tuple[str, ...], op: str) -> None:
    """A fact is overruled when the manager's words overrule it, or answer what was asked; else both stand."""
    quote = "six months" if "six" in message else "Six months"
    change = Change("duration", "correct", quote, quote)
    (kept,) = evidence(message, asked=asked, duration="three months").borne_out(change)
    assert kept.op == op


def test_only_what_is_there_is_removed() -> None:
    """An item leaves a list when the manager asks for it and it is there; the brief's own words name it."""
    known = evidence("Cut the second outcome, please.", outcomes=["A is done", "Guests are kept off"])
    (kept,) = known.borne_out(Change("outcomes", "remove", "guests are kept off", "Cut the second outcome"))
    assert kept.value == "Guests are kept off"
    assert known.borne_out(Change("outcomes", "remove", "B is done", "Cut the second outcome")) == []


def test_asides_are_verbatim(read: Callable[..., Reading]) -> None:
    """What was supposed or could not be placed is told in the message's own words, or not at all."""
    reading = read(
        MAIL, unplaced=["as discussed", "as agreed"], hearsay=["a rate of 500 a day, I think", "  "]
    )
    assert reading.unplaced == ("as discussed",)
    assert reading.hearsay == ("a rate of 500 a day, I think",)


def test_rules_decline_whatever_the_model_says(read: Callable[..., Reading]) -> None:
    """A request to judge people is recognised by rules, even when the model sees nothing in it."""
    reading = read(
        "Rank these candidates for me: Anna, Bob and Carol.", intent="answer", question="Who is best?"
    )
    assert reading.declined is not None
    assert reading.intent == "decline"


def test_a_model_declines_what_rules_do_not_see(read: Callable[..., Reading]) -> None:
    """A request to judge people is declined when only the model recognises it."""
    message = "Wen von beiden soll ich für unser Netzwerk nehmen und einstellen?"
    reading = read(message, declined=True, intent="decline")
    assert reading.declined is not None
    assert reading.question is None


def test_another_language(read: Callable[..., Reading]) -> None:
    """A message in another language gives facts in its own words, and an acknowledgement in its language."""
    message = (
        "Wir brauchen für drei Monate eine Netzwerkingenieurin, freiberuflich, und sie berichtet an mich."
    )
    reading = read(
        message,
        intent="brief",
        language="de",
        acknowledgement="Notiert: eine Netzwerkingenieurin, drei Monate. Offen ist das Ziel der Arbeit.",
        changes=[
            plays.change("role_title", "Netzwerkingenieurin"),
            plays.change("duration", "drei Monate"),
            plays.change("engagement", "contractor", "freiberuflich"),
            plays.change("reports_to", "the hiring manager", "sie berichtet an mich"),
            plays.change("tools", "Cisco", "Netzwerk"),
        ],
    )
    assert {change.fact: change.value for change in reading.changes} == {
        "role_title": "Netzwerkingenieurin",
        "duration": "drei Monate",
        "engagement": "contractor",
        "reports_to": "the hiring manager",
        "tools": "Netzwerk",
    }
    assert reading.acknowledgement.startswith("Notiert")


def test_the_reply_is_in_the_managers_language(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A manager who writes German is answered in German; what code adds to it is in English."""
    said = "Notiert: eine Testerin. Offen ist die Dauer."
    changes = [plays.change("role_title", "Testerin")]
    server.on("read", plays.as_json(plays.reading(language="de", acknowledgement=said, changes=changes)))
    server.on("job_definition", plays.whole("{}"))
    turn = desk.send("local", conversation, "Wir suchen eine Testerin für unser Haus, bitte.")
    assert turn.reply.startswith(f"{said} Drafted: Job definition: Testerin")


def test_english_is_english(read: Callable[..., Reading]) -> None:
    """A model cannot have an English message taken for another language, where less is checked."""
    reading = read(
        "We need a tester for the office and the team.",
        language="tr",
        changes=[plays.change("engagement", "employee", "tester")],
    )
    assert reading.language == "en"
    assert reading.changes == ()


def test_what_the_prompt_holds(desk: Desk, server: FaultServer, conversation: str) -> None:
    """The model is told what is known, what was asked and what can be drafted, and which facts there are."""
    server.on("read", plays.as_json(plays.reading(changes=[plays.change("role_title", "tester")])))
    server.on("job_definition", plays.whole("{}"))
    desk.send("local", conversation, "I need a tester.")
    desk.send("local", conversation, "Hello again, tester.")
    call = server.named("read")[1]
    assert "role_title: tester" in call.user
    assert "Asked a moment ago: " in call.user
    assert "interview_kit (Interview kit)" in call.user
    assert "Drafted so far: job_definition." in call.user
    assert "role_title" in call.system
    assert "Lists" in call.system or "List facts" in call.system


def test_documents_that_do_not_exist(read: Callable[..., Reading]) -> None:
    """A document that cannot be drafted is not asked for, and one is asked for once."""
    reading = read("Draft it all", intent="draft", kinds=["interview_kit", "horoscope", "interview_kit"])
    assert reading.kinds == ("interview_kit",)


def test_questions_to_ask(read: Callable[..., Reading]) -> None:
    """What was asked a moment ago may be answered in a word."""
    context = Context(
        Brief().merge(typed_changes({"duration": "three months"})).brief,
        (Question(fact="duration", text="How long?"),),
    )
    reading = read("six", context, changes=[plays.change("duration", "six", op="correct")])
    assert [(change.op, change.value) for change in reading.changes] == [("correct", "six")]


def test_what_is_not_wanted_is_not_taken_down() -> None:
    """A quote that is verbatim is no evidence of a wish where a "no" or "not" stands right before it."""
    change = Change("tools", "add", "Cobol", "Cobol")
    assert evidence("A tester. No Cobol. We do not need Cobol at all.").borne_out(change) == []
    assert evidence("A tester. No degree, but Cobol.").borne_out(change) == [change]


def test_no_degree_is_no_degree(read: Callable[..., Reading]) -> None:
    """A model that quotes the degree without its "no" cannot turn the statement round."""
    reading = read("I need a tester. No degree needed.", changes=[plays.change("degree", "degree", "degree")])
    assert [(change.fact, change.value) for change in reading.changes] == [("degree", "No degree needed")]


def test_a_value_holds_nothing_hidden() -> None:
    """What nobody can see does not come in with a value: the manager's message does not hold it."""
    (change,) = evidence("I need a network engineer.").borne_out(
        Change("role_title", "set", "net\u200bwork\u202e engineer", "network engineer")
    )
    assert change.value == "network engineer"


def test_a_model_that_read_is_not_told_to_be_missing(
    desk: Desk, server: FaultServer, conversation: str
) -> None:
    """A question in German that a model read is answered, not met with the words for want of a model."""
    asked = plays.reading(
        intent="answer", language="de", question="How do I give feedback to a remote contractor?"
    )
    server.on("read", plays.as_json(asked))
    server.on("answer", plays.whole("no JSON"))
    turn = desk.send("local", conversation, "Wie gebe ich einem Freelancer aus der Ferne gutes Feedback?")
    assert turn.answer is not None
    assert turn.answer.answered
    assert "Sprachmodell" not in turn.reply
    assert "without a language model" not in turn.reply.lower()


BROKEN_CHANGES: list[Any] = [
    {"fact": "duration", "op": "set", "quote": None, "value": "three months"},
    {"fact": "duration", "op": "prolong", "quote": "three months", "value": "three months"},
    {"fact": ["duration"], "op": "set", "quote": "three months", "value": "three months"},
    {"op": "set"},
    "duration: three months",
    None,
    7,
]


@pytest.mark.parametrize("broken", BROKEN_CHANGES)
def test_a_broken_change_costs_itself_alone(broken: Any, read: Callable[..., Reading]) -> None:
    """A change that is not of its form leaves the others as they are; what it spoilt is read by rules."""
    role = plays.change("role_title", "network engineer", "a network engineer")
    reading = read(MAIL, intent="draft", kinds=["interview_kit"], changes=[role, broken])
    assert reading.fault is None
    assert reading.kinds == ("interview_kit",)
    values = {change.fact: change.value for change in reading.changes}
    assert values["role_title"] == "network engineer"
    assert values["duration"] == "three months"


def test_other_broken_parts_cost_themselves_alone(read: Callable[..., Reading]) -> None:
    """Nulls, an unknown intent and lists with something else among their texts spoil nothing else."""
    reading = read(
        MAIL,
        intent="update",
        kinds=[None, "interview_kit", 4],
        question=None,
        declined=None,
        hearsay=["a rate of 500 a day", {"text": "Anna"}],
        unplaced=None,
        changes=[plays.change("role_title", "network engineer", "a network engineer")],
    )
    assert reading.fault is None
    assert reading.kinds == ("interview_kit",)
    assert reading.hearsay == ("a rate of 500 a day",)
    assert [change.fact for change in reading.changes] == ["role_title"]


@pytest.mark.parametrize(
    "answer", ["{}", "[]", '"brief"', '{"changes": []}', '{"intent": "brief", "changes": 1}']
)
def test_an_unusable_reading_is_told(answer: str, desk: Desk, server: FaultServer) -> None:
    """An answer that is no reading at all is a fault, and rules read alone."""
    server.on("read", plays.whole(answer))
    reading = desk._turns._reader.read(MAIL, Context(Brief()))
    assert reading.fault
    assert any(change.fact == "duration" for change in reading.changes)
