"""Which language a message is in, by script and by its small words; English unless another is plain."""

import re
from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "en": (
        "the a an and or of to in for is are be we i you he she they it this that with on at by from as "
        "not have has need needs our my who what how should must will can do does me us so if but no yes "
        "someone please make write draft add drop"
    ),
    "de": (
        "der die das und ist ich wir sie ein eine einen einem einer nicht mit für auf zu im den dem des "
        "von bei auch sich werden wird brauchen brauche suchen suche als oder aber wie kann können soll "
        "sollte bitte unser unsere unseren haben hat uns mir bis über ab monate jemand jemanden netzwerk "
        "einstellen"
    ),
    "fr": (
        "le la les un une des et est nous je vous il elle ils pour dans sur avec pas que qui du de au aux "
        "ce cette ces mon notre nos votre être avoir besoin cherche cherchons avons mois plus comment "
        "faire par ne se quelqu sont ont doit peut bonjour recherche"
    ),
    "es": (
        "el la los las un una y es en que de del para con por no se su sus nuestro nuestra necesito "
        "necesitamos busco buscamos quiero como más al lo le esta este está meses alguien qué cómo tiene "
        "debe hola somos red contratar una"
    ),
    "it": (
        "il lo la gli le un una e è di del della che per con non in si ho abbiamo bisogno cerco cerchiamo "
        "come nostro nostra sono deve mesi qualcuno questo questa più alla nel nella da al dei delle ci "
        "ciao rete serve"
    ),
    "pt": (
        "o os as um uma e é de do da que para com não em no na nos nas por se precisamos preciso procuro "
        "procuramos nosso nossa como mais meses alguém este esta ao são tem deve olá você rede quero dos "
        "das"
    ),
    "nl": (
        "de het een en is van voor met niet op in we wij ik zijn aan dat die te om ook als bij naar "
        "zoeken zoek hebben heeft nodig onze ons maanden iemand hoe kan moet worden wordt door maar uit "
        "over er jullie hallo netwerk graag"
    ),
    "pl": (
        "i w na z do nie że się jest to dla o jak od po za przez potrzebujemy potrzebuję szukam szukamy "
        "nasz nasza nasze który która miesiące miesięcy kogoś czy mamy być oraz musi może sieci proszę "
        "dzień dobry chcę"
    ),
}
TABLES = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af\u1100-\u11ff"),
    ("zh", "\u4e00-\u9fff"),
    ("uk", "іїєґІЇЄҐ"),
    ("ru", "\u0400-\u04ff"),
    ("el", "\u0370-\u03ff"),
    ("he", "\u0590-\u05ff"),
    ("ar", "\u0600-\u06ff"),
    ("hi", "\u0900-\u097f"),
    ("th", "\u0e00-\u0e7f"),
)
_WORD = re.compile(r"[^\W\d_]+")
SHORT = 40
READ = 4_000


def language(message: str) -> str:
    """The ISO 639-1 code of a message; `en` unless its script or small words plainly say another."""
    sample = message[:READ]
    letters = sum(char.isalpha() for char in sample)
    for code, span in _SCRIPTS:
        least = 0.05 if code in ("ja", "uk") else 0.4
        if letters and len(re.findall(f"[{span}]", sample)) > least * letters and _foreign(sample, letters):
            return code
    words = [word.casefold() for word in _WORD.findall(sample)]
    counts = {code: sum(word in table for word in words) for code, table in TABLES.items()}
    best = max((code for code in counts if code != "en"), key=lambda code: (counts[code], code))
    # A short text needs three clear small words: "network engineer" has none in any language.
    least = 3 if letters < SHORT else max(3, len(words) // 8)
    own = len({word for word in words if word in TABLES[best] and word not in TABLES["en"]})
    return best if counts[best] >= least and own >= 3 and counts[best] > 1.5 * counts["en"] else "en"


def _foreign(sample: str, letters: int) -> bool:
    return sum(char.isascii() and char.isalpha() for char in sample) < 0.5 * letters


def is_english(message: str) -> bool:
    """Say whether a message is plainly English: a word in four, or more, is one of its small words."""
    words = [word.casefold() for word in _WORD.findall(message[:READ])]
    return 4 * sum(word in TABLES["en"] for word in words) >= len(words)
