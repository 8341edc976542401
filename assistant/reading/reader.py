"""Read a message by rules alone: no model, nothing guessed, everything with its evidence."""

import datetime as dt
from collections.abc import Callable, Mapping

from assistant.kinds import Kind
from assistant.reading.documents import DocumentFinder
from assistant.reading.language import language
from assistant.reading.message import MessageReader
from assistant.reading.reading import Context, Reading
from assistant.reading.roles import RoleFinder
from assistant.reading.statements import Tools
from knowledge.cards import Library
from knowledge.names import Names


class RuleReader:
    """Reads English by patterns; another language is named and left alone."""

    def __init__(
        self, library: Library, kinds: Mapping[str, Kind], roles: Names, clock: Callable[[], dt.datetime]
    ) -> None:
        self._documents = DocumentFinder(kinds)
        self._roles = RoleFinder(roles)
        self._known = frozenset(
            word.casefold() for card in library.competencies.values() for word in (card.title, *card.covers)
        )
        self._clock = clock

    def read(self, message: str, context: Context) -> Reading:
        """What a message says and wants; never raises, whatever the text."""
        code = language(message)
        if code != "en":
            return Reading(intent="help", language=code)
        today = self._clock().date()
        return MessageReader(message, context, Tools(self._documents, self._roles, self._known, today)).read()
