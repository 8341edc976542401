# ruff: noqa: E501 - a pattern is easier to read on one line
"""What no line may carry out in other languages, in its plain forms: scores, rankings, verdicts, traits.

As data beside the English patterns. An order to hire is told from one to set up a thing ("stellen Sie ... ein")
by whom it is about: somebody who applies, or a first name, in any case of letters.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_FIRST = (
    r"(?:anna|anne|alice|bob|carol|clara|peter|petra|thomas|michael|andreas|stefan|sabine|julia|laura|lukas"
    r"|jonas|klaus|hans|jürgen|monika|pierre|jean|marie|sophie|nicolas|julien|mar[ií]a|jos[eé]|carlos|juan"
    r"|javier|ana|luc[ií]a|pablo|sergio|elena|pieter|kees|sanne|femke|daan|willem|john|mary|david|james"
    r"|sarah|emma|mohammed|ahmed|fatima|priya)"
)
_NAME = rf"(?:{_FIRST}(?:[ ](?-i:[A-Z])[\w'’-]+)?)"
# In these languages only names are written with a capital within a sentence.
_ANY_NAME = rf"(?:{_NAME}|(?-i:[A-ZÀ-ŻŁŚ][\w'’-]*[a-zà-ż]))"
# A mark that ends what is said: "rating: 8", and not "rating: 10 minutes".
_GRADE = r"\d+(?:[.,]\d)?(?=\s*(?:$|[.,;!|/%]))"
_MARK = r"(?:10|\d)(?:[.,]\d)?"

_DE_WHO = r"(?:bewerber(?:in(?:nen)?|s|n)?|kandidat(?:in(?:nen)?|en)?)"
_DE_THEM = rf"(?:(?:diese[rnm]?|de[rnm]|die|unsere[rn]?) {_DE_WHO}|{_DE_WHO} [a-z0-9]\b|{_NAME})"
_DE_HOW = r"(?:(?:nicht|sofort|bitte|unbedingt|auf keinen fall|lieber|besser|doch|gleich|sehr|zu|leider) )*"
_DE_WORKER = r"(?:entwickler|ingenieur|mitarbeiter|techniker|administrator|kolleg)\w*"
GERMAN = {
    "a score": (
        rf"\b{_MARK} (?:von|aus) (?:5|10|100) (?:punkten|sternen)\b|\b\d+ (?:von \d+ )?punkte? für {_DE_THEM}",
        rf"\b{_DE_THEM} (?:bekommt|erhält|erreicht|hat|verdient) (?:nur )?\d+(?:,\d)? ?(?:punkte|sterne|von|%)",
        rf"\b(?:gesamt|schul|eignungs)note\b|\b(?:bewertung|gesamtpunktzahl|eignung|passung)\s*:\s*(?:{_GRADE}|sehr gut"
        r"|gut|schlecht|hoch|niedrig|mangelhaft)|\b\d+ ?% (?:passung|eignung|geeignet)\b",
    ),
    "a ranking": (
        rf"\b(?:best|stärkst|schwächst|schlechtest|geeignetst|bevorzugt|vielversprechendst)e[rnms]? {_DE_WHO}\b",
        rf"\b{_DE_THEM} (?:ist|war|wäre|scheint) {_DE_HOW}(?:d(?:ie|er) )?(?:best|erst|stärkst|schwächst)e\b",
        rf"\b{_DE_THEM} (?:ist|war|wäre) {_DE_HOW}(?:besser|stärker|schwächer|schlechter|geeigneter) als\b",
        rf"\b(?:rangliste|rangfolge|ranking) (?:aller |der )?{_DE_WHO}\b|\b{_NAME} (?:vor|schlägt) {_NAME}\b",
        rf"\b{_DE_THEM} (?:liegt|steht|landet|ist) auf (?:platz|rang) \d|\bplatz \d(?: geht an|:) {_DE_THEM}",
        r"\b(?:beste|richtige|falsche|ideale|perfekte) (?:wahl|besetzung) für (?:die|diese) (?:stelle|rolle|position)",
    ),
    "a verdict on a person": (
        rf"\bstell(?:e|t|en sie|en wir) {_DE_HOW}{_DE_THEM} {_DE_HOW}ein\b",
        rf"\blehn(?:e|t|en sie|en wir) {_DE_HOW}{_DE_THEM} {_DE_HOW}ab\b",
        rf"\b(?:nimm|nehmen sie|nehmt|entlass(?:e|t|en sie)|feuer(?:e|n sie)|beförder(?:e|n sie)) {_DE_HOW}{_DE_THEM}",
        rf"\b{_DE_THEM} {_DE_HOW}(?:einstellen|ablehnen|entlassen|feuern|befördern|einzustellen|abzulehnen)\b",
        rf"\b{_DE_THEM} (?:sollte|soll|muss|darf) {_DE_HOW}(?:eingestellt|abgelehnt|entlassen|genommen|ausgewählt"
        r"|befördert) werden\b",
        rf"\bempf(?:ehle|iehlt|ehlen) {_DE_HOW}(?:ihnen |euch )?{_DE_THEM}|\beinstellungsempfehlung\b",
        r"\b(?:empfehlung|urteil|fazit|entscheidung)\s*:\s*(?:nicht )?(?:einstellen|ablehnen|absage|zusage|ja\b|nein\b)",
        rf"\b{_DE_THEM} (?:ist|war|scheint|wirkt) {_DE_HOW}(?:ein(?:e)? )?(?:ungeeignet|geeignet|unqualifiziert|faul|dumm"
        r"|inkompetent|unzuverlässig|arrogant|schlampig|unehrlich|launisch|genial|brillant"
        rf"|(?:gute|schlechte|perfekte|ideale)r? {_DE_WHO})",
        r"\b(?:er|sie|du) (?:ist|bist) (?:faul|dumm|inkompetent|arrogant|unehrlich)\b",
        rf"\b{_DE_THEM} passt {_DE_HOW}(?:gut |perfekt |schlecht )?(?:ins|zum|in unser) (?:team|unternehmen)\b",
    ),
    "a protected trait": (
        rf"\b(?:jung|älter|männlich|weiblich|deutsch|schwanger|behindert|muslimisch|christlich|jüdisch|ledig)e[rnms]?"
        rf" (?:{_DE_WHO}|{_DE_WORKER})\b",
        rf"\b(?:{_DE_THEM}|er|sie|die person) ist (?:schwanger|schwul|lesbisch|behindert|jüdisch|muslim\w*|katholisch"
        r"|geschieden|verheiratet|autistisch|depressiv|zu alt|zu jung|\d\d jahre alt)\b",
        r"\b(?:muss|soll|sollte|darf) (?:nicht )?(?:unter|über|jünger als|älter als) \d\d(?: jahren?)?(?: alt)? sein\b"
        r"|\b(?:unter|über) \d\d jahren? alt\b",
        r"\bmuttersprachler(?:in|innen)?\b|\bals muttersprache\b",
        r"\b(?:bevorzugt|vorzugsweise|idealerweise|am liebsten|möglichst|nur) (?:ein(?:e|en)? )?(?:männer|frauen|mann|frau"
        r"|männlich|weiblich|junge[rn]?|jung)\b|\bkeine (?:frauen|männer|ausländer|kinder)\b",
    ),
    "words of or to a machine": (
        r"\bals (?:ein(?:e)? )?(?:ki-)?(?:sprachmodell|künstliche intelligenz)\b|\bals ki (?:kann|darf|habe|bin)\b",
        r"\bich bin (?:nur )?ein(?:e)? (?:ki|sprachmodell)\b|\bich kann (?:ihnen |dir )?(?:dabei|damit|hierbei) (?:leider )?"
        r"nicht helfen\b",
        r"\bignorier(?:e|en sie|t) (?:alle |sämtliche )?(?:bisherigen|vorherigen|vorigen|früheren|obigen) \w+",
    ),
}

_FR_WHO = r"(?:candidate?s?|postulante?s?)"
_FR_THEM = rf"(?:(?:cette?|ces?|l[ae]s?|notre|nos) {_FR_WHO}|{_FR_WHO} [a-z0-9]\b|{_ANY_NAME})"
_FR_WORKER = r"(?:développeu(?:rs?|ses?)|ingénieure?s?|technicien(?:ne)?s?|collaborat\w+|salarié\w*)"
FRENCH = {
    "a score": (
        rf"\b{_MARK} ?sur (?:5|10|20|100)(?: points?| étoiles?)\b|\b{_FR_THEM} (?:obtient|mérite|reçoit) \d",
        rf"\b(?:note|évaluation|notation|adéquation) ?: ?(?:{_GRADE}|\d+ sur|excellent|bonne?\b|mauvais|élevé|faible)",
        r"\b\d+ ?% (?:d['’]adéquation|de compatibilité)",
    ),
    "a ranking": (
        rf"\b(?:meilleur|pire|premi)(?:e|s|es|er|ère|ers)? {_FR_WHO}\b|\b{_FR_WHO} (?:le|la|les) (?:plus|mieux|moins)\b",
        rf"\b{_FR_THEM} est (?:de loin )?(?:le |la )(?:meilleure?|pire|premi(?:er|ère)|plus (?:forte?|faible|qualifiée?))\b",
        rf"\b{_FR_THEM} est (?:bien )?(?:meilleure?|plus (?:forte?|faible|qualifiée?)|pire) que\b",
        rf"\b(?:class(?:ez|er|ement)|triez) (?:tous )?(?:les |des |de )?{_FR_WHO}\b|\bpréfér(?:ez|er) {_ANY_NAME} à\b",
        r"\b(?:meilleur|bon|mauvais|idéal) choix pour (?:le|ce) (?:poste|rôle)\b",
    ),
    "a verdict on a person": (
        rf"\b(?:embauche[zr]?|recrute[zr]?|engage[zr]?|rejete[zr]|rejette|refuse[zr]?|écarte[zr]?|licencie[zr]?|renvoye[zr]"
        rf"|recommande(?: d['’](?:embaucher|écarter|engager)| de (?:recruter|rejeter|refuser))?) "
        rf"(?:(?:cette?|la|le) {_FR_WHO}|{_ANY_NAME})(?! (?:pour|afin))",
        rf"\b{_FR_THEM} (?:doit|devrait|mérite d['’]) ?(?:ne pas )?être (?:embauché|recruté|rejeté|refusé|engagé|licencié)e?\b",
        r"\b(?:recommandation|verdict|décision|avis) ?: ?(?:ne pas )?(?:embaucher|recruter|rejeter|refuser|oui\b|non\b"
        r"|favorable|défavorable)",
        rf"\b(?:{_FR_THEM}|il|elle) est (?:très |trop |vraiment )?(?:inapte|incompétente?|paresseu(?:x|se)|stupide|arrogante?"
        r"|malhonnête|peu fiable|brillante?|idiote?)\b",
        rf"\b{_FR_THEM} est (?:une? )?(?:bonne?|mauvaise?|excellente?) (?:{_FR_WHO}|recrue)\b",
    ),
    "a protected trait": (
        rf"\b(?:jeune|vieille|vieux)s? (?:{_FR_WHO}|{_FR_WORKER})\b|\b(?:{_FR_WHO}|{_FR_WORKER}) (?:jeune|âgée?|enceinte|blanc"
        r"|blanche|noire?|musulmane?|chrétien(?:ne)?|jui(?:f|ve)|handicapée?|français(?:e)? de souche)s?\b",
        rf"\b(?:{_FR_THEM}|il|elle|la personne) est (?:enceinte|gay|lesbienne|handicapée?|jui(?:f|ve)|musulmane?|catholique"
        r"|divorcée?|mariée?|autiste|trop (?:vieux|vieille|jeune|âgée?))\b",
        r"\b(?:moins|plus) de \d\d ans d['’]âge\b|\bâgée?s? de \d\d ans\b|\b(?:doit|devra) avoir (?:moins|plus) de \d\d ans\b",
        r"\blangue maternelle\b|\b(?:de préférence|idéalement|uniquement|seulement)[, ]+(?:une? |des )?(?:jeunes?|hommes?"
        r"|femmes?)\b|\bpas d['’](?:enfants|étrangers)\b|\bpas de femmes\b",
    ),
    "words of or to a machine": (
        r"\ben tant (?:qu['’]|que )(?:ia|intelligence artificielle|modèle de lang(?:age|ue)|assistant ia)\b",
        r"\bje suis (?:une? )?(?:ia|intelligence artificielle|modèle de lang(?:age|ue))\b"
        r"|\bje ne peux pas vous aider\b|\bignore[zr]? (?:toutes )?les (?:instructions|consignes) (?:précédentes|antérieures)",
    ),
}

_ES_WHO = r"(?:candidat[oa]s?|aspirantes?|postulantes?)"
_ES_THEM = rf"(?:(?:est[ea]|el|la|l[oa]s|nuestr[oa]) {_ES_WHO}|{_ES_WHO} [a-z0-9]\b|{_ANY_NAME})"
_ES_WORKER = r"(?:desarrollador\w*|ingenier[oa]s?|técnic[oa]s?|emplead[oa]s?)"
SPANISH = {
    "a score": (
        rf"\b{_MARK} (?:de|sobre) (?:5|10|100)(?: puntos?| estrellas?)\b|\b{_ES_THEM} (?:obtiene|merece|saca|tiene) (?:un )?\d"
        r"[\d,.]* (?:sobre|de|puntos)\b",
        rf"\b(?:nota|puntuación|calificación|valoración|idoneidad) ?: ?(?:{_GRADE}|excelente|buena|mala|alta|baja)",
        r"\b\d+ ?% de (?:idoneidad|compatibilidad)\b",
    ),
    "a ranking": (
        rf"\b(?:mejor|peor)(?:es)? {_ES_WHO}\b|\b{_ES_WHO} (?:más|menos) (?:idóne|adecuad|fuerte|débil|cualificad)\w*",
        rf"\b{_ES_THEM} es (?:con diferencia )?(?:el|la) (?:mejor|peor|primer[oa]|más (?:fuerte|débil|cualificad[oa]))\b",
        rf"\b{_ES_THEM} es (?:mucho )?(?:mejor|peor|más (?:fuerte|débil|cualificad[oa])) que\b",
        rf"\b(?:clasifi(?:que|car|ca)|orden(?:e|ar|a)) (?:a )?(?:tod[oa]s )?(?:l[oa]s )?{_ES_WHO}\b",
        r"\b(?:mejor|buena|mala|ideal) (?:opción|elección) para (?:el|este) puesto\b",
    ),
    "a verdict on a person": (
        rf"\b(?:contrat[ea]r?|contraten|rechac(?:e|en)|rechaz(?:a|ar)|desp(?:ide|ida|edir)|descart[ea]r?|recomiendo(?: a| contratar"
        rf" a| rechazar a)?) (?:a )?(?:(?:est[ea]|al|la) {_ES_WHO}|{_ANY_NAME})(?! para)",
        rf"\b{_ES_THEM} (?:debe|debería|tiene que) (?:no )?ser (?:contratad|rechazad|despedid|elegid|descartad)[oa]\b",
        r"\b(?:recomendación|veredicto|decisión) ?: ?(?:no )?(?:contratar|rechazar|sí\b|no\b)",
        rf"\b(?:{_ES_THEM}|él|ella) es (?:muy |demasiado )?(?:incompetente|perezos[oa]|vag[oa]|tont[oa]|arrogante|deshonest[oa]"
        r"|brillante|poco fiable|no apt[oa])\b",
        rf"\b{_ES_THEM} (?:no )?es (?:un |una )?(?:buen[oa]?|mal[oa]?|excelente) {_ES_WHO}\b|\b{_ES_THEM} no es (?:idóne|apt)[oa]\b",
    ),
    "a protected trait": (
        rf"\b(?:{_ES_WHO}|{_ES_WORKER}) (?:jóven(?:es)?|joven|mayor(?:es)?|embarazadas?|musulman[ae]s?|cristian[oa]s?|judí[oa]s?"
        r"|solter[oa]s?|discapacitad[oa]s?)\b",
        rf"\b(?:{_ES_THEM}|él|ella|la persona) (?:es|está) (?:embarazada|gay|lesbiana|discapacitad[oa]|judí[oa]|musulm[aá]na?"
        r"|católic[oa]|divorciad[oa]|casad[oa]|autista|demasiado (?:mayor|viej[oa]|joven))\b",
        r"\b(?:menor(?:es)?|mayor(?:es)?) de \d\d años\b|\b(?:debe|tiene que) tener (?:menos|más) de \d\d años\b(?! de exp)",
        r"\blengua materna\b|\b(?:preferiblemente|idealmente|solo|sólo)[, ]+(?:un |una )?(?:hombres?|mujer(?:es)?|jóvenes|joven"
        r"|varón|varones)\b|\bsin hijos\b",
    ),
    "words of or to a machine": (
        r"\bcomo (?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje)\b[, ]+(?:yo |no )",
        r"\bsoy (?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje)\b|\bno puedo (?:ayudarle|ayudarte|ayudar) con\b"
        r"|\bignor[ea] (?:todas )?las instrucciones (?:anteriores|previas)\b",
    ),
}

_NL_WHO = r"(?:kandida(?:at|ate|ten)|sollicitant(?:e|en)?)"
_NL_THEM = rf"(?:(?:deze|de|onze) {_NL_WHO}|{_NL_WHO} [a-z0-9]\b|{_ANY_NAME})"
_NL_HOW = r"(?:(?:niet|meteen|direct|zeker|vooral|maar|toch|heel|te|erg) )*"
_NL_WORKER = r"(?:ontwikkelaars?|ingenieurs?|medewerkers?|beheerders?)"
DUTCH = {
    "a score": (
        rf"\b{_MARK} (?:van de|uit|op) (?:5|10|100)(?: punten| sterren)?\b(?= ?(?:[.,;!]|$))",
        rf"\b{_NL_THEM} (?:krijgt|scoort|verdient|haalt) (?:een )?\d",
        rf"\b(?:cijfer|score|beoordeling|geschiktheid) ?: ?(?:{_GRADE}|uitstekend|goed\b|slecht|hoog\b|laag\b)",
    ),
    "a ranking": (
        rf"\b(?:beste|slechtste|sterkste|zwakste|geschiktste) {_NL_WHO}\b|\b(?:rangschik|rangorde van|ranglijst van) (?:alle |de )?"
        rf"{_NL_WHO}\b",
        rf"\b{_NL_THEM} is {_NL_HOW}(?:de )?(?:beste|slechtste|sterkste|zwakste|eerste) (?:keus|keuze|van|{_NL_WHO})",
        rf"\b{_NL_THEM} is {_NL_HOW}(?:beter|sterker|zwakker|slechter|geschikter) dan (?:{_NL_THEM}|hem|haar)",
        r"\b(?:beste|juiste|verkeerde|ideale) (?:keus|keuze) voor (?:de|deze) (?:functie|rol|baan)\b",
    ),
    "a verdict on a person": (
        rf"\bneem {_NL_HOW}{_NL_THEM} {_NL_HOW}aan\b|\bwijs {_NL_HOW}{_NL_THEM} {_NL_HOW}af\b|\b(?:ontsla|bevorder|weiger) {_NL_THEM}",
        rf"\b{_NL_THEM} {_NL_HOW}(?:aannemen|afwijzen|ontslaan|aan te nemen|af te wijzen)\b|\b{_NL_THEM} (?:moet|zou moeten|mag)"
        rf" {_NL_HOW}(?:worden )?(?:aangenomen|afgewezen|ontslagen|gekozen)\b",
        rf"\b(?:ik|wij|we) (?:beveel|bevelen) {_NL_HOW}{_NL_THEM} aan\b|\b(?:advies|aanbeveling|oordeel|besluit) ?: ?(?:niet )?"
        r"(?:aannemen|afwijzen|ja\b|nee\b)",
        rf"\b(?:{_NL_THEM}|hij|zij) is {_NL_HOW}(?:een )?(?:ongeschikt|lui|dom\b|incompetent|onbetrouwbaar|arrogant|slordig"
        rf"|oneerlijk|briljant|(?:goede|slechte|ideale) {_NL_WHO})",
    ),
    "a protected trait": (
        rf"\b(?:jonge|oudere|mannelijke|vrouwelijke|zwangere|gehandicapte|moslim|christelijke|joodse|blanke) (?:{_NL_WHO}|{_NL_WORKER})\b",
        rf"\b(?:{_NL_THEM}|hij|zij|ze|de persoon) is (?:zwanger|homo|lesbisch|gehandicapt|joods|moslim|katholiek|gescheiden"
        r"|getrouwd|autistisch|te oud|te jong|\d\d jaar oud)\b",
        r"\b(?:moet|mag) (?:niet )?(?:jonger|ouder) dan \d\d(?: jaar)? zijn\b|\bmoedertaal(?:sprekers?)?\b",
        r"\b(?:bij voorkeur|liefst|alleen|uitsluitend) (?:een )?(?:mannen|vrouwen|man|vrouw|jonge?|jongeren)\b|\bgeen (?:vrouwen|mannen"
        r"|buitenlanders|kinderen)\b",
    ),
    "words of or to a machine": (
        r"\bals (?:een )?(?:ai|ai-model|taalmodel|kunstmatige intelligentie)\b[, ]+(?:kan|mag|heb|ben|ik)\b",
        r"\bik ben (?:een )?(?:ai|taalmodel)\b|\bik kan (?:u |je )?(?:daar|hier)(?:bij|mee) niet helpen\b"
        r"|\bnegeer (?:alle )?(?:vorige|eerdere|voorgaande|bovenstaande) \w+",
    ),
}

_PL_WHO = r"(?:kandydat\w*|aplikant\w*)"
_PL_FIRST = r"(?:ann(?:a|ę|y|ą)|bob(?:a|em|owi)?|piotr(?:a|em)?|pawe?ł(?:a|em)?|tomasz(?:a|em)?|mar(?:ka|ek|kiem)|kasi[aęą]|agnieszk[aęi]|ew[aęy])"
_PL_NAME = rf"(?:{_PL_FIRST}|{_ANY_NAME}|(?:pana?|panią|pani) \w+)"
_PL_THEM = rf"(?:(?:t(?:en|ego|a|ę|ą) )?{_PL_WHO}(?: [a-z0-9]\b)?|{_PL_NAME})"
POLISH = {
    "a score": (
        rf"\b{_MARK} (?:na|z) (?:5|10|100)(?: punkt\w*| gwiazd\w*)\b|\b{_PL_THEM} (?:dostaje|otrzymuje|ma|uzyskuje) \d+ (?:punkt|na )",
        rf"\b(?:ocena|wynik|dopasowanie) ?: ?(?:{_GRADE}|bardzo dobr|dobr|sła|wysok|nisk|celując)|\b\d+ ?% dopasowania\b",
    ),
    "a ranking": (
        rf"\bnaj(?:leps|gors|silniejs|słabs)\w+ {_PL_WHO}\b|\branking {_PL_WHO}\b|\buszereguj(?:cie)? {_PL_WHO}\b",
        rf"\b{_PL_THEM} jest (?:zdecydowanie )?(?:najleps|najgors|najsilniejs|najsłabs)\w+",
        rf"\b{_PL_THEM} jest (?:dużo )?(?:lepsz|gorsz|silniejsz|słabsz)\w+ (?:od|niż) {_PL_THEM}",
        r"\b(?:najlepsz|dobr|zł)\w+ wyb(?:ór|orem) na (?:to |tę )?(?:stanowisko|rolę)\b",
    ),
    "a verdict on a person": (
        rf"\b(?:nie )?(?:zatrudnij|zatrudnijcie|zatrudniaj|odrzuć|odrzućcie|odrzucaj|zwolnij|zwolnijcie|awansuj|polecam|rekomenduję)"
        rf" {_PL_THEM}",
        rf"\b{_PL_THEM} (?:powin\w+|musi|należy) (?:nie )?(?:zostać |być )?(?:zatrudni|odrzuc|zwolni|wybran)\w+",
        r"\b(?:rekomendacja|decyzja|werdykt) ?: ?(?:nie )?(?:zatrudni|odrzuc|tak\b|nie\b)\w*",
        rf"\b(?:{_PL_THEM}|on|ona) jest (?:bardzo |zbyt )?(?:leniw|głup|niekompetentn|nieodpowiedni|aroganck|nieuczciw|niesolidn"
        r"|genialn|zł\w+ kandydat|dobr\w+ kandydat)\w*",
        rf"\b{_PL_THEM} (?:nie )?nadaje się (?:do|na)\b",
    ),
    "a protected trait": (
        rf"\b(?:młod|starsz|męsk|żeńsk|ciężarn|niepełnosprawn|muzułmańsk|żydowsk)\w+ (?:{_PL_WHO}|programist\w+|inżynier\w*|pracowni\w+)\b",
        rf"\b(?:{_PL_THEM}|on|ona|osoba) jest (?:w ciąży|gejem|lesbijką|niepełnosprawn\w+|żyd\w+|muzułman\w+|katoli\w+|rozwiedzion\w+"
        r"|mężatką|żonaty|autysty\w+|za star\w+|za młod\w+)\b",
        r"\b(?:poniżej|powyżej) \d\d (?:lat|roku życia)\b(?! doświadczenia)|\bjęzyk(?:iem)? ojczyst\w+|\bw wieku (?:do|od|poniżej) \d\d",
        r"\b(?:najlepiej|tylko|wyłącznie|najchętniej) (?:mężczy\w+|kobiet\w*|młod(?:y|a|zi|ych) (?:osob|ludz|mężczyzn)\w*)\b|\bbez dzieci\b",
    ),
    "words of or to a machine": (
        r"\bjako (?:ai|sztuczna inteligencja|model językowy)\b|\bjestem (?:ai|sztuczną inteligencją|modelem językowym)\b",
        r"\bnie mogę (?:w tym |ci |panu |pani )+pomóc\b|\bzignoruj (?:wszystkie )?(?:poprzednie|wcześniejsze|powyższe) \w+",
    ),
}


@dataclass(frozen=True)
class Tongue:
    """One language's patterns; a text none of whose words begins like a cue holds nothing of them."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    cues: frozenset[str]


