"""What is written down while a document is read: how much was left out, and what its owner should know."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from knowledge.errors import DocumentSizeError
from knowledge.parsing.limits import TEXT_CHARACTERS


class LeftOut(StrEnum):
    """What never becomes guidance."""

    HIDDEN = "hidden text"
    FAINT = "text in the colour of its background"
    TINY = "text too small to read"
    OUTSIDE = "text beyond the edge of the page"
    DELETED = "deleted text that is still in the file"
    COMMENT = "comments"
    FRONT_MATTER = "front matter"
    PICTURE = "descriptions of pictures"
    FOOTNOTE = "footnotes"
    RUNNING = "headers and footers of pages"
    CONTENTS = "table of contents"
    CHARACTERS = "invisible characters"


class Notes:
    """Counts what is left out, in words, and keeps warnings; raises `DocumentSizeError` over the limit."""

    def __init__(self) -> None:
        self._amounts: Counter[LeftOut] = Counter()
        self._warnings: dict[str, None] = {}
        self._characters = 0

    def leave_out(self, what: LeftOut, text: str) -> None:
        """Count the words of a text that is not read."""
        self.weigh(text)
        self._amounts[what] += len(text.split())

    def strip(self, characters: int) -> None:
        """Count invisible characters that were taken out of a text."""
        self._amounts[LeftOut.CHARACTERS] += characters

    def warn(self, sentence: str) -> None:
        """Keep a warning, once."""
        self._warnings[sentence] = None

    def weigh(self, text: str) -> None:
        """Count a text towards the limit."""
        self._characters += len(text)
        if self._characters > TEXT_CHARACTERS:
            raise DocumentSizeError(
                f"The document holds more than {TEXT_CHARACTERS:,} characters.",
                advice="Split it into several documents.",
            )

    def weighed(self, texts: Iterable[str]) -> Iterator[str]:
        """The texts, each counted towards the limit."""
        for text in texts:
            self.weigh(text)
            yield text

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences, in the order in which they came up."""
        return tuple(self._warnings)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Sentences such as "Hidden text: 12 words."."""
        return tuple(_sentence(what, self._amounts[what]) for what in LeftOut if self._amounts[what])


def _sentence(what: LeftOut, amount: int) -> str:
    unit = "character" if what is LeftOut.CHARACTERS else "word"
    return f"{what.capitalize()}: {amount} {unit}{'' if amount == 1 else 's'}."
