"""Guidance over HTTP: passages with their sources, ranked, and honest about what they cover."""

import pytest
from fastapi.testclient import TestClient

PASSAGE = {"id", "title", "text", "topics", "source", "url", "as_of", "jurisdiction", "score", "owner"}
QUESTION = "How do I run a structured interview?"


def test_a_question_finds_passages(client: TestClient) -> None:
    """The passages come ranked, in the shape of the contract, with a verdict beside them."""
    found = client.get("/api/guidance", params={"q": QUESTION, "k": 5}).json()
    assert set(found) == {"answered", "items"}
    assert found["answered"] is True
    assert len(found["items"]) == 5
    assert all(set(item) == PASSAGE for item in found["items"])
    scores = [item["score"] for item in found["items"]]
    assert scores == sorted(scores, reverse=True)


def test_k_has_a_default_and_bounds(client: TestClient) -> None:
    """Eight passages unless told otherwise, fifty at most."""
    assert len(client.get("/api/guidance", params={"q": QUESTION}).json()["items"]) == 8
    assert len(client.get("/api/guidance", params={"q": QUESTION, "k": 50}).json()["items"]) == 50


@pytest.mark.parametrize(("given", "code"), [("UK", "GB"), ("us-ca", "US-CA"), ("California", "US-CA")])
def test_a_place_is_taken_by_name_or_code(client: TestClient, given: str, code: str) -> None:
    """Laws of other places stay out, however the place is written."""
    items = client.get("/api/guidance", params={"q": "pay range law", "k": 50, "jurisdiction": given}).json()[
        "items"
    ]
    places = {item["jurisdiction"] for item in items}
    assert places <= {None, code, code.split("-")[0]}
    assert places & {code, code.split("-")[0]}


def test_topics_narrow(client: TestClient) -> None:
    """Several topics may be given; only their passages come back."""
    topics = ["structured-interview", "interview-scoring"]
    items = client.get("/api/guidance", params={"q": QUESTION, "topic": topics}).json()["items"]
    assert items
    assert all(set(item["topics"]) & set(topics) for item in items)


def test_a_passage_can_be_opened(client: TestClient) -> None:
    """A passage that was found can be read whole by its id, without a score."""
    (found,) = client.get("/api/guidance", params={"q": QUESTION, "k": 1}).json()["items"]
    opened = client.get(f"/api/passages/{found['id']}").json()
    assert opened == {**found, "score": None}
