"""Make the application: the routes, the page, and what stands before them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from api.dependencies import State
from api.problems import add_handlers
from api.routes import briefs, conversations, drafts, guidance, health, kinds
from assistant.build import Assistant
from assistant.settings import Settings


def create_app(assistant: Assistant, settings: Settings) -> FastAPI:
    """The application over an assistant."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[State]:
        yield {"desk": assistant.desk, "settings": settings}

    app = FastAPI(title="Hiring Assistant", lifespan=lifespan, redirect_slashes=False)
    add_handlers(app)
    # Streams stand before their JSON twins: a caller that does not ask for events falls through.
    for router in (
        health.router,
        kinds.router,
        conversations.streams,
        conversations.router,
        briefs.router,
        drafts.router,
        guidance.router,
    ):
        app.include_router(router)
    return app
