"""Tell what a turn did: the reply in words, the questions that follow, the record of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant import replies
from assistant.asking import worth_asking
from assistant.cautions import cautions
from assistant.draft import Draft, Question
from assistant.drafting import rank_questions
from assistant.gathered import Gathered
from assistant.kinds import Kind
from assistant.model.prompt import NOTHING
from assistant.reading.talk import courtesy
from assistant.turns import BriefView, DeclinedView, Turn


@dataclass(frozen=True)
class Telling:
    """Words for what was gathered, where documents of these kinds can be drafted."""

    kinds: Mapping[str, Kind]

    def turn(self, id_: str, state: Gathered) -> Turn:
        """The turn as it is kept and shown."""
        drafts = tuple(version.draft for version in state.versions)
        declined = state.reading.declined
        return Turn(
            id=id_,
            conversation_id=state.conversation.id,
            intent=state.reading.intent,
            reply=self._reply(state, drafts),
            answer=state.answer.answer if state.answer else None,
            brief=BriefView.of(state.merge.brief),
            drafts=drafts,
            questions=self._questions(state, drafts),
            declined=DeclinedView(what=declined.what, why=declined.why, instead=declined.instead)
            if declined
            else None,
            writer="model" if self._by_model(state) else "outline",
            proposals=tuple(state.proposals),
            tokens_in=state.usage.tokens_in,
            tokens_out=state.usage.tokens_out,
            faults=tuple(dict.fromkeys(state.faults)),
        )

    def _by_model(self, state: Gathered) -> bool:
        """Say whether a model wrote anything of this turn that is kept."""
        answered = state.answer is not None and state.answer.usage != NOTHING and not state.answer.fault
        return answered or any(item.draft.provenance.writer == "model" for item in state.versions)

    def _reply(self, state: Gathered, drafts: Sequence[Draft]) -> str:
        """What happened, in words; what a model could not do comes last."""
        faults = replies.without_model(tuple(dict.fromkeys(state.faults)))
        reading = state.reading
        aside = (*reading.unplaced, *reading.hearsay)
        wants = (reading.changes or aside) and not state.answer
        care = replies.careful(cautions(state.message.text, aside) if wants else ())
        return " ".join(part for part in (self._said(state, drafts), care, faults) if part)

    def _said(self, state: Gathered, drafts: Sequence[Draft]) -> str:
        reading = state.reading
        if reading.acknowledgement:
            answer = state.answer.answer if state.answer else None
            return replies.in_their_language(reading, state.merge, drafts, answer)
        said = self._told(state, drafts)
        by_rules = reading.usage == NOTHING or reading.fault is not None
        if reading.language != "en" and not said and by_rules and not state.answer:
            return replies.foreign(reading.language)
        if state.as_it_was:
            return f"{said} {replies.PROPOSED if state.proposals else replies.AS_IT_WAS}".strip()
        if state.answer:
            return f"{said} {replies.answered(state.answer.answer)}".strip()
        if reading.intent == "greeting" and not said:
            return self._courteous(state)
        if reading.intent == "off_topic" and not said:
            return replies.OFF_TOPIC
        if reading.intent == "brief" and not said and state.conversation.asked:
            return replies.NOT_UNDERSTOOD
        return said or replies.help_text(self.kinds)

    def _courteous(self, state: Gathered) -> str:
        """An answer to a greeting, thanks or an "ok"."""
        how = courtesy(state.message.text.casefold())
        drafted = [item.draft.kind for item in state.before]
        if how == "meeting" or (how == "assent" and not drafted):
            return replies.greeting(self.kinds)
        return replies.thanks(self.kinds, drafted, "You are welcome." if how == "thanks" else "Good.")

    def _told(self, state: Gathered, drafts: Sequence[Draft]) -> str:
        """What was read or accepted, and drafted; where nobody can tell which is meant, it is asked."""
        reading, before = state.reading, state.conversation.brief
        if state.accepts_only and reading.accepts:
            taken = [item.text for item in state.offered if item.line in reading.accepts]
            return replies.accepted(taken, drafts)
        said = replies.reply(reading, state.merge, drafts, before)
        unclear = reading.accepting and not reading.accepts
        which = replies.which([item.text for item in state.offered if item.fact]) if unclear else ""
        missing = replies.unavailable(reading.unavailable, self.kinds) if reading.unavailable else ""
        return " ".join(part for part in (said, missing, which) if part)

    def _questions(self, state: Gathered, drafts: Sequence[Draft]) -> tuple[Question, ...]:
        """What to ask after the drafts of this turn."""
        if not drafts:
            return ()
        open_ = [question for draft in drafts for question in draft.open_questions]
        ranked = rank_questions(open_, self.kinds[drafts[-1].kind])
        return worth_asking(ranked, state.merge.brief, state.conversation.asked)
