"""What the assistant says around its drafts: short, plain, and true to what it did."""

from collections.abc import Mapping, Sequence

from assistant.brief import MAX_ITEMS, Brief, Change, Merge
from assistant.draft import Draft, Finding
from assistant.facts import FACTS
from assistant.kinds import Kind
from assistant.reading.reading import Declined, Reading
from assistant.spoken import in_ways, spoken
from assistant.turns import Answer

NOT_COVERED = (
    "The guidance does not cover this. I would rather say so than quote the nearest thing. "
    "Ask about defining the work, finding, interviewing, contracting, leading people or giving feedback."
)
OFF_TOPIC = (
    "That is outside what I do. I help you define, hire and lead IT contractors and remote staff: "
    "tell me about the work you need done, or ask how to handle a step of it."
)
# No model reads other languages here, and a guess would be worse than asking.
OTHER_LANGUAGE: Mapping[str, str] = {
    "de": "Ohne Sprachmodell lese ich nur Englisch. Bitte schreiben Sie auf Englisch, welche Arbeit anfällt.",
    "fr": "Sans modèle de langue, je ne lis que l'anglais. Décrivez en anglais le travail à confier.",
    "es": "Sin un modelo de lenguaje solo leo inglés. Describa en inglés el trabajo que necesita.",
    "it": "Senza un modello linguistico leggo solo l'inglese. Descriva in inglese il lavoro che serve.",
    "pt": "Sem um modelo de linguagem, só leio inglês. Descreva em inglês o trabalho de que precisa.",
    "nl": "Zonder taalmodel lees ik alleen Engels. Beschrijf in het Engels welk werk er gedaan moet worden.",
    "pl": "Bez modelu językowego czytam tylko po angielsku. Proszę opisać pracę po angielsku.",
}
ANY_LANGUAGE = (
    "Without a language model I read English only. Please describe in English the work you need done."
)
AS_IT_WAS = "The draft stays as it is."
PROPOSED = "The lines in question are in your own words, so I only propose others for them."
START = "Tell me whom you need and for what, and I draft from it."
NOT_UNDERSTOOD = (
    "I could not tell what that answers. "
    "Name the fact, for example 'Duration: 3 months' or 'Reports to: Anna'."
)
OTHER_ROLE = (
    "You named another role too: {}. One conversation is about one role; start another for it. "
    "If it is the same person, say 'the role is' and the whole name."
)
SHOWN = 8


def greeting(kinds: Mapping[str, Kind]) -> str:
    """A greeting that says what to do next."""
    return (
        "Hello. Tell me in your own words whom you need and for what, for example: 'a network engineer for "
        f"three months to rebuild our office network, London hours, reports to me'. {_offer(kinds)}"
    )


def thanks(kinds: Mapping[str, Kind], drafted: Sequence[str], first: str) -> str:
    """An answer to thanks or an "ok" that says what could come next."""
    left = [kind.title.lower() for id_, kind in kinds.items() if id_ not in drafted]
    more = f", or ask for another document: {_listed(left)}" if left else ""
    return f"{first} Tell me when something changes{more}." if drafted else f"{first} {START}"


def unavailable(names: Sequence[str], kinds: Mapping[str, Kind]) -> str:
    """That a document is not to be had here, and which ones are."""
    titles = [kind.title.lower() for kind in kinds.values()]
    named = " or ".join(f"'{name}'" for name in names)
    return f"I cannot draft {named}: no such document is available here. What I draft: {_listed(titles)}."


def _listed(titles: Sequence[str]) -> str:
    return f"{', '.join(titles[:-1])} or {titles[-1]}" if len(titles) > 1 else titles[0]


def help_text(kinds: Mapping[str, Kind]) -> str:
    """What the assistant does and does not do."""
    return (
        f"{_offer(kinds)} I read the facts from your messages, show where each line comes from, mark what is "
        "unknown as TBD and ask for it. I also answer questions on hiring and leading contractors from the "
        "library, with sources. I never score, rank or judge a person. Nothing here is legal advice."
    )


def _offer(kinds: Mapping[str, Kind]) -> str:
    titles = [kind.title.lower() for kind in kinds.values()]
    return f"From one brief I draft: {', '.join(titles[:-1])} and {titles[-1]}."


def foreign(language: str) -> str:
    """An honest reply in the manager's language, as far as we have its words."""
    own = OTHER_LANGUAGE.get(language)
    return f"{own} {ANY_LANGUAGE}" if own else ANY_LANGUAGE


def answered(answer: Answer) -> str:
    """The sentence before an answer."""
    return "This is what the library says, with its sources." if answer.answered else NOT_COVERED


