"""Make the checks of wording ready: word tables at start-up, and what votes by meaning with the index."""

from collections.abc import Callable, Iterator

from assistant.checks.text.family import FAMILIES
from assistant.checks.text.jury import jury
from assistant.checks.text.lexicon import Lexicon, load_lexicon
from assistant.checks.text.part_votes import part_voters


def load_families() -> None:
    """Read every word table; raises `CardError` on the first fault, so that no text meets it first."""
    list(_families())


def prepare_families(progress: Callable[[str], None]) -> None:
    """Embed what votes by meaning, where that has not been done before."""
    for lexicon in _families():
        if lexicon.meant:
            progress(f"Checks of wording: {lexicon.family}")
            jury(lexicon.meant)
    progress("Checks of wording: parts of a note")
    part_voters()


def _families() -> Iterator[Lexicon]:
    return map(load_lexicon, FAMILIES)
