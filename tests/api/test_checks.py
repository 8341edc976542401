"""Checks of wording over HTTP: exact spans, and nothing of a refused text told back."""

import pytest
from fastapi.testclient import TestClient

FINDING = {"check", "category", "severity", "span", "quote", "message", "suggestion", "source"}
ADVERT = "Café 😀 team: we want a young, dynamic rock star."


def test_a_text_is_checked(client: TestClient) -> None:
    """Findings come in the shape of the contract, their spans counting code points of the text as sent."""
    reply = client.post("/api/checks", json={"text": ADVERT, "as": "job_ad"})
    findings = reply.json()["findings"]
    assert reply.status_code == 200
    assert {finding["category"] for finding in findings} >= {"age", "exclusionary_culture"}
    for finding in findings:
        assert set(finding) >= FINDING
        assert ADVERT[slice(*finding["span"])] == finding["quote"] != ""


def test_an_id_is_given_back(client: TestClient) -> None:
    """As on the command line, an answer stands under the id that was sent."""
    for id_ in ("a", 7, None):
        reply = client.post("/api/checks", json={"id": id_, "text": "All is well.", "as": "job_ad"})
        assert reply.json() == {"id": id_, "findings": []}


def test_a_place_and_an_audience_are_taken(client: TestClient) -> None:
    """For employees nothing is said about control, which is for contractors."""
    body = {"text": "You work fixed hours.", "as": "contractor_terms", "jurisdiction": "California"}
    for audience, found in (("contractor", True), ("employee", False)):
        reply = client.post("/api/checks", json={**body, "audience": audience})
        assert bool(reply.json()["findings"]) is found


@pytest.mark.parametrize(
    "change",
    [
        {"as": "poem"},
        {"as": None},
        {"text": None},
        {"jurisdiction": "Atlantis"},
        {"audience": "robot"},
        {"language": "en"},
    ],
)
def test_what_is_wrong_is_told_without_what_was_sent(client: TestClient, change: dict[str, object]) -> None:
    """A field that is not what it must be is refused with its name and without its value."""
    body = {"text": "secret words", "as": "job_ad"} | change
    reply = client.post(
        "/api/checks", json={name: value for name, value in body.items() if value is not None}
    )
    assert reply.status_code in (400, 422)
    assert reply.headers["content-type"] == "application/problem+json"
    assert not any(word in reply.text for word in ("secret", "poem", "Atlantis", "robot", "language"))


def test_half_a_character_pair_is_refused(client: TestClient) -> None:
    """Text that no answer could quote is the caller's fault, not ours."""
    content = b'{"text": "young \\ud800 team", "as": "job_ad"}'
    reply = client.post("/api/checks", content=content, headers={"Content-Type": "application/json"})
    assert reply.status_code in (400, 422)


@pytest.mark.parametrize("text", ["", " \r\n\t", "\u200b\u00ad", "young\0team"])
def test_no_text_is_refused(client: TestClient, text: str) -> None:
    """Nothing to check, or something that is no text, is a problem and not a clean text."""
    reply = client.post("/api/checks", json={"text": text, "as": "job_ad"})
    assert reply.status_code in (400, 422)
    assert reply.headers["content-type"] == "application/problem+json"


def test_two_megabytes_are_the_limit(client: TestClient) -> None:
    """A text of just 2 MB is checked, a larger one is refused as too large."""
    reply = client.post("/api/checks", json={"text": "a" * 2_000_000, "as": "job_ad"})
    assert reply.status_code == 200
    reply = client.post("/api/checks", json={"text": "a" * 2_000_001, "as": "job_ad"})
    assert reply.status_code == 413


@pytest.mark.parametrize("kind", ["candidate_profile", "job_definition"])
def test_must_haves_are_checked_wherever_they_go_out(client: TestClient, kind: str) -> None:
    """A must-have on belief, birthplace or age is a risk in the profile as in the advert."""
    wanted = ["Christian", "British born", "under 35", "BGP routing"]
    brief = {"role_title": "Network engineer", "engagement": "contractor", "must_haves": wanted}
    draft = client.post("/api/drafts", json={"kind": kind, "brief": brief}).json()
    risks = {item["quote"].lower() for item in draft["findings"] if item["check"] == "job_ad"}
    assert {"christian", "british born", "under 35"} <= risks


def test_a_rating_in_a_note_is_found(client: TestClient) -> None:
    """A note that ranks the person against the team does not pass as it is."""
    said = {"feedback_for": "Tom", "behaviour": "I rate him 2/5, weakest of the team"}
    draft = client.post("/api/drafts", json={"kind": "feedback_note", "brief": said}).json()
    assert "feedback" in {item["check"] for item in draft["findings"]}


def test_an_acknowledged_finding_stays_so_while_its_words_stand(client: TestClient) -> None:
    """Edits before and after the words keep it, other words end it, and the same words elsewhere are new."""
    brief = {"role_title": "Network engineer", "must_haves": ["under 35", "BGP routing", "VLANs"]}
    draft = client.post("/api/drafts", json={"kind": "job_definition", "brief": brief}).json()
    url = f"/api/drafts/{draft['id']}"
    section = next(each for each in draft["sections"] if each["id"] == "post_must")
    first, second, third = (line["id"] for line in section["lines"][:3])

    def acknowledged() -> dict[str, bool]:
        items = client.get(url).json()["findings"]
        return {item["line"]: bool(item.get("acknowledged")) for item in items if item["category"] == "age"}

    def edit(line: str, text: str) -> None:
        version = client.get(url).json()["version"]
        body = {"version": version, "lines": {line: {"text": text}}}
        assert client.patch(url, json=body).status_code == 200

    found = next(item for item in draft["findings"] if item["category"] == "age")
    item = {
        "line": found["line"],
        "category": "age",
        "quote": found["quote"],
        "reason": "Agreed with counsel",
    }
    version = client.get(url).json()["version"]
    assert client.patch(url, json={"version": version, "acknowledge": [item]}).status_code == 200
    edit(second, "Routing with BGP")
    assert acknowledged() == {first: True}
    edit(first, f"Somebody who is {found['quote']} and at ease with routers")
    assert acknowledged() == {first: True}
    edit(third, found["quote"])
    assert acknowledged() == {first: True, third: False}
    edit(first, "Under 40")
    edit(third, "VLANs")
    assert acknowledged() == {first: False}
