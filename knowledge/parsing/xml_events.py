"""Read XML as a stream of events, without the one part of it that can do harm."""

from collections.abc import Callable
from xml.parsers import expat

from knowledge.errors import DocumentError

Start = Callable[[str, dict[str, str]], None]


def damaged() -> DocumentError:
    """The refusal of a file that cannot be followed."""
    return DocumentError("The file is damaged or not what it seems.", advice="Open it, and save it anew.")


def read_xml(
    data: bytes, start: Start, end: Callable[[str], None], text: Callable[[str], None] | None = None
) -> None:
    """Call back for each element, named "namespace local", and for text; raises `DocumentError`.

    Without a document type there are no entities: nothing is fetched, nothing grows while it is read.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise damaged() from error


def _refuse(*_: object) -> None:
    raise DocumentError(
        "The file declares entities, as no Word file does.", advice="Open it in Word, and save it anew."
    )
