"""Answer a management question from the library: passages quoted in order, trimmed to what answers."""

import re

from assistant.brief import Brief
from assistant.draft import Line
from assistant.drafting import view_of
from assistant.turns import Answer
from knowledge.cards import bullets
from knowledge.passages import Engagement, Passage
from knowledge.search import Search

CONTRACTOR: Engagement = "contractor"
EMPLOYEE: Engagement = "employee"
SHOWN = 3
STEPS = 4
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


def answer(search: Search, question: str, owner: str, brief: Brief) -> Answer:
    """Quote the passages that answer; `answered` is false when the library does not cover the question."""
    engagement = {"contractor": CONTRACTOR, "employee": EMPLOYEE}.get(brief.text("engagement") or "")
    place = brief.text("jurisdiction")
    found = search.search(question, k=8, owner=owner, engagement=engagement, jurisdiction=place)
    shown = found.passages[:SHOWN] if found.answered else ()
    lines = [line for at, passage in enumerate(shown) for line in _quote(passage, at)]
    numbered = tuple(line.model_copy(update={"id": f"answer.{at}"}) for at, line in enumerate(lines, start=1))
    return Answer(answered=found.answered, lines=numbered, passages=tuple(view_of(item) for item in shown))


def _quote(passage: Passage, place: int) -> list[Line]:
    """The claim with its reason; of the best passage what to do as well."""
    opening = passage.text.split("\n## ")[0].strip()
    sentences = SENTENCE.split(" ".join(opening.split()))
    texts = [" ".join(sentences if place == 0 else sentences[:2])]
    if place == 0:
        texts += bullets(passage.text, "What to do")[:STEPS]
    return [Line(id="", text=text, basis="guidance", citations=(passage.id,)) for text in texts if text]
