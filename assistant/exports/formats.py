"""The formats in which a version can be taken away."""

from collections.abc import Callable, Mapping

from assistant.errors import UnsupportedError
from assistant.exports.markdown import markdown
from assistant.records.records import Version
from assistant.views import Export


def _md(version: Version) -> Export:
    return Export.of(version, "md", "text/markdown; charset=utf-8", markdown(version).encode())


FORMATS: Mapping[str, Callable[[Version], Export]] = {"md": _md}


def export(version: Version, format: str) -> Export:
    """The version as a file; raises `UnsupportedError` naming the formats there are."""
    if format not in FORMATS:
        raise UnsupportedError(
            "This export format does not exist here.", advice=f"There is: {', '.join(FORMATS)}."
        )
    return FORMATS[format](version)
