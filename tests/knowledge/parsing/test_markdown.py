"""Markdown becomes what a reader of the rendered page sees."""

import pytest

from knowledge.errors import DocumentError
from knowledge.parsing.file_type import FileType
from knowledge.parsing.parsed import Parsed
from knowledge.parsing.worker import read_document


def read(text: str) -> Parsed:
    """Read a Markdown file."""
    return read_document(text.encode(), FileType.MARKDOWN)


def test_headings_are_kept_as_a_path() -> None:
    """Each piece knows the headings above it; a first heading over all others is the title."""
    parsed = read("# Handbook\n\nHello.\n\n## Pay\n\n### Rates\n\nBy day.\n\n## Leave\n\nAsk first.\n")
    assert parsed.title == "Handbook"
    assert parsed.pieces == (("", "Hello."), ("Pay > Rates", "By day."), ("Leave", "Ask first."))


def test_headings_of_one_rank_make_no_title() -> None:
    """With two first-rank headings neither is the document's title."""
    parsed = read("# Pay\n\nBy day.\n\n# Leave\n\nAsk first.\n")
    assert parsed.title == ""
    assert parsed.pieces == (("Pay", "By day."), ("Leave", "Ask first."))


def test_a_heading_with_nothing_under_it_is_kept() -> None:
    """A list of headings, as slides have, is not lost."""
    parsed = read("# Rules\n\n## Be kind\n\n## Be early\n\nAlways.\n\n## Be brief\n")
    assert parsed.pieces == (("", "Be kind"), ("Be early", "Always."), ("", "Be brief"))


def test_lists_rows_and_code_stay_readable() -> None:
    """Items and rows stand on lines of their own; links and emphasis lose their marks."""
    parsed = read(
        "- *one*\n- [two](https://example.org)\n\n1. three\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n```\nx = 1\n```\n"
    )
    assert parsed.pieces == (("", "- one\n- two\n1. three\na | b\nc | d\n\nx = 1"),)


def test_front_matter_is_left_out_and_reported() -> None:
    """Settings at the top are no guidance; a mere ruler is no front matter."""
    parsed = read("---\nowner: ann lee\n---\n\nHello.\n")
    assert parsed.pieces == (("", "Hello."),)
    assert parsed.left_out == ("Front matter: 3 words.",)
    assert read("---\n\nHello.\n\n---\n\nBye.\n").pieces == (("", "Hello.\n\nBye."),)


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display: none">zebra crossing</span>',
        "<span hidden>zebra **crossing**</span>",
        '<div style="visibility:hidden">zebra crossing</div>',
        "<div hidden>\n\nzebra crossing\n\n</div>",
        "<div hidden>\n\n- zebra\n- crossing\n\n</div>",
        "<script>zebra crossing</script>",
        "<template>zebra crossing</template>",
        '<p style="text-indent: -9999px">zebra crossing</p>',
        '<i style="opacity:0">zebra crossing</i>',
    ],
)
def test_hidden_html_is_left_out_and_reported(hidden: str) -> None:
    """What a browser would not show is not read, and its words are counted."""
    parsed = read(f"Before.\n\n{hidden}\n\nAfter.\n")
    assert "zebra" not in str(parsed.pieces)
    assert "crossing" not in str(parsed.pieces)
    assert "After." in parsed.pieces[0][1]
    assert parsed.left_out == ("Hidden text: 2 words.",)


@pytest.mark.parametrize(
    ("faint", "report"),
    [
        ('<font color="white">zebra crossing</font>', "Text in the colour of its background: 2 words."),
        (
            '<span style="color:#fefefe">zebra crossing</span>',
            "Text in the colour of its background: 2 words.",
        ),
        ('<span style="font-size:1px">zebra crossing</span>', "Text too small to read: 2 words."),
        ("<!-- zebra crossing -->", "Comments: 2 words."),
        ("[//]: # (zebra crossing)", "Comments: 2 words."),
        ("![zebra crossing](zebra.png)", "Descriptions of pictures: 2 words."),
    ],
)
def test_faint_tiny_and_commented_text_is_left_out_and_reported(faint: str, report: str) -> None:
    """Each way to hide words is told by its name."""
    parsed = read(f"Before.\n\n{faint}\n\nAfter.\n")
    assert "zebra" not in str(parsed.pieces)
    assert parsed.left_out == (report,)


def test_what_html_shows_is_read() -> None:
    """White on black is seen, details are seen, and so is what follows a hidden element."""
    parsed = read(
        '<div style="background:#000;color:white">zebra</div>\n\n'
        "<details><summary>more</summary>lion</details>\n\n"
        "<p hidden>gone</p>\n\ntiger <span hidden>gone</span> bear\n"
    )
    assert " ".join(text for _, text in parsed.pieces).split() == ["zebra", "more", "lion", "tiger", "bear"]


def test_a_paragraph_that_is_not_closed_ends_with_the_next_one() -> None:
    """As in a browser, what follows a hidden paragraph is seen, though nobody closed it."""
    parsed = read("<p hidden>gone\n\nlion\n")
    assert parsed.pieces == (("", "lion"),)
    assert parsed.left_out == ("Hidden text: 1 word.",)


def test_a_tag_without_an_end_swallows_no_more_than_its_block() -> None:
    """Broken HTML hides itself and is reported; what follows is read."""
    parsed = read("<div zebra\n\nlion <b>R&D</b>\n\n<p>bear & tiger&amp\n")
    assert parsed.pieces == (("", "lion R&D\n\nbear & tiger&"),)
    assert parsed.left_out == ("Hidden text: 2 words.",)


def test_an_unclosed_comment_hides_only_as_a_browser_would() -> None:
    """A comment without an end runs to the end of the file."""
    parsed = read("Before.\n\n<!-- zebra\n\ncrossing\n")
    assert parsed.pieces == (("", "Before."),)
    assert parsed.left_out == ("Comments: 2 words.",)


def test_invisible_characters_are_taken_out_and_reported() -> None:
    """Zero-width, direction and tag characters are stripped; soft hyphens go without a word."""
    parsed = read("ze\u200bb\u202era\u2066 cros\xadsing \U000e0041\U000e0042\n")
    assert parsed.pieces == (("", "zebra crossing"),)
    assert parsed.left_out == ("Invisible characters: 5 characters.",)


def test_a_file_of_hidden_text_alone_is_refused() -> None:
    """Nothing to see is nothing to read."""
    with pytest.raises(DocumentError, match="no text that can be seen"):
        read("<!-- zebra -->\n")
