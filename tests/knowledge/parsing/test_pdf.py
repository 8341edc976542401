"""A PDF is read as its pages look."""

import io

import pypdf
import pytest

from knowledge.errors import DocumentError, DocumentSizeError
from knowledge.parsing import limits
from knowledge.parsing.file_type import FileType
from knowledge.parsing.parsed import Parsed
from knowledge.parsing.worker import read_document
from tests.knowledge.parsing.files import pdf, shown, stream

BEFORE = shown("Before.", top=700)
FAINT = ("Text in the colour of its background: 2 words.",)
HIDDEN = ("Hidden text: 2 words.",)


def read(data: bytes) -> Parsed:
    """Read a PDF."""
    return read_document(data, FileType.PDF)


def zebra(state: str, size: float = 11, top: int = 500) -> str:
    """Two words, shown in a state."""
    return shown("zebra crossing", state=state, size=size, top=top)


def test_headings_paragraphs_and_items_are_kept() -> None:
    """Size and weight make headings, gaps make paragraphs, and a word divided at a line's end is whole."""
    page = (
        shown("Handbook", size=20, top=750)
        + shown("Interviews", size=14)
        + shown("We ask the same questions of every-", "body who applies here.", top=680)
        + shown("We write the answers down.", top=630)
        + shown("Pay", font="F2", top=600)
        + shown("- By the day.", "- On time.", top=580)
    )
    parsed = read(pdf(page))
    assert parsed.title == "Handbook"
    assert parsed.pieces == (
        (
            "Interviews",
            "We ask the same questions of everybody who applies here.\n\nWe write the answers down.",
        ),
        ("Interviews > Pay", "- By the day.\n- On time."),
    )


@pytest.mark.parametrize(
    ("unseen", "report"),
    [
        (zebra("3 Tr"), HIDDEN),
        (zebra("7 Tr"), HIDDEN),
        (zebra("/G0 gs"), HIDDEN),
        (zebra("1 g"), FAINT),
        (zebra("1 1 1 rg"), FAINT),
        (zebra("0 0 0 0 k"), FAINT),
        (zebra("/CS0 cs 1 scn"), FAINT),
        (zebra("0.5 g 40 490 300 30 re f 1 g 40 490 300 30 re f"), FAINT),
        (zebra("", size=1.5), ("Text too small to read: 2 words.",)),
        (zebra("0.1 0 0 0.1 0 400 cm"), ("Text too small to read: 2 words.",)),
        (zebra("", top=900), ("Text beyond the edge of the page: 2 words.",)),
    ],
)
def test_what_is_not_seen_is_left_out_and_reported(unseen: str, report: tuple[str, ...]) -> None:
    """Invisible, faint, tiny and far-off text is not read, and its words are counted."""
    resources = "/ExtGState << /G0 << /ca 0 >> >> /ColorSpace << /CS0 [/CalGray << >>] >>"
    parsed = read(pdf(BEFORE + unseen + shown("After.", top=100), resources=resources))
    assert parsed.pieces == (("", "Before.\n\nAfter."),)
    assert parsed.left_out == report


@pytest.mark.parametrize(
    "seen",
    [
        zebra("0 0 0.5 rg 40 490 300 30 re f 1 g"),
        zebra("1 0 0 1 20 -10 cm 0 g 20 490 300 30 re f 1 1 1 rg"),
        zebra("/CS1 cs 1 scn"),
        zebra("q 300 0 0 40 40 480 cm /Im1 Do Q 1 g"),
        zebra("0.7 g"),
        zebra("1 g 3 Tr 0 Tr 0 g"),
        zebra("q 1 g 3 Tr Q"),
        zebra("0.5 0 0 0.5 0 300 cm", size=8),
    ],
)
def test_what_is_seen_is_read(seen: str) -> None:
    """White on blue or on a picture, pale grey, and what comes after a restored state are read."""
    resources = "/ColorSpace << /CS1 [/Separation /Spot /DeviceCMYK << >>] >> /XObject << /Im1 100 0 R >>"
    image = stream("x", "/Type /XObject /Subtype /Image /Width 1 /Height 1")
    parsed = read(pdf(BEFORE + seen, resources=resources, extra={100: image}))
    assert "zebra crossing" in parsed.pieces[0][1]
    assert parsed.left_out == ()


