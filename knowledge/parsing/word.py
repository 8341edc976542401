"""Read a Word file: its body, and how much stands beside it."""

from knowledge.errors import DocumentTypeError
from knowledge.parsing.file_type import KNOWN
from knowledge.parsing.parsed import Block
from knowledge.parsing.reading import LeftOut, Notes
from knowledge.parsing.word_body import WordBody
from knowledge.parsing.word_names import TAGS
from knowledge.parsing.word_package import WordPackage
from knowledge.parsing.word_styles import Styles
from knowledge.parsing.xml_events import read_xml

# Parts beside the body, by how their names begin.
BESIDE = {
    "header": LeftOut.RUNNING,
    "footer": LeftOut.RUNNING,
    "footnotes": LeftOut.FOOTNOTE,
    "endnotes": LeftOut.FOOTNOTE,
    "comments": LeftOut.COMMENT,
}
EMBEDDED = ("embeddings/", "afchunk")


def word_blocks(data: bytes, notes: Notes) -> list[Block]:
    """The blocks of a Word file; raises `DocumentError`."""
    package = WordPackage(data)
    body = WordBody(Styles(package.styles()), notes)
    read_xml(package.part(package.document), body.start, body.end, body.text)
    if not body.is_word:
        raise DocumentTypeError("The file is an Office file, but not a Word document.", advice=KNOWN)
    for beginning, what in BESIDE.items():
        for name in package.beside(beginning):
            notes.leave_out(what, _text_of(package.part(name)))
    if any(package.beside(beginning) for beginning in EMBEDDED):
        notes.warn("Files that are embedded in the document are not read.")
    return body.blocks


def _text_of(part: bytes) -> str:
    """All text of a part, without a look at what of it is seen."""
    texts: list[str] = []

    def end(name: str) -> None:
        texts.extend(" " if TAGS.get(name) == "p" else "")

    read_xml(part, lambda name, _: None, end, texts.append)
    return "".join(texts)