def reply(reading: Reading, merge: Merge, drafts: Sequence[Draft], before: Brief) -> str:
    """What was read, what contradicts, what could not be placed, what was drafted and what was left out."""
    parts = [_read(merge, before)]
    parts += [_contradiction(name, merge.brief) for name in merge.changed if merge.brief.conflict(name)]
    parts += [f"I found nothing to change for {FACTS[item.fact].title.lower()}." for item in merge.missed]
    parts += [_cut(merge.cut)] if merge.cut else []
    if reading.hearsay:
        parts.append(f"Not taken as given, since it is not settled: {_quoted(reading.hearsay)}.")
    unplaced = [part for part in reading.unplaced if part not in reading.other_roles]
    if unplaced:
        parts.append(f"I could not place: {_quoted(unplaced)}.")
    if reading.other_roles:
        parts.append(OTHER_ROLE.format(_quoted(reading.other_roles)))
    parts += [_drafted(draft) for draft in drafts]
    parts += [_left_out(reading.declined)] if reading.declined else []
    return " ".join(part for part in parts if part)


def _read(merge: Merge, before: Brief) -> str:
    facts = [name for name in merge.changed if name in merge.brief.facts]
    gone = [name for name in merge.changed if name in before.facts and name not in merge.brief.facts]
    gone = [name for name in gone if not merge.brief.conflict(name)]
    values = {name: merge.brief.text(name) or "" for name in facts[:SHOWN]}
    said = "; ".join(f"{FACTS[name].title.lower()}: {spoken(name, text)}" for name, text in values.items())
    more = f"; and {len(facts) - SHOWN} more" if len(facts) > SHOWN else ""
    read = f"I read {said}{more}." if facts else ""
    dropped = f"Dropped: {', '.join(FACTS[name].title.lower() for name in gone)}." if gone else ""
    return " ".join(part for part in (read, dropped) if part)


def _contradiction(name: str, brief: Brief) -> str:
    conflict = brief.conflict(name)
    said = [f"'{claim.value}'" for claim in conflict.values] if conflict else []
    return f"You gave {FACTS[name].title.lower()} {in_ways(len(said))}, {' or '.join(said)}: which one holds?"


def accepted(texts: Sequence[str], drafts: Sequence[Draft]) -> str:
    """What was accepted, and where it stands now."""
    return " ".join((f"Accepted: {_quoted(texts)}.", *map(_drafted, drafts)))


def which(texts: Sequence[str]) -> str:
    """The question which of some suggestions is meant."""
    if not texts:
        return "No suggestion is open to accept."
    listed = "; ".join(f"{at}. '{text}'" for at, text in enumerate(texts, start=1))
    return (
        f"Which suggestion do you mean? {listed}. Say 'accept the first', 'accept 2 and 3' or 'accept all'."
    )


def _cut(changes: Sequence[Change]) -> str:
    """What a list had no room for."""
    names = list(dict.fromkeys(change.fact for change in changes))
    told = []
    for name in names:
        left = [change.value for change in changes if change.fact == name]
        told.append(f"{len(left)} of the {FACTS[name].title.lower()}, from '{left[0]}' on")
    return (
        f"A list holds {MAX_ITEMS} at most, so I left out {'; '.join(told)}. "
        "Drop what matters less, then give the rest again."
    )


def _drafted(draft: Draft) -> str:
    return f"Drafted: {draft.title}, version {draft.version}{_added(draft)}."


def _left_out(declined: Declined) -> str:
    return f"Left out: {declined.what}. {declined.why} {declined.instead}"


def _quoted(texts: Sequence[str]) -> str:
    more = f"; and {len(texts) - 3} more" if len(texts) > 3 else ""
    return "; ".join(f"'{text}'" for text in texts[:3]) + more


def _added(draft: Draft) -> str:
    count = len(draft.added)
    return f" ({count} suggestion{'s' if count > 1 else ''} to accept or strike)" if count else ""


def without_model(faults: Sequence[str]) -> str:
    """What a model could not do, and what stands in its place; nothing when it did everything."""
    if not faults:
        return ""
    return f"{' '.join(faults)} What the model did not get to comes from the brief and the library alone."


def in_their_language(reading: Reading, merge: Merge, drafts: Sequence[Draft], answer: Answer | None) -> str:
    """A reply in the manager's language, as far as a model gave one; what code has to say is in English."""
    parts = [NOT_COVERED] if answer and not answer.answered else []
    parts += [_contradiction(name, merge.brief) for name in merge.changed if merge.brief.conflict(name)]
    parts += [_drafted(draft) for draft in drafts]
    parts += [_left_out(reading.declined)] if reading.declined else []
    return " ".join((reading.acknowledgement, *parts)).strip()


def careful(findings: Sequence[Finding]) -> str:
    """What should not go out as it was said, why, and what to write instead."""
    said = (f"Careful with '{item.quote}': {item.message} {item.suggestion}".strip() for item in findings)
    return " ".join(said)
