"""Open a Word file: a zip archive, whose directory is looked at before anything is unpacked."""

import io
import posixpath
import struct
import zipfile
import zlib

from knowledge.errors import DocumentError, DocumentSizeError, DocumentTypeError
from knowledge.parsing import limits
from knowledge.parsing.file_type import KNOWN
from knowledge.parsing.xml_events import damaged, read_xml

END_MARK = b"PK\x05\x06"
END = struct.Struct("<4s4H2LH")
ENCRYPTED = 0x1
RELATIONS = "_rels"


class WordPackage:
    """The parts of a Word file; raises `DocumentError` when it is damaged, or larger than it may be."""

    def __init__(self, data: bytes) -> None:
        _look_at_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise damaged() from error
        entries = self._zip.infolist()
        self._parts = {entry.filename: entry for entry in entries}
        if len(self._parts) != len(entries):
            raise damaged()  # two parts of one name: one reader sees this, another that
        _look_at_sizes(entries)
        self.document = self._target("", "/officeDocument")
        if not self.document.endswith(".xml"):
            raise DocumentTypeError("The file is an archive, and not a Word file.", advice=KNOWN)

    def part(self, name: str) -> bytes:
        """The content of a part, empty when there is none of this name."""
        entry = self._parts.get(name)
        if entry is None:
            return b""
        if entry.flag_bits & ENCRYPTED:
            raise DocumentError("The file is protected by a password.", advice="Save it without one.")
        if entry.file_size > limits.ZIP_PART_BYTES:
            raise _too_large()
        try:
            return self._zip.read(entry)  # never more than the directory says
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise damaged() from error

    def styles(self) -> bytes:
        """The part that holds the styles."""
        return self.part(self._target(self.document, "/styles"))

    def beside(self, beginning: str) -> list[str]:
        """The parts beside the document whose names begin so."""
        start = posixpath.join(posixpath.dirname(self.document), beginning)
        return [name for name in self._parts if name.startswith(start)]

    def _target(self, source: str, kind: str) -> str:
        """The part that another part relates to in a way; the whole archive's relations have no source."""
        folder, name = posixpath.split(source)
        found: list[str] = []

        def start(element: str, attributes: dict[str, str]) -> None:
            if element.endswith(" Relationship") and attributes.get("Type", "").endswith(kind):
                found.append(attributes.get("Target", ""))

        relations = self.part(posixpath.join(folder, RELATIONS, f"{name}.rels"))
        if relations:
            read_xml(relations, start, lambda _: None)
        return posixpath.normpath(posixpath.join("/", folder, found[0])).lstrip("/") if found else ""


def _look_at_directory(data: bytes) -> None:
    """Refuse an archive of too many entries, before Python makes an object of each."""
    place = data.rfind(END_MARK, max(0, len(data) - END.size - 0xFFFF))
    if place < 0 or place + END.size > len(data):
        raise damaged()
    _, _, _, _, entries, size, _, _ = END.unpack_from(data, place)
    if entries > limits.ZIP_ENTRIES or size > limits.ZIP_DIRECTORY_BYTES:
        raise _too_large()


def _look_at_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if sum(entry.file_size for entry in entries) > limits.ZIP_TOTAL_BYTES:
        raise _too_large()
    for entry in entries:
        if entry.file_size > max(limits.ZIP_RATIO_FROM, limits.ZIP_RATIO * entry.compress_size):
            raise _too_large()


def _too_large() -> DocumentSizeError:
    return DocumentSizeError(
        "The file unpacks to more than a document needs.",
        advice="Copy its text into a new document, and upload that.",
    )
