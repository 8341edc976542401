"""Notes on work: what they lack, for whom, and that names and pronouns make no difference."""

import itertools

import pytest

from assistant.checks.text.check import check_text
from assistant.checks.text.deeds import Deeds
from assistant.checks.text.hits import Asked, entry_stands
from assistant.checks.text.lexicon import Rule, load_lexicon
from assistant.checks.text.naming import one_name
from assistant.checks.text.note import LACKS, MOST_WORDS
from assistant.checks.text.people import masked
from assistant.checks.text.scan import Scan
from assistant.checks.text.table import Audience
from assistant.checks.text.tokens import read

GOOD = [
    "On Tuesday you rewrote the query for the sales page. It now loads in two seconds instead of "
    "nine, and the support queue is empty. Please do the same for the stock page.",
    "At 16:45 last Friday you merged the branch with 80 files in it. Two reviewers needed Monday to "
    "take it apart. Could you cut the next one into three?",
    "Milestone 3 arrived on 9 July instead of 2 July. The client's training had to be moved. Which "
    "date can you keep for milestone 4?",
    "Thank you for last night. You found the bad cable within the hour, and the clinic opened on time.",
    'On 13 May you told the sales team that the feature was "careless work". They stopped asking. '
    "Please name the fault instead.",
    "Well done on Thursday: you found the leak within two hours, and the night run finished. Please "
    "write it up.",
]
NAMES = [
    *(
        "Anna",
        "James",
        "Oluwaseun",
        "Jürgen",
        "Mei-Ling",
        "Łukasz",
        "O'Brien",
        "田中",
        "Оля",
        "Mx Lee",
        "Dr Okafor",
    ),
    *("Will", "Grace", "May", "Drew", "Christian", "Young", "Love"),
]
HE, SHE = ("he", "his", "him", "has", "does"), ("she", "her", "her", "has", "does")
PRONOUNS = [HE, SHE, ("they", "their", "them", "have", "do")]
ABOUT_SOMEBODY = [
    "{name} never writes tests. {He} {has} to start.",
    "{name} was careless in the June release and {his} work was sloppy.",
    "On Tuesday {name} interrupted the client twice, and the client left. Please talk to {him}.",
    "{He} obviously {does} not care about the rest of us.",
    "Unlike {name}, you are never on time.",
    "{name}'s report of 3 May left out the failed runs. I found out from the client. I'd like the "
    "list by Friday.",
    "{name} did a great job in the demo on Friday.",
    "I heard that {name} was unhappy with {his} pay.",
]


def categories(text: str, audience: Audience | None = None) -> list[tuple[str, str]]:
    """What is found, in order: category and severity."""
    return [(item.category, item.severity) for item in check_text(text, "feedback", audience=audience)]


@pytest.mark.parametrize("text", GOOD)
@pytest.mark.parametrize("audience", [None, "contractor", "employee"])
def test_a_good_note_is_left_alone(text: str, audience: Audience | None) -> None:
    """A note with situation, act, effect and request or thanks has no finding, for whomever it is."""
    assert categories(text, audience) == []


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        (
            "You leave the build broken and others have to fix it. Please check before Friday.",
            {"no_situation"},
        ),
        (
            "In the call on Monday you let the team down, and the client left. Please call him.",
            {"no_behaviour"},
        ),
        ("On 5 May you sent the report two days late. Please be on time.", {"no_impact"}),
        ("On 5 May you sent the report two days late and the board met without it.", {"no_next_step"}),
        ("Communication could be better.", {"no_situation", "no_behaviour", "no_impact", "no_next_step"}),
    ],
)
def test_what_a_note_lacks_is_told_as_advice(text: str, lacking: set[str]) -> None:
    """Each part that is missing is named once, over the whole note, and is never a risk."""
    found = check_text(text, "feedback")
    missing = [item for item in found if item.category in {category for category, *_ in LACKS.values()}]
    assert {item.category for item in missing} == lacking
    assert len(missing) == len(lacking)
    assert {(item.severity, item.span) for item in missing} == {("advice", (0, len(text.rstrip("."))))}


@pytest.mark.parametrize("template", ABOUT_SOMEBODY)
def test_names_and_pronouns_make_no_difference(template: str) -> None:
    """Notes that are the same but for a name or a pronoun have the same findings."""
    found = set()
    for name, (he, his, him, has, does) in itertools.product(NAMES, PRONOUNS):
        text = template.format(name=name, He=he.capitalize(), his=his, him=him, has=has, does=does)
        found.add(tuple(sorted(categories(text))))
    assert len(found) == 1
    assert found != {()} or "{name}'s report" in template or "interrupted" in template


@pytest.mark.parametrize(
    "text",
    [
        "The comparison that you sent on 4 May had prices and terms side by side. Purchasing chose that day.",
        "In Monday's retro you asked the newcomers for their view. The idea with the batches came from them.",
        "You rolled back within six minutes on 3 May, so nobody noticed.",
        "Delivery 3 of 9 April passed all twelve criteria. Accepted.",
    ],
)
def test_a_note_on_what_went_well_may_end_with_what_followed(text: str) -> None:
    """Where nothing should change, a note needs no request."""
    assert categories(text) == []


