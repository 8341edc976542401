"""Read the clauses of a note shallowly: where each starts, its verbs, and the noun that a verb belongs to."""

from collections.abc import Iterator

from assistant.checks.text.deed_words import deed_words
from assistant.checks.text.tokens import Reading
from assistant.checks.text.words import NUMBER_WORDS, is_number, names

# Written with a capital, these are a month and a name, and help no verb.
NO_HELP = ("May", "Will")
PARTICIPLES = ("sent", "given", "held", "made", "written", "done")
SHARES = ("none", "some", "most", "all", "both", "half", "many", "few", "each", "neither", "part", "any")
# What follows a verb in -s: "sorts them".
OBJECTS = ("a", "one", "two", "only", "as", "them", "it", "us", "him", "me", "you")
# Before a verb in the present: "you reassign tickets", "she guesses and builds".
DOERS = ("you", "they", "we", "i", "he", "she")
THIRD = ("he", "she")
# What may follow "you" and is no verb.
APART = (
    "guys",
    "two",
    "three",
    "too",
    "as",
    "being",
    "late",
    "please",
    "so",
    "there",
    "here",
    "personally",
    "yourself",
)
# Before what is counted.
COUNTS = NUMBER_WORDS | {"odd", "dozen", "several", "few"}
# As it is written in haste.
SHORT = {"u": ("you",), "ur": ("your",)}


