"""Search results as the command line shows them: records for machines, text for people."""

from collections.abc import Mapping
from typing import Any

from assistant.errors import InvalidError
from assistant.places import jurisdiction as place_code
from assistant.replies import NOT_COVERED
from assistant.wellformed import is_fit
from knowledge.passages import Engagement
from knowledge.search import Found, Search

MAX_QUESTION = 2_000
ENGAGEMENTS: Mapping[str, Engagement] = {"contractor": "contractor", "employee": "employee"}


class Lookup:
    """A search with its filters set."""

    def __init__(
        self,
        search: Search,
        k: int,
        topics: tuple[str, ...],
        jurisdiction: str | None,
        engagement: str | None,
    ) -> None:
        code = place_code(jurisdiction) if jurisdiction else None
        if jurisdiction and code is None:
            raise InvalidError("The jurisdiction is unknown.", advice="Give a code such as 'US-CA' or 'GB'.")
        if any(not search.topic_passages(topic) for topic in topics):
            raise InvalidError("The topic is unknown or empty.", advice="See knowledge/topics.yaml.")
        self._search = search
        self._k = k
        self._topics = topics or None
        self._jurisdiction = code
        self._engagement = ENGAGEMENTS.get(engagement or "")

    def find(self, question: str) -> Found:
        """The passages for a question."""
        return self._search.search(
            question,
            k=self._k,
            topics=self._topics,
            jurisdiction=self._jurisdiction,
            engagement=self._engagement,
        )

    def record(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """`{id, question}` answered as `{id, answered, passages}`, or `{id, error}`."""
        question, id_ = asked.get("question"), asked.get("id")
        if not isinstance(question, str) or not question.strip():
            return {"id": id_, "error": "The line has no 'question'."}
        if len(question) > MAX_QUESTION:
            return {"id": id_, "error": f"The question is longer than {MAX_QUESTION:,} characters."}
        if not is_fit(question):
            return {"id": id_, "error": "The question holds a control character or half a character pair."}
        found = self.find(question)
        keys = ("id", "title", "text", "topics", "source", "url", "as_of", "jurisdiction", "score")
        passages = [{key: getattr(passage, key) for key in keys} for passage in found.passages]
        return {"id": id_, "answered": found.answered, "passages": passages}

    def text(self, question: str) -> str:
        """The passages as text, best first, each with its source."""
        found = self.find(question)
        head = [] if found.answered else [NOT_COVERED, "The nearest passages:"]
        shown = [
            f"{at}. {item.title}  [{item.id}]\n   {' '.join(item.text.split(chr(10) + '## ')[0].split())}\n"
            f"   {item.source}, as of {item.as_of}{f', {item.url}' if item.url else ''}"
            for at, item in enumerate(found.passages, start=1)
        ]
        return "\n\n".join((*head, *shown))
