"""Words that carry content, folded, so that a reworded line can be held against what it rewords."""

from assistant.reading.language import language
from knowledge.names import words

# Words of any sentence; what is left says what the sentence is about.
PLAIN = frozenset(
    (
        "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
        "before", "being", "but", "by", "can", "could", "do", "does", "each", "either", "every",
        "for", "from", "had", "has", "have", "how", "if", "in", "into", "is", "it", "its", "may",
        "more", "must", "need", "no", "not", "of", "on", "one", "only", "or", "other", "our", "out",
        "over", "per", "same", "shall", "should", "so", "some", "such", "than", "that", "the",
        "their", "them", "then", "there", "these", "they", "this", "those", "to", "under", "until",
        "up", "use", "using", "was", "we", "well", "were", "what", "when", "where", "which",
        "while", "who", "whom", "why", "will", "with", "within", "without", "would", "you", "your",
    )
)  # fmt: skip
STEM = 5


def content(text: str) -> frozenset[str]:
    """The content words of a text, cut to their first letters: "migrating" meets "migration"."""
    found = {word for word, _, _ in words(text)}
    return frozenset(word[:STEM] for word in found if word not in PLAIN and len(word) > 1)


def share(of: str, within: str) -> float:
    """The share of one text's content words that stand in another; one, where it has none."""
    wanted = content(of)
    return len(wanted & content(within)) / len(wanted) if wanted else 1.0


def excerpt(text: str, most: int = 60) -> str:
    """The beginning of a text, for a reason."""
    flat = " ".join(text.split())
    return f"'{flat[:most]}{'...' if len(flat) > most else ''}'"


def is_foreign(text: str) -> bool:
    """Say whether a text is in another language than the library, so that their words cannot be compared."""
    return language(text) != "en"