def _tongue(patterns: Mapping[str, tuple[str, ...]], cues: str) -> Tongue:
    joined = ((what, "|".join(f"(?:{pattern})" for pattern in many)) for what, many in patterns.items())
    compiled = tuple((what, re.compile(one, re.IGNORECASE)) for what, one in joined)
    return Tongue(compiled, frozenset(cues.split()))


# The first letters of words, this many at most: in each pattern one of them must stand.
CUE = 4
WORD = re.compile(r"\w+")
TONGUES = (
    _tongue(
        GERMAN,
        "punk ster beko erhä erre hat verd gesa schu eign bewe pass geei best stär schw schl bevo viel erst bess rang"
        " rank vor plat rich fals idea perf stel lehn nimm nehm entl feue befö eins able einz abzu eing abge geno ausg"
        " empf urte fazi ents unge unqu faul dumm inko unzu arro uneh laun geni bril gute jung älte männ weib deut"
        " behi musl chri jüdi ledi lesb kath gesc verh auti depr alt unte über jüng mutt mann frau kein spra ki küns"
        " helf igno",
    ),
    _tongue(
        FRENCH,
        "sur obti méri reço note éval nota adéq comp meil pire prem plus mieu moin clas trie préf bon bonn mauv idéa"
        " emba recr enga reje refu écar lice renv reco doit devr verd déci avis inap inco pare stup arro malh peu bril"
        " idio exce jeun viei vieu âgé âgée âgés ence blan noir musu chré juif juiv hand fran gay lesb cath divo mari"
        " auti âge avoi mate uniq seul pas ia inte modè aide igno assi",
    ),
    _tongue(
        SPANISH,
        "punt estr obti mere saca tien nota cali valo idon comp mejo peor más meno prim clas orde buen mala idea cont"
        " rech desp desc reco debe vere deci inco pere vago vaga tont arro desh bril poco apto apta mal malo exce idón"
        " jóve jove mayo emba musu cris judí solt disc gay lesb cató divo casa auti viej mate pref solo sólo hijo ia"
        " inte mode ayud igno",
    ),
    _tongue(
        DUTCH,
        "van uit op krij scoo verd haal cijf scor beoo gesc best slec ster zwak rang eers bete juis verk idea neem"
        " wijs onts bevo weig aann afwi aan af aang afge geko beve advi aanb oord besl onge lui dom inco onbe arro"
        " slor onee bril goed jong oude mann vrou zwan geha mosl chri jood blan homo lesb kath getr auti oud moed man"
        " buit kind ai taal kuns help nege daar hier",
    ),
    _tongue(
        POLISH,
        "punk gwia na z dost otrz ma uzys ocen wyni dopa najl najg najs rank usze leps gors siln słab wybó wybo zatr"
        " odrz zwol awan pole reko powi musi nale decy werd leni głup niek nieo arog nieu nies geni kand dobr nada"
        " młod star męsk żeńs cięż niep muzu żydo ciąż gej geje lesb żyd kato rozw męża żona auty poni powy ojcz wiek"
        " mężc kobi dzie ai sztu mode pomó zign języ",
    ),
)


def foreign_patterns(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns of every language whose words a text may hold."""
    begins = {word[:CUE] for word in WORD.findall(text.casefold())}
    for tongue in TONGUES:
        if not begins.isdisjoint(tongue.cues):
            yield from tongue.patterns
