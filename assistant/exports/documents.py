"""Show uploaded documents as text for a terminal."""

from assistant.documents import Document


def show_document(document: Document) -> str:
    """A line on the document, and below it what was left out of it and what to look at."""
    pieces = f"{document.passage_count} passage{'' if document.passage_count == 1 else 's'}"
    lines = [f"{document.id}  {document.title} ({document.file_name}, {document.as_of}, {pieces})"]
    lines += [f"    left out: {sentence}" for sentence in document.left_out]
    lines += [f"    note: {sentence}" for sentence in document.warnings]
    return "\n".join(lines)