class Clauses:
    """The words of a note with their forms, and what stands to what in its clauses."""

    def __init__(self, reading: Reading) -> None:
        self.words = [_names(reading.surface(at)) for at in range(len(reading))]
        self._reading = reading
        self._of = deed_words()

    def spans(self, first: int, stop: int) -> Iterator[tuple[int, int]]:
        """The tokens of each clause of a sentence."""
        start = first
        for at in range(first, stop):
            cut = at > start and self._reading.clause_of[at] != self._reading.clause_of[at - 1]
            if cut or not self._of.joins.isdisjoint(self.words[at][:1]):
                if at > start:
                    yield start, at
                start = at if cut and self._of.joins.isdisjoint(self.words[at][:1]) else at + 1
        if start < stop:
            yield start, stop

    def is_verb(self, at: int, start: int, end: int) -> bool:
        """Say whether a word is the verb of its clause; a helping verb is one when no other follows."""
        before = self.words[at - 1][0] if at > start else ""
        if (
            before in ("to", "please")
            or before in self._of.determiners
            or self.words[at][0] in self._of.between
        ):
            return False
        if self._is_infinitive(at, start):
            return False
        if self._is_auxiliary(at):
            return not self._is_full_verb(self._next(at, end), start, end)
        return self._is_full_verb(at, start, end) and not self._is_relative(at, start, end)

    def _is_infinitive(self, at: int, start: int) -> bool:
        """Say whether helping verbs lead back to a "to": "the test had to be moved" tells one verb."""
        before = at - 1
        while before > start and self._is_auxiliary(before):
            before -= 1
        return start <= before < at - 1 and self.words[before][0] == "to"

    def _is_auxiliary(self, at: int) -> bool:
        """Say whether a word helps a verb; May is a month and Will a name."""
        if self._of.auxiliaries.isdisjoint(self.words[at]):
            return False
        return self._reading.surface(at) not in NO_HELP and not self._is_name_first(at)

    def _is_name_first(self, at: int) -> bool:
        """Tell "will never tests" from "will you test": a name that is written small, at the start."""
        if self.words[at][0] not in ("will", "may") or not self._starts_sentence(at):
            return False
        following = self.words[at + 1][0] if at + 1 < len(self.words) else ""
        return following not in self._of.pronouns and following not in self._of.determiners

    def _starts_sentence(self, at: int) -> bool:
        return at == 0 or self._reading.sentence_of[at] != self._reading.sentence_of[at - 1]

    def _is_capital(self, at: int) -> bool:
        return is_capital(self._reading.surface(at))

    def _next(self, at: int, end: int) -> int:
        """The word after auxiliaries and adverbs."""
        at += 1
        while at < end and self._is_between(at):
            at += 1
        return at

    def _is_full_verb(self, at: int, start: int, end: int) -> bool:
        if at >= end:
            return False
        word, lemma = self.words[at][0], self.words[at][-1]
        if len(word) > 3 and word.endswith("ed") and lemma != word:
            return True
        if self._is_capital(at) or self._starts_sentence(at):  # Drew and Rose are names
            return False
        if word in self._of.past:
            return True
        if len(word) > 5 and word.endswith("ing") and lemma not in self._of.states:
            return self._goes_on(at, start)
        known = not self._of.present.isdisjoint(self.words[at]) or self._takes_object(at, end)
        known = known or self._follows_doer(at, start, end)
        return known and self._is_present(at, start, end)

    def _takes_object(self, at: int, end: int) -> bool:
        """Say whether a word in -s stands before what could be its object: "it lists every source"."""
        word, lemma = self.words[at][0], self.words[at][-1]
        if len(word) < 4 or not word.endswith("s") or lemma == word or at + 1 >= end:
            return False
        following = self.words[at + 1][0]
        return following in self._of.determiners or following in OBJECTS

    def _follows_doer(self, at: int, start: int, end: int) -> bool:
        """Say whether a word of any kind is a verb for where it stands: "you reassign tickets to others"."""
        before = self._before(at, start)
        word = self.words[at][0]
        if before < start or self.words[before][0] not in DOERS or at + 1 >= end or not word.isalpha():
            return False
        if before > start and self.words[before - 1][0] in self._of.prepositions:  # "with you alone"
            return False
        small = (self._of.prepositions, self._of.determiners, self._of.pronouns, self._of.joins, APART)
        if any(word in words for words in small) or word in self._of.between or self._is_auxiliary(at):
            return False
        return word.endswith("s") == (self.words[before][0] in THIRD)

    def _before(self, at: int, start: int) -> int:
        """The word before adverbs; one less than `start` where there is none."""
        before = at - 1
        while before >= start and self.words[before][0] in self._of.between:
            before -= 1
        return before

    def _goes_on(self, at: int, start: int) -> bool:
        """Tell "you've been answering the queue" from a noun: a form of "be" stands before."""
        before = self._before(at, start)
        return before >= start and "be" in self.words[before]

    def _is_present(self, at: int, start: int, end: int) -> bool:
        """Tell "the files arrive" and "she writes" from nouns: by the word before, and no verb after."""
        before = self._before(at, start)
        if at + 1 < end and self._is_auxiliary(at + 1):
            return False
        if before < start:
            return True
        known = self.words[before]
        if self._is_auxiliary(before) or known[0] in self._of.pronouns:
            return True
        if known[0].endswith("'s") or known[0] in COUNTS:  # "forty-odd calls"
            return False
        if self.is_date(before) or not self._of.days.isdisjoint(
            known
        ):  # "the report of 4 May keeps", and "the 4 July post"
            return self.words[at][0].endswith("s")
        if self._is_capital(before):  # "Q3 shows", and "the Q3 report"
            return self.words[at][0].endswith("s") or self.words[before - 1][0] not in self._of.determiners
        if known[0] in self._of.prepositions or known[0] in self._of.past:
            return False
        plural = known[0].endswith("s")
        acts = known[-1] in self._of.present and not known[0].endswith("ing")
        return plural != self.words[at][0].endswith("s") and not acts

    def _is_relative(self, at: int, start: int, end: int) -> bool:
        """Say whether a participle only describes: "the export delivered on 9 May used commas"."""
        word = self.words[at][0]
        if not (word.endswith("ed") or word in PARTICIPLES):
            return False
        following = self.words[at + 1][0] if at + 1 < end else ""
        return following in self._of.prepositions and any(
            self._is_full_verb(later, start, end) or self._is_auxiliary(later)
            for later in range(at + 2, end)
            if self.words[later - 1][0] not in self._of.determiners  # "at a locked gate"
        )

    def head(self, at: int, start: int) -> tuple[int, bool] | None:
        """The noun or pronoun that a verb belongs to, and whether the verb is passive."""
        head = at - 1
        while head >= start and self._is_between(head):
            head -= 1
        head = self._noun(head, start)
        if head < start:
            return None
        goes_on = any(
            words[0].endswith("ing") for words in self.words[at : at + 1]
        )  # "you were reading your mail"
        return head, not goes_on and any("be" in self.words[i] for i in range(head + 1, at))

    def starts_with(self, at: int, start: int) -> bool:
        """Say whether a clause starts with its verb, adverbs and helping verbs apart."""
        return all(self._is_between(i) for i in range(start, at))

    def _is_between(self, at: int) -> bool:
        return self.words[at][0] in self._of.between or self._is_auxiliary(at)

    def _noun(self, head: int, start: int) -> int:
        """Go back over "of 29 May" and "to the hospital" to the noun that they belong to."""
        if self._is_name_after_date(head, start):
            return head
        while head >= start and self.words[head][-1] not in self._of.pronouns:
            at = head
            while at >= start and self.is_date(at):
                at -= 1
            if at < head and at >= start and self.words[at][0] not in self._of.prepositions:
                return at if is_number(self.words[head][0]) else head
            while (
                at > start
                and self.words[at][0] not in self._of.determiners
                and self.words[at][0] not in self._of.prepositions
            ):
                at -= 1
            while at >= start and self.words[at][0] in self._of.determiners:
                at -= 1
            if at <= start or self.words[at][0] not in self._of.prepositions:
                return head
            of = self.words[at][0] == "of"
            while at >= start and self.words[at][0] in self._of.prepositions:
                at -= 1
            if of and self._is_share(at):  # "none of the runbooks"
                return head
            head = at
        return head

    def _is_name_after_date(self, head: int, start: int) -> bool:
        """Say whether a name stands behind a date: "in the call on 7 May Sipho promised"."""
        at = head
        while at > start and self._is_capital(at) and not self.is_date(at):
            at -= 1
        return start <= at < head and self.is_date(at)

    def _is_share(self, at: int) -> bool:
        return at >= 0 and (self.words[at][0] in SHARES or is_number(self.words[at][0]))

    def is_date(self, at: int) -> bool:
        """Say whether a word belongs to a date; a month by itself is a name ("On Tuesday May asked ...")."""
        word = self.words[at][0]
        if word not in self._of.months:
            return is_number(word) or word in self._of.days
        around = [self.words[i][0] for i in (at - 1, at + 1) if 0 <= i < len(self.words)]
        return any(is_number(near) for near in around) or (around[0] in self._of.prepositions and at > 0)


def is_capital(surface: str) -> bool:
    """Say whether a word starts with a capital, or is of a script that has none."""
    return surface[0].isalpha() and not surface[0].islower()


def _names(surface: str) -> tuple[str, ...]:
    known = names(surface)
    return SHORT.get(known[0], known)
