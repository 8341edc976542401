"""How much of a text others bear out: the share of its words of content that stand in them."""

import re
from collections.abc import Iterator

WORD = re.compile(r"[^\W_][\w+#'’-]*")
TBD = re.compile(r"\[TBD: [^\]]*\]")
# Words of grammar, and those that any document of work holds.
PLAIN = frozenset(
    """
    a about above after again all also am an and any are as at be because been before being below
    between both but by can could day did do does doing done down during each either else ever every
    few for from further get gets give given go goes had has have having he her here hers him his
    how i if in into is it its itself just keep kept know known last least less let like made make
    makes many may me mean means might more most much must my need needed needs neither never new
    next no nor not now of off on once one only or other our ours out over own part per place put
    quite rather really same say set shall she should show shown so some still such take taken than
    that the their them then there these they thing this those through time to together too toward
    towards under until up upon us use used uses using very was way we well went were what when
    where whether which while who whom whose why will with within without work worked working works
    would yes yet you your yours
    """.split()  # noqa: SIM905 - a list of quoted words cannot be read
)
# Enough of a word to know it again in another form: rebuild and rebuilt, deploys and deployment.
STEM = 5


def stems(text: str) -> Iterator[str]:
    """The words of content of a text, each cut to what its forms share; what is unknown is no content."""
    for match in WORD.finditer(TBD.sub(" ", text)):
        word = match[0].casefold().strip("'’-").removesuffix("'s").removesuffix("’s")
        if word not in PLAIN and len(word) > 1:
            yield from (part[:STEM] for part in word.split("-") if part and part not in PLAIN)


def borne(text: str, *sources: str) -> float:
    """The share of a text's words of content that stand in its sources; 1.0 when it has none."""
    own = set(stems(text))
    known = {stem for source in sources for stem in stems(source)}
    return sum(_stands(stem, known) for stem in own) / len(own) if own else 1.0


def _stands(stem: str, known: set[str]) -> bool:
    """A short word may stand with an ending: log and logs."""
    return stem in known or (
        len(stem) < STEM and any(other.startswith(stem) for other in known if len(other) <= STEM)
    )
