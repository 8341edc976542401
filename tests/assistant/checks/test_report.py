"""Findings as a person reads them in a terminal."""

from assistant.checks.text.check import check_text
from assistant.checks.text.records import Checker
from assistant.checks.text.report import show_findings


def test_the_words_are_underlined_where_they_stand() -> None:
    """The line is shown with its number; wide and invisible characters do not shift the underline."""
    text = "First line.\n日本 😀 a young\u200b team here.\n"
    lines = show_findings(text, check_text(text, "job_ad")).splitlines()
    assert lines[0] == "RISK age, line 2"
    shown, under = lines[1], lines[2]
    assert shown == "  日本 😀 a young\u200b team here."
    # Two columns each for the first three signs.
    assert under == "  " + " " * len("xxxx xx a ") + "~" * len("young team")
    assert lines[-1].startswith("1 risk")


def test_nothing_moves_the_cursor() -> None:
    """Control characters of a text never reach the terminal."""
    text = "\x1b[31m a young\x07 team\r\n"
    assert not {"\x1b", "\x07", "\r"} & set(show_findings(text, check_text(text, "job_ad")))


def test_the_gravest_come_first_and_nothing_is_said_plainly() -> None:
    """Risks stand above advice; a clean text is told so."""
    text = "A rockstar for our young team."
    shown = show_findings(text, check_text(text, "job_ad"))
    assert shown.index("RISK") < shown.index("ADVICE")
    assert show_findings("All is well.", ()) == "Nothing found."


def test_a_record_is_answered_or_told_what_is_wrong() -> None:
    """Each record gets its findings or an error that names our fields alone; risks are remembered."""
    checker = Checker("job_ad", None, None)
    assert checker.record({"id": 7, "text": "Plain words."}) == {"id": 7, "findings": []}
    assert not checker.risk_found
    for wrong in (
        {},
        {"text": 3},
        {"text": "x", "secret": 1},
        {"text": "x", "audience": "robot"},
        {"text": "x", "jurisdiction": 5},
        {"text": "x", "jurisdiction": "secret"},
    ):
        answer = checker.record({"id": "a", **wrong})
        assert answer.keys() == {"id", "error"}
        assert "secret" not in answer["error"]
        assert "robot" not in answer["error"]
    (finding,) = checker.record({"id": 1, "text": "young team"})["findings"]
    assert finding["span"] == [0, 10]
    assert "acknowledged" not in finding
    assert checker.risk_found
