"""The element names of Word's XML, in its two namespaces, as short tags."""

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
READ = (
    "background", "basedOn", "br", "color", "cr", "del", "delText", "docDefaults", "document", "hidden",
    "highlight", "moveFrom", "name", "noBreakHyphen", "numId", "outlineLvl", "p", "pPr", "pStyle", "r", "rPr",
    "rStyle", "shd", "style", "sz", "t", "tab", "tc", "tcPr", "tr", "trPr", "txbxContent",
    "vanish",
)  # fmt: skip
# What is passed over whole: how things were before a change, and second copies for old readers.
PASSED = (
    "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange",
    "numberingChange", "tblStylePr", "sectPr",
)  # fmt: skip
FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"

TAGS = {f"{space} {tag}": tag for space in NAMESPACES for tag in READ}
PASSED_NAMES = frozenset((FALLBACK, *(f"{space} {tag}" for space in NAMESPACES for tag in PASSED)))


def attribute(attributes: dict[str, str], name: str) -> str | None:
    """An attribute of a Word element."""
    for space in NAMESPACES:
        value = attributes.get(f"{space} {name}")
        if value is not None:
            return value
    return None