@pytest.mark.parametrize(
    "followed", ["The client complained.", "We lost the order.", "Two of us had to wait."]
)
def test_a_note_on_trouble_asks_for_something(followed: str) -> None:
    """Where something should change, a note that asks for nothing is told so."""
    note = f"On 4 May you sent the comparison without prices. {followed}"
    assert categories(note) == [("no_next_step", "advice")]
    assert categories(f"{note} Please add them by Friday.") == []


@pytest.mark.parametrize("text", ["I rate him 2/5.", "A C player.", "Reliability: 2 of 5.", "7 out of 10."])
def test_a_mark_for_a_person_is_a_risk(text: str) -> None:
    """Marks and ranks of people should not go out; a mark that others gave to a piece of work may."""
    mark = ("comparison_with_others", "risk")
    assert mark in categories(text)
    assert mark not in categories("On 3 May 60 guests rated the buffet 4.6 out of 5.")


def test_praise_is_fine_beside_the_act_and_its_effect() -> None:
    """Praise is vague by itself and earned by what was done and what followed."""
    assert ("vague_praise", "advice") in categories("Great job on Friday!")
    earned = "Great job on Friday: you found the leak within an hour, and the night run finished. Thank you."
    assert categories(earned) == []


def test_control_of_method_is_told_of_contractors_alone() -> None:
    """An order on how to work is found in a note to a contractor, and in no other."""
    text = (
        "On 3 May you ran the script twice and we lost a day. You should join the daily stand-up from now on."
    )
    assert ("control_of_method", "advice") in categories(text, "contractor")
    assert categories(text, "employee") == categories(text) == []


def test_a_long_review_is_not_held_to_the_form_of_a_note() -> None:
    """Over some hundred words nothing is said of missing parts."""
    assert categories("Communication could be better. " * MOST_WORDS) == []


@pytest.mark.parametrize(
    ("text", "done", "followed"),
    [
        ("You rolled back within six minutes.", True, False),
        ("You were negative and difficult.", False, False),
        ("Drew never writes tests.", True, False),
        ("The export delivered on 9 May used commas.", True, False),
        ("The report due on 1 June came late. The board met without figures.", True, True),
        ("Your contribution made it hard. Support had to improvise.", False, True),
        ("You changed the rule. Could you open a ticket?", True, False),
        ("Your mail to the hospital began with the date. They did not call.", True, True),
    ],
)
def test_deeds_and_what_followed_are_told_apart(text: str, done: bool, followed: bool) -> None:
    """A deed is an act of the person or of the work; what others did after it followed."""
    deeds = Deeds(read(text))
    assert (deeds.done, deeds.followed) == (done, followed)


def test_people_are_masked_before_a_sentence_is_read_by_meaning() -> None:
    """Names, he and she become one word; months, products and the first word of a sentence stay."""
    told = ("Kofi never tests, and she's late.", "Priya never tests, and he's late.")
    kofi, priya = (one_name(text).text for text in told)
    assert masked(kofi) == masked(priya) == "they never tests, and they're late."
    assert masked("Great job in May on Slack!") == "Great job in May on Slack!"


PARTS = load_lexicon("feedback_parts")


@pytest.mark.parametrize("rule", PARTS.rules, ids=lambda rule: rule.entry.id)
def test_each_part_is_known_by_its_examples(rule: Rule) -> None:
    """Each part of a note is seen in its examples and not in its counter-examples."""

    def seen(text: str) -> bool:
        return entry_stands(Scan(read(text), PARTS.vocabulary), PARTS, rule, Asked())

    assert [text for text in rule.entry.examples.hit if not seen(text)] == []
    assert [text for text in rule.entry.examples.miss if seen(text)] == []


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        ("On 5 May you were poor in the call. Restoring it took twice as long.", "no_behaviour", True),
        ("On 5 May Ana showed no ownership. The test had to be postponed.", "no_behaviour", True),
        ("On 5 May you were reading your mail in the call, and the client stopped.", "no_behaviour", False),
        ("On 5 May you reassign tickets to Mei, and she waits.", "no_behaviour", False),
        ("The supplier sent the plan of 5 May as a scan. We ask for a file.", "no_behaviour", False),
        ("The supplier sent the plan of 5 May as a scan. We ask for a file.", "no_impact", True),
        ('When Ingrid asked you on 5 May, you said "ask them". Please answer.', "no_impact", True),
        ("You joined at 10:20 on 5 May, it started at 10:00. Please call.", "no_impact", True),
        ("Our clerk had to cancel it on 5 May, as you sent it twice.", "no_next_step", True),
        ("It must be noted that you read out prices on 5 May. We lost the bid.", "no_next_step", True),
        (
            "When the client shouted on 5 May you waited. He calmed. That was very good.",
            "no_next_step",
            False,
        ),
        ("We wish that you tell us first. On 5 May you left and the test failed.", "no_next_step", False),
        ("In your invoice for May you listed the hours. We paid at once.", "no_situation", False),
        ("When the power went, you kept the clinic open, and nobody had to leave.", "no_situation", False),
    ],
)
def test_judgements_wishes_and_what_others_bore_are_no_deeds(text: str, part: str, told: bool) -> None:
    """A part is missing where only a judgement, a wish, an occasion or what somebody bore stands for it."""
    assert (part in {category for category, _ in categories(text)}) is told
