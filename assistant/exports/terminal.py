"""A turn as text for a terminal."""

from assistant.draft import Draft
from assistant.turns import Turn


def show_turn(turn: Turn) -> str:
    """The reply, the answer with its sources, the drafts, what is proposed, the questions, and the cost."""
    parts = [turn.reply]
    if turn.answer:
        titles = {passage.id: passage for passage in turn.answer.passages}
        parts += [f"  {line.text}  [{', '.join(line.citations)}]" for line in turn.answer.lines]
        parts += [
            f"  [{id_}] {item.title}. {item.source}, as of {item.as_of}" for id_, item in titles.items()
        ]
    parts += [_draft(draft) for draft in turn.drafts]
    parts += [f"Proposed for your line {item.line}: {item.text}" for item in turn.proposals]
    parts += [f"? {question.text}" for question in turn.questions]
    if turn.tokens_in or turn.tokens_out:
        parts.append(f"Language model: {turn.tokens_in:,} tokens in, {turn.tokens_out:,} out")
    return "\n".join(parts)


def _draft(draft: Draft) -> str:
    lines = [f"\n{draft.title} (version {draft.version}, {draft.provenance.writer})"]
    for section in draft.sections:
        lines.append(f"\n{section.title}")
        lines += [
            f"  - {line.text}{'  (assumed)' if line.basis == 'assumption' else ''}" for line in section.lines
        ]
    lines += [f"! {finding.severity}: {finding.message}" for finding in draft.findings]
    return "\n".join(lines)
