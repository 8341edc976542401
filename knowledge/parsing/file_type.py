"""Tell what a file is by its content, and refuse it when its name says something else."""

from enum import StrEnum

from knowledge.errors import DocumentError, DocumentTypeError

KNOWN = "Upload Markdown (.md), text (.txt), Word (.docx) or PDF (.pdf)."


class FileType(StrEnum):
    """What can be read; the value is how it is called."""

    MARKDOWN = "Markdown"
    TEXT = "text"
    WORD = "Word"
    PDF = "PDF"


ENDINGS = {
    ".md": FileType.MARKDOWN,
    ".markdown": FileType.MARKDOWN,
    ".txt": FileType.TEXT,
    ".docx": FileType.WORD,
    ".pdf": FileType.PDF,
}
PLAIN = (FileType.MARKDOWN, FileType.TEXT)
# How files begin, in small letters. A zip archive shows only later whether it is a Word file.
READ = {b"%pdf-": FileType.PDF, b"pk\x03\x04": FileType.WORD}
OTHERS = {
    b"\xd0\xcf\x11\xe0": "an older Office file, or one with a password",
    b"{\\rtf": "rich text",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
    b"\x89png": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"gif8": "a picture",
    b"pk\x05\x06": "an empty archive",
    b"\x1f\x8b": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"rar!": "an archive",
}


def named_type(ending: str) -> FileType:
    """The type that a name's ending promises; raises `DocumentTypeError`."""
    named = ENDINGS.get(ending.lower())
    if named is None:
        raise DocumentTypeError("Files of this kind are not read.", advice=KNOWN)
    return named


def refuse_other(data: bytes, named: FileType) -> None:
    """Raise `DocumentTypeError` when the content is of another type, `DocumentError` when there is none."""
    if not data.strip():
        raise DocumentError("The file is empty.", advice="Upload one that holds text.")
    found = _by_content(data)
    if (found is None and named in PLAIN) or found is named:
        return
    if found is not None and not isinstance(found, FileType):
        raise DocumentTypeError(f"The file is {found}.", advice=KNOWN)
    content = f"a {found} file" if found else "something else"
    raise DocumentTypeError(
        f"The file's name says {named}, but its content is {content}.",
        advice="Give it its right ending, or save it anew.",
    )


def _by_content(data: bytes) -> FileType | str | None:
    """What the first bytes show: a type that is read, the name of one that is not, or nothing."""
    start = data[:64].lstrip().lower()
    known: dict[bytes, FileType | str] = {**READ, **OTHERS}
    return next((what for mark, what in known.items() if start.startswith(mark)), None)
