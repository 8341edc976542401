"""What is told of a running engagement asks the library; briefs, answers and edits never become questions."""

import pytest

from assistant.brief import Brief, typed_changes
from assistant.draft import Question
from assistant.facts import FACTS
from assistant.reading.reader import RuleReader
from assistant.reading.reading import Context
from assistant.reading.troubles import CONTENTS

UNDER_WAY = {"role_title": "network engineer", "engagement": "contractor", "duration": "3 months"}


def _under_way(*asked: str) -> Context:
    questions = [Question(fact=fact, text="?", choices=FACTS[fact].choices) for fact in asked]
    return Context(Brief().merge(typed_changes(UNDER_WAY)).brief, questions, ["job_definition"])


EMPTY = Context(Brief())
SEEKING = [
    "the contractor is late again", "my freelancer went on vacation without telling me",
    "our tester never writes anything down", "He keeps missing the daily call",
    "half the applicants don't turn up", "the dev asks for a raise after two months",
    "my boss thinks remote people are lazy", "freelancer got sick in week one, now what",
    "contractor deleted our backups", "the two developers fight all the time",
    "everyone ignores the freelancer", "our ad brings only juniors", "no answer from the agency for days",
    "admin has no access since monday", "contractor wants to be paid in advance, do we do that",
    "I don't trust his timesheets", "she feels excluded from the team",
    "daily status mails or a weekly call, or not",
    "trello vs jira", "is story points a good measure", "nobody reads the documentation",
    "the invoice is wrong again", "remote guy in Poland is always offline at noon",
    "the consultant talks too much in meetings", "can he subcontract the work",
    "client complains about our contractor",
    "not sure how to tell him it is over", "freelancer uses chatgpt for everything",
]  # fmt: skip
BRIEFS = [
    "need a dev in Manila, us in Boston", "contractor, 3 months, remote", "Network engineer 6 months London",
    "we lost our dba, need a replacement asap", "looking for someone who never panics",
    "I want a freelancer who answers on slack", "hire a contractor to fix the wifi, again",
    "contractor starts monday in Leeds", "freelancer, two days a week, from home",
    "the contractor works 9-5 London time", "The contractor reports to me and sits with the ops team",
    "he must be online 9-5", "she should know Terraform and never touch production",
    "our admin left so we need a new one for six months", "Someone to rebuild our office network",
    "Java developer, Bristol, £450 a day", "role: tester", "must have: Linux, networking",
    "freelance designer for our web shop, remote, 20 hours a week", "part-time sysadmin for a school",
    "contractor or freelancer, I don't mind, 4 weeks", "The job is to migrate mail to Exchange Online",
    "we pay 500 a day", "budget is 20k", "responsible for backups and patching",
    "The goal is a network that never goes down", "We are hiring a data engineer, remote, six months",
    "senior QA engineer, 12 weeks, remote", "new admin starts in May", "dev wanted, PHP, no agencies",
    "Our developer is leaving in June and we need someone to take over", "a consultant for GDPR, ten days",
    "contractor on site in Munich, three days a week", "no degree needed", "interview kit please",
    "the team is five people in Lisbon", "we use Jira and GitHub",
    "two sprints, then we decide about an extension",
    "Please write a job definition for a helpdesk technician", "position: network administrator, permanent",
    "My boss wants a network engineer for the summer", "The agency wants 900 a day",
    "it is urgent, IT is a mess",
    "he will be on call every other weekend", "the freelancer would join the app team",
]  # fmt: skip
NOTES = [
    "Write feedback for Tom: he was late to the stand-up three times last week and the release slipped",
    "feedback note for Ana, she never answered the tickets on Monday",
    "Draft a feedback note: my contractor missed the milestone in May",
    "I need to give Maria feedback, in yesterday's meeting she interrupted everyone",
]
REPLIES = [
    ("me", ["reports_to"]), ("Anna Schmidt, head of IT", ["reports_to"]), ("on slack", ["communication"]),
    ("remote", ["location"]), ("from home, he is never in the office", ["location"]),
    ("9 to 5, he is always on call", ["schedule"]), ("monday", ["start"]), ("starts monday", ["start"]),
    ("our admin left", ["why_now"]), ("the old contractor quit last month", ["why_now"]),
    ("the servers keep crashing", ["why_now"]), ("he joins the app team", ["team_setup"]),
    ("She was rude to a client on the call", ["behaviour"]), ("we lost a day", ["impact"]),
]  # fmt: skip
EDITS = [
    "make it four months", "drop the degree", "actually 6 months", "add Linux to the must-haves",
    "the rate is now 550 a day", "change the role to network architect", "remove the deadline",
    "no, four months", "shorter please", "it's remote after all",
]  # fmt: skip


@pytest.mark.parametrize("said", SEEKING)
@pytest.mark.parametrize("context", [EMPTY, _under_way("reports_to")], ids=["fresh", "under way"])
def test_what_is_told_of_a_running_engagement_seeks_advice(
    reader: RuleReader, said: str, context: Context
) -> None:
    """A trouble told as a statement is for the library."""
    reading = reader.read(said, context)
    assert reading.seeks or (reading.intent == "answer" and reading.question and not reading.changes)


@pytest.mark.parametrize("said", BRIEFS + NOTES)
def test_a_brief_or_a_note_is_no_question(reader: RuleReader, said: str) -> None:
    """However messy, what says whom one wants, or asks for a document, seeks nothing."""
    assert reader.read(said, EMPTY).seeks is None


@pytest.mark.parametrize(("said", "asked"), REPLIES)
def test_an_answer_to_what_was_asked_is_no_question(reader: RuleReader, said: str, asked: list[str]) -> None:
    """A reply to the last question is taken as one."""
    assert reader.read(said, _under_way(*asked)).seeks is None


@pytest.mark.parametrize("said", EDITS)
def test_an_edit_is_no_question(reader: RuleReader, said: str) -> None:
    """A change of what is there stays one."""
    assert reader.read(said, _under_way("reports_to")).seeks is None


@pytest.mark.parametrize("said", ["Write me a contract", "draft a statement of work please"])
def test_a_wish_for_a_contract_asks_what_belongs_in_one(reader: RuleReader, said: str) -> None:
    """No contract is drafted, which is said, and what one should hold is looked up."""
    reading = reader.read(said, EMPTY)
    assert reading.unavailable
    assert reading.seeks == CONTENTS


def test_a_question_takes_nothing_by_the_way(reader: RuleReader) -> None:
    """'Slack' in a complaint is no way of communicating that was agreed."""
    reading = reader.read("He never answers on slack", EMPTY)
    assert reading.as_question.changes == ()
    assert reading.as_question.question == "He never answers on slack"
