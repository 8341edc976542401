"""A turn as text for a terminal leaves out nothing that the manager has to know."""

from assistant.brief import Brief
from assistant.exports.terminal import show_turn
from assistant.turns import BriefView, Proposal, Turn


def turn(**more: object) -> Turn:
    """A turn with nothing in it but what is given."""
    nothing = {"id": "t", "conversation_id": "c", "intent": "revise", "reply": "Done.", "writer": "model"}
    return Turn.model_validate({**nothing, "brief": BriefView.of(Brief()), **more})


def test_what_is_proposed_is_shown() -> None:
    """New words for a line edited by hand stand in the terminal, with the line that they are for."""
    shown = show_turn(turn(proposals=(Proposal(draft_id="d", line="post_must.1", text="You know OSPF."),)))
    assert shown == "Done.\nProposed for your line post_must.1: You know OSPF."


def test_what_a_model_cost_is_shown() -> None:
    """Tokens in and out are told of a turn that a model took part in."""
    assert show_turn(turn(tokens_in=1200, tokens_out=34)).endswith("Language model: 1,200 tokens in, 34 out")
