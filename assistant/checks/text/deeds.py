"""Who does what in a note: enough to see whether a deed is told, and what followed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from assistant.checks.text.asides import Asides
from assistant.checks.text.clauses import Clauses, is_capital
from assistant.checks.text.deed_words import deed_words
from assistant.checks.text.tokens import Reading
from assistant.checks.text.words import is_number

# How near a figure makes "was" tell something: "the estimate was out by a factor of three".
NEAR_FIGURE = 6
# "Sales could answer": what somebody else was able to do followed from the deed.
ABLE = frozenset(("can", "could"))
# After "please" these ask for nothing.
NOTE = ("note", "see", "find")
# "The contract says" is no deed; "your contract says" may be.
OWN = ("your", "his", "her", "their")


class Subject(Enum):
    """Whose a verb is."""

    PERSON = "the one the note is about"
    PARTY = "somebody else"
    THING = "a piece of work, or anything else with a name"
    IT = "it, this or that"
    VAGUE = "work, attitude, things"


@dataclass(frozen=True)
class Deed:
    """The verb at a token, and its subject; a `state` says what something is, a `judged` one how it went."""

    subject: Subject
    state: bool
    judged: bool
    at: int


class Deeds:
    """The deeds of a note; one on a word of `vague` only judges, one on `suffered` came of another."""

    def __init__(
        self, reading: Reading, vague: frozenset[int] = frozenset(), suffered: frozenset[int] = frozenset()
    ) -> None:
        self._vague = vague
        self._suffered = suffered
        self._reading = reading
        self._clauses = Clauses(reading)
        self._words = self._clauses.words
        self._asides = Asides(reading, self._clauses)
        self._of = deed_words()
        # Without a "you", the note speaks of somebody: he, she, they and a name are that person.
        self._addressed = any(
            ("you" in known or "your" in known) and "thank" not in before
            for before, known in zip([(), *self._words], self._words, strict=False)
        )
        self._about_supplier = not self._addressed and self._starts_with_supplier()
        numbered = tuple(enumerate(reading.sentences))
        self.asking = frozenset(number for number, sentence in numbered if self._asks(number, sentence))
        self.all = tuple(
            deed
            for number, sentence in numbered
            if number not in self.asking
            for deed in self._of_sentence(*sentence)
        )

    @property
    def done(self) -> bool:
        """Say whether a deed of the person is told, or how a piece of work is."""
        told = (deed.subject is Subject.PERSON for deed in self._told)
        return any(told) or any(deed.subject is Subject.THING and not deed.judged for deed in self.all)

    @property
    def by_person(self) -> frozenset[int]:
        """The verbs of the person's deeds, as tokens."""
        return frozenset(deed.at for deed in self._told if deed.subject is Subject.PERSON)

    @property
    def followed(self) -> bool:
        """Say whether something is told beside what was done."""
        if not self.done:
            return any(deed.subject in (Subject.PARTY, Subject.IT) for deed in self._told)
        told = self._told
        by_person = any(deed.subject is Subject.PERSON for deed in told)
        things = sum(deed.subject is Subject.THING for deed in self.all)
        others = any(deed.subject in (Subject.PARTY, Subject.IT) for deed in told)
        return others or things > (0 if by_person else 1)

    @property
    def _told(self) -> list[Deed]:
        return [deed for deed in self.all if not deed.state]

    def _asks(self, number: int, sentence: tuple[int, int]) -> bool:
        if self._reading.sentence_text(number).endswith("?"):
            return True
        first, stop = sentence
        if stop > first + 1 and self._words[first + 1][0] in NOTE:  # "please note: on 3 May you ..."
            return False
        if self._asides.wishes(first, stop):
            return True
        return not self._of.requests.isdisjoint(self._words[first]) and stop > first

    def _starts_with_supplier(self) -> bool:
        """Say whether the first subject of the note is a supplier."""
        for first, stop in self._reading.sentences[:1]:
            for start, end in self._clauses.spans(first, stop):
                verbs = [at for at in range(start, end) if self._clauses.is_verb(at, start, end)]
                found = self._clauses.head(verbs[0], start) if verbs else None
                if found:
                    return not self._of.suppliers.isdisjoint(self._words[found[0]])
        return False

    def _of_sentence(self, first: int, stop: int) -> Iterator[Deed]:
        """The deeds of a sentence; a clause that starts with its verb has the subject before it."""
        subject: Subject | None = None
        for start, end in self._clauses.spans(first, stop):
            verbs = [at for at in range(start, end) if self._clauses.is_verb(at, start, end)]
            for at in verbs:
                subject = self._subject(at, start) or (
                    subject if self._clauses.starts_with(at, start) else None
                )
                if subject is Subject.THING and not self._vague.isdisjoint(range(start, at)):
                    subject = Subject.VAGUE  # "your moody answers kept people from asking"
                if subject is not None and not self._is_aside(at, start, subject):
                    yield self._deed(self._suffering(subject, at), at, end)
            if not verbs and self._words[start][0] not in self._of.prepositions:
                subject = self._subject(end, start) or subject

    def _suffering(self, subject: Subject, at: int) -> Subject:
        """The subject, or who or what bore what followed: "Jonas lost his Monday"."""
        if at not in self._suffered:
            return subject
        if subject is Subject.PERSON and not self._addressed:
            return Subject.PARTY
        return Subject.IT if subject is Subject.THING else subject

    def _deed(self, subject: Subject, at: int, end: int) -> Deed:
        judged = at in self._vague and subject in (Subject.PERSON, Subject.THING)
        return Deed(subject, judged or self._is_state(at, end, subject), judged, at)

    def _subject(self, at: int, start: int) -> Subject | None:
        found = self._clauses.head(at, start)
        return self._kind(*found) if found else None

    def _kind(self, head: int, passive: bool) -> Subject | None:
        known = self._words[head]
        word = known[0]
        if "you" in known:
            return None if passive else Subject.PERSON
        if word in ("he", "she", "they"):
            return Subject.PARTY if self._addressed else Subject.PERSON
        if word in ("it", "this", "that", "which", "these", "those"):
            return Subject.IT
        own = head > 0 and self._words[head - 1][0] in OWN
        agreed = not own and not self._of.agreed.isdisjoint(known)
        if word in self._of.prepositions or word in self._of.joins or agreed:
            return None
        if self._about_supplier and not self._of.suppliers.isdisjoint(known):
            return Subject.PERSON
        if not self._of.parties.isdisjoint(known):
            return Subject.PARTY
        if not self._of.vague.isdisjoint(known):
            return Subject.VAGUE
        numbered = head + 1 < len(self._words) and is_number(self._words[head + 1][0])
        if numbered and not self._clauses.is_date(head):
            return Subject.THING  # "Milestone 3 arrived"
        if is_capital(self._reading.surface(head)) and not self._clauses.is_date(head):
            office = head > 0 and not self._of.determiners.isdisjoint(self._words[head - 1])  # "the CFO"
            return Subject.PARTY if self._addressed or office else Subject.PERSON
        return Subject.THING

    def _is_aside(self, at: int, start: int, subject: Subject) -> bool:
        """Say whether a verb tells neither a deed nor what came of one."""
        if at in self._reading.quoted or self._asides.is_referred(at, start):
            return True
        if subject is Subject.IT:
            return self._asides.is_timed(at) or self._asides.is_reported(at, start)
        if subject is not Subject.PARTY:
            return False
        return self._asides.is_occasion(at, start) or self._asides.of_writer(at, start)

    def _is_state(self, at: int, end: int, subject: Subject) -> bool:
        known = self._words[at]
        if self._of.states.isdisjoint(known) or (
            subject in (Subject.THING, Subject.PARTY) and "have" in known
        ):
            return False
        if subject is Subject.PARTY and not ABLE.isdisjoint(known):
            return False
        if subject is Subject.THING:
            end = self._reading.sentences[self._reading.sentence_of[at]][1]
        figures = range(at + 1, min(end, at + 1 + NEAR_FIGURE))
        return not any(is_number(self._words[i][0]) for i in figures)
