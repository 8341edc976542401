"""A library of six small cards, and embeddings that need no model."""

import datetime as dt
import hashlib
import math
import re
from collections.abc import Iterable, Sequence

import pytest
from langchain_core.embeddings import Embeddings

from knowledge.cache import Cache, default_folders
from knowledge.cards import CompetencyCard, GuidanceCard, LawCard, Library, RoleCard, Topic
from knowledge.documents import Chunk, chunks_of
from knowledge.embedding import MiniLM

SOURCES = [
    {"name": "Common practice", "confidence": "practice"},
    {"name": "A handbook", "url": "https://example.org/handbook", "confidence": "secondary"},
]
BASE = {"as_of": "2026-08", "sources": SOURCES}


class WordEmbeddings(Embeddings):
    """Unit vectors of hashed words: texts that share words are near each other."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text."""
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """Counts of hashed words, at length one."""
        vector = [0.0] * 64
        for word in re.findall(r"\w+", text.lower()):
            vector[hashlib.sha256(word.encode()).digest()[0] % 64] += 1.0
        length = math.sqrt(sum(number * number for number in vector)) or 1.0
        return [number / length for number in vector]


def guidance(id: str, title: str, claim: str, *, topics: list[str], **fields: object) -> GuidanceCard:
    """A guidance card with one step."""
    body = f"{claim}\n\n## What to do\n\n- Do the first thing.\n\n## When it does not apply\n\nNever mind."
    questions = [f"{title}, how?", f"{title}, why?", f"{title}, when?"]
    return GuidanceCard.model_validate(
        {**BASE, "id": id, "title": title, "topics": topics, "body": body, "questions": questions, **fields}
    )


def law(id: str, title: str, claim: str, jurisdiction: str) -> LawCard:
    """A law card on pay."""
    card = guidance(id, title, claim, topics=["pay-transparency"])
    body = f"{card.body}\n\n## Not legal advice\n\nAsk a lawyer."
    return LawCard.model_validate(
        {**card.model_dump(), "body": body, "jurisdiction": jurisdiction, "review_by": dt.date(2027, 2, 1)}
    )


COMPETENCY = {
    **BASE,
    "id": "network-design",
    "title": "Network design",
    "kind": "technical",
    "definition": "Lays out a network that can grow.",
    "covers": ["routing", "segmentation"],
    "behavioural": [
        {"ask": f"Tell me about a network you {verb}.", "probes": ["Why?"]} for verb in ("drew", "changed")
    ],
    "situational": [
        {"ask": f"Suppose that a {site} opens.", "probes": ["What first?"]} for site in ("site", "floor")
    ],
    "anchors": {level: f"Shows level {level}." for level in (1, 2, 3, 4)},
    "strong": ["Draws it.", "Counts users."],
    "weak": ["Names brands.", "Guesses."],
    "evidence": ["A diagram."],
    "tests": ["Draw a plan, 30 minutes."],
    "questions": ["Who can plan our cabling?", "How do I test a planner?", "What is a good plan?"],
    "body": "It is about the plan.",
}
ROLE = {
    **BASE,
    "id": "network-engineer",
    "title": "Network engineer",
    "aliases": ["network administrator", "network specialist"],
    "summary": "Designs and runs the network.",
    "outcomes": ["The network is up.", "The plan is known.", "Changes are safe."],
    "indicators": ["downtime", "tickets", "changes undone"],
    "responsibilities": [
        f"Does the duty number {word}." for word in ("one", "two", "three", "four", "five", "six")
    ],
    "artefacts": ["diagram", "log", "change record"],
    "access": ["switches", "firewall"],
    "hazards": ["Nobody else knows it.", "No spare parts."],
    "adjacent": ["systems administrator", "telephony engineer"],
    "learnable": ["our brand of switch", "our ticket tool"],
    "competencies": [{"id": "network-design", "why": "It outlives the person."}] * 4,
    "questions": ["Someone for the office wifi?", "Who runs switches?", "Who fixes the line?"],
    "body": "It borders on systems administration.",
}


@pytest.fixture(scope="session")
def small_library() -> Library:
    """Three guidance cards, two law cards, a role and a competency."""
    cards = (
        guidance("one-boss", "Name one boss", "One person decides.", topics=["reporting-line"]),
        guidance(
            "show-pay",
            "Publish the pay range",
            "Say what you pay.",
            topics=["pay-transparency"],
            engagement="employee",
        ),
        guidance(
            "thank-them",
            "Thank contractors",
            "Say thanks soon.",
            topics=["recognition"],
            engagement="contractor",
        ),
    )
    laws = (
        law("pay-law-us-ca", "Pay ranges in California", "California wants a pay range.", "US-CA"),
        law("pay-law-gb", "Pay ranges in Britain", "Britain wants no pay range yet.", "GB"),
    )
    topics = ("reporting-line", "pay-transparency", "recognition")
    return Library(
        topics={id: Topic(id=id, title=id, stage="define", statement=id) for id in topics},
        guidance={card.id: card for card in cards},
        law={card.id: card for card in laws},
        roles={"network-engineer": RoleCard.model_validate(ROLE)},
        competencies={"network-design": CompetencyCard.model_validate(COMPETENCY)},
    )


@pytest.fixture(scope="session")
def word_embeddings() -> WordEmbeddings:
    """Embeddings without a model."""
    return WordEmbeddings()


@pytest.fixture(scope="session")
def minilm() -> MiniLM:
    """The real model, from the environment's own cache folder."""
    return MiniLM(Cache(default_folders()))


class Shelf:
    """Uploaded documents in memory."""

    def __init__(self) -> None:
        self.held: dict[str, dict[str, tuple[Chunk, ...]]] = {}

    def put(self, owner: str, id: str, *pieces: str) -> tuple[Chunk, ...]:
        """Upload or replace a document of one-line pieces."""
        chunks = chunks_of(id, f"Handbook {id}", "2026-09", [("House rules", piece) for piece in pieces])
        self.held.setdefault(owner, {})[id] = chunks
        return chunks

    def drop(self, owner: str, id: str) -> None:
        """Remove a document."""
        del self.held[owner][id]

    def chunk_ids(self, owner: str) -> Iterable[str]:
        """All chunk ids of an owner."""
        return [chunk.id for chunks in self.held.get(owner, {}).values() for chunk in chunks]

    def chunks(self, owner: str, ids: Sequence[str]) -> Iterable[Chunk]:
        """The owner's chunks with these ids."""
        return [chunk for chunks in self.held.get(owner, {}).values() for chunk in chunks if chunk.id in ids]


@pytest.fixture
def shelf() -> Shelf:
    """Nothing uploaded yet."""
    return Shelf()
