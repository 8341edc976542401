"""Conversations and their messages."""

from collections.abc import AsyncIterator

from fastapi import APIRouter
from fastapi.sse import EventSourceResponse, ServerSentEvent

from api.dependencies import LocalOwner, TheDesk
from api.events import BegunTurn, EventRoute, events_of
from api.lists import Items
from api.requests import NewConversation, NewMessage
from assistant.turns import Turn
from assistant.views import ConversationItem, ConversationView

router = APIRouter(prefix="/api/conversations", tags=["conversations"])
streams = APIRouter(prefix="/api/conversations", route_class=EventRoute, include_in_schema=False)


@router.post("", status_code=201)
def create(desk: TheDesk, owner: LocalOwner, body: NewConversation | None = None) -> ConversationView:
    """Start a conversation."""
    return desk.create_conversation(owner)


@router.get("")
def every(desk: TheDesk, owner: LocalOwner) -> Items[ConversationItem]:
    """The conversations, newest first."""
    return Items(items=desk.conversations(owner))


@router.get("/{id}")
def read(desk: TheDesk, owner: LocalOwner, id: str) -> ConversationView:
    """One conversation with its messages, its brief and the newest of each draft."""
    return desk.conversation(owner, id)


@router.delete("/{id}", status_code=204)
def delete(desk: TheDesk, owner: LocalOwner, id: str) -> None:
    """Delete a conversation and everything in it."""
    desk.delete_conversation(owner, id)


@streams.post("/{id}/messages", response_class=EventSourceResponse)
async def stream(turn: BegunTurn) -> AsyncIterator[ServerSentEvent]:
    """Take a message and send what happens as it happens."""
    async for event in events_of(turn):
        yield event


@router.post(
    "/{id}/messages", responses={200: {"content": {"text/event-stream": {}}, "description": "The turn"}}
)
def send(desk: TheDesk, owner: LocalOwner, id: str, body: NewMessage) -> Turn:
    """Take a message and answer with the whole turn, or with events when `Accept: text/event-stream`."""
    return desk.send(owner, id, body.text)