def test_one_hidden_word_within_a_line_is_left_out() -> None:
    """What is hidden in the middle of a line goes, and the line stays."""
    line = "BT /F1 11 Tf 50 700 Td (seen ) Tj 3 Tr (zebra ) Tj [(cros) -10 (sing )] TJ 0 Tr (again) Tj ET"
    parsed = read(pdf(line))
    assert parsed.pieces == (("", "seen again"),)
    assert parsed.left_out == HIDDEN


def test_a_form_hides_no_better() -> None:
    """Text in a form is judged where the form is drawn, and the state outside comes back after it."""
    form = stream(
        "BT 3 Tr /F1 11 Tf 50 400 Td (zebra crossing) Tj ET",
        "/Type /XObject /Subtype /Form /BBox [0 0 600 800] "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
    )
    page = BEFORE + "/Fm1 Do " + shown("After.", top=300)
    parsed = read(pdf(page, resources="/XObject << /Fm1 100 0 R >>", extra={100: form}))
    assert parsed.pieces == (("", "Before.\n\nAfter."),)
    assert parsed.left_out == HIDDEN


def test_headers_and_tables_of_contents_are_left_out() -> None:
    """What runs along at the edge of the pages is no guidance; chapter headings there are."""
    names = ("Hiring", "Paying", "Leaving", "Thanking")
    pages = [
        shown("Acme handbook", top=780)
        + shown(f"Chapter {number}", size=16, top=750)
        + shown(f"{name} starts with a letter.", "It ends with a call.", f"That is {name}.", top=700)
        + shown(f"Page {number} of 4", top=20)
        for number, name in enumerate(names, start=1)
    ]
    parsed = read(pdf(shown("Chapter 1 . . . . . . . . . . 1"), *pages))
    assert [heading for heading, _ in parsed.pieces] == [f"Chapter {number}" for number in (1, 2, 3, 4)]
    assert parsed.pieces[0][1] == "Hiring starts with a letter. It ends with a call. That is Hiring."
    assert parsed.left_out == ("Headers and footers of pages: 24 words.", "Table of contents: 3 words.")


def test_a_pdf_without_text_is_refused_as_scanned() -> None:
    """A picture of text is no text, nor is the invisible layer on it."""
    for page in ("0 0 100 100 re f", zebra("3 Tr")):
        with pytest.raises(DocumentError, match="scanned"):
            read(pdf(page))


def test_pages_without_text_are_warned_of() -> None:
    """A document that is scanned in part says how much of it was not read."""
    assert read(pdf(BEFORE, "0 0 100 100 re f")).warnings == (
        "Pages without text, such as pictures or scans: 1 of 2.",
    )


def encrypted(password: str) -> bytes:
    """A PDF that asks for a password, or, with an empty one, only restricts its reader."""
    writer, file = pypdf.PdfWriter(), io.BytesIO()
    writer.append(io.BytesIO(pdf(BEFORE)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


UNKNOWN = "/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /O (x) /U (y) /P -4 >>"


@pytest.mark.parametrize("data", [encrypted("secret"), encrypted(""), pdf(BEFORE, trailer=UNKNOWN)])
def test_an_encrypted_pdf_is_refused(data: bytes) -> None:
    """Whatever the encryption, the refusal says what to do."""
    with pytest.raises(DocumentError, match="without a password"):
        read(data)


def test_letters_without_a_meaning_are_refused() -> None:
    """A font that does not tell its letters gives no gibberish."""
    names = " ".join(f"/uniE{number:03}" for number in range(26))
    font = f"/F3 << /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [97 {names}] >> >>"
    data = pdf(shown("zebra", font="F3")).replace(b"/F2 <<", f"{font} /F2 <<".encode())
    with pytest.raises(DocumentError, match="which letters"):
        read(data)


def test_a_damaged_pdf_is_refused() -> None:
    """The first bytes alone make no PDF."""
    with pytest.raises(DocumentError):
        read(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of pages is told."""
    monkeypatch.setattr(limits, "PAGES", 2)
    with pytest.raises(DocumentSizeError, match="2 pages"):
        read(pdf(BEFORE, BEFORE, BEFORE))
