"""A hit in a sentence that as a whole is fine is let go; one in a sentence that is not stays."""

from assistant.checks.text.hits import Asked, find_hits
from assistant.checks.text.lexicon import load_lexicon
from assistant.checks.text.meaning import weigh
from assistant.checks.text.scan import Scan
from assistant.checks.text.tokens import read


def stays(text: str) -> tuple[bool, bool]:
    """Whether words find anything in a contractor's terms, and whether it stays."""
    lexicon = load_lexicon("contractor_terms")
    scan = Scan(read(text), lexicon.vocabulary)
    hits = find_hits(scan, lexicon, Asked())
    standing = {hit.entry.id for hit in weigh(scan, lexicon, Asked(), hits)}
    return bool(hits), not standing.isdisjoint(hit.entry.id for hit in hits)


def test_what_stands_in_a_fine_sentence_is_let_go() -> None:
    """The same words are control in a contractor's terms and what an archive holds elsewhere."""
    assert stays("The contractor works fixed hours.") == (True, True)
    assert stays("The museum's archive lists every annual performance review since 1950.") == (True, False)


def test_nothing_found_is_nothing_to_spare() -> None:
    """A clean text costs no look at its meaning."""
    assert stays("The report is due on Friday.") == (False, False)
