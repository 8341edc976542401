"""A Word file is read as it looks on paper."""

from collections.abc import Mapping

import pytest

from knowledge.errors import DocumentError, DocumentSizeError, DocumentTypeError
from knowledge.parsing.file_type import FileType
from knowledge.parsing.parsed import Parsed
from knowledge.parsing.worker import read_document
from tests.knowledge.parsing.files import (
    RELATIONS,
    document,
    paragraph,
    relations,
    run,
    styles,
    word,
)

FAINT = "Text in the colour of its background: 2 words."
HIDDEN = "Hidden text: 2 words."
TINY = "Text too small to read: 2 words."
DELETED = "Deleted text that is still in the file: 2 words."


def read(body: str, parts: Mapping[str, str] | None = None) -> Parsed:
    """Read a Word file with this body."""
    return read_document(word(body, parts=parts), FileType.WORD)


def cell(*paragraphs: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_headings_lists_and_rows_are_kept() -> None:
    """Styles make headings, numbering makes items, and a table's cells share a line."""
    table = row(cell(paragraph(run("Level"))), cell(paragraph(run("Rate"))))
    item = paragraph(run("be "), run("kind"), properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    parsed = read(
        paragraph(run("Handbook"), style="H1")
        + paragraph(run("Pay"), style="H2")
        + paragraph(run("By"), "<w:r><w:tab/><w:t>day.</w:t></w:r>")
        + item
        + f"<w:tbl>{table}</w:tbl>"
    )
    assert parsed.title == "Handbook"
    assert parsed.pieces == (("Pay", "By day.\n\n- be kind\nLevel | Rate"),)
    assert parsed.left_out == ()


@pytest.mark.parametrize(
    ("properties", "report"),
    [
        ("<w:vanish/>", HIDDEN),
        ('<w:vanish w:val="1"/>', HIDDEN),
        ('<w:color w:val="FFFFFF"/>', FAINT),
        ('<w:color w:val="FDFDFD"/>', FAINT),
        ('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>', FAINT),
        ('<w:color w:val="000000"/><w:highlight w:val="black"/>', FAINT),
        ('<w:sz w:val="2"/>', TINY),
    ],
)
def test_what_is_not_seen_is_left_out_and_reported(properties: str, report: str) -> None:
    """Hidden, faint and tiny runs are not read, and their words are counted."""
    parsed = read(
        paragraph(run("Before "), run("zebra ", properties), run("crossing", properties), run("after."))
    )
    assert parsed.pieces == (("", "Before after."),)
    assert parsed.left_out == (report,)


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="BFBFBF"/>',
        '<w:sz w:val="12"/>',
        "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>",
    ],
)
def test_what_is_seen_is_read(properties: str) -> None:
    """White on blue, pale grey, small print and what was hidden once are read."""
    parsed = read(paragraph(run("zebra crossing", properties)))
    assert parsed.pieces == (("", "zebra crossing"),)
    assert parsed.left_out == ()


def test_styles_can_hide() -> None:
    """Text is hidden by its run's style, by its paragraph's, and by what that is based on."""
    hiding = styles(
        '<w:style w:type="character" w:styleId="R"><w:rPr><w:vanish/></w:rPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="O"><w:basedOn w:val="O"/></w:style>',
    )
    parsed = read(
        paragraph(run("zebra", '<w:rStyle w:val="R"/>'))
        + paragraph(run("crossing"), style="P")
        + paragraph(run("lion"), style="Q")
        + paragraph(run("seen", '<w:vanish w:val="0"/>'), style="Q")
        + paragraph(run("seen too"), style="O"),
        {"word/styles.xml": hiding},
    )
    assert parsed.pieces == (("", "seen\n\nseen too"),)
    assert parsed.left_out == ("Hidden text: 3 words.",)


def test_a_dark_cell_or_page_shows_white_text() -> None:
    """White is judged against what lies behind it, the nearest first."""
    white = run("zebra crossing", '<w:color w:val="FFFFFF"/>')
    dark = '<w:shd w:val="clear" w:fill="1F3864"/>'
    in_cell = row(cell(paragraph(white), properties=dark), cell(paragraph(run("lion"))))
    assert read(f"<w:tbl>{in_cell}</w:tbl>").pieces == (("", "zebra crossing | lion"),)
    assert read(paragraph(white, properties=dark)).pieces == (("", "zebra crossing"),)
    page = word(
        "", whole=document(paragraph(white)).replace("<w:body>", '<w:background w:color="000000"/><w:body>')
    )
    assert read_document(page, FileType.WORD).pieces == (("", "zebra crossing"),)
    after = f"<w:tbl>{in_cell}</w:tbl>{paragraph(white)}"
    assert read(after).left_out == (FAINT,)


