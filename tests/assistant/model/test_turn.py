"""A whole turn with a model: what it reads and writes is kept as far as code can bear it out."""

from typing import Any

import pytest

from assistant.checks import wording
from assistant.desk import Desk
from assistant.draft import Draft, Finding
from assistant.turns import Turn
from tests.assistant.model import plays
from tests.assistant.model.briefs import DOCUMENT, GOOD, MESSAGE, READING, with_lines
from tests.assistant.model.fault_server import FaultServer, Step
from tests.samples import risks, texts


def first(desk: Desk, server: FaultServer, conversation: str, document: dict[str, Any] = DOCUMENT) -> Turn:
    """The turn of the first message, read and written by a careful model."""
    server.on("read", plays.as_json(READING, cost=(100, 20)))
    server.on("job_definition", plays.as_json(document, cost=(1000, 200)))
    return desk.send("local", conversation, MESSAGE)


def section(draft: Draft, id: str) -> list[str]:
    """A section's lines: basis and text."""
    return [f"{line.basis}: {line.text}" for part, line in draft.lines() if part.id == id]


def test_a_model_reads_and_writes(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A message becomes facts with quotes and a draft in the model's words, at a cost that is told."""
    turn = first(desk, server, conversation)
    assert (turn.writer, turn.tokens_in, turn.tokens_out, turn.faults) == ("model", 1100, 220, ())
    assert turn.brief.facts["reports_to"].value == "the hiring manager"
    assert turn.brief.facts["reports_to"].quote == "reports to me"
    (draft,) = turn.drafts
    assert draft.provenance.model == "openai:scripted"
    assert (draft.provenance.tokens_in, draft.provenance.tokens_out) == (1000, 200)
    assert texts(draft, "post_must") == [line["cells"][0] for line in GOOD["post_must"]]
    assert section(draft, "purpose")[2].startswith("assumption: Designs")
    assert risks(draft) == []
    assert [call.name for call in server.calls] == ["read", "job_definition"]


def test_sections_come_as_they_are_finished(desk: Desk, server: FaultServer, conversation: str) -> None:
    """Composed sections come first, then each of the model's while it still writes the next."""
    server.on("read", plays.as_json(READING))
    server.on("job_definition", plays.until(DOCUMENT, "post_success", plays.LONG))
    seen = []
    events = desk.take("local", conversation, MESSAGE)
    for event in events:
        if event.name == "section":
            seen.append(event.data["section"]["id"])
        if seen[-1:] == ["outcomes"]:
            break
    events.close()
    assert seen[:2] == ["reporting", "kpis"]
    assert seen[-2:] == ["purpose", "outcomes"]
    assert server.named("job_definition")[0].left.wait(10)


def test_a_failing_line_is_mended_once(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A line with a figure that nobody gave is sent back once with what is wrong, and comes right."""
    bad = plays.line("The office network is rebuilt within 12 weeks.", facts=["outcomes"])
    good = plays.line("The office network is rebuilt in full.", facts=["outcomes"])
    server.on("repair", plays.as_json({"lines": [{"id": "outcomes.1", **good}]}))
    turn = first(desk, server, conversation, with_lines("outcomes", bad, *GOOD["outcomes"][1:]))
    assert texts(turn.drafts[0], "outcomes")[0] == good["cells"][0]
    assert risks(turn.drafts[0]) == []
    (repair,) = server.named("repair")
    assert "12 weeks" in repair.user
    assert "Wrong with outcomes.1: This figure is not in the brief." in repair.user
    assert "post_must" not in repair.user
    assert turn.tokens_in == 1111


def test_what_is_not_mended_is_kept_and_shown(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A line that fails again is kept with its finding, never silently mended."""
    bad = plays.line("The office network is rebuilt within 12 weeks.", facts=["outcomes"])
    server.on("repair", plays.as_json({"lines": [{"id": "outcomes.1", **bad}]}))
    turn = first(desk, server, conversation, with_lines("outcomes", bad, *GOOD["outcomes"][1:]))
    (finding,) = risks(turn.drafts[0])
    assert (finding.line, finding.quote) == ("outcomes.1", "12")
    assert len(server.named("repair")) == 1


def test_unknown_stays_unknown(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A TBD that the model leaves out, fills or makes up itself changes nothing: it stands as composed."""
    lines = (
        plays.line("It takes three months.", facts=["duration"]),
        plays.line("Competitive pay, paid weekly.", facts=["duration"]),
        plays.line("Start: [TBD: any Monday that suits you]"),
    )
    server.on("repair", plays.status(500))
    turn = first(desk, server, conversation, with_lines("post_terms", *lines))
    written = section(turn.drafts[0], "post_terms")
    for mark in ("start date", "where the work is done", "time zone", "rate or budget"):
        assert sum(f"[TBD: {mark}]" in line for line in written) == 1
    assert "Monday" not in str(written)
    assert "assumption: Competitive pay, paid weekly." in written
    assert "rate_or_budget" in {question.fact for question in turn.drafts[0].open_questions}


def test_given_facts_are_not_lost(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A given fact that the model drops from its section comes back as the manager gave it."""
    kept = plays.line("You route with OSPF.", facts=["must_haves"])
    turn = first(desk, server, conversation, with_lines("post_must", kept))
    assert "brief: Firewall changes in production" in section(turn.drafts[0], "post_must")


def test_a_basis_is_what_it_is(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A line that says more than its facts, or rests on nothing, is shown as an assumption."""
    lines = (
        plays.line("You enjoy a friendly office with fresh fruit.", facts=["must_haves"]),
        plays.line("You route with OSPF.", facts=["must_haves"]),
        plays.line("You change firewalls in production.", facts=["must_haves"]),
        plays.line("Great colleagues await you here.", basis="guidance", cites=["network-engineer"]),
        plays.line("A driving licence helps."),
    )
    turn = first(desk, server, conversation, with_lines("post_must", *lines))
    (draft,) = turn.drafts
    suggested = {line for line in section(draft, "post_must") if line.startswith("assumption")}
    assert len(suggested) == 3
    assert {line.id for _, line in draft.lines() if line.basis == "assumption"} == set(draft.added)


def test_a_mended_line_stands_once(desk: Desk, server: FaultServer, conversation: str) -> None:
    """What came back while a line was refused goes again once that line is mended."""
    bad = plays.line("You change firewalls in 12 branches.", basis="assumption")
    good = plays.line("You change firewalls in production.", facts=["must_haves"])
    server.on("repair", lambda body: plays.as_json({"lines": [{"id": refused(body), **good}]}))
    turn = first(desk, server, conversation, with_lines("post_must", GOOD["post_must"][0], bad))
    lines = section(turn.drafts[0], "post_must")
    assert [line for line in lines if "irewall" in line] == ["brief: You change firewalls in production."]
    assert not any("left out" in fault for fault in turn.faults)


def refused(body: dict[str, Any]) -> str:
    """The one line that is to be mended."""
    schema = body["response_format"]["json_schema"]["schema"]
    (id_,) = schema["properties"]["lines"]["items"]["properties"]["id"]["enum"]
    return str(id_)


def test_a_cut_document_keeps_what_came(desk: Desk, server: FaultServer, conversation: str) -> None:
    """When a stream breaks, the sections that came stay, the rest is composed, and the turn says so."""
    server.on("read", plays.as_json(READING))
    server.on("job_definition", plays.until(DOCUMENT, "post_success", Step.CUT))
    turn = desk.send("local", conversation, MESSAGE)
    (draft,) = turn.drafts
    assert texts(draft, "outcomes")[1] == "Guests can no longer reach the office systems."
    assert texts(draft, "post_must")[0] == "OSPF routing"
    assert draft.provenance.writer == "model"
    assert draft.provenance.faults == turn.faults
    assert "connection broke" in turn.faults[0]
    assert "comes from the brief and the library alone" in turn.reply


def test_a_section_of_another_form_is_left_out(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A section that is not of the schema is composed instead; those after it are taken all the same."""
    broken = {"sections": [*DOCUMENT["sections"]]}
    broken["sections"][1] = {"id": "outcomes", "lines": "three"}
    turn = first(desk, server, conversation, broken)
    assert texts(turn.drafts[0], "outcomes")[0] == "The office network is rebuilt"
    assert texts(turn.drafts[0], "post_must")[0] == "You route with OSPF."
    assert turn.faults == (
        "The model's answer is not of the form asked for. Try again.",
        "The model left out a section.",
    )


def test_a_broken_repair_costs_itself_alone(desk: Desk, server: FaultServer, conversation: str) -> None:
    """A mended line that is not of its form leaves the mended lines after it in their places."""
    good = plays.line("The office network is rebuilt.", facts=["outcomes"])
    server.on("repair", plays.as_json({"lines": [{"id": "outcomes.1"}, {"id": "outcomes.1", **good}]}))
    bad = plays.line("The office network is rebuilt within 12 weeks.", facts=["outcomes"])
    turn = first(desk, server, conversation, with_lines("outcomes", bad, *GOOD["outcomes"][1:]))
    assert texts(turn.drafts[0], "outcomes")[0] == "The office network is rebuilt."


def test_what_no_repair_changed_is_not_read_again(
    desk: Desk, server: FaultServer, conversation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wording of a draft is looked at before the repair and at its end, but the same text only once."""
    looked: list[str] = []

    def look(text: str, *_: object, **__: object) -> tuple[Finding, ...]:
        looked.append(text)
        return ()

    monkeypatch.setattr(wording, "check_wording", look)
    wording._found.cache_clear()
    first(desk, server, conversation)
    wording._found.cache_clear()
    assert looked
    assert len(looked) == len(set(looked))
