"""Make the files that managers, and others, may upload: Word and PDF, sound and hostile."""

import io
import zipfile
from collections.abc import Iterable, Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
RELATION = '<Relationship Id="r1" Type="{}/{}" Target="{}"/>'


def relations(kind: str, target: str) -> str:
    """A part of relations that holds one."""
    return RELATIONS.format(RELATION.format(OFFICE, kind, target))


def document(body: str, *, namespace: str = W, before: str = "") -> str:
    """A document part; `before` stands between the XML declaration and the root."""
    return (
        f'<?xml version="1.0"?>{before}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    )


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def styles(*each: str) -> str:
    """A part of styles."""
    return f'<w:styles xmlns:w="{W}">{"".join(each)}</w:styles>'


HEADINGS = styles(
    *(
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/></w:style>'
        for level in (1, 2, 3)
    )
)


def word(body: str, *, parts: Mapping[str, str | bytes] | None = None, whole: str | None = None) -> bytes:
    """A Word file with this body, or with `whole` as its document part."""
    content: dict[str, str | bytes] = {
        "_rels/.rels": relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": relations("styles", "styles.xml"),
        "word/document.xml": whole or document(body),
        "word/styles.xml": HEADINGS,
        **(parts or {}),
    }
    return archive(content.items())


def archive(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip archive of these parts, in order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts:
            zipped.writestr(name, content)
    return file.getvalue()


def pdf(*pages: str, resources: str = "", trailer: str = "", extra: Mapping[int, str] | None = None) -> bytes:
    """A PDF of pages of operators; F1 is Helvetica, F2 its bold. `extra` are objects from number 100 on."""
    fonts = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> "
    fonts += "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>"
    numbers = range(3, 3 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        **dict(extra or {}),
    }
    for number, operators in zip(numbers, pages, strict=True):
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number + 1} 0 R "
            f"/Resources << /Font << {fonts} >> {resources} >> >>"
        )
        objects[number + 1] = stream(operators)
    return _assembled(objects, trailer)


def stream(content: str, entries: str = "") -> str:
    """A stream object."""
    return f"<< /Length {len(content)} {entries} >>\nstream\n{content}\nendstream"


def shown(*lines: str, top: int = 700, size: float = 11, font: str = "F1", state: str = "") -> str:
    """Operators that show lines of text under each other; `state` comes before."""
    each = " ".join(f"({line}) Tj 0 -{size * 1.2:.1f} Td" for line in lines)
    return f"q {state} BT /{font} {size} Tf 50 {top} Td {each} ET Q\n"


def _assembled(objects: Mapping[int, str], trailer: str) -> bytes:
    file = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(file)
        file += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(file)
    file += f"xref\n0 {max(objects) + 1}\n".encode()
    file += b"0000000000 65535 f \n"
    for number in range(1, max(objects) + 1):
        line = f"{places[number]:010} 00000 n \n" if number in places else "0000000000 00001 f \n"
        file += line.encode()
    file += (
        f"trailer << /Size {max(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return bytes(file)