@pytest.mark.parametrize("element", ["del", "moveFrom"])
def test_deleted_revisions_are_left_out(element: str) -> None:
    """Text that was deleted or moved away with changes tracked is not read; inserted text is."""
    deleted = f"<w:{element}><w:r><w:delText>zebra crossing</w:delText></w:r></w:{element}>"
    parsed = read(paragraph(run("old "), deleted, f"<w:ins>{run('new')}</w:ins>"))
    assert parsed.pieces == (("", "old new"),)
    assert parsed.left_out == (DELETED,)


def test_a_text_box_is_read_once() -> None:
    """A box inside a run is text of its own, and its second copy for old readers is passed over."""
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph(run('in the box'))}</w:txbxContent>"
    copies = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    alternate = f'<mc:AlternateContent xmlns:mc="{compatible}">{copies}</mc:AlternateContent>'
    parsed = read(paragraph(f"<w:r><w:t>around </w:t>{alternate}<w:t>it</w:t></w:r>"))
    assert parsed.pieces == (("", "in the box\n\naround it"),)


def test_a_table_for_the_layout_is_read_as_text() -> None:
    """A row of one cell keeps its headings; a hidden row is left out."""
    inside = paragraph(run("Pay"), style="H2") + paragraph(run("By day."))
    layout = row(cell(inside)) + row(cell(paragraph(run("zebra crossing"))), properties="<w:hidden/>")
    parsed = read(f"<w:tbl>{layout}</w:tbl>")
    assert parsed.title == "Pay"
    assert parsed.pieces == (("", "By day."),)
    assert parsed.left_out == (HIDDEN,)


def test_what_stands_beside_the_body_is_reported() -> None:
    """Headers, footnotes, comments and tables of contents are counted, and files inside are warned of."""
    part = document(paragraph(run("zebra crossing")))
    contents = styles('<w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>')
    parsed = read(
        paragraph(run("Pay 3"), style="T") + paragraph(run("By day.")),
        {
            "word/header1.xml": part,
            "word/footnotes.xml": part,
            "word/comments.xml": part,
            "word/embeddings/sheet.xlsx": "PK",
            "word/styles.xml": contents,
        },
    )
    assert parsed.pieces == (("", "By day."),)
    assert parsed.left_out == (
        "Comments: 2 words.",
        "Footnotes: 2 words.",
        "Headers and footers of pages: 2 words.",
        "Table of contents: 2 words.",
    )
    assert parsed.warnings == ("Files that are embedded in the document are not read.",)


def test_the_main_part_is_found_by_its_relation() -> None:
    """A decoy under the usual name is not what Word would show."""
    data = word(
        paragraph(run("decoy")),
        parts={
            "_rels/.rels": relations("officeDocument", "/word/real.xml"),
            "word/real.xml": document(paragraph(run("real"))),
        },
    )
    assert read_document(data, FileType.WORD).pieces == (("", "real"),)


def test_the_strict_dialect_is_read() -> None:
    """Word's other namespace means the same."""
    strict = document(paragraph(run("zebra")), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read_document(word("", whole=strict), FileType.WORD).pieces == (("", "zebra"),)


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY e "&b;&b;">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">',
    ],
)
def test_entities_are_refused(before: str) -> None:
    """Whatever declares entities is refused before one is read."""
    whole = document(paragraph(run("&e;")), before=before)
    with pytest.raises(DocumentError, match="entities"):
        read_document(word("", whole=whole), FileType.WORD)


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": "<w:document"},
        {"word/document.xml": b"\x00\x01\x02"},
        {"_rels/.rels": "<Relationships"},
    ],
)
def test_damage_is_refused_in_words(parts: dict[str, str | bytes]) -> None:
    """A part that cannot be followed is a damaged file."""
    with pytest.raises(DocumentError, match="damaged"):
        read_document(word("", parts=parts), FileType.WORD)


def test_other_office_files_are_refused() -> None:
    """A workbook or a plain archive under a Word file's name is told apart."""
    workbook = word(
        "", parts={"_rels/.rels": relations("officeDocument", "xl/workbook.xml"), "xl/workbook.xml": "<w/>"}
    )
    plain = word("", parts={"_rels/.rels": RELATIONS.format("")})
    for data in (workbook, plain):
        with pytest.raises(DocumentTypeError):
            read_document(data, FileType.WORD)


def test_more_text_than_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text counts whether it is seen or not."""
    monkeypatch.setattr("knowledge.parsing.reading.TEXT_CHARACTERS", 100)
    with pytest.raises(DocumentSizeError, match="100 characters"):
        read(paragraph(run("x" * 60)) + paragraph(run("x" * 60, "<w:vanish/>")))
