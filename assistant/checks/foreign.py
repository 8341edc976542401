"""What may be said in other languages: the exits are written for English, so here less may be said at all."""

import re
from collections.abc import Mapping

from assistant.checks.claims import claims
from assistant.checks.exits import leaks

MOST_LETTERS = 500
# Stems that rank, score, choose or judge; a language without them is not spoken freely.
JUDGING: Mapping[str, str] = {
    "de": (
        r"best\w*|stärkst\w*|schwächst\w*|schlechtest\w*|einstell\w*|stellen sie \w+ ein|ablehn\w*"
        r"|lehnen sie|empfehl\w*|\d+ punkt\w*|schulnote\w*|bewert\w*|rang\w*|platz \d"
        r"|geeignet\w*|ungeeignet\w*"
        r"|favorit\w*|entlass\w*"
    ),
    "fr": (
        r"meilleur\w*|pire\w*|embauch\w*|recrutez|rejet\w*|refusez|recommand\w*|\d+ points?"
        r"|note (?:de|sur)|notation"
        r"|classe(?:z|r|ment)\w*|rang\w*|favori\w*|licenci\w*|inapte\w*|idéal\w*"
    ),
    "es": (
        r"mejor\w*|peor\w*|contrat(?:e|ar|en) a|rechaz\w*|recomiend\w*|recomend\w*|\d+ puntos|puntuaci\w+"
        r"|calific\w*|ranking|clasific\w*|favorit\w*|despid\w*|idóne\w*|ideal\w*"
    ),
    "it": (
        r"miglior\w*|peggior\w*|assum\w*|rifiut\w*|scart\w*|raccomand\w*|consigli\w*|\d+ punti|punteggi\w*"
        r"|vot[oi]|classific\w*|favorit\w*|licenzi\w*|idone\w*|ideal\w*"
    ),
    "pt": (
        r"melhor\w*|pior\w*|contrate|rejeit\w*|recomend\w*|\d+ pontos|pontuaç\w+|nota (?:de|\d)|classific\w*"
        r"|ranking|favorit\w*|demit\w*|ideal\w*"
    ),
    "nl": (
        r"best\w*|slechtst\w*|sterkst\w*|zwakst\w*|aannem\w*|neem \w+ aan|afwijz\w*|wijs \w+ af"
        r"|aanbevel\w*|beveel\w*|\d+ punten|cijfer\w*|score\w*|rang\w*|favoriet\w*|ontsla\w*|geschikt\w*"
        r"|ongeschikt\w*"
    ),
    "pl": (
        r"najleps\w*|najgors\w*|najsilniejs\w*|zatrudni\w*|odrzu\w*|polec\w*|rekomend\w*|\d+ punkt\w*"
        r"|ocen\w*|ranking\w*|faworyt\w*|zwoln\w*|nadaje się"
    ),
    "sv": (
        r"bäst\w*|sämst\w*|starkast\w*|svagast\w*|anställ\w*|avvisa\w*|rekommend\w*|poäng\w*|betyg\w*"
        r"|rank\w*|favorit\w*|lämplig\w*|olämplig\w*"
    ),
    "da": (
        r"bedst\w*|værst\w*|stærkest\w*|svagest\w*|ansæt\w*|afvis\w*|anbefal\w*|point|karakter\w*"
        r"|rang\w*|favorit\w*|egnet\w*|uegnet\w*"
    ),
    "uk": (
        r"найкращ\w*|найгірш\w*|найсильніш\w*|найм(?:іть|айте)\w*|відхил\w*|рекоменд\w*|бал(?:и|ів|ами)"
        r"|оцін\w*|рейтинг\w*|звільн\w*"
    ),
    "ru": r"лучш\w*|худш\w*|сильнейш\w*|наймите|отклон\w*|рекоменд\w*|балл\w*|оцен\w*|рейтинг\w*|увол\w*",
}  # fmt: skip


def may_say(text: str, language: str, *said: str) -> bool:
    """Say whether a model's sentences in another language may go out.

    They are short, hold nothing that must not leave, judge nobody, and bring no figure of their own.
    """
    words = JUDGING.get(language)
    if not text or len(text) > MOST_LETTERS or words is None or any(leaks(text)):
        return False
    if re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
        return False
    known = {claim.key for source in said for claim in claims(source) if claim.kind == "number"}
    return all(claim.key in known for claim in claims(text) if claim.kind == "number")
